import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n';
import { answers, caseAnswers, correctionSql, rateAnswers, ratesSql } from './support/answers';
import type { Answer } from './support/answers';
import { startApp } from './support/app';
import type { App } from './support/app';
import type { Watched } from './support/browser';
import { chartPages, chartsOf, headlineOf, reader, tablesOf, visit } from './support/dashboard';
import {
  absentIn,
  addressOf,
  ask,
  notStated,
  percent,
  scope,
  sorted,
  written,
  writtenShort,
} from './support/figures';
import type { View } from './support/figures';

/** Two filter settings of each dataset: all of it, and a part that only the engine can answer. */
const views: readonly (View & { readonly name: string })[] = [
  {
    name: 'the whole country',
    dataset: 'real',
    area: '',
    level: 'grassroots',
    years: [2013, 2025],
    unit: 'area',
  },
  {
    name: 'one province, 2021–2025',
    dataset: 'real',
    area: '37',
    level: 'grassroots',
    years: [2021, 2025],
    unit: 'agency',
  },
  {
    name: 'the townships of the district',
    dataset: 'demo',
    area: '990101',
    level: 'grassroots',
    years: [2017, 2025],
    unit: 'agency',
  },
  {
    name: 'its bureaus, 2018–2023',
    dataset: 'demo',
    area: '990101',
    level: 'bureau',
    years: [2018, 2023],
    unit: 'agency',
  },
];

/** The figures of the newest year that has a report: number, what stands beside it, and what its note must say. */
async function headline(view: View): Promise<Record<string, readonly string[]>> {
  const [now] = await ask(
    view,
    `SELECT r.year, count(*) AS held, sum(published_total) AS published, sum(applications_new) AS received,
       round(median(published_total)) AS published_median, round(median(applications_new)) AS received_median,
       ${ratesSql}, ${correctionSql}
     FROM reports r WHERE ${scope(view)} GROUP BY r.year ORDER BY r.year DESC LIMIT 1`,
  );
  const row = now!;
  const median = (name: string): string =>
    row[name] === null
      ? absentIn(view)
      : translator('zh')('headline.median', { median: written(Number(row[name])) });
  const number = (name: string): string => (row[name] === null ? '—' : writtenShort(Number(row[name])));
  const share = (name: string): string[] => {
    const [numerator, denominator] = [Number(row[`${name}_num`] ?? 0), Number(row[`${name}_den`] ?? 0)];
    return denominator === 0
      ? ['—', '']
      : [percent(numerator / denominator, 0), `${written(numerator)} / ${written(denominator)}`];
  };
  const [, corrected] = share('correction');
  return {
    reports: [written(Number(row['held']))],
    published_items: [number('published'), median('published_median')],
    applications_new: [number('received'), median('received_median')],
    disclosure_rate_substantive: share('substantive'),
    review_correction_rate: [corrected === '' ? '—' : corrected!],
  };
}

/** The same parts of the figures, as the screen shows them; of a note the part that is expected, else all of it. */
async function shownHeadline(
  page: Page,
  expected: Readonly<Record<string, readonly string[]>>,
): Promise<Record<string, readonly string[]>> {
  const figures = await headlineOf(page);
  const parts = (id: string): readonly string[] => figures[id] ?? [];
  const noted = (id: string): readonly string[] => {
    const [number = '', , note = ''] = parts(id);
    return [number, note.split(' · ').find((part) => part === expected[id]?.[1]) ?? note];
  };
  return {
    reports: parts('reports').slice(0, 1),
    published_items: noted('published_items'),
    applications_new: noted('applications_new'),
    disclosure_rate_substantive: parts('disclosure_rate_substantive').slice(0, 2),
    review_correction_rate: parts('review_correction_rate').slice(0, 1),
  };
}

/** Charts whose tables differ from SQL are told one by one. Where SQL has no heads, those of the screen stand. */
async function expectTables(
  page: Page,
  view: View,
  answers: Readonly<Record<string, Answer>>,
  charts: readonly string[],
): Promise<void> {
  const shown = await tablesOf(page);
  expect(Object.keys(shown).sort()).toEqual([...charts].sort());
  for (const id of charts) {
    const table = shown[id]!;
    const { heads = table.heads, rows: plain } = await answers[id]!(view);
    const rows = plain.map((row) => row.map((cell) => (cell === notStated ? absentIn(view) : cell)));
    expect.soft(sorted(table), id).toEqual(sorted({ heads, rows }));
  }
}

let app: App;
let watched: Watched;
beforeAll(async () => {
  app = await startApp();
  watched = await app.open('#/overview?d=real', reader);
});
afterAll(async () => {
  await watched?.close();
  await app?.close();
});

describe.each(views)('$dataset: $name', (view) => {
  it.each(chartPages)('every table of the page %s equals native SQL over the same Parquet', async (id) => {
    await visit(watched.page, addressOf(id, view));
    await expectTables(watched.page, view, answers, chartsOf[id]);
  });

  it('a rate on the page compare equals native SQL, with numerator and denominator', async () => {
    await visit(watched.page, addressOf('compare', view, '&m=disclosure_rate_all'));
    await expectTables(watched.page, view, rateAnswers, chartsOf.compare);
  });

  it('cases are not added over the years on the page compare', async () => {
    await visit(watched.page, addressOf('compare', view, '&m=reviews'));
    await expectTables(watched.page, view, caseAnswers, chartsOf.compare);
  });

  it('the figures on top of the overview equal native SQL', async () => {
    await visit(watched.page, addressOf('overview', view));
    const expected = await headline(view);
    await expect.poll(() => shownHeadline(watched.page, expected), { timeout: 30_000 }).toEqual(expected);
  });

  it('every agency in a table leads to a report that the dataset holds', async () => {
    await visit(watched.page, addressOf('overview', view));
    await tablesOf(watched.page);
    const links = await watched.page
      .locator('figure[data-chart="overview-ranking"] tbody a')
      .evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).hash));
    const reports = links.flatMap((hash) => {
      const report = new URLSearchParams(hash.split('?')[1]).get('r');
      return report === null ? [] : [report];
    });
    const held = new Set((await ask(view, 'SELECT report_id FROM reports')).map((row) => row['report_id']));
    expect(reports.filter((report) => !held.has(report))).toEqual([]);
    if (view.unit === 'agency') expect(reports.length).toBeGreaterThan(0);
  });
});
