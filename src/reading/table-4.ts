import { type FormId, forms } from '../forms';
import type { Block } from './blocks';
import { type Candidate, collect } from './candidates';
import type { CellSheet } from './cells';
import { headingsInOrder, ranksOf } from './column-order';
import { isBlank } from './numbers';
import { withoutLostCells } from './lost-cells';
import { type Slot, t4Cells, t4Columns } from './slots';
import { partedRow } from './table-4-parts';
import { windows } from './windows';

const noSlots: readonly Slot[] = [];
const COUNT = t4Cells.length;
const PARTS = 3;
/** Columns repeat under each kind of case. */
const resultRanks = ranksOf(t4Columns.slice(0, COUNT / PARTS).map((column) => [column]));
const kindRanks = ranksOf(forms['2021'].tables.t4.columnGroups.map((group) => [group]));

/** Whether a row numbers the columns. */
const isNumbering = ({ cells }: Candidate): boolean =>
  cells.length >= COUNT && cells.every(({ text }, i) => text === String(i + 1));

const filled = (candidate: Candidate): number => candidate.cells.filter((cell) => !isBlank(cell.text)).length;

/** Cells of the headings, three rows of fifteen, that merged cells leave blank. */
const HEADING_BLANKS = 26;
/** Of them, those that stand under the headings of reconsideration, which are two rows high. */
const UNDER_REVIEW = COUNT / PARTS;

/**
 * In a layout of one cell a line the blanks of the last row of headings may run into the values. How many they are
 * shows in the blanks of the rows before. A row with blanks of its own that does not come out even is cut short, so
 * that it is not read.
 */
function withoutPadding(candidate: Candidate, headingBlanks: number): Candidate {
  const { cells, grid } = candidate;
  if (grid !== 'loose' || filled(candidate) === COUNT) return candidate;
  const lead =
    headingBlanks === HEADING_BLANKS - UNDER_REVIEW
      ? UNDER_REVIEW
      : headingBlanks === 0 || headingBlanks === HEADING_BLANKS
        ? 0
        : null;
  const isWhole =
    lead !== null &&
    cells.length === COUNT + lead &&
    cells.slice(0, lead).every((cell) => isBlank(cell.text));
  if (isWhole) return { ...candidate, cells: cells.slice(lead) };
  return cells.length >= COUNT ? { ...candidate, cells: cells.slice(0, COUNT - 1) } : candidate;
}

/** Whether a row of visible blanks goes beyond the last column: whatever moved it, its blanks do not tell. */
const isBeyondEnd = (row: Candidate): boolean =>
  row.grid === 'padded' && filled(row) < COUNT && row.cells.slice(COUNT).some((cell) => !isBlank(cell.text));

/** Reads table 4, one row that is the same in both forms. Returns null when nothing of the table was found. */
export function readTable4(blocks: readonly Block[], sheet: CellSheet): FormId | null {
  const collected = collect(blocks, noSlots);
  const region = {
    ...collected,
    candidates: collected.candidates.map((it) => withoutPadding(it, collected.blanks)),
  };
  const form: FormId = '2021';
  const window = withoutLostCells(region, windows(region, COUNT), {
    size: COUNT / PARTS,
    last: 'total',
    headings: COUNT / PARTS,
  });
  if (![resultRanks, kindRanks].every((ranks) => headingsInOrder(region.headings, ranks))) {
    sheet.absent(t4Cells, 'unreadable', null, blocks[0]?.at ?? null);
    sheet.problem('columns_unclear', 't4');
    return form;
  }
  const wide = region.candidates.filter((it) => it.cells.length >= COUNT && !isNumbering(it));
  const [row] = [...wide.filter((it) => filled(it) > 0), ...wide];
  const certain = wide.filter((it) => filled(it) > 0).length <= 1;
  if (row && certain) {
    const values = window.get(row) ?? 'unclear';
    sheet.row(t4Cells, row, isBeyondEnd(row) ? 'unclear' : values, 't4', '');
    return form;
  }
  const parts = partedRow(region);
  if (parts) {
    t4Cells.forEach((code, i) => sheet.put(code, parts[i] ?? null, parts[i]?.at ?? null));
    return form;
  }
  const some = region.candidates.filter((it) => filled(it) > 0);
  if (some.length > 0) {
    sheet.absent(t4Cells, 'unreadable', null, some[0]?.at ?? null);
    sheet.problem('row_cells_unclear', 't4', String(some.map(filled).join(' ')), some[0]?.at);
    return form;
  }
  if (region.headings.length < COUNT / PARTS) return null;
  const isBlankRow = region.trailing >= COUNT || wide.length > 0;
  // Blank cells leave no trace in a layout of one cell a line: elsewhere a report that prints numbers has lost the row.
  const isLost = !isBlankRow && Object.values(sheet.cells).some((cell) => cell.value !== null);
  sheet.absent(t4Cells, isLost ? 'row_missing' : 'blank', isLost ? null : '', blocks[0]?.at ?? null);
  if (isLost) sheet.problem('row_missing', 't4', undefined, blocks[0]?.at);
  return form;
}
