import type { Block, GridCell } from '../blocks';
import { limits } from '../limits';
import { isValueLike } from '../numbers';
import { rowNamesOf } from '../row-names';
import { t2Slots, t3Slots } from '../slots';
import { child, childrenNamed, type XmlElement } from './xml';

/** What a cell holds as text, and whether it is drawn as a cell: a border shows where a blank belongs to a table. */
export interface Held {
  readonly text: string;
  readonly isDrawn: boolean;
}

/** A rectangle of merged cells, ends included; rows from 1, columns from 0. */
interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface SheetRow {
  readonly number: number;
  readonly held: ReadonlyMap<number, Held>;
  readonly merges: readonly Merge[];
  /** Whether rows are left out between this and the one before. */
  readonly isApart: boolean;
}

/** Merged cells beyond are no form. */
const MERGES = 5_000;
/** A text that stands alone and is longer is a paragraph, however many cells are merged for it. */
const LONGEST_LABEL = 60;

/** `AB12` → row 12, column 27. */
function placeOf(reference: string | undefined): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? '');
  if (!match) return null;
  const column = [...(match[1] ?? '')].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]), column };
}

function mergesOf(sheet: XmlElement): Merge[] {
  const cells = childrenNamed(child(sheet, 'x:mergeCells'), 'x:mergeCell').slice(0, MERGES);
  return cells.flatMap((cell): Merge[] => {
    const [from, to] = (cell.attributes.get('ref') ?? '').split(':').map(placeOf);
    return from && to ? [{ top: from.row, bottom: to.row, left: from.column, right: to.column }] : [];
  });
}

const hidden = (element: XmlElement): boolean =>
  ['1', 'true'].includes(element.attributes.get('hidden') ?? '');

function hiddenColumns(sheet: XmlElement, check: () => void): Set<number> {
  const columns = new Set<number>();
  for (const group of childrenNamed(child(sheet, 'x:cols'), 'x:col').filter(hidden)) {
    check();
    const from = Math.max(Number(group.attributes.get('min')), 1);
    const to = Math.min(Number(group.attributes.get('max')), limits.columns);
    for (let column = from; column <= to; column++) columns.add(column - 1);
  }
  return columns;
}

/** Rows and columns of one sheet as they are seen: hidden ones are gone, and the columns that remain are counted. */
class Grid {
  readonly #merges: readonly Merge[];
  readonly #hidden: ReadonlySet<number>;
  readonly #hiddenRows = new Set<number>();

  constructor(
    readonly sheet: XmlElement,
    readonly hold: (cell: XmlElement) => Held,
    readonly check: () => void,
  ) {
    this.#merges = mergesOf(sheet);
    this.#hidden = hiddenColumns(sheet, check);
  }

