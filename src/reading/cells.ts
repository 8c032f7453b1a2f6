import { type CellCode, cellDefinition, type TableId } from '../forms';
import type { Candidate, ValueCell } from './candidates';
import { readCell } from './numbers';
import type { At, Cell, CellState, ProblemCode, ReadingProblem } from './types';
import type { Window } from './windows';

const RAW = 40;

const cut = (text: string): string =>
  /\s/.test(text) ? text.replace(/\s+/g, ' ').trim().slice(0, RAW) : text.slice(0, RAW);

/** A sign or a fraction. */
const NO_COUNT = /^\s*[+\-−＋－]\s*[\d０-９]|[\d０-９][.．][\d０-９]/;

/** Whether a count of table 2 stands where only another column may: then none of its row is where it seems. */
const isMoved = (codes: readonly CellCode[], values: readonly (ValueCell | null)[]): boolean =>
  codes.some((code, i) => {
    return cellDefinition(code).number === 'count' && NO_COUNT.test(values[i]?.text ?? '');
  });

const isSamePlace = (a: At, b: At): boolean =>
  a.line === b.line && a.table === b.table && a.row === b.row && a.page === b.page;

/** Whether something is printed in a cell; digits that could not be told apart are. */
const says = ({ state, raw }: Cell): boolean =>
  state === 'value' ||
  state === 'slash' ||
  state === 'word' ||
  (state === 'unreadable' && /\d/.test(raw ?? ''));

/** Cells of one report while they are collected, with what went wrong. */
export class CellSheet {
  readonly cells = Object.create(null) as Partial<Record<CellCode, Cell>>;
  readonly problems: ReadingProblem[] = [];
  /** Cells in which something is printed. */
  filled = 0;

  /** `end`: where the document ends. */
  constructor(readonly end: At | null = null) {}

  /** Whether the document was cut off behind the label of a row. */
  #isCut({ cells, at }: Candidate): boolean {
    return this.end !== null && cells.length === 0 && isSamePlace(at, this.end);
  }

  #set(code: CellCode, cell: Cell): void {
    const before = this.cells[code];
    this.filled += Number(says(cell)) - Number(before !== undefined && says(before));
    this.cells[code] = cell;
  }

  problem(code: ProblemCode, table: TableId, detail?: string, at?: ReadingProblem['at']): void {
    this.problems.push({
      code,
      table,
      ...(detail === undefined ? {} : { detail }),
      ...(at === undefined ? {} : { at }),
    });
  }

  /** All cells of a list in one state without a value. */
  absent(
    codes: readonly CellCode[],
    state: CellState,
    raw: string | null = null,
    at: Cell['at'] = null,
  ): void {
    for (const code of codes) this.#set(code, { value: null, state, raw, at });
  }

  put(code: CellCode, cell: ValueCell | null, at: Cell['at'], headed = ''): void {
    if (!cell) {
      this.#set(code, { value: null, state: 'blank', raw: '', at });
      return;
    }
    const { number, unit, table } = cellDefinition(code);
    const { value, state, converted } = readCell(cell.text, number, unit, headed);
    this.#set(code, { value, state, raw: cut(cell.text), at: cell.at });
    if (converted) this.problem('unit_converted', table, code, cell.at);
    if (state === 'unreadable') this.problem('cell_unreadable', table, code, cell.at);
  }

  /** A cell of a run of digits: decided by the sums of its table, or open. */
  divided(code: CellCode, value: number | null, text: string, at: Cell['at']): void {
    this.#set(
      code,
      value === null
        ? { value, state: 'unreadable', raw: cut(text), at }
        : { value, state: 'value', raw: cut(text), at, derived_from_identities: true },
    );
  }

  /** One row of a form. `none` is a row whose cells are printed blank; `unit` is what its labels print for an amount. */
  row(
    codes: readonly CellCode[],
    candidate: Candidate,
    window: Window,
    table: TableId,
    row: string,
    unit = '',
  ): void {
    const isDoubtful =
      window === 'unclear' ||
      this.#isCut(candidate) ||
      (table === 't2' && window !== 'none' && isMoved(codes, window));
    if (isDoubtful) {
      this.absent(codes, 'unreadable', cut(candidate.cells.map((cell) => cell.text).join(' ')), candidate.at);
      this.problem('row_cells_unclear', table, row, candidate.at);
    } else if (window === 'none') this.absent(codes, 'blank', '', candidate.at);
    else codes.forEach((code, i) => this.put(code, window[i] ?? null, candidate.at, unit));
  }
}
