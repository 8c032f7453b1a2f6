import type { Table } from 'apache-arrow';
import type { Row } from '../shared/context';
import { rowsOf } from '../shell/atlas.svelte';
import { parseCells, type SourceBlock } from './source/source-text';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOrNull = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value);

/** Day of an Arrow date, which is a moment at midnight UTC. */
export function dayOrNull(value: unknown): string | null {
  const moment = value instanceof Date ? value : typeof value === 'number' ? new Date(value) : null;
  return moment && !Number.isNaN(moment.valueOf()) ? moment.toISOString().slice(0, 10) : null;
}

/** Where something stands in its source, all counted from 1. */
export interface Place {
  /** Page of a PDF. */
  readonly page: number | null;
  /** Paragraph of a web page or PDF; `column` counts in it, else in the line. */
  readonly paragraph: number | null;
  readonly line: number | null;
  readonly column: number | null;
  /** Letters from `column` on; null where the whole line or cell is meant. */
  readonly length: number | null;
  readonly table: number | null;
  readonly row: number | null;
  readonly cell: number | null;
}

const placeOf = (row: Row): Place => ({
  page: numberOrNull(row['at_page']),
  paragraph: numberOrNull(row['at_paragraph']),
  line: numberOrNull(row['at_line']),
  column: numberOrNull(row['at_column']),
  length: numberOrNull(row['at_length']),
  table: numberOrNull(row['at_table']),
  row: numberOrNull(row['at_row']),
  cell: numberOrNull(row['at_cell']),
});

export interface ReportRecord {
  readonly id: string;
  readonly agencyId: string;
  readonly agency: string;
  readonly level: string;
  readonly scope: string;
  readonly year: number;
  /** `YYYY-MM-DD`. */
  readonly published: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly origin: string;
  readonly sourceNote: string | null;
  readonly form: string | null;
  readonly tableStates: Readonly<Record<'t2' | 't3' | 't4', string>>;
  readonly publishedTotal: number | null;
  readonly publishedPrecision: string | null;
  readonly receivedScope: string | null;
  /** Unit of the change of applications: cases, percent. */
  readonly changeUnit: string | null;
  readonly categoryList: string | null;
  readonly derivedCells: number;
  /** Area ids from province to township. */
  readonly areas: readonly string[];
  /** Columns of the cells: printed or proven numbers. */
  readonly numbers: Row;
}

const reportOf = (row: Row): ReportRecord => ({
  id: text(row['report_id']),
  agencyId: text(row['agency_id']),
  agency: text(row['agency']),
  level: text(row['level']),
  scope: text(row['scope']),
  year: Number(row['year']),
  published: dayOrNull(row['published']),
  title: textOrNull(row['title']),
  url: textOrNull(row['url']),
  origin: text(row['origin']),
  sourceNote: textOrNull(row['source_note']),
  form: textOrNull(row['form']),
  tableStates: { t2: text(row['t2_state']), t3: text(row['t3_state']), t4: text(row['t4_state']) },
  publishedTotal: numberOrNull(row['published_total']),
  publishedPrecision: textOrNull(row['published_total_precision']),
  receivedScope: textOrNull(row['applications_received_scope']),
  changeUnit: textOrNull(row['applications_change_unit']),
  categoryList: textOrNull(row['category_list']),
  derivedCells: Number(row['derived_cells']),
  areas: ['province_id', 'city_id', 'county_id', 'township_id'].map((key) => text(row[key])).filter(Boolean),
  numbers: row,
});

export interface EvidenceRecord {
  readonly code: string;
  readonly value: number | null;
  readonly state: string;
  readonly raw: string | null;
  readonly derived: boolean;
  readonly at: Place;
}

const evidenceOf = (row: Row): EvidenceRecord => ({
  code: text(row['code']),
  value: numberOrNull(row['value']),
  state: text(row['state']),
  raw: textOrNull(row['raw']),
  derived: row['derived'] === true,
  at: placeOf(row),
});

