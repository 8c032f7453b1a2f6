import type { Axis, ChartModel, Datum, Emphasis, NamedSeries, StackModel, Tone } from '../../charts';
import { metric, valueOf } from '../../metrics';
import {
  breaksOf,
  datumOf,
  labelOf,
  noReport,
  notesOf,
  unitDatum,
  unitId,
  unitName,
  unitOf,
  yearsOf,
  type PageContext,
  type Row,
} from './context';
import { yearTable } from './tables';

/** Rows of one chart at most; the rest is in the table. */
export const rowLimit = 40;

export interface Heading {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
}

export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly row: Row;
}

export const axisOf = (context: PageContext, id: string): Axis => ({
  kind: metric(id).kind === 'rate' && metric(id).unit.zh === '%' ? 'share' : 'value',
  unit: unitOf(context, id),
});

export const rowsByYear = (rows: readonly Row[]): ReadonlyMap<number, Row> =>
  new Map(rows.map((row) => [Number(row['year']), row]));

/** Reports behind an answer: those that state any of the measures, never more than were counted. */
export function reportsBehind(rows: readonly Row[], measures: readonly string[]): number {
  return rows.reduce(
    (sum, row) => sum + Math.max(0, ...measures.map((id) => Number(row[`${id}__n`] ?? 0))),
    0,
  );
}

export const sourceLine = (
  context: PageContext,
  key: 't2' | 't3' | 't4' | 'text' | 'mixed',
  reports: number,
): string =>
  context.t('source.line', {
    where: context.t(`source.${key}`),
    reports: context.format.count(reports),
    version: context.manifest.version,
  });

/**
 * A model without a drawing, that says why there is none: nobody states the number, or `stating` reports do and had no
 * case.
 */
export function emptyOf(
  { t, format, manifest }: PageContext,
  stating = 0,
): { readonly drawing: null; readonly empty: string } {
  if (stating > 0)
    return { drawing: null, empty: t('chart.empty.no_cases', { reports: format.count(stating) }) };
  return { drawing: null, empty: t(manifest.by_hand > 0 ? 'chart.empty.uncollected' : 'chart.empty') };
}

export const hasNumber = (data: readonly Datum[]): boolean => data.some((datum) => datum.value !== null);

export const remarks = (...lines: readonly (string | undefined)[]): { remark?: string } => {
  const text = lines.filter((line) => line).join(' ');
  return text ? { remark: text } : {};
};

/** Years whose reports differ by more than this are not compared by their sums without a word. */
const unevenBy = 1.2;

/**
 * A sum over more reports is larger: says so where the years rest on different numbers of reports. Rates are not
 * concerned.
 */
function unevenRemark(
  context: PageContext,
  rows: readonly Row[],
  measures: readonly string[],
): string | undefined {
  const counts = measures
    .filter((id) => metric(id).kind !== 'rate')
    .map((id) => rows.map((row) => Number(row[`${id}__n`] ?? 0)).filter((n) => n > 0))
    .filter((list) => list.length > 1);
  const [low, high] = [Math.min(...counts.flat()), Math.max(...counts.flat())];
  return counts.some((list) => Math.max(...list) > unevenBy * Math.min(...list))
    ? context.t('chart.uneven', { low: context.format.count(low), high: context.format.count(high) })
    : undefined;
}

/** Share of the reports behind its neighbour's sum that a sum must rest on to be drawn beside it. */
const leastCoverage = 0.5;

/** A sum over a few reports beside one over many would be read as small: it is left to the table. */
function comparableDatum(row: Row, id: string, measures: readonly string[]): Datum {
  const most = Math.max(...measures.map((one) => Number(row[`${one}__n`] ?? 0)));
  const few = metric(id).kind !== 'rate' && Number(row[`${id}__n`] ?? 0) < leastCoverage * most;
  return few ? { value: null, absence: 'missing' } : datumOf(valueOf(row, id));
}

/** Lines of metrics over the years, stopped at the breaks of their series. */
export function yearLines(
  context: PageContext,
  heading: Heading,
  rows: readonly Row[],
  measures: readonly string[],
  source: string,
  options: { readonly remark?: string } = {},
): ChartModel {
  const years = yearsOf(context);
  const at = rowsByYear(rows);
  const emphasis: readonly Emphasis[] = ['first', 'second', 'third'];
  const series: NamedSeries[] = measures.map((id, index) => ({
    id,
    name: labelOf(context, id),
    emphasis: emphasis[index] ?? 'rest',
    data: years.map((year) => {
      const row = at.get(year);
      return row ? comparableDatum(row, id, measures) : noReport;
    }),
  }));
  const first = measures[0] ?? '';
  const base = {
    ...heading,
    table: yearTable(context, years, at, measures, 'each'),
    source,
    notes: notesOf(context, measures),
    ...remarks(options.remark, unevenRemark(context, rows, measures)),
  };
  if (!series.some((one) => hasNumber(one.data)))
    return { ...base, ...emptyOf(context, reportsBehind(rows, measures)) };
  return {
    ...base,
    drawing: {
      type: 'line',
      years,
      series,
      breaks: breaksOf(context, measures),
      axis: axisOf(context, first),
    },
  };
}

