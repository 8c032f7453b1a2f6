import type { ChartModel, Datum } from '../../charts';
import { categories, channelsTaxonomy } from '../../dataset';
import type { Question } from '../../metrics';
import { where, yearsOf, type PageContext, type Row } from './context';
import { emptyOf, rowLimit, type Heading } from './models';
import { cellOf } from './tables';

/** Categories side by side at most: more names would not be legible. */
const columnLimit = 10;

export type List = 'items' | 'channels';
const keyOf: Readonly<Record<List, 'category' | 'channel'>> = { items: 'category', channels: 'channel' };

export const listQuestion = (
  context: PageContext,
  from: List,
  ...by: readonly ('year' | 'unit')[]
): Question => ({
  from,
  measures: [],
  by: [...by.map((one) => (one === 'unit' ? context.unit : one)), keyOf[from]],
  where: where(context),
});

/** Reports that list anything at all, for the coverage. */
export const listCoverage = (context: PageContext, from: List): Question => ({
  from,
  measures: [],
  by: [],
  where: where(context),
});

/** Name of a category or channel. */
export function entryName(context: PageContext, list: List, id: string): string {
  const all: readonly {
    readonly id: string;
    readonly label: { readonly zh: string; readonly en: string };
  }[] = list === 'items' ? categories : channelsTaxonomy;
  return all.find((entry) => entry.id === id)?.label[context.lang] ?? id;
}

/** There may be reports that do not list it: that is not zero, and not "no report". */
const notListed: Datum = { value: null, absence: 'missing' };

const countOf = (row: Row | undefined): Datum =>
  row && typeof row['count'] === 'number'
    ? { value: row['count'], n: Number(row['reports'] ?? 0) }
    : notListed;

/** Entries that say nothing about the subject: they stand last and are no finding. */
export const isResidual = (id: unknown): boolean =>
  id === 'other' || id === 'stated_other' || id === 'by_channel';

const byCount = (a: Row, b: Row): number => Number(b['count'] ?? 0) - Number(a['count'] ?? 0);

/** Bars of categories or channels, largest first, `other` last. */
export function listBars(
  context: PageContext,
  heading: Heading,
  list: List,
  rows: readonly Row[],
  source: string,
  remark?: string,
): ChartModel {
  const key = keyOf[list];
  const sorted = [...rows].sort(
    (a, b) => Number(isResidual(a[key])) - Number(isResidual(b[key])) || byCount(a, b),
  );
  const { t } = context;
  const total = rows.reduce((sum, row) => sum + Number(row['count'] ?? 0), 0);
  const unit = t('unit.items');
  const base = {
    ...heading,
    table: {
      columns: [
        { key, label: t(`table.${key}`), numeric: false },
        { key: 'count', label: t('table.items'), numeric: true, unit, digits: 0 },
        { key: 'share', label: t('table.share'), numeric: true, unit: '%', digits: 1 },
        { key: 'reports', label: t(`table.listing.${key}`), numeric: true, digits: 0 },
      ],
      rows: sorted.map((row) => ({
        id: String(row[key]),
        cells: [
          entryName(context, list, String(row[key])),
          Number(row['count']),
          total ? (Number(row['count']) / total) * 100 : null,
          Number(row['reports'] ?? 0),
        ],
      })),
    },
    source,
    notes: [t(`notes.${list}`)],
    ...(remark ? { remark } : {}),
  };
  if (!rows.length) return { ...base, ...emptyOf(context) };
  return {
    ...base,
    drawing: {
      type: 'bar',
      rows: sorted.map((row, index) => ({
        id: String(row[key]),
        name: entryName(context, list, String(row[key])),
        emphasis: index === 0 ? 'first' : 'rest',
        datum: countOf(row),
      })),
      axis: { kind: 'value', unit },
    },
  };
}

/** A key of a row as text; '' for a null, e.g. an agency without a county. */
const textIn = (row: Row, key: string): string => String(row[key] ?? '');

const indexBy = (rows: readonly Row[], first: string, second: string): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [`${textIn(row, first)}\t${textIn(row, second)}`, row]));

const idsByTotal = (rows: readonly Row[], key: string): readonly string[] => {
  const totals = new Map<string, number>();
  for (const row of rows) {
    const id = textIn(row, key);
    totals.set(id, (totals.get(id) ?? 0) + Number(row['count'] ?? 0));
  }
  return [...totals.entries()].sort(([, a], [, b]) => b - a).map(([id]) => id);
};

/** Categories × years or categories × agencies, shaded by count. A pair that nobody lists is not stated, not zero. */
export function listHeat(
  context: PageContext,
  heading: Heading,
  list: List,
  rows: readonly Row[],
  across: 'year' | 'unit',
  source: string,
): ChartModel {
  const key = keyOf[list];
  const unitKey = context.unit === 'agency' ? 'agency_id' : 'area_id';
  const named = new Map(rows.map((row) => [textIn(row, unitKey), row]));
  const entries = idsByTotal(rows, key);
  const units = across === 'year' ? yearsOf(context).map(String) : idsByTotal(rows, unitKey);
  const at = indexBy(rows, across === 'year' ? 'year' : unitKey, key);
  const nameOfUnit = (id: string): string => {
    const agency = named.get(id)?.['agency'];
    return across === 'year'
      ? id
      : context.nameOf(context.unit, id, typeof agency === 'string' ? agency : undefined);
  };
  const datum = (unit: string, entry: string): Datum => countOf(at.get(`${unit}\t${entry}`));
  const { t } = context;
  const years = across === 'year';
  // Years run to the right with categories below; agencies run down with categories to the right.
  const [rowIds, columnIds] = years ? [entries, units] : [units, entries];
  const cell = (row: string, column: string): Datum => (years ? datum(column, row) : datum(row, column));
  const rowName = (id: string): string => (years ? entryName(context, list, id) : nameOfUnit(id));
  const columnName = (id: string): string => (years ? id : entryName(context, list, id));
  const said = [
    rowIds.length > rowLimit ? t('chart.limited', { shown: rowLimit, all: rowIds.length }) : '',
    !years && columnIds.length > columnLimit
      ? t('chart.columns', { shown: columnLimit, all: columnIds.length })
      : '',
  ].filter(Boolean);
  const limits = said.length ? { remark: said.join(' ') } : {};
  const base = {
    ...heading,
    table: {
      columns: [
        { key: 'name', label: t(years ? `table.${key}` : `table.${context.unit}`), numeric: false },
        ...columnIds.map((id) => ({
          key: id,
          label: columnName(id),
          numeric: true,
          unit: t('unit.items'),
          digits: 0,
        })),
      ],
      rows: rowIds.map((row) => ({
        id: row,
        cells: [rowName(row), ...columnIds.map((column) => cellOf(cell(row, column)))],
      })),
    },
    source,
    notes: [t(`notes.${list}`)],
    ...limits,
  };
  if (!rows.length) return { ...base, ...emptyOf(context) };
  const shown = rowIds.slice(0, rowLimit);
  const heads = years ? columnIds : columnIds.slice(0, columnLimit);
  return {
    ...base,
    drawing: {
      type: 'heat',
      rows: shown.map((id) => ({ id, name: rowName(id), emphasis: 'rest' })),
      columns: heads.map((id) => ({ id, name: columnName(id) })),
      cells: shown.map((row) => heads.map((column) => cell(row, column))),
      breaks: [],
      axis: { kind: 'value', unit: t('unit.items') },
    },
  };
}