/** An entry of an enumeration: published items by category or by channel. */
export interface CountedRecord {
  readonly position: number;
  readonly label: string;
  /** Id in the common list of categories or channels. */
  readonly kind: string;
  readonly count: number;
  readonly approx: boolean;
  readonly at: Place;
}

const countedOf =
  (kind: 'category' | 'channel') =>
  (row: Row): CountedRecord => ({
    position: Number(row['position']),
    label: text(row['label']),
    kind: text(row[kind]),
    count: Number(row['count']),
    approx: row['approx'] === true,
    at: placeOf(row),
  });

export interface StatisticRecord {
  readonly position: number;
  readonly code: string | null;
  readonly label: string;
  readonly unit: string | null;
  readonly value: number | null;
  readonly cumulative: number | null;
  readonly at: Place;
}

const statisticOf = (row: Row): StatisticRecord => ({
  position: Number(row['position']),
  code: textOrNull(row['code']),
  label: text(row['label']),
  unit: textOrNull(row['unit']),
  value: numberOrNull(row['value']),
  cumulative: numberOrNull(row['cumulative']),
  at: placeOf(row),
});

export interface FindingRecord {
  readonly rule: string;
  readonly severity: string;
  readonly table: string | null;
  readonly codes: readonly string[];
  readonly expected: number | null;
  readonly found: number | null;
  readonly detail: string | null;
}

const findingOf = (row: Row): FindingRecord => ({
  rule: text(row['rule']),
  severity: text(row['severity']),
  table: textOrNull(row['table_id']),
  codes: text(row['codes']).split(' ').filter(Boolean),
  expected: numberOrNull(row['expected']),
  found: numberOrNull(row['found']),
  detail: textOrNull(row['detail']),
});

export interface SectionRecord {
  readonly position: number;
  readonly section: number | null;
  readonly title: string;
  readonly text: string;
  readonly line: number | null;
}

const sectionOf = (row: Row): SectionRecord => ({
  position: Number(row['position']),
  section: numberOrNull(row['section']),
  title: text(row['title']),
  text: text(row['text']),
  line: numberOrNull(row['at_line']),
});

/** Something that was not read, or is a guess. */
export interface ProblemRecord {
  readonly position: number;
  readonly code: string;
  readonly table: string | null;
  readonly detail: string | null;
  readonly at: Place;
}

const problemOf = (row: Row): ProblemRecord => ({
  position: Number(row['position']),
  code: text(row['code']),
  table: textOrNull(row['table_id']),
  detail: textOrNull(row['detail']),
  at: placeOf(row),
});

const sourceBlockOf = (row: Row): SourceBlock & { readonly position: number } => ({
  position: Number(row['position']),
  at: placeOf(row),
  ...(row['kind'] === 'row'
    ? { kind: 'row', cells: parseCells(text(row['cells'])) }
    : { kind: 'line', text: text(row['text']) }),
});

const inOrder = <T extends { readonly position: number }>(rows: readonly T[]): readonly T[] =>
  [...rows].sort((a, b) => a.position - b.position);

/** How each table of one report becomes records. */
export const parsers = {
  reports: (table: Table) => rowsOf(table).map(reportOf),
  evidence: (table: Table) => rowsOf(table).map(evidenceOf),
  items: (table: Table) => inOrder(rowsOf(table).map(countedOf('category'))),
  channels: (table: Table) => inOrder(rowsOf(table).map(countedOf('channel'))),
  findings: (table: Table) => rowsOf(table).map(findingOf),
  problems: (table: Table) => inOrder(rowsOf(table).map(problemOf)),
  sources: (table: Table) => inOrder(rowsOf(table).map(sourceBlockOf)),
  narratives: (table: Table) => inOrder(rowsOf(table).map(sectionOf)),
  statistics: (table: Table) => inOrder(rowsOf(table).map(statisticOf)),
} as const;

export type PartName = keyof typeof parsers;
export type Records = { readonly [Name in PartName]: ReturnType<(typeof parsers)[Name]> };
