import type { Work } from '../limits';
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
  /** The cells whose lower edge the end of the page cut off. */
  readonly open: readonly RuledCell[];
  /** The cell at a point, edges included; null outside the table. */
  readonly cellAt: (x: number, y: number) => RuledCell | null;
}

/** Lines closer than this are one line: borders of neighbouring cells are often drawn twice. */
const CLOSE = 2.5;
/** Most cells of a table: a page of a report has far fewer. */
const MOST_CELLS = 10_000;
/** Most pairs of lines of a page that are compared: a map or a diagram has more, and is no table. */
const MOST_COMPARED = 3_000_000;

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

/** Sets of numbers from 0 that are joined two by two. */
class Sets {
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

  /** The sets, in the order of their first members. */
  groups(): number[][] {
    const found = new Map<number, number[]>();
    for (let i = 0; i < this.#parents.length; i++) {
      const known = found.get(this.find(i));
      if (known) known.push(i);
      else found.set(this.find(i), [i]);
    }
    return [...found.values()];
  }
}

/** Points on a side of the squares by which lines near one another are found, and how many are in a row. */
const SQUARE = 24;
const SQUARES = 256;
const MOST_SQUARES = 1_000_000;

/** Squares of the page that a line runs through; what lies outside counts to those at the edge. */
function squaresOf({ x1, x2, y1, y2 }: Ruling): number[] {
  const at = (n: number): number => Math.min(SQUARES - 1, Math.max(0, Math.floor(n / SQUARE)));
  const found: number[] = [];
  for (let x = at(x1 - CLOSE); x <= at(x2 + CLOSE); x++)
    for (let y = at(y1 - CLOSE); y <= at(y2 + CLOSE); y++) found.push(x * SQUARES + y);
  return found;
}

/** Sets of lines that hang together; null for a drawing of more lines than could be compared. */
function components(lines: readonly Ruling[], work: Work): Ruling[][] | null {
  const squares = new Map<number, number[]>();
  let entries = 0;
  for (const [i, line] of lines.entries()) {
    for (const square of squaresOf(line)) {
      const known = squares.get(square);
      if (known) known.push(i);
      else squares.set(square, [i]);
      entries++;
    }
    if (entries > MOST_SQUARES) return null;
  }
  const sets = new Sets(lines.length);
  let left = MOST_COMPARED;
  for (const near of squares.values()) {
    left -= near.length ** 2 / 2;
    if (left < 0) return null;
    work.spend(near.length ** 2 / 4);
    for (const [k, a] of near.entries())
      for (const b of near.slice(k + 1))
        if (sets.find(a) !== sets.find(b) && touch(lines[a] as Ruling, lines[b] as Ruling)) sets.join(a, b);
  }
  return sets.groups().map((group) => group.map((i) => lines[i] as Ruling));
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
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length > MOST_CELLS) return null;
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const x = (i: number): number => xs[i] ?? 0;
  const y = (i: number): number => ys[i] ?? 0;
  const near = (all: readonly Ruling[], side: 'x1' | 'y1', places: readonly number[]): Ruling[][] =>
    places.map((place) => all.filter((line) => Math.abs(line[side] - place) <= CLOSE));
  const uprightsAt = near(uprights, 'x1', xs);
  const levelsAt = near(levels, 'y1', ys);
  const drawnAt = near(drawn, 'y1', ys);
  const hasUpright = (i: number, row: number): boolean =>
    (uprightsAt[i] ?? []).some(
      (line) => line.y1 <= (y(row) + y(row + 1)) / 2 && line.y2 >= (y(row) + y(row + 1)) / 2,
    );
  const hasLevel = (i: number, column: number, among = levelsAt): boolean =>
    (among[i] ?? []).some(
      (line) => line.x1 <= (x(column) + x(column + 1)) / 2 && line.x2 >= (x(column) + x(column + 1)) / 2,
    );
  const isOpen = (i: number, from: number, to: number): boolean =>
    Array.from({ length: to - from + 1 }, (_, k) => from + k).some((column) => !hasLevel(i, column, drawnAt));
  const areas = new Sets(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const here = row * columns + column;
      if (column + 1 < columns && !hasUpright(column + 1, row)) areas.join(here, here + 1);
      if (row + 1 < rows && !hasLevel(row + 1, column)) areas.join(here, here + columns);
    }
  const owners: RuledCell[] = [];
  const cells = areas.groups().map((group): RuledCell => {
    const [inRows, inColumns] = [group.map((i) => Math.floor(i / columns)), group.map((i) => i % columns)];
    const [top, bottom] = [Math.min(...inRows), Math.max(...inRows)];
    const [first, last] = [Math.min(...inColumns), Math.max(...inColumns)];
    const cell = {
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
    for (const i of group) owners[i] = cell;
    return cell;
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    left: x(0),
    right: x(columns),
    low: y(rows),
    high: y(0),
    cells,
    open: cells.filter((cell) => cell.isOpenBelow),
    cellAt: (atX, atY) => {
      const [column, row] = [
        xs.findIndex((edge) => atX <= edge) - 1,
        ys.findIndex((edge) => atY >= edge) - 1,
      ];
      const isOn = atX >= x(0) && atY <= y(0) && column >= -1 && row >= -1;
      return isOn ? (owners[Math.max(0, row) * columns + Math.max(0, column)] ?? null) : null;
    },
  };
}

/**
 * The ruled tables of a page, from the top down; null where it draws too much to tell. A frame around a page is a table
 * of one cell.
 */
export const tablesOf = (rulings: readonly Ruling[], work: Work): RuledTable[] | null =>
  components(rulings, work)
    ?.map(tableOf)
    .filter((table) => table !== null)
    .filter((table) => table.cells.length > 1)
    .sort((a, b) => b.high - a.high) ?? null;
