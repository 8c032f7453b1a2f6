import { areaLevel, areaLevels, type Query } from '../dataset';
import { metric } from './dictionary';
import type { Dimension, Question, Where } from './question';
import type { Expression, Metric } from './types';

/** Text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const areaColumn = (id: string): string | null => {
  const level = areaLevel(id);
  return level && `${level}_id`;
};

/** Column of the areas one level below `area`; townships stay townships. */
export function childAreaColumn(area: string): string {
  const level = areaLevel(area);
  const next = level ? Math.min(areaLevels.indexOf(level) + 1, areaLevels.length - 1) : 0;
  return `${areaLevels[next]}_id`;
}

interface Part {
  readonly sql: readonly string[];
  readonly columns: readonly string[];
}

const groupings = (where: Where): Readonly<Record<Dimension, Part>> => ({
  year: { sql: ['r.year AS year'], columns: ['year'] },
  agency: {
    sql: ['r.agency_id AS agency_id', 'arg_max(r.agency, r.year) AS agency'],
    columns: ['agency_id', 'agency', 'year'],
  },
  area: {
    sql: [`r.${childAreaColumn(where.area)} AS area_id`],
    columns: [childAreaColumn(where.area)],
  },
  category: { sql: ['l.category AS category'], columns: [] },
  channel: { sql: ['l.channel AS channel'], columns: [] },
});

const groupKeys: Readonly<Record<Dimension, string>> = {
  year: 'year',
  agency: 'agency_id',
  area: 'area_id',
  category: 'category',
  channel: 'channel',
};

function filter(where: Where): Part {
  const [from, to] = where.years;
  const area = areaColumn(where.area);
  return {
    sql: [
      'r.is_primary',
      `r.level = ${literal(where.level)}`,
      `r.year BETWEEN ${Math.trunc(from)} AND ${Math.trunc(to)}`,
      ...(area ? [`r.${area} = ${literal(where.area)}`] : []),
      ...(where.agencies ? [`r.agency_id IN (${where.agencies.map(literal).join(', ')})`] : []),
    ],
    columns: [
      'is_primary',
      'level',
      'year',
      ...(area ? [area] : []),
      ...(where.agencies ? ['agency_id'] : []),
    ],
  };
}

const both = (sql: string, other: Expression): string =>
  `sum(CASE WHEN ${other.sql} IS NOT NULL THEN ${sql} END)::DOUBLE`;

/** Aggregates of one metric, as `Question` describes them. */
export function aggregates(one: Metric, spread = false): Part {
  if (one.kind === 'rate') {
    const { id, numerator, denominator } = one;
    return {
      sql: [
        `${both(numerator.sql, denominator)} AS ${id}__num`,
        `${both(denominator.sql, numerator)} AS ${id}__den`,
        `count(${numerator.sql} + ${denominator.sql})::INTEGER AS ${id}__n`,
      ],
      columns: [...numerator.columns, ...denominator.columns],
    };
  }
  const { id, value } = one;
  return {
    sql: [
      `sum(${value.sql})::DOUBLE AS ${id}`,
      `count(${value.sql})::INTEGER AS ${id}__n`,
      ...(spread
        ? [10, 50, 90].map((p) => `quantile_cont((${value.sql})::DOUBLE, ${p / 100}) AS ${id}__p${p}`)
        : []),
    ],
    columns: value.columns,
  };
}

const unique = (columns: readonly string[]): readonly string[] => [...new Set(columns)];

/** The SQL that answers a question by a full scan, and the columns it needs. */
export function compile(question: Question): Query {
  const { from, by, where, measures, spread = false } = question;
  const groups = by.map((dimension) => groupings(where)[dimension]);
  const wanted =
    from === 'reports'
      ? measures.map((id) => aggregates(metric(id), spread))
      : [{ sql: ['sum(l.count)::DOUBLE AS count'], columns: [] }];
  const filters = filter(where);
  const select = [
    ...groups.flatMap((group) => group.sql),
    from === 'reports' ? 'count(*)::INTEGER AS reports' : 'count(DISTINCT r.report_id)::INTEGER AS reports',
    ...wanted.flatMap((part) => part.sql),
  ];
  const keys = by.map((dimension) => groupKeys[dimension]);
  const source = from === 'reports' ? 'reports r' : `${from} l JOIN reports r ON r.report_id = l.report_id`;
  const grouping = keys.length ? ` GROUP BY ${keys.join(', ')} ORDER BY ${keys.join(', ')}` : '';
  const reportColumns = unique([
    ...filters.columns,
    ...groups.flatMap((group) => group.columns),
    ...(from === 'reports' ? wanted.flatMap((part) => part.columns) : ['report_id']),
  ]);
  const listColumns = ['report_id', 'count', ...by.filter((d) => d === 'category' || d === 'channel')];
  return {
    sql: `SELECT ${select.join(', ')} FROM ${source} WHERE ${filters.sql.join(' AND ')}${grouping}`,
    needs: {
      reports: reportColumns,
      ...(from === 'items' ? { items: listColumns } : {}),
      ...(from === 'channels' ? { channels: listColumns } : {}),
    },
  };
}
