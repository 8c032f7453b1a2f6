import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n';
import type { Filters } from '../../src/state';
import { startApp } from './support/app';
import type { App } from './support/app';
import type { Watched } from './support/browser';
import {
  chart,
  chartPages,
  filtersOf,
  headlineOf,
  reader,
  settled,
  showTable,
  statesOf,
  tablesOf,
  visit,
} from './support/dashboard';
import type { ShownTable } from './support/dashboard';

const t = translator('zh');

let app: App;
let watched: Watched;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  watched = await app.open('#/overview?d=demo', reader);
  page = watched.page;
  await settled(page);
});
afterAll(async () => {
  await watched?.close();
  await app?.close();
});
/** No test may leave its page behind: tables go back to being charts. */
beforeEach(() => visit(page, '#/report?d=demo'));

const filterBar = () => page.locator('.bar');

interface Choice {
  readonly what: string;
  /** View before the choice, without its page. */
  readonly from: string;
  choose(): Promise<unknown>;
  readonly then: Partial<Filters>;
  /** Choices made, each of them a step for Back. */
  readonly steps: number;
}

/** Opens the list of areas and takes the one of this name. */
async function chooseArea(name: string): Promise<void> {
  await filterBar()
    .getByRole('button', { name: t('filter.area') })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill(name);
  await dialog.getByRole('listitem').getByRole('button', { name }).first().click();
  await dialog.waitFor({ state: 'hidden' });
}

const choices: readonly Choice[] = [
  {
    what: 'dataset',
    from: '?d=real',
    choose: () => filterBar().getByLabel(t('filter.dataset')).selectOption('demo'),
    then: { dataset: 'demo' },
    steps: 1,
  },
  {
    what: 'area',
    from: '?d=real',
    choose: () => chooseArea('四川省'),
    then: { dataset: 'real', area: '51' },
    steps: 1,
  },
  {
    what: 'level',
    from: '?d=demo',
    choose: () => filterBar().getByLabel(t('filter.level')).selectOption('bureau'),
    then: { dataset: 'demo', level: 'bureau' },
    steps: 1,
  },
  {
    what: 'years',
    from: '?d=demo&l=bureau',
    choose: async () => {
      await filterBar().getByLabel(t('filter.from')).selectOption('2020');
      await filterBar().getByLabel(t('filter.to')).selectOption('2023');
    },
    then: { level: 'bureau', years: [2020, 2023] },
    steps: 2,
  },
];

type Tables = Readonly<Record<string, ShownTable>>;
const unchanged = (before: Tables, after: Tables): string[] =>
  Object.keys(after).filter((id) => JSON.stringify(before[id]) === JSON.stringify(after[id]));

describe.each(choices)('choosing another $what', ({ from, choose, then, steps }) => {
  it.each(chartPages)(
    'changes the address and every chart of the page %s, and Back undoes it',
    async (id) => {
      await visit(page, `#/${id}${from}`);
      const emptyBefore = await statesOf(page);
      const before = await tablesOf(page);
      const address = page.url();

      await choose();
      await settled(page);
      expect(await filtersOf(page)).toMatchObject({ page: id, ...then });
      const emptyAfter = await statesOf(page);
      const after = await tablesOf(page);
      // What still shows the same has nothing to show in either view.
      const same = unchanged(before, after).filter(
        (one) => emptyBefore[one] !== 'empty' || emptyAfter[one] !== 'empty',
      );
      expect(same).toEqual([]);

      for (let step = 0; step < steps; step += 1) await page.goBack();
      await settled(page);
      expect(page.url()).toBe(address);
      expect(await tablesOf(page)).toEqual(before);
    },
  );
});

