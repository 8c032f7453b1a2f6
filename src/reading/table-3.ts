import { type FormId, forms, outcomeRows } from '../forms';
import type { Block } from './blocks';
import { type Candidate, collect, type Region } from './candidates';
import type { CellSheet } from './cells';
import { countHeaded, gridOrder, type GridOrder, headingRuns, isInOrder, ranksOf } from './column-order';
import { beforeMissing, beforeStray, labelled, matchRows } from './match-rows';
import { fold } from './normalize';
import { withoutLostCells } from './lost-cells';
import { type Slot, t3Cells, t3Columns, t3Slots, t3SlotsOf } from './slots';
import { windows } from './windows';

const leafRanks = ranksOf(t3Columns.map((column) => [column]));
const TOTAL = t3Columns.length - 1;
/** The heading over the organisations, of which a broken one keeps the beginning. */
const over = t3Columns.find((column) => column.group)?.group;
const group = fold(forms['2021'].tables.t3.columnGroups.find(({ code }) => code === over)?.label.zh ?? '');
const ENTITY = t3Columns.findIndex((column) => column.group === over) - 0.5;
const lineRanks = ranksOf(
  t3Columns.map((column) => [column]),
  [...group].slice(1).map((_, i) => [group.slice(0, i + 2), ENTITY] as const),
);

/** In three rows of headings put after one another the total comes before the organisations, and yet is the last. */
const withoutUpperTotal = (run: readonly number[]): number[] =>
  run.filter((rank, i) => rank !== TOTAL || run[i - 1] !== ENTITY);

function orderOf(region: Region): GridOrder {
  if (region.headerRows.length > 0) return gridOrder(region, leafRanks, t3Columns.length, group);
  const runs = headingRuns(region.headings, lineRanks).map(withoutUpperTotal);
  return { columns: null, extra: [], order: runs.every(isInOrder) ? 'form' : 'unclear' };
}

const newer = outcomeRows('2021', 'other');
const older = outcomeRows('2019', 'other');

/** Whether the label of a row says as much again as the name that it would have, as a heading with a row below it does. */
const saysMore = ({ keys }: Slot, { names }: Candidate): boolean =>
  names.some((name) => keys.every((key) => name.length > 2 * key.length));

/** Rows that are found if the table has the form. */
const matched = (candidates: readonly Candidate[], form: FormId): ReadonlySet<string> =>
  new Set(
    [...matchRows(candidates, t3SlotsOf[form]).rows].flatMap(([slot, candidate]) =>
      older.includes(slot.code) && saysMore(slot, candidate) ? [] : [slot.code],
    ),
  );

/** The form by the rows of the last outcome, which is one row in 2019 and three since 2021. */
function formOf(candidates: readonly Candidate[]): FormId {
  const { named, filled } = labelled(candidates, t3Slots);
  const has = (codes: readonly string[], found: ReadonlySet<string>): boolean =>
    codes.some((code) => found.has(code));
  if (!has(older, named) && !has(newer, named)) {
    const [asNewer, asOlder] = [matched(candidates, '2021'), matched(candidates, '2019')];
    return has(older, asOlder) && !newer.every((code) => asNewer.has(code)) ? '2019' : '2021';
  }
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
  const doubtful = new Set([
    ...beforeMissing(slots, { rows, unclear }),
    ...beforeStray(region.candidates, { rows }),
  ]);
  const order = orderOf(region);
  if (order.order === 'moved') sheet.problem('columns_reordered', 't3');
  if (order.order === 'unclear') sheet.problem('columns_unclear', 't3');
  const printed = slots.flatMap((slot) => {
    const candidate = slot.group ? undefined : rows.get(slot);
    return candidate ? [region.candidates.indexOf(candidate)] : [];
  });
  if (printed.some((place, i) => place < (printed[i - 1] ?? 0))) sheet.problem('rows_reordered', 't3');
  const size = t3Columns.length;
  const window = withoutLostCells(region, windows(region, size, order), {
    size,
    last: 'total',
    headings: countHeaded(region.headings, leafRanks),
  });
  for (const slot of slots) {
    if (slot.group) continue;
    const codes = t3Cells(slot.code);
    const candidate = rows.get(slot);
    const reason = unclear.get(slot);
    if (candidate && order.order === 'unclear') sheet.absent(codes, 'unreadable', null, candidate.at);
    else if (candidate)
      sheet.row(
        codes,
        candidate,
        doubtful.has(candidate) ? 'unclear' : (window.get(candidate) ?? 'unclear'),
        't3',
        slot.code,
      );
    else {
      sheet.absent(codes, reason === undefined ? 'row_missing' : 'unreadable');
      sheet.problem(reason ?? 'row_missing', 't3', slot.code);
    }
  }
  return form;
}
