import { categories, channelsTaxonomy } from '../../../src/dataset';
import { forms } from '../../../src/forms';
import { translator } from '../../../src/i18n';
import { shortAgencyName } from '../../../src/pages/shared/names';
import { ask, count, percent, rate, rateSql, scope, unitColumn, written, yearsOf } from './figures';
import type { View } from './figures';
import type { PlainRow } from './native';

const words = translator('zh');

const outcomes = {
  granted: 't3_granted_total',
  partially_granted: 't3_partially_granted_total',
  denied: `(t3_denied_state_secret_total + t3_denied_other_law_total + t3_denied_security_stability_total
    + t3_denied_third_party_total + t3_denied_internal_affairs_total + t3_denied_process_info_total
    + t3_denied_enforcement_file_total + t3_denied_admin_query_total)`,
  unable: '(t3_unable_not_held_total + t3_unable_needs_creation_total + t3_unable_unclear_total)',
  not_processed: `(t3_np_petition_total + t3_np_repeat_total + t3_np_publication_total
    + t3_np_excessive_total + t3_np_reconfirm_total)`,
  // One row in the form of 2019, three in that of 2021.
  other: `coalesce(t3_other_no_correction_total + t3_other_fee_unpaid_total + t3_other_misc_total,
    t3_other_total)`,
};
const outcomeNames = Object.keys(outcomes);
const disclosed = `(${outcomes.granted} + ${outcomes.partially_granted})`;
const onMerits = `(${outcomes.granted} + ${outcomes.partially_granted} + ${outcomes.denied})`;
const substantive = `(${onMerits} + ${outcomes.unable})`;
const rateNames = ['substantive', 'all_decided', 'merits'];
export const ratesSql = [
  rateSql('substantive', disclosed, substantive),
  rateSql('all_decided', disclosed, 't3_results_total_total'),
  rateSql('merits', disclosed, onMerits),
].join(', ');
export const correctionSql = rateSql(
  'correction',
  't4_review_corrected',
  '(t4_review_upheld + t4_review_corrected + t4_review_other)',
);
const results = ['upheld', 'corrected', 'other', 'pending'];
const sums = (columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(([name, sql]) => `sum(${sql}) AS ${name}, count(${sql}) AS ${name}_n`)
    .join(', ');

/** What the table of a chart must hold; heads only where the order of columns follows from the data. */
interface Expected {
  readonly heads?: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
export type Answer = (view: View) => Promise<Expected>;

async function byYear(view: View, select: string): Promise<Map<number, PlainRow>> {
  const rows = await ask(
    view,
    `SELECT r.year, count(*) AS reports, ${select} FROM reports r WHERE ${scope(view)} GROUP BY r.year`,
  );
  return new Map(rows.map((row) => [Number(row['year']), row]));
}

/** Numbers of a select that tell how many reports state them. */
const statingIn = (select: string): string[] =>
  [...select.matchAll(/ AS (\w+_n)\b/g)].map(([, name]) => name!);

type Stating = 'each' | 'together';

/** How many reports state the numbers of some rows, and how many are held. */
function reportCells(
  rows: readonly (PlainRow | undefined)[],
  names: readonly string[],
  stating: Stating,
): string[] {
  const sum = (of: (row: PlainRow | undefined) => number): number =>
    rows.reduce((all, row) => all + of(row), 0);
  const counted = (row: PlainRow | undefined, name: string): number => Number(row?.[name] ?? 0);
  const counts =
    stating === 'each'
      ? names.map((name) => sum((row) => counted(row, name)))
      : [sum((row) => Math.max(...names.map((name) => counted(row, name))))];
  return [...counts, sum((row) => counted(row, 'reports'))].map(written);
}

/** Year, some cells, and on how many reports they rest. */
const yearTable =
  (
    select: string,
    cells: (row: PlainRow | undefined) => readonly string[],
    stating: Stating = 'each',
  ): Answer =>
  async (view) => {
    const rows = await byYear(view, select);
    return {
      rows: yearsOf(view).map((year) => {
        const row = rows.get(year);
        return [String(year), ...cells(row), ...reportCells([row], statingIn(select), stating)];
      }),
    };
  };

/** Names of agencies and areas, as the page about an area writes them. */
async function namesOf(view: View): Promise<Map<string, string>> {
  if (view.unit === 'area') {
    const areas = await ask(view, 'SELECT area_id AS id, name FROM areas');
    return new Map(areas.map(({ id, name }) => [String(id), String(name)]));
  }
  const [area] = await ask(view, `SELECT name FROM areas WHERE area_id = '${view.area}'`);
  const agencies = await ask(view, 'SELECT agency_id AS id, agency FROM agencies');
  const shorten = (agency: unknown): string => shortAgencyName(String(agency), String(area?.['name'] ?? ''));
  return new Map(agencies.map(({ id, agency }) => [String(id), shorten(agency)]));
}

/** The years that may be taken together: those since the last break of the series. */
const since = ({ years: [from, to] }: View, breaks: readonly number[]): string =>
  ` AND r.year >= ${Math.max(from, ...breaks.filter((year) => from < year && year <= to))}`;

/** `sum(…) AS name` of a select; areas show the median of their reports beside or instead of it. */
const summed = /sum\((.*?)\) AS (?!\w+_(?:num|den|n)\b)(\w+)/gs;

interface UnitOptions {
  readonly keep?: (row: PlainRow) => boolean;
  readonly lastYear?: boolean;
  /** Years in which the series breaks. */
  readonly breaks?: readonly number[];
}

/** Agency or area, some cells, for areas the medians, and on how many reports they rest. */
const unitTable =
  (
    select: string,
    cells: (row: PlainRow) => readonly string[],
    { keep = () => true, lastYear = false, breaks = [] }: UnitOptions = {},
  ): Answer =>
  async (view) => {
    const only = lastYear ? ` AND r.year = ${view.years[1]}` : since(view, breaks);
    const medians = view.unit === 'area' ? [...select.matchAll(summed)] : [];
    const more = medians.map(([, column, name]) => `, median(${column}) AS ${name}_median`).join('');
    const [names, rows] = await Promise.all([
      namesOf(view),
      ask(
        view,
        `SELECT ${unitColumn(view)} AS unit, count(*) AS reports, ${select}${more}
         FROM reports r WHERE ${scope(view)}${only} GROUP BY unit`,
      ),
    ]);
    return {
      rows: rows.filter(keep).map((row) => [
        names.get(String(row['unit']))!,
        ...cells(row),
        ...medians.map(([, , name]) => {
          const median = row[`${name}_median`];
          return median === null ? '' : written(Number(median));
        }),
        ...reportCells([row], statingIn(select), 'together'),
      ]),
    };
  };

/** Agencies or areas × years of one number. */
const unitYearTable =
  (select: string, cell: (row: PlainRow | undefined) => string): Answer =>
  async (view) => {
    const [names, rows] = await Promise.all([
      namesOf(view),
      ask(
        view,
        `SELECT ${unitColumn(view)} AS unit, r.year,
           ${view.unit === 'area' ? select.replaceAll(summed, 'median($1) AS $2') : select},
           count(*) AS reports
         FROM reports r WHERE ${scope(view)} GROUP BY unit, r.year`,
      ),
    ]);
    const at = new Map(rows.map((row) => [`${row['unit']} ${row['year']}`, row]));
    const units = [...new Set(rows.map((row) => String(row['unit'])))];
    return {
      rows: units.map((unit) => [
        names.get(unit)!,
        ...yearsOf(view).map((year) => cell(at.get(`${unit} ${year}`))),
        ...reportCells(
          rows.filter((row) => String(row['unit']) === unit),
          statingIn(select),
          'each',
        ),
      ]),
    };
  };

const labels = (list: 'items' | 'channels'): Map<string, string> =>
  new Map((list === 'items' ? categories : channelsTaxonomy).map(({ id, label }) => [id, label.zh]));

const listSql = (view: View, list: 'items' | 'channels', key: string): string =>
  `SELECT ${key}, l.${list === 'items' ? 'category' : 'channel'} AS entry, sum(l.count) AS count,
     count(DISTINCT l.report_id) AS reports
   FROM ${list} l JOIN reports r USING (report_id) WHERE ${scope(view)} GROUP BY ALL`;

/** Category or channel, items, share of all items listed, reports that list it. */
const listTable =
  (list: 'items' | 'channels'): Answer =>
  async (view) => {
    const rows = await ask(view, listSql(view, list, '0 AS everything'));
    const total = rows.reduce((sum, row) => sum + Number(row['count']), 0);
    return {
      rows: rows.map((row) => [
        labels(list).get(String(row['entry']))!,
        written(Number(row['count'])),
        percent(Number(row['count']) / total),
        written(Number(row['reports'])),
      ]),
    };
  };

/** Two dimensions of the lists; a pair that nobody lists is not stated, and not zero. */
function crossTable(
  rows: readonly PlainRow[],
  [down, right]: readonly [readonly string[], readonly string[]],
  key: (row: PlainRow) => string,
): string[][] {
  const at = new Map(rows.map((row) => [key(row), row]));
  return down.map((one) => [one, ...right.map((other) => count(at.get(`${one}|${other}`) ?? {}, 'count'))]);
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

const categoriesByYear: Answer = async (view) => {
  const rows = await ask(view, listSql(view, 'items', 'r.year'));
  const named = rows.map((row) => ({ ...row, name: labels('items').get(String(row['entry']))! }));
  return {
    rows: crossTable(
      named,
      [distinct(named.map(({ name }) => name)), yearsOf(view).map(String)],
      (row) => `${row['name']}|${row['year']}`,
    ),
  };
};

const categoriesByUnit: Answer = async (view) => {
  const [names, rows] = await Promise.all([
    namesOf(view),
    ask(view, listSql(view, 'items', `${unitColumn(view)} AS unit`)),
  ]);
  const named: PlainRow[] = rows.map((row) => ({
    ...row,
    name: names.get(String(row['unit']))!,
    label: labels('items').get(String(row['entry']))!,
  }));
  const right = distinct(named.map((row) => String(row['label'])));
  const down = distinct(named.map((row) => String(row['name'])));
  return {
    heads: [words(`table.${view.unit}`), ...right.map((label) => `${label} (${words('unit.items')})`)],
    rows: crossTable(named, [down, right], (row) => `${row['name']}|${row['label']}`),
  };
};

/** One number for each label, over the whole view. */
const pooledTable =
  (columns: Readonly<Record<string, string>>): Answer =>
  async (view) => {
    const years = since(view, [2019]);
    const [row] = await ask(
      view,
      `SELECT count(*) AS reports, ${sums(columns)} FROM reports r WHERE ${scope(view)}${years}`,
    );
    return {
      rows: Object.keys(columns).map((column) => [
        rowLabels.get(column)!,
        count(row, column),
        ...reportCells([row], [`${column}_n`], 'each'),
      ]),
    };
  };

const { rows: t3Rows, columns: t3Columns } = forms['2021'].tables.t3;
const rowLabels = new Map([
  ...t3Columns.map(({ code, label }) => [code, label.zh] as const),
  ...t3Rows.map(({ code, label }) => [code, label.zh.replace(/（.*）$/u, '')] as const),
]);
const applicants = [
  'natural_person',
  'enterprise',
  'research_institute',
  'social_org',
  'legal_service',
  'other_org',
];
const reasons = [
  'denied_state_secret',
  'denied_other_law',
  'denied_security_stability',
  'denied_third_party',
  'denied_internal_affairs',
  'denied_process_info',
  'denied_enforcement_file',
  'denied_admin_query',
  'unable_not_held',
  'unable_needs_creation',
  'unable_unclear',
  'np_petition',
  'np_repeat',
  'np_publication',
  'np_excessive',
  'np_reconfirm',
];

const appealColumns = (procedure: string): Record<string, string> =>
  Object.fromEntries(results.map((result) => [result, `t4_${procedure}_${result}`]));
const appealCells = (row: PlainRow | undefined): string[] => results.map((result) => count(row, result));
const appealYears = (procedure: string): Answer =>
  yearTable(sums(appealColumns(procedure)), appealCells, 'together');
/** Only bodies with a case, only the last year: pending cases come back with their result. */
const appealUnits = (procedure: string): Answer =>
  unitTable(sums(appealColumns(procedure)), appealCells, {
    keep: (row) => results.some((result) => Number(row[result] ?? 0) > 0),
    lastYear: true,
  });

const published = { published: 'published_total' };
const publishedByUnit = unitTable(sums(published), (row) => [count(row, 'published')], {
  breaks: [2014, 2019],
});
const publishedByUnitAndYear = unitYearTable(sums(published), (row) => count(row, 'published'));
const publishedSpread = `${sums(published)},
  quantile_cont(published_total, 0.5) AS median,
  quantile_cont(published_total, 0.1) AS low,
  quantile_cont(published_total, 0.9) AS high`;

const publishedByYear: Answer = async (view) => {
  const rows = await byYear(view, publishedSpread);
  return {
    rows: yearsOf(view).map((year) => {
      const row = rows.get(year);
      const [published, ...spread] = ['published', 'median', 'low', 'high'].map((name) => count(row, name));
      return [String(year), published!, ...reportCells([row], ['published_n'], 'each'), ...spread];
    }),
  };
};

/** Sums would follow who was collected: of a sample without a roster the page shows how many got any application. */
const applicationsByYear: Answer = (view) =>
  (view.dataset === 'real' ? anyApplicationByYear : applicationSumsByYear)(view);
const applicationSumsByYear = yearTable(
  sums({ received: 'applications_new', decided: 't3_results_total_total' }),
  (row) => [count(row, 'received'), count(row, 'decided')],
);
const anyApplicationByYear = yearTable(
  `CASE WHEN count(applications_new) > 0 THEN count(*) FILTER (applications_new > 0) END AS any_num,
   CASE WHEN count(applications_new) > 0 THEN count(applications_new) END AS any_den,
   count(applications_new) AS any_n`,
  (row) => rate(row, 'any'),
);

const filing: Answer = async (view) => {
  const [held, roster, names] = await Promise.all([
    byYear(view, '0'),
    ask(
      view,
      `SELECT agency_id, years, expected_from, expected_to FROM agencies r
       WHERE r.level = '${view.level}' AND r.expected_from IS NOT NULL`,
    ),
    namesOf(view),
  ]);
  return {
    rows: yearsOf(view).map((year) => {
      const reports = written(Number(held.get(year)?.['reports'] ?? 0));
      if (roster.length === 0) return [String(year), reports];
      const expected = roster.filter(
        (row) => Number(row['expected_from']) <= year && year <= Number(row['expected_to'] ?? year),
      );
      const lacking = expected
        .filter((row) => !String(row['years']).split(' ').includes(String(year)))
        .map((row) => names.get(String(row['agency_id']))!)
        .sort((one, other) => one.localeCompare(other, 'zh'));
      const counts = [expected.length, lacking.length].map(written);
      return [String(year), reports, ...counts, lacking.join(words('list.comma'))];
    }),
  };
};

/** Every chart of every page, and the SQL that says what its table must hold. */
export const answers: Readonly<Record<string, Answer>> = {
  'overview-applications': applicationsByYear,
  'overview-categories': listTable('items'),
  'overview-published': publishedByYear,
  'overview-filing': filing,
  'overview-ranking': publishedByUnit,
  'overview-appeals': appealYears('review'),

  'compare-dots': publishedByUnit,
  'compare-whole': yearTable(sums(published), (row) => [count(row, 'published')]),
  'compare-heat': publishedByUnitAndYear,
  'compare-lines': publishedByUnitAndYear,

  'publishing-categories': listTable('items'),
  'publishing-categories-years': categoriesByYear,
  'publishing-categories-units': categoriesByUnit,
  'publishing-items': publishedByUnitAndYear,
  'publishing-channels': listTable('channels'),
  'publishing-documents': yearTable(
    sums({
      issued: 't2_normative_document_issued',
      repealed: 't2_normative_document_repealed',
      in_force: 't2_normative_document_in_force',
    }),
    (row) => [count(row, 'issued'), count(row, 'repealed'), count(row, 'in_force')],
  ),
  'publishing-decisions': unitTable(
    sums({
      licences: 't2_admin_license_decisions',
      penalties: 't2_admin_penalty_decisions',
      coercion: 't2_admin_coercion_decisions',
    }),
    (row) => [count(row, 'licences'), count(row, 'penalties'), count(row, 'coercion')],
    { breaks: [2021] },
  ),

  'applications-volume': yearTable(
    sums({
      received: 'applications_new',
      decided: 't3_results_total_total',
      carried_out: 't3_carried_out_total',
    }),
    (row) => [count(row, 'received'), count(row, 'decided'), count(row, 'carried_out')],
  ),
  'applications-applicants': pooledTable(
    Object.fromEntries(applicants.map((code) => [code, `t3_new_received_${code}`])),
  ),
  'applications-outcomes-years': yearTable(
    sums(outcomes),
    (row) => outcomeNames.map((name) => count(row, name)),
    'together',
  ),
  'applications-rates': yearTable(ratesSql, (row) => rateNames.flatMap((name) => rate(row, name))),
  'applications-outcomes-units': unitTable(
    sums(outcomes),
    (row) => outcomeNames.map((name) => count(row, name)),
    { breaks: [2019] },
  ),
  'applications-reasons': pooledTable(Object.fromEntries(reasons.map((row) => [row, `t3_${row}_total`]))),
  'applications-units-years': unitYearTable(sums({ received: 'applications_new' }), (row) =>
    count(row, 'received'),
  ),

  'appeals-review-years': appealYears('review'),
  'appeals-lit_direct-years': appealYears('lit_direct'),
  'appeals-lit_after_review-years': appealYears('lit_after_review'),
  'appeals-review-units': appealUnits('review'),
  'appeals-lit_direct-units': appealUnits('lit_direct'),
  'appeals-lit_after_review-units': appealUnits('lit_after_review'),
  'appeals-correction': unitTable(correctionSql, (row) => rate(row, 'correction'), {
    keep: (row) => row['correction_num'] !== null,
    breaks: [2019, 2024],
  }),
  'appeals-units-years': unitYearTable(sums({ reviews: 'reviews' }), (row) => count(row, 'reviews')),
};

/** The page of compare again, on a rate. */
export const rateAnswers: Readonly<Record<string, Answer>> = {
  'compare-dots': unitTable(
    rateSql('all_decided', disclosed, 't3_results_total_total'),
    (row) => rate(row, 'all_decided'),
    { breaks: [2019] },
  ),
  'compare-whole': yearTable(rateSql('all_decided', disclosed, 't3_results_total_total'), (row) =>
    rate(row, 'all_decided'),
  ),
  'compare-heat': unitYearTable(
    rateSql('all_decided', disclosed, 't3_results_total_total'),
    (row) => rate(row, 'all_decided')[0]!,
  ),
  'compare-lines': unitYearTable(
    rateSql('all_decided', disclosed, 't3_results_total_total'),
    (row) => rate(row, 'all_decided')[0]!,
  ),
};

/** The page of compare on cases that may return with their result: years are never added, only the last one counts. */
export const caseAnswers: Readonly<Record<string, Answer>> = {
  'compare-dots': unitTable(sums({ reviews: 'reviews' }), (row) => [count(row, 'reviews')], {
    lastYear: true,
  }),
  'compare-whole': yearTable(sums({ reviews: 'reviews' }), (row) => [count(row, 'reviews')]),
  'compare-heat': unitYearTable(sums({ reviews: 'reviews' }), (row) => count(row, 'reviews')),
  'compare-lines': unitYearTable(sums({ reviews: 'reviews' }), (row) => count(row, 'reviews')),
};
