import type { Datum, TableCell, TableModel } from '../../charts';
import { metric, valueOf } from '../../metrics';
import { datumOf, labelOf, unitOf, type PageContext, type Row } from './context';

type Column = TableModel['columns'][number];

/** The number of a datum, or its reason. */
export const cellOf = (datum: Datum): TableCell =>
  datum.value ?? (datum.absence ? { absence: datum.absence } : null);

/** Column of a metric's value. */
export function valueColumn(context: PageContext, id: string): Column {
  const { kind } = metric(id);
  return {
    key: id,
    label: labelOf(context, id),
    numeric: true,
    ...(unitOf(context, id) ? { unit: unitOf(context, id) } : {}),
    digits: kind === 'rate' ? 1 : kind === 'money' ? 2 : 0,
  };
}

/** Columns that show a metric: its value, for a rate also numerator and denominator. */
export function metricColumns(context: PageContext, id: string): readonly Column[] {
  const { t } = context;
  const label = labelOf(context, id);
  const parts: readonly Column[] =
    metric(id).kind === 'rate'
      ? [
          { key: `${id}_num`, label: t('table.numerator', { label }), numeric: true, digits: 0 },
          { key: `${id}_den`, label: t('table.denominator', { label }), numeric: true, digits: 0 },
        ]
      : [];
  return [valueColumn(context, id), ...parts];
}

/** The cells that `metricColumns` announces. */
export function metricCells(row: Row | undefined, id: string): readonly TableCell[] {
  const datum: Datum = row ? datumOf(valueOf(row, id)) : { value: null, absence: 'none' };
  const parts = metric(id).kind === 'rate' ? [datum.numerator ?? null, datum.denominator ?? null] : [];
  return [cellOf(datum), ...parts];
}

export const reportsIn = (row: Row | undefined): number => Number(row?.['reports'] ?? 0);

/** Reports that state a metric, of those held: zero for a row without reports. */
const statingIn = (row: Row | undefined, id: string): number => Number(row?.[`${id}__n`] ?? 0);

/**
 * Whether each metric tells how many reports state it, or all together: the parts of one table of the form are stated
 * in the same reports, and the one that most of them state stands for all, as in the source line.
 */
export type Stating = 'each' | 'together';

/** Columns that say on how many reports a row rests: those that state its numbers, of those held. */
export function reportsColumns(
  context: PageContext,
  measures: readonly string[],
  stating: Stating,
): readonly Column[] {
  const { t } = context;
  const column = (key: string, label: string): Column => ({ key, label, numeric: true, digits: 0 });
  const each =
    stating === 'each' && measures.length > 1
      ? measures.map((id) => column(`${id}__n`, t('table.stating_of', { label: labelOf(context, id) })))
      : [column('stating', t('table.stating'))];
  return [...each, column('reports', t('table.held_reports'))];
}

/** The cells that `reportsColumns` announces; of several rows together, their sums. */
export function reportsCells(
  rows: readonly (Row | undefined)[],
  measures: readonly string[],
  stating: Stating,
): readonly number[] {
  const sum = (of: (row: Row | undefined) => number): number => rows.reduce((all, row) => all + of(row), 0);
  const each =
    stating === 'each'
      ? measures.map((id) => sum((row) => statingIn(row, id)))
      : [sum((row) => Math.max(0, ...measures.map((id) => statingIn(row, id))))];
  return [...each, sum(reportsIn)];
}

/** Table of years × metrics. */
export function yearTable(
  context: PageContext,
  years: readonly number[],
  rows: ReadonlyMap<number, Row>,
  measures: readonly string[],
  stating: Stating,
): TableModel {
  return {
    columns: [
      { key: 'year', label: context.t('table.year'), numeric: false },
      ...measures.flatMap((id) => metricColumns(context, id)),
      ...reportsColumns(context, measures, stating),
    ],
    rows: years.map((year) => ({
      id: String(year),
      cells: [
        String(year),
        ...measures.flatMap((id) => metricCells(rows.get(year), id)),
        ...reportsCells([rows.get(year)], measures, stating),
      ],
    })),
  };
}

/** Table of agencies or areas × metrics; agencies link to their newest report. */
export function unitTable(
  context: PageContext,
  entries: readonly { readonly id: string; readonly name: string; readonly row: Row }[],
  measures: readonly string[],
): TableModel {
  const { t } = context;
  const medians = context.unit === 'area' ? measures.filter((id) => metric(id).kind !== 'rate') : [];
  return {
    columns: [
      { key: context.unit, label: context.t(`table.${context.unit}`), numeric: false },
      ...measures.flatMap((id) => metricColumns(context, id)),
      ...medians.map((id) => ({
        ...valueColumn(context, id),
        key: `${id}_p50`,
        label: t('table.median_of', { label: labelOf(context, id) }),
        digits: 1,
      })),
      ...reportsColumns(context, measures, 'together'),
    ],
    rows: entries.map(({ id, name, row }) => {
      const href = unitHref(context, id);
      return {
        id,
        cells: [
          name,
          ...measures.flatMap((one) => metricCells(row, one)),
          ...medians.map((one) =>
            typeof row[`${one}__p50`] === 'number' ? Number(row[`${one}__p50`]) : null,
          ),
          ...reportsCells([row], measures, 'together'),
        ],
        ...(href ? { href } : {}),
      };
    }),
  };
}

/** Where a row leads: an agency to its newest report, an area to the same page about it. */
export const unitHref = (context: PageContext, id: string): string | null =>
  context.unit === 'agency' ? context.reportHref(id) : id ? context.href({ area: id }) : null;
