import type { Table } from 'apache-arrow';
import { areaLevel } from '../dataset';
import { tableOf, type ColumnKind } from './arrow-table';
import { aggregates, childAreaColumn } from './compile';
import { metric, metrics } from './dictionary';
import type { Question } from './question';

/** Metrics whose distribution over agencies the summary holds. */
const spreads = ['published_items', 'applications_new'];
const summaryMetrics = metrics.filter((one) => one.summary);
const countPrefix = 'items__';
const reportsPrefix = 'item_reports__';

/** SQL of the area ids that the summary has rows for: the root and the areas one level below. */
const areasUnder = (root: string): readonly string[] => {
  const level = areaLevel(root);
  return [level ? `${level}_id` : `''`, childAreaColumn(root)];
};

/**
 * One SELECT over the tables `reports` and `items`: a row for each (area, level, year), where the areas are the
 * dataset's root (`area_id` '' or its id) and the areas one level below. Columns: `area_id`, `level`, `year`,
 * `reports`, the aggregates of every metric with `summary`, `items__<category>` (sum) and `item_reports__<category>`
 * (reports that list it; `all` for any).
 */
export function summarySql(root: string, categories: readonly string[]): string {
  const measures = summaryMetrics.flatMap((one) => aggregates(one, spreads.includes(one.id)).sql);
  const perCategory = categories.flatMap((id) => [
    `sum(CASE WHEN l.category = '${id}' THEN l.count END)::DOUBLE AS ${countPrefix}${id}`,
    `count(DISTINCT CASE WHEN l.category = '${id}' THEN r.report_id END)::INTEGER AS ${reportsPrefix}${id}`,
  ]);
  const parts = areasUnder(root).map(
    (area) => `
      SELECT a.*, b.* EXCLUDE (k_area, k_level, k_year) FROM (
        SELECT ${area} AS area_id, level, year, count(*)::INTEGER AS reports, ${measures.join(', ')}
        FROM reports WHERE is_primary AND ${area} IS NOT NULL GROUP BY ALL
      ) a LEFT JOIN (
        SELECT ${area} AS k_area, r.level AS k_level, r.year AS k_year,
          count(DISTINCT r.report_id)::INTEGER AS ${reportsPrefix}all, ${perCategory.join(', ')}
        FROM items l JOIN reports r ON r.report_id = l.report_id WHERE r.is_primary GROUP BY ALL
      ) b ON a.area_id = b.k_area AND a.level = b.k_level AND a.year = b.k_year`,
  );
  return `${parts.join(' UNION ALL ')} ORDER BY area_id, level, year`;
}

/**
 * Whether the summary gives the exact answer: sums over years of one area and level add up, medians do not, and only
 * the measures and areas that it holds can be asked.
 */
export function summaryAnswers(question: Question, areas: ReadonlySet<string>): boolean {
  const { from, by, measures, where, spread } = question;
  if (where.agencies || !areas.has(where.area)) return false;
  if (from === 'items') return by.every((dimension) => dimension === 'year' || dimension === 'category');
  if (from !== 'reports' || by.some((dimension) => dimension !== 'year')) return false;
  if (spread && (by.length === 0 || measures.some((id) => !spreads.includes(id)))) return false;
  return measures.every((id) => metric(id).summary);
}

type Row = Readonly<Record<string, unknown>>;

const add = (rows: readonly Row[], key: string): number | null => {
  const stated = rows.map((row) => row[key]).filter((value) => value !== null && value !== undefined);
  return stated.length ? stated.reduce<number>((sum, value) => sum + Number(value), 0) : null;
};

const groupBy = (rows: readonly Row[], byYear: boolean): readonly (readonly Row[])[] => {
  if (!byYear) return [rows];
  const years = new Map<number, Row[]>();
  for (const row of rows) {
    const year = Number(row['year']);
    years.set(year, [...(years.get(year) ?? []), row]);
  }
  return [...years.entries()].sort(([a], [b]) => a - b).map(([, group]) => group);
};

function reportColumns(question: Question): Record<string, ColumnKind> {
  const { by, measures, spread } = question;
  const columns: Record<string, ColumnKind> = by.length ? { year: 'int32' } : {};
  columns['reports'] = 'int32';
  for (const id of measures) {
    const names =
      metric(id).kind === 'rate'
        ? [`${id}__num`, `${id}__den`]
        : [id, ...(spread ? [10, 50, 90].map((p) => `${id}__p${p}`) : [])];
    for (const name of names) columns[name] = 'double';
    columns[`${id}__n`] = 'int32';
  }
  return columns;
}

function answerReports(question: Question, rows: readonly Row[]): Table {
  const columns = reportColumns(question);
  const records = groupBy(rows, question.by.length > 0).map((group) =>
    Object.fromEntries(
      Object.keys(columns).map((name) => {
        if (name === 'year') return [name, Number(group[0]?.['year'])];
        const total = add(group, name);
        return [name, columns[name] === 'int32' ? (total ?? 0) : total];
      }),
    ),
  );
  return tableOf(records, columns);
}

function answerItems(question: Question, rows: readonly Row[]): Table {
  const byYear = question.by.includes('year');
  const byCategory = question.by.includes('category');
  const categories = Object.keys(rows[0] ?? {})
    .filter((name) => name.startsWith(countPrefix))
    .map((name) => name.slice(countPrefix.length));
  const records = groupBy(rows, byYear).flatMap((group): Row[] => {
    const year = byYear ? { year: Number(group[0]?.['year']) } : {};
    const counts = categories
      .map((id) => ({
        category: id,
        count: add(group, countPrefix + id),
        reports: add(group, reportsPrefix + id),
      }))
      .filter((entry) => entry.count !== null);
    if (byCategory) return counts.map((entry) => ({ ...year, ...entry }));
    if (!counts.length) return [];
    const count = counts.reduce((sum, entry) => sum + (entry.count ?? 0), 0);
    return [{ ...year, count, reports: add(group, `${reportsPrefix}all`) }];
  });
  return tableOf(records, {
    ...(byYear ? { year: 'int32' } : {}),
    ...(byCategory ? { category: 'text' } : {}),
    reports: 'int32',
    count: 'double',
  });
}

/** Rows of a summary, made once: every question of the first screen reads them. */
const rowsOfSummary = new WeakMap<Table, readonly Row[]>();

function rowsIn(summary: Table): readonly Row[] {
  const known = rowsOfSummary.get(summary);
  if (known) return known;
  const rows: readonly Row[] = summary.toArray().map((row: { toJSON(): Row }) => row.toJSON());
  rowsOfSummary.set(summary, rows);
  return rows;
}

/** Answers from the summary table, or null when it cannot do so exactly. Sums come as in a full scan. */
export function answerFromSummary(summary: Table, question: Question): Table | null {
  const all = rowsIn(summary);
  const areas = new Set(all.map((row) => String(row['area_id'])));
  if (!summaryAnswers(question, areas)) return null;
  const { area, level, years } = question.where;
  const rows = all.filter(
    (row) =>
      row['area_id'] === area &&
      row['level'] === level &&
      Number(row['year']) >= years[0] &&
      Number(row['year']) <= years[1],
  );
  return question.from === 'items' ? answerItems(question, rows) : answerReports(question, rows);
}
