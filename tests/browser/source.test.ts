import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n';
import { readFile } from '../../src/reading';
import { distFolder, startApp } from './support/app';
import type { App } from './support/app';
import { seriousFindings } from './support/axe';
import { foreignRequests } from './support/browser';
import type { Watched } from './support/browser';
import { filtersOf, reader, settled, visit } from './support/dashboard';
import { word, writePdf } from '../reading/pdf/write-pdf';
import { nativeSql } from './support/native';

const t = translator('zh');
const ask = (dataset: string, sql: string) => nativeSql(dataset, sql, join(distFolder, 'data'));
const folder = mkdtempSync(join(tmpdir(), 'source-'));
const ownFile = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const demoReport = (id: string, kind: string): string =>
  readFileSync(join('data/sources/demo/reports', `${id}.${kind}`), 'utf8');

/** One as a page with tables, one as lines, and a real one of which only figures are held. */
const inTables = 'demo-990101008-2020';
const inLines = 'demo-990101-2023';
let real = '';

let app: App;
let watched: Watched;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  const [row] = await ask(
    'real',
    `SELECT report_id FROM reports WHERE is_primary AND t3_state != 'not_collected' AND url LIKE 'http%.%html'
     ORDER BY report_id LIMIT 1`,
  );
  real = String(row!['report_id']);
  watched = await app.open('#/report?d=demo', { ...reader, bypassCSP: true });
  page = watched.page;
  await settled(page);
});
afterAll(async () => {
  await watched?.close();
  await app?.close();
  rmSync(folder, { recursive: true });
});

async function show(dataset: string, report: string, more = ''): Promise<void> {
  await visit(page, `#/report?d=${dataset}&r=${encodeURIComponent(report)}${more}`);
  await page.locator('[data-cell]').first().waitFor();
  if (dataset === 'demo') await text().waitFor();
}
const text = () => page.locator('section.source .text');
const cell = (code: string) => page.locator(`[data-cell="${code}"]`);
const chosenMark = () => text().locator('mark');
const isInSight = () =>
  text().evaluate((box) => {
    const mark = box.querySelector('mark')?.getBoundingClientRect();
    const { top, bottom } = box.getBoundingClientRect();
    return (
      mark !== undefined &&
      mark.top >= top &&
      mark.bottom <= bottom &&
      mark.top >= 0 &&
      mark.bottom <= innerHeight
    );
  });

describe.each([
  ['a page', inTables],
  ['lines of text', inLines],
])('the source text of %s', (_, report) => {
  it('shows the chosen cell where it stands', async () => {
    await show('demo', report);
    for (const code of ['t3_new_received_total', 't4_review_total']) {
      await cell(code).click();
      await expect.poll(() => chosenMark().count()).toBe(1);
      const [row] = await ask(
        'demo',
        `SELECT raw FROM evidence WHERE report_id = '${report}' AND code = '${code}'`,
      );
      expect((await chosenMark().textContent())?.trim()).toBe(row!['raw']);
      await expect.poll(isInSight).toBe(true);
      await expect.poll(async () => (await filtersOf(page)).evidence).toBe(code);
    }
  });

  it('leads from what was read to its cell', async () => {
    await show('demo', report);
    await text().locator('[data-mark="t3_granted_total"]').click();
    expect(await cell('t3_granted_total').getAttribute('aria-current')).toBe('true');
    await page
      .getByRole('complementary', { name: t('report.evidence.label') })
      .getByText('t3_granted_total', { exact: true })
      .waitFor();
  });

  it('marks a fact of the text, and each entry of a list', async () => {
    await show('demo', report);
    const fact = page.locator('[data-target^="narrative:"]').first();
    await fact.click();
    await expect.poll(() => chosenMark().count()).toBeGreaterThan(0);
    await expect.poll(isInSight).toBe(true);
    const list = page.getByRole('table', { name: t('report.list.category') });
    const count = await list.locator('tbody .figure').first().innerText();
    await list.locator('[data-target]').first().click();
    await expect.poll(() => chosenMark().first().textContent()).toContain(count.replace(/\D/g, ''));
  });

  it('is one stop of the Tab key, in which arrow keys move and Enter chooses', async () => {
    await show('demo', report);
    const stops = text().locator('[data-mark][tabindex="0"]');
    await expect.poll(() => stops.count()).toBeGreaterThan(0);
    await stops.first().focus();
    const focused = () =>
      page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['mark'] ?? null);
    const first = await focused();
    await page.keyboard.press('ArrowDown');
    const second = await focused();
    expect([second === null, second === first]).toEqual([false, false]);
    await page.keyboard.press('Enter');
    await expect.poll(() => chosenMark().count()).toBeGreaterThan(0);
    expect(await focused()).toBe(second);
  });
});

it('a link to a number opens with it chosen and marked', async () => {
  const fresh = await app.open(`#/report?d=demo&r=${inTables}&e=t3_granted_natural_person`, reader);
  try {
    await fresh.page.locator('section.source mark').waitFor();
    expect(
      await fresh.page.locator('[data-cell="t3_granted_natural_person"]').getAttribute('aria-current'),
    ).toBe('true');
    expect(
      await fresh.page.getByRole('complementary', { name: t('report.evidence.label') }).innerText(),
    ).toContain('t3_granted_natural_person');
  } finally {
    await fresh.close();
  }
});

