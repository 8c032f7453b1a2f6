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

/** Column that says on how many reports a row rests. */
export const reportsColumn = (context: PageContext): Column => ({
  key: 'reports',
  label: context.t('table.reports'),
  numeric: true,
  digits: 0,
});

export const reportsIn = (row: Row | undefined): number => Number(row?.['reports'] ?? 0);

/** Table of years × metrics. */
export function yearTable(
  context: PageContext,
  years: readonly number[],
  rows: ReadonlyMap<number, Row>,
  measures: readonly string[],
): TableModel {
  return {
    columns: [
      { key: 'year', label: context.t('table.year'), numeric: false },
      ...measures.flatMap((id) => metricColumns(context, id)),
      reportsColumn(context),
    ],
    rows: years.map((year) => ({
      id: String(year),
      cells: [
        String(year),
        ...measures.flatMap((id) => metricCells(rows.get(year), id)),
        reportsIn(rows.get(year)),
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
        key: `${id}_p50`,
        label: t('table.median_of', { label: labelOf(context, id) }),
        numeric: true,
        digits: 1,
      })),
      reportsColumn(context),
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
          reportsIn(row),
        ],
        ...(href ? { href } : {}),
      };
    }),
  };
}

/** Where a row leads: an agency to its newest report, an area to the same page about it. */
export const unitHref = (context: PageContext, id: string): string | null =>
  context.unit === 'agency' ? context.reportHref(id) : id ? context.href({ area: id }) : null;
