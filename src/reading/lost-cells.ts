import type { Candidate, Region, ValueCell } from './candidates';
import { isBlank } from './numbers';
import { fold } from './normalize';
import type { Window } from './windows';

/** What is known of the columns of rows that may have lost a cell and been filled up with a blank one. */
export interface Columns {
  /** Columns in one group, whose last one a row that lost a cell leaves blank. */
  readonly size: number;
  /** Whether that column is the total of the others, and so is never blank beside a number. */
  readonly isTotal: boolean;
  /** How many of the columns of a group have a heading that was found. */
  readonly headings: number;
}

type Cells = readonly (ValueCell | null)[];

const isFilled = (cell: ValueCell | null | undefined): boolean => cell != null && !isBlank(cell.text);

const inGroups = (cells: Cells, size: number): Cells[] =>
  Array.from({ length: Math.ceil(cells.length / size) }, (_, i) =>
    cells.slice(i * size, (i + 1) * size),
  ).filter((group) => group.some(isFilled));

/**
 * Makes unclear the rows of plain text that may have lost a cell, so that values stand one column too far to the
 * side: a last column is blank where that of other rows is not, or a column is blank in all rows and not every heading
 * was found, so that the table may not have it.
 */
export function withoutLostCells(
  region: Region,
  windows: ReadonlyMap<Candidate, Window>,
  { size, isTotal, headings }: Columns,
): ReadonlyMap<Candidate, Window> {
  const all = [...windows.values()].filter((window) => typeof window !== 'string');
  const groups = all.flatMap((cells) => inGroups(cells, size));
  const printsZeros = region.candidates.some((it) => it.cells.some((cell) => fold(cell.text) === '0'));
  const isUsual = printsZeros || (isTotal && groups.some((group) => isFilled(group.at(-1))));
  const isCut = (group: Cells): boolean =>
    !isFilled(group.at(-1)) && (isUsual || (isTotal && isFilled(group.at(-2))));
  const hasEmpty =
    headings < size && (all[0] ?? []).some((_, column) => !all.some((cells) => isFilled(cells[column])));
  const isDoubtful = ({ cells, grid }: Candidate, window: Window): boolean =>
    size > 1 &&
    typeof window !== 'string' &&
    (grid === 'padded' || grid === 'loose') &&
    ((hasEmpty && (headings > 0 || cells.length > size)) || inGroups(window, size).some(isCut));
  return new Map(
    [...windows].map(([candidate, window]) => [
      candidate,
      isDoubtful(candidate, window) ? 'unclear' : window,
    ]),
  );
}
