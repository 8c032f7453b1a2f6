import { join } from 'node:path';
import { translator } from '../../../src/i18n';
import type { Level } from '../../../src/dataset';
import { distFolder } from './app';
import type { Dataset, ShownTable } from './dashboard';
import { nativeSql } from './native';
import type { PlainRow } from './native';

/**
 * A view of the dashboard, said again in SQL. Nothing here uses `src/metrics`: these are the numbers that the screen is
 * held to.
 */
export interface View {
  readonly dataset: Dataset;
  /** '' for all. */
  readonly area: string;
  readonly level: Level;
  readonly years: readonly [number, number];
  /** What rows stand for: agencies, or the areas below when there are too many. */
  readonly unit: 'agency' | 'area';
}

export const addressOf = (page: string, view: View, more = ''): string =>
  `#/${page}?d=${view.dataset}&a=${view.area}&l=${view.level}&y=${view.years.join('-')}${more}`;

/** Rows of a statement over the Parquet that the site serves. */
export const ask = (view: View, sql: string): Promise<PlainRow[]> =>
  nativeSql(view.dataset, sql, join(distFolder, 'data'));

const areaColumns: Readonly<Record<number, string>> = { 2: 'province_id', 4: 'city_id', 6: 'county_id' };

/** The reports of a view. */
export function scope({ area, level, years }: View): string {
  const within = area === '' ? '' : ` AND r.${areaColumns[area.length]} = '${area}'`;
  return `r.is_primary AND r.level = '${level}' AND r.year BETWEEN ${years[0]} AND ${years[1]}${within}`;
}

/** The column that rows stand for: nationwide views are told by province. */
export const unitColumn = ({ unit }: View): string => (unit === 'agency' ? 'r.agency_id' : 'r.province_id');

export const yearsOf = ({ years: [from, to] }: View): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

const words = translator('zh');
const whole = new Intl.NumberFormat('zh', { maximumFractionDigits: 0 });
const decimal = new Intl.NumberFormat('zh', { maximumFractionDigits: 2 });
const short = new Intl.NumberFormat('zh', {
  notation: 'compact',
  compactDisplay: 'short',
  maximumFractionDigits: 1,
});
const percents = [0, 1].map(
  (digits) =>
    new Intl.NumberFormat('zh', {
      style: 'percent',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }),
);

export const written = (value: number): string =>
  Number.isInteger(value) ? whole.format(value) : decimal.format(value);
export const writtenShort = (value: number): string =>
  Math.abs(value) >= 10_000 ? short.format(value) : whole.format(value);
export const percent = (share: number, digits: 0 | 1 = 1): string => percents[digits]!.format(share);

export const noReport = words('absence.none');
export const notStated = words('absence.missing');
/** How a dataset says that nobody states a number; of one collected by hand it may be that nobody looked. */
export const absentIn = ({ dataset }: View): string =>
  dataset === 'real' ? words('absence.uncollected') : notStated;
export const nothingToDivide = '—';

/** A sum as a cell: no row, no report; nobody states it, not stated; else the number. */
export function count(row: PlainRow | undefined, name: string): string {
  if (row === undefined) return noReport;
  const value = row[name];
  return value === null || value === undefined ? notStated : written(Number(value));
}

/** A rate as three cells: in percent, numerator, denominator. */
export function rate(row: PlainRow | undefined, name: string): string[] {
  if (row === undefined) return [noReport, '', ''];
  const [numerator, denominator] = [row[`${name}_num`], row[`${name}_den`]];
  if (numerator === null || denominator === null) return [notStated, '', ''];
  const cells = [written(Number(numerator)), written(Number(denominator))];
  return Number(denominator) === 0
    ? [nothingToDivide, ...cells]
    : [percent(Number(numerator) / Number(denominator)), ...cells];
}

/** Numerator and denominator over the reports that state both, and how many do. */
export const rateSql = (name: string, numerator: string, denominator: string): string =>
  `sum(${numerator}) FILTER (${denominator} IS NOT NULL) AS ${name}_num,
   sum(${denominator}) FILTER (${numerator} IS NOT NULL) AS ${name}_den,
   count(${numerator} + ${denominator}) AS ${name}_n`;

/** Rows and columns in an order of their own, so that tables compare whatever is sorted how. */
export function sorted({ heads, rows }: ShownTable): ShownTable {
  const order = heads
    .map((head, index) => ({ head, index }))
    .sort((a, b) => (a.index === 0 ? -1 : b.index === 0 ? 1 : a.head < b.head ? -1 : a.head > b.head ? 1 : 0))
    .map(({ index }) => index);
  const arranged = (cells: readonly string[]): string[] => order.map((index) => cells[index] ?? '');
  return {
    heads: arranged(heads),
    rows: rows.map(arranged).sort((a, b) => (a.join('\t') < b.join('\t') ? -1 : 1)),
  };
}
