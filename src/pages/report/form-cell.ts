import type { CellCode } from '../../forms';
import type { EvidenceRecord, Place, ReportRecord } from './records';

/** As in the dataset, and `unknown` while or where the evidence is not there to say. */
export const cellStates = [
  'value',
  'blank',
  'slash',
  'word',
  'row_missing',
  'unreadable',
  'table_missing',
  'not_collected',
  'unknown',
] as const;
export type CellState = (typeof cellStates)[number];

/** A cell of the form as the page shows it. */
export interface FormCell {
  readonly code: CellCode;
  readonly state: CellState;
  /** Printed or proven number. */
  readonly value: number | null;
  readonly raw: string | null;
  /** Not printed, but proven by the sums of the form. */
  readonly derived: boolean;
  readonly at: Place | null;
}

const stateOf = (text: string): CellState => cellStates.find((state) => state === text) ?? 'unknown';

const numberIn = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value);

/**
 * What is known of a cell. Without evidence of its own a cell takes the state of its table; `evidence` null means that
 * it could not be loaded: the number of the report stands alone, printed or derived.
 */
export function formCell(
  code: CellCode,
  report: ReportRecord,
  evidence: ReadonlyMap<string, EvidenceRecord> | null,
): FormCell {
  const found = evidence?.get(code);
  if (found) {
    const { value, state, raw, derived, at } = found;
    return { code, state: stateOf(state), value, raw, derived, at };
  }
  const value = numberIn(report.numbers[code]);
  const bare = { code, value, raw: null, derived: false, at: null };
  if (evidence === null) return { ...bare, state: 'unknown' };
  const table = report.tableStates[code.slice(0, 2) as 't2' | 't3' | 't4'];
  const absent = table === 'table_missing' || table === 'unreadable' ? table : 'not_collected';
  return { ...bare, state: value === null ? absent : 'value' };
}

/** Look of a cell: one of each reason why there is no number, none of which looks like 0. */
export const explainedMarks = ['zero', 'derived', 'printed', 'blank', 'hatched', 'unread', 'dotted'] as const;
/** A plain number needs no explanation. */
export type CellMark = 'number' | (typeof explainedMarks)[number];

export function markOf({ state, value, derived }: FormCell): CellMark {
  if (value !== null) return derived ? 'derived' : value === 0 ? 'zero' : 'number';
  if (state === 'slash' || state === 'word') return 'printed';
  if (state === 'blank') return 'blank';
  if (state === 'unreadable') return 'unread';
  return state === 'row_missing' || state === 'table_missing' ? 'hatched' : 'dotted';
}

const longestWord = 6;

/** What stands in the cell: the number, or the sign that the source prints in its place. */
export function shownIn(cell: FormCell, decimal: (value: number) => string): string {
  if (cell.value !== null) return decimal(cell.value);
  const mark = markOf(cell);
  if (mark === 'unread') return '?';
  const raw = cell.raw?.trim() ?? '';
  if (mark !== 'printed') return '';
  if (raw === '') return cell.state === 'slash' ? '/' : '…';
  return raw.length > longestWord ? `${raw.slice(0, longestWord - 1)}…` : raw;
}
