import type { Candidate, Region, ValueCell } from './candidates';
import { isBlank, readCell } from './numbers';
import { fold } from './normalize';
import type { Window } from './windows';

/** What is known of the columns of rows that may have lost a cell and been filled up with a blank one. */
export interface Columns {
  /** Columns in one group, whose last one a row that lost a cell leaves blank. */
  readonly size: number;
  /** That column: the total of the others, never blank beside a number; the stock that some add to; or neither. */
  readonly last: 'total' | 'stock' | 'count';
  /** Columns that add to the stock. */
  readonly added?: readonly number[];
  /** How many of the columns of a group have a heading that was found. */
  readonly headings: number;
}

type Cells = readonly (ValueCell | null)[];

const isFilled = (cell: ValueCell | null | undefined): boolean => cell != null && !isBlank(cell.text);

const inGroups = (cells: Cells, size: number): readonly Cells[] =>
  (cells.length <= size ? [cells] : inFull(cells, size)).filter((group) => group.some(isFilled));

const numberIn = (cell: ValueCell | null | undefined): number =>
  cell ? (readCell(cell.text).value ?? 0) : 0;

const inFull = (row: Cells, size: number): Cells[] =>
  Array.from({ length: Math.ceil(row.length / size) }, (_, i) => row.slice(i * size, (i + 1) * size));

const partsOf = (group: Cells): number => group.slice(0, -1).reduce((sum, cell) => sum + numberIn(cell), 0);
const totalOf = (group: Cells): number => numberIn(group.at(-1));
const comesOut = (group: Cells): boolean => partsOf(group) === totalOf(group);

/**
 * Whether cells moved up into the place of a lost one: the last total is blank where others are not, sums do not come
 * out, and do with a cell put in again. A sum that is wrong in a row that lost none is the agency's own. Where all
 * totals are blank, a total that then stands in its place tells.
 */
function isShifted(row: Cells, size: number): boolean {
  const groups = inFull(row, size);
  const last = groups.at(-1) ?? [];
  if (isFilled(last.at(-1)) || groups.every(comesOut)) return false;
  if (!groups.some((group) => isFilled(group.at(-1))))
    return row.some((_, at) => {
      const again = inFull(row.toSpliced(at, 0, null).slice(0, -1), size);
      return again.every(comesOut) && again.some((group) => totalOf(group) > 0);
    });
  const mended = (at: number): boolean => {
    const again = inFull(row.toSpliced(at, 0, null).slice(0, -1), size);
    const [own, after] = [Math.floor(at / size), again.slice(Math.floor(at / size) + 1)];
    const group = again[own] ?? [];
    // What was lost is part of a total that is there, or the total itself; zeros alone show no move.
    const isLikely =
      totalOf(group) > 0 ? partsOf(group) <= totalOf(group) : after.some((it) => totalOf(it) > 0);
    return isLikely && again.every((it, i) => i === own || comesOut(it));
  };
  return last.some(isFilled) || row.some((_, at) => mended(at));
}

/**
 * Whether cells moved on because one before them stands twice: all totals are blank, one cell is too many, and without
 * it a total stands in its place and all sums come out.
 */
const isPushed = (row: Cells, count: number, size: number): boolean =>
  count === row.length + 1 &&
  !inFull(row, size).some((group) => isFilled(group.at(-1))) &&
  row.some((_, at) => {
    const again = inFull([...row.toSpliced(at, 1), null], size);
    return again.every(comesOut) && again.some((group) => totalOf(group) > 0);
  });

/**
 * Makes unclear the rows of plain text that may have lost a cell, so that values stand one column too far to the
 * side: a last column is blank where that of other rows is not, or beside a number, or a column is blank in all rows
 * and not every heading was found, so that the table may not have it. The cells of a real table are where they are:
 * there only the last column tells, when it is blank in all rows and a heading is missing, or when the sums of the
 * groups do not come out either.
 */
export function withoutLostCells(
  region: Region,
  windows: ReadonlyMap<Candidate, Window>,
  { size, last, headings, added = [] }: Columns,
): ReadonlyMap<Candidate, Window> {
  const all = [...windows.values()].filter((window) => typeof window !== 'string');
  const groups: Cells[] = [];
  for (const cells of all) groups.push(...inGroups(cells, size));
  const printsZeros = region.candidates.some((it) => it.cells.some((cell) => fold(cell.text) === '0'));
  const isUsual = printsZeros || (last === 'total' && groups.some((group) => isFilled(group.at(-1))));
  const isCut = (group: Cells): boolean =>
    !isFilled(group.at(-1)) &&
    (isUsual || (last === 'stock' ? added.some((i) => isFilled(group[i])) : isFilled(group.at(-2))));
  const lacksHeading = headings > 0 && headings < size;
  const hasNoLast = lacksHeading && groups.length > 0 && !groups.some((group) => isFilled(group.at(-1)));
  const hasEmpty =
    headings < size && (all[0] ?? []).some((_, column) => !all.some((cells) => isFilled(cells[column])));
  const isDoubtful = ({ cells, grid }: Candidate, window: Window): boolean => {
    if (size <= 1 || typeof window === 'string') return false;
    if (grid === 'exact') return hasNoLast || (last === 'total' && isShifted(window, size));
    if (grid === 'spaced') return false;
    if (last === 'total' && isPushed(window, cells.length, size)) return true;
    return (hasEmpty && (headings > 0 || cells.length > size)) || inGroups(window, size).some(isCut);
  };
  return new Map(
    [...windows].map(([candidate, window]) => [
      candidate,
      isDoubtful(candidate, window) ? 'unclear' : window,
    ]),
  );
}
