import { type CellCode, type FormId, forms, type Indicator } from '../forms';
import type { Block } from './blocks';
import { type Candidate, collect, type Region } from './candidates';
import type { CellSheet } from './cells';
import { matchRows } from './match-rows';
import { isBlank } from './numbers';
import { fold } from './normalize';
import { type Slot, t2Cells, t2Slots } from './slots';
import { windows } from './windows';

const ids: readonly FormId[] = ['2021', '2019'];
const blockCodes = [...new Set(t2Slots.map((slot) => slot.block))];

const pairs = (text: string): Set<string> => {
  const found = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) found.add(text.slice(i, i + 2));
  return found;
};

/** Fewer letter pairs may stand in any text. */
const LEAST_SHARE = 0.35;

/** Share of the letter pairs of a form's column headings for a block that the text has: survives lost letters. */
function headingScore(form: FormId, block: string, seen: ReadonlySet<string>): number {
  const columns: readonly Indicator[] =
    forms[form].tables.t2.blocks.find((it) => it.code === block)?.columns ?? [];
  const wanted = new Set(columns.flatMap((column) => [...pairs(fold(column.label.zh))]));
  const share = [...wanted].filter((pair) => seen.has(pair)).length / Math.max(1, wanted.size);
  return share < LEAST_SHARE ? 0 : share;
}

/** The form whose headings stand above the rows of a block; null when they stand for both alike or are lost. */
function formByHeadings(region: Region, block: string, rows: readonly Candidate[]): FormId | null {
  const first = Math.min(...rows.map((row) => region.candidates.indexOf(row)));
  const text = region.headings
    .filter((it) => it.before === first)
    .map((it) => fold(it.text))
    .join('');
  const seen = pairs(text);
  const [newer = 0, older = 0] = ids.map((form) => headingScore(form, block, seen));
  return newer === older ? null : newer > older ? '2021' : '2019';
}

/** Forms whose block has as many columns as the rows have filled cells. */
function formsByWidth(block: string, rows: readonly Candidate[]): FormId[] {
  const widths = rows
    .map((row) => row.cells.filter((cell) => !isBlank(cell.text)).length)
    .filter((n) => n > 0);
  return ids.filter((form) => {
    const slot = t2Slots.find((it) => it.block === block && t2Cells[form].has(it.code));
    const columns = slot ? t2Cells[form].get(slot.code)?.length : undefined;
    return columns !== undefined && widths.length > 0 && widths.every((n) => n === columns);
  });
}

const codesOf = (form: FormId, slot: Slot): CellCode[] =>
  (t2Cells[form].get(slot.code) ?? []).map((it) => it.code);

/**
 * Reads table 2 block by block, each in the form that its headings show. Returns the form of the table, `mixed` when
 * blocks differ, null when nothing of it was found.
 */
export function readTable2(blocks: readonly Block[], sheet: CellSheet): FormId | 'mixed' | null {
  const region = collect(blocks, t2Slots);
  const { rows, unclear, anchors } = matchRows(region.candidates, t2Slots);
  if (anchors === 0) return null;
  const found = new Map<string, Candidate[]>();
  for (const [slot, candidate] of rows) found.set(slot.block, [...(found.get(slot.block) ?? []), candidate]);

  const known = new Map<string, FormId>();
  for (const [block, candidates] of found) {
    const widths = formsByWidth(block, candidates);
    const form = formByHeadings(region, block, candidates) ?? (widths.length === 1 ? widths[0] : undefined);
    if (form) known.set(block, form);
  }
  const seen = new Set(known.values());
  const newer = [...known.values()].filter((form) => form === '2021').length;
  const main: FormId = newer * 2 >= known.size ? '2021' : '2019';
  if (seen.size === 0) sheet.problem('form_unclear', 't2');

  for (const block of blockCodes) {
    const form = known.get(block) ?? (seen.size > 1 ? null : seen.size === 1 ? main : null);
    const slots = t2Slots.filter((slot) => slot.block === block && t2Cells[form ?? main].has(slot.code));
    for (const slot of slots) readRow(slot, form, main, region, rows, unclear, sheet);
  }
  return seen.size > 1 ? 'mixed' : main;
}

function readRow(
  slot: Slot,
  form: FormId | null,
  main: FormId,
  region: Region,
  rows: ReadonlyMap<Slot, Candidate>,
  unclear: ReadonlyMap<Slot, string>,
  sheet: CellSheet,
): void {
  const codes = codesOf(form ?? main, slot);
  const candidate = rows.get(slot);
  const reason = unclear.get(slot);
  if (reason !== undefined) {
    sheet.absent(codes, 'unreadable');
    sheet.problem(reason, 't2', slot.code);
  } else if (!candidate) {
    sheet.absent(codes, 'row_missing');
    sheet.problem('row_missing', 't2', slot.code);
  } else if (!form) {
    sheet.absent(codes, 'unreadable', null, candidate.at);
    sheet.problem('form_unclear', 't2', slot.code, candidate.at);
  } else {
    const window = windows(region, codes.length, []).get(candidate) ?? 'unclear';
    sheet.row(codes, candidate, window, 't2', slot.code);
  }
}
