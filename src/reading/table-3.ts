import { type FormId, forms, outcomeRows } from '../forms';
import type { Block } from './blocks';
import { collect } from './candidates';
import type { CellSheet } from './cells';
import { matchRows } from './match-rows';
import { t3Cells, t3Columns, t3Slots } from './slots';
import { windows } from './windows';

const labels = t3Columns.map((column) => column.label.zh);
const newerOther = new Set(outcomeRows('2021', 'other'));
const olderOther = new Set(outcomeRows('2019', 'other'));

/**
 * Reads table 3: a row gets values only if it has exactly as many cells as the form has columns. The form shows in
 * the rows of 其他处理. Returns null when nothing of the table was found.
 */
export function readTable3(blocks: readonly Block[], sheet: CellSheet): FormId | null {
  const region = collect(blocks, t3Slots);
  const { rows, unclear, anchors } = matchRows(region.candidates, t3Slots);
  if (anchors === 0 && rows.size < 2) return null;
  const filled = (codes: ReadonlySet<string>): boolean =>
    [...rows].some(([slot, candidate]) => codes.has(slot.code) && candidate.cells.length > 0);
  const named = (codes: ReadonlySet<string>): boolean =>
    [...rows.keys()].some((slot) => codes.has(slot.code));
  const older = filled(olderOther) ? !filled(newerOther) : named(olderOther) && !named(newerOther);
  const form: FormId = older ? '2019' : '2021';
  const window = windows(region, t3Columns.length, labels);

  const groups = new Set(
    forms[form].tables.t3.rows.filter((row) => row.kind === 'group').map((row) => row.code),
  );
  const own = new Set(forms[form].tables.t3.rows.map((row) => row.code));
  for (const slot of t3Slots) {
    if (!own.has(slot.code) || groups.has(slot.code)) continue;
    const codes = t3Cells(slot.code);
    const candidate = rows.get(slot);
    const reason = unclear.get(slot);
    if (candidate) sheet.row(codes, candidate, window.get(candidate) ?? 'unclear', 't3', slot.code);
    else if (reason !== undefined) {
      sheet.absent(codes, 'unreadable');
      sheet.problem(reason, 't3', slot.code);
    } else {
      sheet.absent(codes, 'row_missing');
      sheet.problem('row_missing', 't3', slot.code);
    }
  }
  return form;
}
