import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n';
import { distFolder, startApp } from './support/app';
import type { App } from './support/app';
import type { Watched } from './support/browser';
import { datasets, filtersOf, manifestOf, reader, settled, visit } from './support/dashboard';
import { nativeSql } from './support/native';
import type { PlainRow } from './support/native';

const t = translator('zh');
const ask = (dataset: string, sql: string): Promise<PlainRow[]> =>
  nativeSql(dataset, sql, join(distFolder, 'data'));

let app: App;
let watched: Watched;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  watched = await app.open('#/report?d=real', reader);
  page = watched.page;
  await settled(page);
});
afterAll(async () => {
  await watched?.close();
  await app?.close();
});

async function show(dataset: string, report: unknown): Promise<void> {
  await visit(page, `#/report?d=${dataset}&r=${encodeURIComponent(String(report))}`);
  await page.locator('[data-cell]').first().waitFor();
}

/** Cell → what stands in it. */
const cellsShown = (): Promise<[string, string][]> =>
  page
    .locator('[data-cell]')
    .evaluateAll((cells) =>
      cells.map((cell) => [
        cell.getAttribute('data-cell') ?? '',
        cell.querySelector('.shown')?.textContent?.trim() ?? '',
      ]),
    );

it('is found by a part of its name and its year', async () => {
  await visit(page, '#/report?d=real');
  await page.getByRole('searchbox', { name: t('report.find.label') }).fill('中埠');
  const [report] = await ask(
    'real',
    `SELECT report_id, agency FROM reports WHERE agency LIKE '%中埠镇%' AND year = 2024`,
  );
  await page
    .getByRole('link', {
      name: t('report.find.open', { agency: String(report!['agency']), year: 2024 }),
      exact: true,
    })
    .click();
  await page.locator('[data-cell]').first().waitFor();
  expect((await filtersOf(page)).report).toBe(report!['report_id']);
});

it('of 中埠镇 for 2024 says what it says: 59 items in six categories, 260 posts, nobody asked, nobody sued', async () => {
  const [report] = await ask('real', `SELECT * FROM reports WHERE agency LIKE '%中埠镇%' AND year = 2024`);
  await show('real', report!['report_id']);
  const categories = page.getByRole('table', { name: t('report.list.category') });
  await categories.waitFor();
  const items = await categories.locator('tbody .figure').allTextContents();
  expect(items).toHaveLength(6);
  expect(items.map(Number).reduce((sum, count) => sum + count, 0)).toBe(59);
  const channels = page.getByRole('table', { name: t('report.list.channel') });
  expect(await channels.locator('tbody .figure').allTextContents()).toContain('260');

  const cells = new Map(await cellsShown());
  for (const code of [
    't3_new_received_total',
    't3_results_total_total',
    't4_review_total',
    't4_lit_direct_total',
  ])
    expect([code, cells.get(code)]).toEqual([code, '0']);
  // The report came to us as a copy of its page.
  await page.locator('main dl').getByText(t('report.source.copy')).waitFor();
});

it('of which only facts were collected leads to its source, and calls nothing zero', async () => {
  const [report] = await ask(
    'real',
    `SELECT report_id, agency, url FROM reports
     WHERE is_primary AND url LIKE 'http%' AND t2_state = 'not_collected' AND t3_state = 'not_collected'
       AND t4_state = 'not_collected' AND coalesce(form, '') != 'legacy' ORDER BY report_id LIMIT 1`,
  );
  await visit(page, `#/report?d=real&r=${encodeURIComponent(String(report!['report_id']))}`);
  const source = page.locator('main dl').getByRole('link', { name: String(report!['url']), exact: true });
  expect(await source.getAttribute('href')).toBe(report!['url']);
  expect(await page.title()).toContain(report!['agency']);
  await page.getByText(t('report.table_state.not_collected')).first().waitFor();
  expect(await page.locator('[data-cell]').count()).toBe(0);
});

