import type { FormId } from '../forms';
import type { Block } from './blocks';
import { type Candidate, collect, type Region, type ValueCell } from './candidates';
import type { CellSheet } from './cells';
import { isBlank } from './numbers';
import { t4Cells } from './slots';
import { windows } from './windows';

const COUNT = t4Cells.length;
const PARTS = 3;

const filled = (candidate: Candidate): number => candidate.cells.filter((cell) => !isBlank(cell.text)).length;

/** The same table cut in three for narrow screens: reconsideration, direct suits, suits after reconsideration. */
function threeParts(region: Region): readonly ValueCell[] | null {
  const parts = region.candidates.filter((it) => it.cells.length === COUNT / PARTS && filled(it) > 0);
  return parts.length === PARTS && region.candidates.every((it) => parts.includes(it) || filled(it) === 0)
    ? parts.flatMap((it) => it.cells)
    : null;
}

/**
 * The headings of reconsideration stand two rows high: in a layout of one cell a line their padding precedes the
 * values. Without it the values are as many as the form's, and it is told from them unless both ends are blank.
 */
function withoutPadding(candidate: Candidate): Candidate {
  const { cells, grid } = candidate;
  const padding = COUNT / PARTS;
  const blank = (part: readonly ValueCell[]): boolean => part.every((cell) => isBlank(cell.text));
  if (grid !== 'loose' || cells.length !== COUNT + padding) return candidate;
  const certain = blank(cells.slice(0, padding)) && (!blank(cells.slice(COUNT)) || blank(cells));
  return certain ? { ...candidate, cells: cells.slice(padding) } : candidate;
}

/** Reads table 4, one row that is the same in both forms. Returns null when nothing of the table was found. */
export function readTable4(blocks: readonly Block[], sheet: CellSheet): FormId | null {
  const collected = collect(blocks, []);
  const region = { ...collected, candidates: collected.candidates.map(withoutPadding) };
  const form: FormId = '2021';
  const window = windows(region, COUNT, []);
  const wide = region.candidates.filter((it) => it.cells.length >= COUNT);
  const [row] = [...wide.filter((it) => filled(it) > 0), ...wide];
  const certain = wide.filter((it) => filled(it) > 0).length <= 1;
  if (row && certain) {
    sheet.row(t4Cells, row, window.get(row) ?? 'unclear', 't4', '');
    return form;
  }
  const parts = threeParts(region);
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
  // Headings without a row of values: a table of one cell a line whose blank cells left no trace.
  const headings = region.headings.length;
  if (headings < COUNT / PARTS) return null;
  sheet.absent(t4Cells, 'blank', '', blocks[0]?.at ?? null);
  return form;
}
