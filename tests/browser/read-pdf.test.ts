import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFile } from '../../src/reading';
import { writeHtml } from '../../src/simulation/render/html';
import { arbitraryReport } from '../simulation/arbitrary-report';
import { confusion } from '../simulation/confusion';
import { found, written } from '../simulation/expected';
import { composeReport, styles } from '../simulation/printed-report';
import { launchBrowser } from './support/browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** As agencies print: A4, ruled tables, a page number at the foot. */
const style = `<style>
  body { font: 12pt serif; }
  table { border-collapse: collapse; width: 100%; }
  table:not(:has(table)) :is(td, th) { border: 1px solid #000; padding: 2px; }
</style>`;
const paper = {
  format: 'A4',
  margin: { top: '20mm', bottom: '20mm', left: '22mm', right: '22mm' },
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate:
    '<div style="font-size: 9px; width: 100%; text-align: center">- <span class="pageNumber"></span> -</div>',
} as const;

async function print(html: string): Promise<Uint8Array> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  try {
    await page.setContent(
      html.includes('</head>') ? html.replace('</head>', `${style}</head>`) : style + html,
    );
    return Uint8Array.from(await page.pdf(paper));
  } finally {
    await page.close();
  }
}

/** NIANBAO_LONG=1 prints more of them. */
const isLong = process.env.NIANBAO_LONG === '1';
const reports = isLong ? 40 : 1;
const table = confusion();

describe.each(['clean', 'government'] as const)('a report printed to PDF from HTML, %s', (html) => {
  const contents = styles.flatMap((style) =>
    fc.sample(arbitraryReport(true, [style]), { numRuns: reports, seed: 42 }),
  );

  it.each(contents.map((content, variant) => [variant, content.style, content] as const))(
    'reads back equal, %d (%s)',
    async (variant, style, content) => {
      const file = await print(writeHtml(composeReport(content, variant), html));
      const report = await readFile(file, 'report.pdf');
      table.add(`pdf-${html}`, style, written(content).cells, report.cells);
      expect(found(report)).toEqual(written(content));
    },
  );
});

afterAll(() => {
  if (isLong) process.stdout.write(table.print());
});
