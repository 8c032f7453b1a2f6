import type { Ruling } from './page';

/** A cell of a ruled table, in points of its page; rows and columns count from 0 at the top left. */
export interface RuledCell {
  readonly row: number;
  readonly column: number;
  readonly span: number;
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
  /** Whether no level line closes it at the edge of the table: the page ends, or begins, within it. */
  readonly isOpenAbove: boolean;
  readonly isOpenBelow: boolean;
}

export interface RuledTable {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
  readonly cells: readonly RuledCell[];
}

/** Lines closer than this are one line: borders of neighbouring cells are often drawn twice. */
const CLOSE = 2.5;
/** Most lines of a table in one direction: a page of a report has no more. */
const MOST_LINES = 200;

/** Means of numbers that lie close together, ascending. */
export function clusters(numbers: readonly number[]): number[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  const found: number[][] = [];
  for (const number of sorted) {
    const last = found.at(-1);
    if (last && number - (last.at(-1) ?? 0) <= CLOSE) last.push(number);
    else found.push([number]);
  }
  return found.map((group) => group.reduce((a, b) => a + b, 0) / group.length);
}

const isLevel = (line: Ruling): boolean => line.y1 === line.y2;

const touch = (a: Ruling, b: Ruling): boolean =>
  a.x1 <= b.x2 + CLOSE && b.x1 <= a.x2 + CLOSE && a.y1 <= b.y2 + CLOSE && b.y1 <= a.y2 + CLOSE;

/** Sets of lines that hang together. */
function components(lines: readonly Ruling[]): Ruling[][] {
  const open = new Set(lines);
  const found: Ruling[][] = [];
  for (const line of open) {
    open.delete(line);
    const group = [line];
    for (const member of group)
      for (const other of open)
        if (touch(member, other)) {
          open.delete(other);
          group.push(other);
        }
    found.push(group);
  }
  return found;
}

/** Joins elementary cells that no line keeps apart: a cell over several rows or columns. */
class Areas {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, i) => i);
  }

  find(i: number): number {
    const parent = this.#parents[i] ?? i;
    return parent === i ? i : (this.#parents[i] = this.find(parent));
  }

  join(a: number, b: number): void {
    this.#parents[this.find(a)] = this.find(b);
  }
}

/** Where upright lines end beyond the outermost level line: the edge that the end of a page cut off. */
function openEdge(uprights: readonly Ruling[], outermost: number, side: 'y1' | 'y2'): Ruling[] {
  const beyond = uprights.filter((line) =>
    side === 'y1' ? line.y1 < outermost - 2 * CLOSE : line.y2 > outermost + 2 * CLOSE,
  );
  if (beyond.length < 2) return [];
  const y = Math[side === 'y1' ? 'min' : 'max'](...beyond.map((line) => line[side]));
  return [
    {
      x1: Math.min(...beyond.map((line) => line.x1)),
      x2: Math.max(...beyond.map((line) => line.x1)),
      y1: y,
      y2: y,
    },
  ];
}

function tableOf(lines: readonly Ruling[]): RuledTable | null {
  const drawn = lines.filter(isLevel);
  const uprights = lines.filter((line) => !isLevel(line));
  if (drawn.length === 0 || uprights.length === 0) return null;
  const above = openEdge(uprights, Math.max(...drawn.map((line) => line.y1)), 'y2');
  const below = openEdge(uprights, Math.min(...drawn.map((line) => line.y1)), 'y1');
  const levels = [...drawn, ...above, ...below];
  const xs = clusters(uprights.map((line) => line.x1));
  const ys = clusters(levels.map((line) => line.y1)).reverse();
  if (xs.length < 2 || ys.length < 2 || xs.length > MOST_LINES || ys.length > MOST_LINES) return null;
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const x = (i: number): number => xs[i] ?? 0;
  const y = (i: number): number => ys[i] ?? 0;
  const hasUpright = (i: number, row: number): boolean =>
    uprights.some(
      (line) =>
        Math.abs(line.x1 - x(i)) <= CLOSE &&
        line.y1 <= (y(row) + y(row + 1)) / 2 &&
        line.y2 >= (y(row) + y(row + 1)) / 2,
    );
  const hasLevel = (i: number, column: number, among = levels): boolean =>
    among.some(
      (line) =>
        Math.abs(line.y1 - y(i)) <= CLOSE &&
        line.x1 <= (x(column) + x(column + 1)) / 2 &&
        line.x2 >= (x(column) + x(column + 1)) / 2,
    );
  const isOpen = (i: number, from: number, to: number): boolean =>
    Array.from({ length: to - from + 1 }, (_, k) => from + k).some((column) => !hasLevel(i, column, drawn));
  const areas = new Areas(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const here = row * columns + column;
      if (column + 1 < columns && !hasUpright(column + 1, row)) areas.join(here, here + 1);
      if (row + 1 < rows && !hasLevel(row + 1, column)) areas.join(here, here + columns);
    }
  const members = new Map<number, number[]>();
  for (let i = 0; i < rows * columns; i++)
    members.set(areas.find(i), [...(members.get(areas.find(i)) ?? []), i]);
  const cells = [...members.values()].map((group): RuledCell => {
    const [inRows, inColumns] = [group.map((i) => Math.floor(i / columns)), group.map((i) => i % columns)];
    const [top, bottom] = [Math.min(...inRows), Math.max(...inRows)];
    const [first, last] = [Math.min(...inColumns), Math.max(...inColumns)];
    return {
      row: top,
      column: first,
      span: last - first + 1,
      left: x(first),
      right: x(last + 1),
      low: y(bottom + 1),
      high: y(top),
      isOpenAbove: top === 0 && isOpen(0, first, last),
      isOpenBelow: bottom === rows - 1 && isOpen(rows, first, last),
    };
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    left: x(0),
    right: x(columns),
    low: y(rows),
    high: y(0),
    cells,
  };
}

/** The ruled tables of a page, from the top down. A frame around a page is a table of one cell. */
export const tablesOf = (rulings: readonly Ruling[]): RuledTable[] =>
  components(rulings)
    .map(tableOf)
    .filter((table) => table !== null)
    .filter((table) => table.cells.length > 1)
    .sort((a, b) => b.high - a.high);
