import { type FormId, outcomeRows } from '../forms';
import type { Block } from './blocks';
import { type Candidate, collect } from './candidates';
import type { CellSheet } from './cells';
import { labelled, matchRows } from './match-rows';
import { t3Cells, t3Columns, t3Slots, t3SlotsOf } from './slots';
import { windows } from './windows';

const labels = t3Columns.map((column) => column.label.zh);
const newer = outcomeRows('2021', 'other');
const older = outcomeRows('2019', 'other');

/** The form by the rows of the last outcome, which is one row in 2019 and three since 2021. */
function formOf(candidates: readonly Candidate[]): FormId {
  const { named, filled } = labelled(candidates, t3Slots);
  const has = (codes: readonly string[], found: ReadonlySet<string>): boolean =>
    codes.some((code) => found.has(code));
  const isOlder = has(older, filled) ? !has(newer, filled) : has(older, named) && !has(newer, named);
  return isOlder ? '2019' : '2021';
}

/**
 * Reads table 3: a row gets values only if it has exactly as many cells as the form has columns. Returns the form,
 * null when nothing of the table was found.
 */
export function readTable3(blocks: readonly Block[], sheet: CellSheet): FormId | null {
  const region = collect(blocks, t3Slots);
  const form = formOf(region.candidates);
  const slots = t3SlotsOf[form];
  const { rows, unclear, anchors } = matchRows(region.candidates, slots);
  if (anchors === 0 && rows.size < 2) return null;
  const window = windows(region, t3Columns.length, labels);
  for (const slot of slots) {
    if (slot.group) continue;
    const codes = t3Cells(slot.code);
    const candidate = rows.get(slot);
    const reason = unclear.get(slot);
    if (candidate) sheet.row(codes, candidate, window.get(candidate) ?? 'unclear', 't3', slot.code);
    else {
      sheet.absent(codes, reason === undefined ? 'row_missing' : 'unreadable');
      sheet.problem(reason ?? 'row_missing', 't3', slot.code);
    }
  }
  return form;
}
