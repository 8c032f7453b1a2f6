import type { GridCell, Row } from '../blocks';
import { boxAt } from './boxes';
import { clusters, type RuledCell, type RuledTable } from './grid';
import { textOfCell } from './lines';
import type { PdfPage, PdfText } from './page';

type Area = Pick<RuledTable, 'left' | 'right' | 'low' | 'high'>;

/** Text at the cut end of a row may stand below the lines that were drawn, by so many of its heights. */
const OVERHANG = 1.3;

/** Whether the middle of a text lies in an area that goes on `below` its lower edge by so much. */
function isInside(text: PdfText, area: Area, below = 0): boolean {
  const [x, y] = [text.x + text.width / 2, text.y + text.size / 3];
  return x >= area.left && x <= area.right && y >= area.low - below && y <= area.high;
}

/** The cell in which a text stands, if any. */
function cellOf(text: PdfText, table: RuledTable): RuledCell | null {
  const [x, y] = [text.x + text.width / 2, text.y + text.size / 3];
  return table.cellAt(x, y) ?? table.open.find((cell) => isInside(text, cell, OVERHANG * text.size)) ?? null;
}

export const isInTable = (text: PdfText, table: RuledTable): boolean => cellOf(text, table) !== null;

/** A cell with the edges that tell which cell of the next page goes on with it. */
export interface PlacedCell extends GridCell {
  text: string;
  column: number;
  span: number;
  readonly left: number;
  readonly right: number;
  readonly isOpenAbove: boolean;
  readonly isOpenBelow: boolean;
}

export interface PlacedTable {
  readonly table: RuledTable;
  readonly rows: readonly (readonly PlacedCell[])[];
}

export function placeCells(
  page: PdfPage,
  table: RuledTable,
  texts: readonly PdfText[],
  number: number,
): PlacedTable {
  const cellTexts = new Map(table.cells.map((cell) => [cell, [] as PdfText[]]));
  for (const text of texts) {
    const cell = cellOf(text, table);
    if (cell) cellTexts.get(cell)?.push(text);
  }
  const rows = new Map<number, PlacedCell[]>();
  for (const cell of table.cells) {
    const { row, column, span, left, right, low, high, isOpenAbove, isOpenBelow } = cell;
    const before = rows.get(row) ?? [];
    rows.set(row, before);
    const at = {
      ...boxAt(page, left, right, low, high),
      table: number,
      row: row + 1,
      cell: before.length + 1,
    };
    before.push({
      text: textOfCell(cellTexts.get(cell) ?? []),
      at,
      column,
      span,
      left,
      right,
      isOpenAbove,
      isOpenBelow,
    });
  }
  return { table, rows: [...rows.values()] };
}

/** Edges of the same column on two pages differ by no more. */
const SAME_EDGE = 4;

/** Digits before and after the end of a page may be one number or two: kept apart, they are read as neither. */
const joined = (a: string, b: string): string => (/\d$/.test(a) && /^\d/.test(b) ? `${a} ${b}` : a + b);

const sameColumns = (a: PlacedCell, b: PlacedCell): boolean =>
  Math.abs(a.left - b.left) <= SAME_EDGE && Math.abs(a.right - b.right) <= SAME_EDGE;

/** `1.`, `（二）`, `三、`: labels of rows begin with one, the rest of a label never does. */
const ORDINAL = /^(?:\d{1,2}[.．、]|[（(]?[一二三四五六七八九十]+[）)、.．])/;

/** Whether a row holds only the rest of labels whose beginning stands on the page before. */
function isRest(cells: readonly PlacedCell[]): boolean {
  const filled = cells.filter((cell) => cell.text !== '');
  return (
    filled.length * 3 <= cells.length && filled.every(({ text }) => !ORDINAL.test(text) && !/^\d/.test(text))
  );
}

/**
 * Puts the texts with which a page goes on with the cells of a row to those of the page before; a row that is empty
 * then is left out.
 */
export function goOn(before: PlacedTable, after: PlacedTable): PlacedTable {
  const [first = [], ...others] = after.rows;
  const cells = before.rows.flat();
  const end = before.rows.at(-1) ?? [];
  const rest = isRest(first);
  for (const cell of first) {
    const start =
      (cell.isOpenAbove ? cells.find((it) => it.isOpenBelow && sameColumns(it, cell)) : undefined) ??
      (rest ? end.find((it) => ORDINAL.test(it.text) && sameColumns(it, cell)) : undefined);
    if (!start) continue;
    start.text = joined(start.text, cell.text);
    cell.text = '';
  }
  return first.every((cell) => cell.text === '') ? { ...after, rows: others } : after;
}

/**
 * Whether a table has an outer edge of the one before, so that it may be its part on another page: a cell over many
 * rows that was cut need not be drawn again.
 */
export const hasSameEdge = (a: PlacedTable, b: PlacedTable): boolean =>
  Math.abs(a.table.left - b.table.left) <= SAME_EDGE || Math.abs(a.table.right - b.table.right) <= SAME_EDGE;

/** Counts the columns of the parts of one table alike: a page on which two are not divided has fewer lines. */
export function alignColumns(parts: readonly PlacedTable[]): void {
  if (parts.length < 2) return;
  const cells = parts.flatMap(({ rows }) => rows.flat());
  const edges = clusters(cells.flatMap(({ left, right }) => [left, right]));
  const nearest = (x: number): number =>
    edges.reduce((best, edge, i) => (Math.abs(edge - x) < Math.abs((edges[best] ?? 0) - x) ? i : best), 0);
  for (const cell of cells) {
    cell.column = nearest(cell.left);
    cell.span = Math.max(1, nearest(cell.right) - cell.column);
  }
}

export const asRows = ({ rows }: PlacedTable): Row[] =>
  rows.map((cells) => ({ kind: 'row', cells, at: cells[0]?.at ?? {} }));
