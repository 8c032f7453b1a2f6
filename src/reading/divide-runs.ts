import { type CellCode, type FormId, identitiesOf } from '../forms';
import type { Block, Line } from './blocks';
import type { CellSheet } from './cells';
import { type FoldedText, foldLines } from './folded-text';
import { rising } from './match-rows';
import { t3Cells, t3SlotsOf, t4Cells, type Slot } from './slots';
import { type Run, solveRuns } from './solve-runs';
import type { At } from './types';

/** The digits of one row as they are printed, for the cells they belong to. */
interface PrintedRun extends Run<CellCode> {
  readonly row: string;
  readonly at: At | null;
}

const linesOf = (blocks: readonly Block[]): Line[] => blocks.filter((block) => block.kind === 'line');

/** Digits kept apart by nothing but white space. */
const DIGITS = /^[:\s]*(\d[\d\s]*)([.、]?)/;
/** What the form explains in brackets after a label. */
const LONGEST_REMARK = 60;
const REMARK = /^\([^()]*\)/;

/** The digits printed at a place; without the number that belongs to the row after, as in `00000002.其他`. */
function digitsAt(folded: FoldedText, from: number, to: number): string {
  const [, digits = '', ordinal = ''] = DIGITS.exec(folded.printed(from, to).normalize('NFKC')) ?? [];
  return (ordinal === '' ? digits : digits.slice(0, -1)).trim();
}

interface Place {
  readonly slot: number;
  readonly from: number;
  readonly end: number;
}

/** Where labels of rows stand; where one is part of another, or of the remark after it, the longer one. */
function placesOf(text: string, slots: readonly Slot[]): Place[] {
  const longest = new Map<number, Place>();
  slots.forEach((slot, i) => {
    for (const key of slot.keys)
      for (let from = text.indexOf(key); key.length > 1 && from >= 0; from = text.indexOf(key, from + 1)) {
        const label = from + key.length;
        const end = label + (REMARK.exec(text.slice(label, label + LONGEST_REMARK))?.[0].length ?? 0);
        if ((longest.get(from)?.end ?? 0) < end) longest.set(from, { slot: i, from, end });
      }
  });
  const sorted = [...longest.values()].sort((a, b) => a.from - b.from);
  let end = 0;
  return sorted.filter((place) => {
    if (place.from < end) return false;
    end = place.end;
    return true;
  });
}

function rowRuns(folded: FoldedText, slots: readonly Slot[]): PrintedRun[] {
  const places = placesOf(folded.text, slots);
  const printed = places.flatMap((place, i) => {
    if (slots[place.slot]?.group) return [];
    const text = digitsAt(folded, place.end, places[i + 1]?.from ?? folded.text.length);
    return text === '' ? [] : [{ ...place, text }];
  });
  const chain = rising(printed.map(({ slot }, i) => [i, slot]));
  return chain.flatMap(([i, s]) => {
    const { text, end } = printed[i] ?? { text: '', end: 0 };
    const row = slots[s]?.code ?? '';
    return [{ row, codes: t3Cells(row), text, at: folded.at(end, text.length) }];
  });
}

function put(sheet: CellSheet, runs: readonly PrintedRun[], table: 't3' | 't4', form: FormId): boolean {
  const values = solveRuns(runs, identitiesOf(table, form));
  for (const { codes, text, at } of runs)
    for (const code of codes) sheet.divided(code, values.get(code) ?? null, text, at);
  return values.size > 0;
}

/**
 * Reads table 3 of a page whose digits ran together: the cells that the sums of the form decide. Null when they
 * decide none.
 */
export function divideTable3(blocks: readonly Block[], sheet: CellSheet): FormId | null {
  const folded = foldLines(linesOf(blocks));
  const newer = rowRuns(folded, t3SlotsOf['2021']);
  const older = rowRuns(folded, t3SlotsOf['2019']);
  const [form, runs] = older.length > newer.length ? (['2019', older] as const) : (['2021', newer] as const);
  sheet.absent(
    t3SlotsOf[form].filter((slot) => !slot.group).flatMap((slot) => t3Cells(slot.code)),
    'unreadable',
  );
  return put(sheet, runs, 't3', form) ? form : null;
}

/** Table 4 in the same way: the one run of digits that is long enough. */
export function divideTable4(blocks: readonly Block[], sheet: CellSheet): FormId | null {
  const folded = foldLines(linesOf(blocks));
  const runs = [...folded.text.matchAll(/\d+/g)].filter(([digits]) => digits.length >= t4Cells.length);
  const [only, ...others] = runs;
  sheet.absent(t4Cells, 'unreadable');
  if (!only || others.length > 0) return null;
  const text = digitsAt(folded, only.index, only.index + only[0].length);
  const run = { row: '', codes: t4Cells, text, at: folded.at(only.index, text.length) };
  return put(sheet, [run], 't4', '2021') ? '2021' : null;
}
