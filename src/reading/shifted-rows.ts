import type { Candidate, Region, ValueCell } from './candidates';
import { isBlank } from './numbers';
import { fold } from './normalize';
import type { Window } from './windows';

/** What the columns of a table say of a row that lost a cell and was filled up at its end. */
export interface Tail {
  /** Columns in one group; its last column is the one that may be blank. */
  readonly size: number;
  /** Whether that column is the total of the others, and so never blank beside a number. */
  readonly isTotal: boolean;
}

/** More groups without a total are how somebody fills in tables. */
const HABIT = 3;

type Group = readonly (ValueCell | null)[];

const isFilled = (cell: ValueCell | null | undefined): boolean => cell != null && !isBlank(cell.text);

const groupsOf = (window: Window, size: number): Group[] =>
  typeof window === 'string'
    ? []
    : Array.from({ length: Math.ceil(window.length / size) }, (_, i) =>
        window.slice(i * size, (i + 1) * size),
      ).filter((group) => group.some(isFilled));

/**
 * Makes unclear the rows of plain text whose last column is blank beside a filled one, though that of other rows is
 * not: a cell before it is lost, and every value stands one column too far left.
 */
export function withoutShifted(
  region: Region,
  windows: ReadonlyMap<Candidate, Window>,
  { size, isTotal }: Tail,
): ReadonlyMap<Candidate, Window> {
  if (size < 2) return windows;
  const all = [...windows.values()].flatMap((window) => groupsOf(window, size));
  const blank = all.filter((group) => !isFilled(group.at(-1))).length;
  const isHabit = blank === all.length && blank > HABIT;
  const printsZeros = region.candidates.some((it) => it.cells.some((cell) => fold(cell.text) === '0'));
  if (isHabit || (!isTotal && !printsZeros)) return windows;
  const isShifted = (group: Group): boolean => !isFilled(group.at(-1)) && isFilled(group.at(-2));
  return new Map(
    [...windows].map(([candidate, window]) => [
      candidate,
      candidate.grid !== 'exact' && groupsOf(window, size).some(isShifted) ? 'unclear' : window,
    ]),
  );
}