describe('the page compare', () => {
  it('shows another metric in every chart, in its title and in the address, and Back undoes it', async () => {
    await visit(page, '#/compare?d=demo');
    const [title, address] = [await page.title(), page.url()];
    const before = await tablesOf(page);

    await page.getByRole('combobox', { name: t('table.metric') }).selectOption('applications_new');
    await settled(page);
    expect((await filtersOf(page)).metric).toBe('applications_new');
    expect(unchanged(before, await tablesOf(page))).toEqual([]);
    expect(await page.title()).not.toBe(title);

    await page.goBack();
    await settled(page);
    expect(page.url()).toBe(address);
    expect(await tablesOf(page)).toEqual(before);
  });

  it('sets picked agencies side by side, in the order of picking, and lets go of them', async () => {
    await visit(page, '#/compare?d=demo');
    const side = page.locator('[data-chart="compare-side"]');
    const offered = await side
      .getByLabel(t('side.add'))
      .locator('option')
      .evaluateAll((options) =>
        options.map((option) => [(option as HTMLOptionElement).value, option.textContent?.trim() ?? '']),
      );
    const [, first, , third] = offered as [string, string][];

    for (const [id] of [third!, first!]) {
      await side.getByLabel(t('side.add')).selectOption(id);
      await expect.poll(async () => (await filtersOf(page)).agencies.at(-1)).toBe(id);
    }
    expect((await filtersOf(page)).agencies).toEqual([third![0], first![0]]);
    const heads = () => side.locator('thead th').allTextContents();
    await expect
      .poll(async () => (await heads()).map((head) => head.trim()).slice(1, 3))
      .toEqual([third![1], first![1]]);

    await side.getByRole('button', { name: third![1] }).click();
    await expect.poll(async () => (await heads())[1]?.trim()).toBe(first![1]);
    expect((await filtersOf(page)).agencies).toEqual([first![0]]);

    await page.goBack();
    await expect.poll(async () => (await heads()).length).toBe(4);
    expect((await filtersOf(page)).agencies).toEqual([third![0], first![0]]);
  });

  it('names the picked agencies in its lines', async () => {
    await visit(page, '#/compare?d=demo');
    const lines = chart(page, 'compare-lines').locator('.subtitle');
    expect(await lines.textContent()).toBe(t('compare.lines.subtitle'));
    const side = page.locator('[data-chart="compare-side"]');
    await side.getByLabel(t('side.add')).selectOption({ index: 2 });
    await expect.poll(() => lines.textContent()).toBe(t('compare.lines.subtitle.picked'));
  });
});

describe('a row of a table', () => {
  it('narrows the view to its year', async () => {
    await visit(page, '#/compare?d=demo');
    await showTable(page, 'compare-whole');
    await chart(page, 'compare-whole').getByRole('button', { name: '2021', exact: true }).click();
    await settled(page);
    expect((await filtersOf(page)).years).toEqual([2021, 2021]);
  });

  it('leads to its area', async () => {
    await visit(page, '#/overview?d=real');
    await showTable(page, 'overview-ranking');
    await chart(page, 'overview-ranking').getByRole('link', { name: '山东省', exact: true }).click();
    await settled(page);
    expect(await filtersOf(page)).toMatchObject({ page: 'overview', area: '37' });
  });
});

/** All that a view shows in words and numbers. */
async function everything(of: Page) {
  const side = of.locator('[data-chart="compare-side"] table');
  return {
    title: await of.title(),
    scope: await of.locator('.scope').textContent(),
    chosen: await of
      .locator('.bar select')
      .evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value)),
    area: await of
      .locator('.bar')
      .getByRole('button', { name: t('filter.area') })
      .textContent(),
    side: (await side.count()) > 0 ? await side.innerText() : null,
    headline: await headlineOf(of),
    tables: await tablesOf(of),
  };
}

it.each([
  '#/overview?d=real&a=37&y=2020-2024',
  '#/compare?d=demo&l=bureau&y=2019-2023&m=disclosure_rate_all&g=demo-990101b02,demo-990101b05',
])('a reload and a copied link restore %s', async (address) => {
  await visit(page, address);
  if (address.includes('g=')) await page.locator('[data-chart="compare-side"] table').waitFor();
  const before = await everything(page);

  await page.reload();
  await settled(page);
  if (before.side !== null) await page.locator('[data-chart="compare-side"] table').waitFor();
  await expect.poll(() => everything(page), { timeout: 30_000 }).toEqual(before);

  const other = await app.open(new URL(page.url()).hash, reader);
  await settled(other.page);
  if (before.side !== null) await other.page.locator('[data-chart="compare-side"] table').waitFor();
  await expect.poll(() => everything(other.page), { timeout: 30_000 }).toEqual(before);
  await other.close();
});

it('a link means the same to a reader of another language', async () => {
  await visit(page, '#/compare?d=demo&l=bureau&y=2019-2023');
  const before = await tablesOf(page);
  const english = await app.open('#/compare?d=demo&l=bureau&y=2019-2023&lang=zh', {
    ...reader,
    locale: 'en-GB',
  });
  await settled(english.page);
  expect(await tablesOf(english.page)).toEqual(before);
  expect(await english.page.locator('html').getAttribute('lang')).toBe('zh-CN');
  await english.close();
});
