import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n';
import { startApp } from './support/app';
import type { App } from './support/app';
import type { Watched } from './support/browser';
import {
  chart,
  chartsOf,
  datasets,
  manifestOf,
  reader,
  settled,
  tablesOf,
  useTool,
  visit,
} from './support/dashboard';
import type { Dataset } from './support/dashboard';
import { percent, written } from './support/figures';

const t = translator('zh');
const natureOf = { real: t('export.real'), demo: t('badge.simulated') } as const;

/** Columns that tell where a row comes from. */
const traceHeads = [
  ...(['contents', 'area', 'level', 'years', 'dataset', 'version', 'nature'] as const).map((name) =>
    t(`export.${name}`),
  ),
  t('tool.link'),
];

let app: App;
let watched: Watched;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  watched = await app.open('#/overview?d=real', {
    ...reader,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = watched.page;
});
afterAll(async () => {
  await watched?.close();
  await app?.close();
});

async function download(id: string, kind: 'csv' | 'svg' | 'png'): Promise<{ name: string; bytes: Buffer }> {
  const [file] = (await Promise.all([
    page.waitForEvent('download'),
    useTool(chart(page, id), t(`tool.${kind}`)),
  ])) as [Download, void];
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Fields of a CSV of RFC 4180. */
function parseCsv(text: string): string[][] {
  const field = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/gy;
  const lines: string[][] = [[]];
  for (const [, raw = '', end] of text.matchAll(field)) {
    lines.at(-1)!.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === '\r\n') lines.push([]);
  }
  return lines.slice(0, -1);
}

/** A field of the file as the table on the screen writes it. */
function asShown(field: string, head: string): string {
  if (field === t('absence.na')) return '—';
  if (field === '' || Number.isNaN(Number(field))) return field;
  return head.endsWith('(%)') ? percent(Number(field) / 100) : written(Number(field));
}

describe.each(datasets)('from the dataset %s', (dataset: Dataset) => {
  const { version } = manifestOf(dataset);

  it.each(['overview', 'applications'] as const)(
    'CSV holds exactly the tables of the page %s',
    async (id) => {
      await visit(page, `#/${id}?d=${dataset}`);
      const tables = await tablesOf(page);
      for (const one of chartsOf[id]) {
        const { name, bytes } = await download(one, 'csv');
        expect(name).toMatch(new RegExp(`^nianbao-${dataset}-${one}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
        // Excel takes a file without a byte order mark for another encoding.
        expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);

        const [heads = [], ...rows] = parseCsv(bytes.subarray(3).toString('utf8'));
        const { heads: shownHeads, rows: shownRows } = tables[one]!;
        expect(heads).toEqual([...shownHeads, ...traceHeads]);
        const own = rows.map((row) => row.slice(0, shownHeads.length));
        expect(
          own.map(([first = '', ...rest]) => [
            first,
            ...rest.map((field, index) => asShown(field, heads[index + 1]!)),
          ]),
          one,
        ).toEqual(shownRows);
        const [title, subtitle, link] = await Promise.all(
          ['h3', '.subtitle', '.printed'].map((part) => chart(page, one).locator(part).textContent()),
        );
        for (const row of rows)
          expect(row.slice(shownHeads.length)).toEqual([
            `${title} ${subtitle}`,
            manifestOf(dataset).root_name.zh,
            t('level.grassroots'),
            manifestOf(dataset).years.join('–'),
            dataset,
            version,
            natureOf[dataset],
            link,
          ]);
      }
    },
  );

  it.each([
    ['overview', 'overview-published', 'a line'],
    ['overview', 'overview-categories', 'bars'],
    ['overview', 'overview-ranking', 'dots'],
    ['overview', 'overview-filing', 'a stack'],
    ['compare', 'compare-heat', 'a heat map'],
  ])('SVG and PNG of the page %s explain themselves: %s, %s', async (id, one) => {
    await visit(page, `#/${id}?d=${dataset}`);
    const block = chart(page, one);
    const title = await block.locator('h3').textContent();
    const source = await block.locator('figcaption p:not(.printed)').last().textContent();
    const link = await block.locator('.printed').textContent();

    const svg = await download(one, 'svg');
    expect(svg.name).toMatch(new RegExp(`^nianbao-${dataset}-${one}-.*\\.svg$`));
    const picture = await page.evaluate((text) => {
      const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
      return {
        name: root.nodeName,
        width: Number(root.getAttribute('width')),
        height: Number(root.getAttribute('height')),
        // Long texts are broken into lines.
        text: [...root.querySelectorAll('text')].map((line) => line.textContent).join(''),
        marks: root.querySelectorAll('path, rect, circle').length,
      };
    }, svg.bytes.toString('utf8'));
    expect(picture.name).toBe('svg');
    expect(picture.marks).toBeGreaterThan(5);
    const text = picture.text.replace(/\s/g, '');
    for (const part of [title, source, link, version, manifestOf(dataset).root_name.zh])
      expect(text).toContain(part!.trim().replace(/\s/g, ''));
    expect(text.includes(t('badge.simulated'))).toBe(dataset === 'demo');

    const png = await download(one, 'png');
    expect(png.name).toMatch(new RegExp(`^nianbao-${dataset}-${one}-.*\\.png$`));
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([
      picture.width * 2,
      picture.height * 2,
    ]);
  });
});

it('the picture of a heat map explains its hatchings', async () => {
  await visit(page, '#/compare?d=demo&m=disclosure_rate_all');
  const { bytes } = await download('compare-heat', 'svg');
  for (const absence of ['missing', 'none', 'na'] as const)
    expect(bytes.toString('utf8')).toContain(`>${t(`absence.${absence}`)}<`);
});

it('a chart with nothing to draw offers its table only', async () => {
  await visit(page, '#/appeals?d=real&l=province');
  const block = chart(page, 'appeals-correction');
  expect(await block.getAttribute('data-state')).toBe('empty');
  expect(await block.locator('.empty').textContent()).toBe(t('chart.empty.uncollected'));
  await block.getByRole('button', { name: t('tool.download') }).click();
  const offered = await block.locator('.tools .list button').allTextContents();
  expect(offered).toEqual([t('tool.csv')]);
});

it('a copied link opens at its chart, in a browser that has never been here', async () => {
  await visit(page, '#/applications?d=demo&l=bureau');
  await useTool(chart(page, 'applications-units-years'), t('tool.link'));
  await chart(page, 'applications-units-years').getByText(t('tool.copied')).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${app.server.url}#/applications?d=demo&l=bureau&c=applications-units-years`);

  const other = await app.open(new URL(link).hash, reader);
  await settled(other.page);
  await other.page.waitForFunction(() => {
    const box = document.querySelector('[data-chart="applications-units-years"]')?.getBoundingClientRect();
    return box !== undefined && box.top >= 0 && box.top < innerHeight / 2;
  });
  await other.close();
});