it('says what could not be read, and what it means', async () => {
  const [row] = await ask('demo', `SELECT report_id, code FROM problems ORDER BY report_id LIMIT 1`);
  await visit(page, `#/report?d=demo&r=${String(row!['report_id'])}`);
  await page.getByRole('heading', { name: t('report.problems.title') }).waitFor();
  const code = String(row!['code']) as 'year_unclear';
  await page.getByText(t(`problem.${code}.title`)).waitFor();
  await page.getByText(t(`problem.${code}.about`)).waitFor();
});

describe('a real report, of which no text is held', () => {
  it('says so, and leads to the words on the public page', async () => {
    await show('real', real);
    await page.getByText(t('report.source.figures_only')).waitFor();
    expect(await text().count()).toBe(0);
    await cell('t3_granted_total').click();
    const link = page.getByRole('link', { name: t('report.source.find') });
    const [row] = await ask('real', `SELECT url FROM reports WHERE report_id = '${real}'`);
    expect(await link.getAttribute('href')).toBe(
      `${String(row!['url'])}#:~:text=${encodeURIComponent('予以公开')}`,
    );
  });

  it('is read from a copy on the device: lines, a page, a PDF', async () => {
    const html = demoReport(inTables, 'html');
    const printing = await app.browser.newPage();
    await printing.setContent(html);
    const pdf = await printing.pdf({ format: 'A4' });
    await printing.close();
    const copies = [
      ownFile('own.txt', demoReport(inLines, 'txt')),
      ownFile('own.html', html),
      ownFile('own.pdf', Uint8Array.from(pdf)),
    ];
    for (const copy of copies) {
      await show('real', real);
      const report = await readFile(Uint8Array.from(readFileSync(copy)), copy);
      await page.locator('input[type="file"]').setInputFiles(copy);
      await page.getByText(t('report.copy.shown', { name: copy.slice(folder.length + 1) })).waitFor();
      await cell('t3_new_received_total').click();
      await expect.poll(() => chosenMark().count()).toBe(1);
      expect((await chosenMark().textContent())?.trim()).toBe(report.cells.t3_new_received_total?.raw);
      // It is another report, and that is said.
      await page.getByText(t('report.copy.other_agency', { agency: report.agency.name ?? '' })).waitFor();
      await page.getByRole('button', { name: t('report.copy.close') }).click();
      await expect.poll(() => text().count()).toBe(0);
    }
    expect(foreignRequests(watched.requests, app.server.url)).toEqual([]);
  });

  it('is told apart from a copy whose numbers differ, which lead to their cells', async () => {
    await show('real', real);
    await page
      .locator('input[type="file"]')
      .setInputFiles(ownFile('differs.txt', demoReport(inLines, 'txt')));
    const difference = page.locator('section.source li').first();
    await difference.waitFor();
    await difference.getByRole('button').click();
    await expect.poll(() => page.locator('[data-cell][aria-current]').count()).toBe(1);
  });

  it.each([
    ['notice.txt', '关于召开会议的通知\n今天下午三点开会。\n', 'not_a_report'],
    ['picture.html', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'no_text'],
    ['nothing.txt', '', 'empty'],
  ] as const)('says why %s is no copy of it', async (name, content, code) => {
    await show('real', real);
    await page.locator('input[type="file"]').setInputFiles(ownFile(name, content));
    await page.getByText(t('report.copy.failed', { name, why: t(`reading.${code}`) })).waitFor();
  });
});

describe('with source and evidence open', () => {
  it.each([
    ['light', 'zh', 1440],
    ['dark', 'en', 1440],
    ['light', 'en', 360],
    ['dark', 'zh', 360],
  ] as const)('axe finds nothing serious in %s, %s, at %d px', async (colorScheme, lang, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await show('demo', inTables, `&lang=${lang}&e=t3_granted_total`);
    await chosenMark().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'light' });
  });
});

it('reads a PDF copy whose fonts only name their codes, under the policy of the page', async () => {
  const lines = [
    '霁川区露桥镇人民政府2023年政府信息公开工作年度报告',
    '一、总体情况',
    '2023年，全镇主动公开政府信息312条。',
    '二、主动公开政府信息情况',
  ];
  const content = lines.map((line, i) => word(60, 760 - 24 * i, line)).join('');
  const copy = ownFile('named.pdf', writePdf([{ content }], { font: 'utf16' }));
  const visitor = await app.open(`#/report?d=real&r=${encodeURIComponent(real)}`, reader);
  try {
    await visitor.page.locator('section.source').waitFor();
    await visitor.page.locator('input[type="file"]').setInputFiles(copy);
    await visitor.page.getByText(t('report.copy.shown', { name: 'named.pdf' })).waitFor();
    expect(await visitor.page.locator('section.source .text').textContent()).toContain(
      '主动公开政府信息312条',
    );
    expect(foreignRequests(visitor.requests, app.server.url)).toEqual([]);
  } finally {
    await visitor.close();
  }
});

it('on a phone opens by a button, over the page, and closes with Escape', async () => {
  const phone = await app.open(`#/report?d=demo&r=${inLines}`, {
    ...reader,
    viewport: { width: 360, height: 740 },
  });
  try {
    const sheet = phone.page.getByRole('complementary', { name: t('report.evidence.label') });
    await phone.page.getByRole('button', { name: t('report.source.show') }).click();
    await sheet.locator('.text').waitFor();
    await phone.page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  } finally {
    await phone.close();
  }
});