describe.each(datasets)('of the dataset %s', (dataset) => {
  /** One with tables, and of the demo one with a derived cell and a finding. */
  const chosen = {
    real: `SELECT report_id FROM reports WHERE is_primary AND t3_state = 'read' ORDER BY report_id LIMIT 1`,
    demo: `SELECT report_id FROM evidence JOIN findings USING (report_id) WHERE derived AND codes != ''
           GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
  };

  it('shows in every cell the number of the dataset, and none where there is none', async () => {
    const [{ report_id: report } = { report_id: null }] = await ask(dataset, chosen[dataset]);
    await show(dataset, report);
    const [columns] = await ask(dataset, `SELECT * FROM reports WHERE report_id = '${String(report)}'`);
    const shown = await cellsShown();
    expect(shown.length).toBeGreaterThan(100);
    const number = (text: string): number | null =>
      /^[\d,.]+$/.test(text) ? Number(text.replaceAll(',', '')) : null;
    expect(shown.map(([code, text]) => [code, number(text)])).toEqual(
      shown.map(([code]) => [code, columns![code] ?? null]),
    );
  });

  it('leads from a cell to what the source prints, and where', async () => {
    const [{ report_id: report } = { report_id: null }] = await ask(dataset, chosen[dataset]);
    await show(dataset, report);
    const [cell] = await ask(
      dataset,
      `SELECT code, raw, at_table, at_row, at_cell, at_line FROM evidence
       WHERE report_id = '${String(report)}' AND state = 'value' AND code LIKE 't3_%total' ORDER BY code LIMIT 1`,
    );
    await page.locator(`[data-cell="${String(cell!['code'])}"]`).click();
    const evidence = page.getByRole('complementary', { name: t('report.evidence.label') });
    await evidence.getByText(String(cell!['code']), { exact: true }).waitFor();
    expect(await evidence.locator('q').textContent()).toBe(cell!['raw']);
    const place = await evidence.locator('dd').nth(1).textContent();
    const { at_table: table, at_row: row, at_cell: column, at_line: line } = cell!;
    const parts = [
      table === null
        ? ''
        : t('report.place.cell', { table: Number(table), row: Number(row), cell: Number(column) }),
      line === null ? '' : String(line),
    ];
    for (const part of parts) expect(place).toContain(part);
  });
});

it('shows its findings with the cells they concern', async () => {
  const [finding] = await ask(
    'demo',
    `SELECT report_id, rule, codes FROM findings WHERE rule = 'T3-BAL' ORDER BY report_id LIMIT 1`,
  );
  await show('demo', finding!['report_id']);
  await page.getByText(t('rule.T3-BAL.title')).first().waitFor();
  const concerned = await page
    .locator('[data-cell].concerned')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-cell')));
  expect(concerned).toEqual(expect.arrayContaining(String(finding!['codes']).split(' ')));
});

it('leads to the years before and after', async () => {
  const [report] = await ask(
    'demo',
    `SELECT agency_id, report_id FROM reports WHERE is_primary AND year = 2022 ORDER BY report_id LIMIT 1`,
  );
  await show('demo', report!['report_id']);
  await page.locator('a[rel="next"]').click();
  await expect.poll(() => page.title()).toContain('2023');
  await page.locator('a[rel="prev"]').click();
  await expect.poll(() => page.title()).toContain('2022');
  expect((await filtersOf(page)).report).toBe(report!['report_id']);
});

it('is cited with its dataset and version, and as simulated when it is', async () => {
  const [report] = await ask(
    'demo',
    `SELECT report_id, agency FROM reports WHERE is_primary AND t3_state = 'read' ORDER BY report_id LIMIT 1`,
  );
  await show('demo', report!['report_id']);
  const cite = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: t('report.cite.title') }) });
  const text = await cite.innerText();
  for (const part of [
    t('report.cite.simulated').trim(),
    String(report!['agency']),
    manifestOf('demo').version,
  ])
    expect(text).toContain(part);
});

describe('on a phone', () => {
  let phone: Watched;
  beforeAll(async () => {
    phone = await app.open('#/report?d=demo', { ...reader, viewport: { width: 360, height: 740 } });
    await settled(phone.page);
  });
  afterAll(() => phone?.close());

  it('shows the evidence of a cell over a page that stays where it is, and closes it with Escape', async () => {
    const [report] = await ask(
      'demo',
      `SELECT report_id FROM reports WHERE is_primary AND t3_state = 'read' ORDER BY report_id LIMIT 1`,
    );
    const id = encodeURIComponent(String(report!['report_id']));
    await visit(phone.page, `#/report?d=demo&r=${id}`);
    const cell = phone.page.locator('[data-cell="t3_new_received_natural_person"]');
    await cell.click();
    const sheet = phone.page.getByRole('complementary', { name: t('report.evidence.label') });
    await sheet.getByText('t3_new_received_natural_person').waitFor();
    const top = () => phone.page.evaluate(() => scrollY);
    const before = await top();
    await sheet.hover();
    await phone.page.mouse.wheel(0, 400);
    await phone.page.mouse.move(180, 100);
    await phone.page.mouse.wheel(0, 400);
    await phone.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(await top()).toBe(before);

    const isFocused = () => cell.evaluate((button) => document.activeElement === button);
    await sheet.getByRole('button', { name: t('report.evidence.close') }).focus();
    await phone.page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    expect(await isFocused()).toBe(true);
    await phone.page.mouse.wheel(0, 400);
    await expect.poll(top).toBeGreaterThan(before);

    await cell.click();
    await sheet.getByRole('button', { name: t('report.evidence.close') }).click();
    expect(await isFocused()).toBe(true);
  });

  it.each(['zh', 'en'])('has the present page in sight among the pages: %s', async (lang) => {
    await visit(phone.page, `#/report?d=demo&lang=${lang}`);
    const inSight = () =>
      phone.page.locator('header nav a[aria-current]').evaluate((link) => {
        const { left, right } = link.getBoundingClientRect();
        return left >= 0 && right <= innerWidth;
      });
    await expect.poll(inSight).toBe(true);
  });
});

it('says that no public address is known instead of sending to one', async () => {
  const [report] = await ask(
    'real',
    `SELECT report_id FROM reports r WHERE is_primary AND origin = 'facts'
       AND (url IS NULL OR url NOT LIKE 'http%')
       AND NOT EXISTS (FROM narratives n WHERE n.report_id = r.report_id AND trim(n.text) != '')
     ORDER BY report_id LIMIT 1`,
  );
  expect(report).toBeDefined();
  await visit(page, `#/report?d=real&r=${encodeURIComponent(String(report!['report_id']))}`);
  await page.getByText(t('report.sections.facts.no_address')).waitFor();
  expect(await page.getByText(t('report.sections.facts')).count()).toBe(0);
});

it('moves between its cells with the arrow keys', async () => {
  const [report] = await ask(
    'demo',
    `SELECT report_id FROM reports WHERE is_primary AND t3_state = 'read' ORDER BY report_id LIMIT 1`,
  );
  await show('demo', report!['report_id']);
  const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset['cell']);
  await page.locator('[data-cell="t3_new_received_natural_person"]').focus();
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('t3_carried_in_natural_person');
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('t3_carried_in_enterprise');
});