  rows(): SheetRow[] {
    const rows: SheetRow[] = [];
    const texts = new Map<Merge, Held>();
    let number = 0;
    for (const row of childrenNamed(child(this.sheet, 'x:sheetData'), 'x:row')) {
      this.check();
      const before = number;
      number = Number(row.attributes.get('r') ?? number + 1);
      const merges = this.#merges.filter((it) => it.top <= number && number <= it.bottom);
      const held = this.#heldIn(row, number, merges, texts);
      if (hidden(row)) this.#hiddenRows.add(number);
      else rows.push({ number, held, merges, isApart: number > before + 1 });
    }
    return rows.map((row) => ({ ...row, held: this.#withMerged(row, texts) }));
  }

  #heldIn(
    row: XmlElement,
    number: number,
    merges: readonly Merge[],
    texts: Map<Merge, Held>,
  ): Map<number, Held> {
    const held = new Map<number, Held>();
    let column = -1;
    for (const cell of childrenNamed(row, 'x:c')) {
      this.check();
      column = placeOf(cell.attributes.get('r'))?.column ?? column + 1;
      if (column >= limits.columns) continue;
      const what = this.hold(cell);
      const merge = merges.find((it) => it.left <= column && column <= it.right);
      if (!merge) held.set(column, what);
      // What a merged cell hides under it is not seen.
      else if (merge.top === number && merge.left === column) texts.set(merge, what);
    }
    return held;
  }

  /** The text of a merged cell stands in the first of its rows and columns that is seen. */
  #withMerged({ number, held, merges }: SheetRow, texts: ReadonlyMap<Merge, Held>): Map<number, Held> {
    const all = new Map(held);
    for (const merge of merges) {
      if (this.#topOf(merge) !== number) continue;
      let left = merge.left;
      while (this.#hidden.has(left) && left < merge.right) left++;
      all.set(left, { text: texts.get(merge)?.text ?? '', isDrawn: true });
    }
    for (const column of all.keys()) if (this.#hidden.has(column)) all.delete(column);
    return all;
  }

  #topOf({ top, bottom }: Merge): number {
    let row = top;
    while (this.#hiddenRows.has(row) && row < bottom) row++;
    return row;
  }

  /** Cells of a row from one column to another, blanks included; `column` counts those that are seen. */
  cells({ number, held, merges }: SheetRow, from: number, to: number, table: number): GridCell[] {
    const cells: GridCell[] = [];
    let seen = 0;
    for (let column = 0; column <= to; column++) {
      this.check();
      if (this.#hidden.has(column)) continue;
      if (column < from) {
        seen++;
        continue;
      }
      const merge = merges.find((it) => it.left <= column && column <= it.right);
      const what = held.get(column);
      const right = Math.min(merge?.right ?? column, to);
      let span = 0;
      for (let covered = column; covered <= right; covered++) if (!this.#hidden.has(covered)) span++;
      if (what !== undefined || !merge)
        cells.push({
          text: what?.text ?? '',
          at: { table, row: number, cell: column + 1 },
          column: seen,
          span,
        });
      seen += span;
      column = right;
    }
    return cells;
  }

  /** Last column that a row reaches. */
  lastOf({ held, merges }: SheetRow): number {
    const drawn = [...held].filter(([, it]) => it.isDrawn || it.text !== '').map(([column]) => column);
    return Math.min(Math.max(-1, ...drawn, ...merges.map((it) => it.right)), limits.columns - 1);
  }
}

const firstOf = ({ held, merges }: SheetRow): number =>
  Math.min(
    ...[...held].filter(([, it]) => it.isDrawn || it.text !== '').map(([column]) => column),
    ...merges.map((it) => it.left),
  );

/** The text of a row that is a heading or a paragraph and no row of a table; null for all others. */
function aloneIn({ number, held, merges }: SheetRow): string | null {
  const drawn = [...held.values()].filter((it) => it.isDrawn || it.text !== '');
  const [only] = drawn.filter((it) => it.text !== '');
  const isCovered = merges.some((it) => it.top < number);
  if (!only || drawn.filter((it) => it.text !== '').length > 1 || isValueLike(only.text)) return null;
  return only.text.length > LONGEST_LABEL || (drawn.length === 1 && !isCovered) ? only.text : null;
}

const isRowName = rowNamesOf([...t2Slots, ...t3Slots]).has;

const isEmpty = ({ held }: SheetRow): boolean => [...held.values()].every((it) => it.text === '');

/**
 * Blocks of a sheet: texts that stand alone as lines, rows of tables with every cell between the first and the last
 * column of their table. `row` and `cell` of a place are those that Excel shows, `table` is the number of the sheet.
 */
export function sheetBlocks(
  sheet: XmlElement,
  table: number,
  hold: (cell: XmlElement) => Held,
  check: () => void,
): Block[] {
  const grid = new Grid(sheet, hold, check);
  const blocks: Block[] = [];
  let open: SheetRow[] = [];
  const close = (): void => {
    while (open.length > 1 && open.slice(-2).every(isEmpty)) open.pop();
    const from = Math.min(...open.map(firstOf));
    const to = Math.max(...open.map((row) => grid.lastOf(row)));
    for (const row of open) {
      check();
      const cells = grid.cells(row, from, to, table);
      if (cells.length > 0) blocks.push({ kind: 'row', cells, at: { table, row: row.number } });
    }
    open = [];
  };
  for (const row of grid.rows()) {
    if (blocks.length + open.length >= limits.blocks) break;
    check();
    // A row of nothing but cells that began above it.
    if (row.held.size === 0 && row.merges.length > 0) continue;
    const alone = aloneIn(row);
    // The label of a row whose cells are all blank, which no border draws.
    const text = open.length > 0 && alone !== null && isRowName(alone) ? null : alone;
    // A row that is not there, or has nothing in it and no border, ends a table.
    if (text !== null || grid.lastOf(row) < 0 || row.isApart) close();
    if (text !== null)
      for (const line of text.split('\n').filter((it) => it.trim() !== ''))
        blocks.push({ kind: 'line', text: line.trim(), at: { table, row: row.number } });
    else if (grid.lastOf(row) >= 0) open.push(row);
  }
  close();
  return blocks;
}