export interface PartSpec {
  readonly id: string;
  readonly tone: Tone;
}

export const partsOf = (
  specs: readonly PartSpec[],
  rows: readonly (Row | undefined)[],
  nameOf: (id: string) => string,
): StackModel['parts'] =>
  specs.map(({ id, tone }) => ({
    id,
    name: nameOf(id),
    tone,
    data: rows.map((row) => (row ? datumOf(valueOf(row, id)) : noReport)),
  }));

export const absenceOfRow = (
  row: Row | undefined,
  specs: readonly PartSpec[],
): { absence?: 'missing' | 'none' } => {
  if (!row) return { absence: 'none' };
  return specs.every(({ id }) => valueOf(row, id).state === 'missing') ? { absence: 'missing' } : {};
};

/** Bars of parts over the years. */
export function yearStack(
  context: PageContext,
  heading: Heading,
  rows: readonly Row[],
  specs: readonly PartSpec[],
  source: string,
  options: {
    readonly shares?: boolean;
    readonly remark?: string;
    readonly partName?: (id: string) => string;
  } = {},
): ChartModel {
  const years = yearsOf(context);
  const at = rowsByYear(rows);
  const measures = specs.map((spec) => spec.id);
  const perYear = years.map((year) => at.get(year));
  const parts = partsOf(specs, perYear, options.partName ?? ((id) => labelOf(context, id)));
  const base = {
    ...heading,
    table: yearTable(context, years, at, measures, 'together'),
    source,
    notes: notesOf(context, measures),
    ...remarks(options.remark, options.shares ? undefined : unevenRemark(context, rows, measures)),
  };
  if (!parts.some((part) => hasNumber(part.data)))
    return { ...base, ...emptyOf(context, reportsBehind(rows, measures)) };
  return {
    ...base,
    drawing: {
      type: 'stack',
      orientation: 'vertical',
      shares: options.shares ?? false,
      rows: years.map((year, index) => ({
        id: String(year),
        name: String(year),
        ...absenceOfRow(perYear[index], specs),
      })),
      parts,
      breaks: breaksOf(context, measures),
      axis: axisOf(context, measures[0] ?? ''),
    },
  };
}

/**
 * Entries sorted by a metric, largest first; those without a number last, by name. A rate is sorted by the lower bound
 * of its interval: one case out of one tops no list.
 */
export function sortedEntries(context: PageContext, rows: readonly Row[], id: string): readonly Entry[] {
  const order = (row: Row): number => {
    const { value, low } = unitDatum(context, row, id);
    return low ?? value ?? -Infinity;
  };
  return rows
    .map((row) => ({ id: unitId(context, row), name: unitName(context, row), row }))
    .sort((a, b) => order(b.row) - order(a.row) || a.name.localeCompare(b.name, 'zh'));
}

/** Sum of several metrics in a row, for sorting stacks. */
export const sumOf = (row: Row, specs: readonly PartSpec[]): number =>
  specs.reduce((sum, { id }) => {
    const value = valueOf(row, id);
    return sum + (value.state === 'value' ? value.value : 0);
  }, 0);

export const limitRemark = (context: PageContext, all: number): string | undefined =>
  all > rowLimit ? context.t('chart.limited', { shown: rowLimit, all }) : undefined;

/** Rows up to which also those without a number are drawn; in a longer chart they would bury the others. */
const fullRows = 20;

/** The entries that are drawn, and what is said of those that are not. All are in the table. */
export function drawn<E>(
  context: PageContext,
  entries: readonly E[],
  hasValue: (entry: E) => boolean,
): { readonly shown: readonly E[]; readonly remark: string | undefined } {
  const stating = entries.length > fullRows ? entries.filter(hasValue) : entries;
  const unstated = entries.length - stating.length;
  const remark = [
    unstated ? context.t('chart.unstated', { count: unstated }) : '',
    limitRemark(context, stating.length) ?? '',
  ]
    .filter(Boolean)
    .join(' ');
  return { shown: stating.slice(0, rowLimit), remark: remark || undefined };
}
