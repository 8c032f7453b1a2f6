import type { Candidate } from './candidates';
import { isBlank } from './numbers';
import { fold, labelKey, likeness } from './normalize';
import type { Slot } from './slots';
import type { ProblemCode } from './types';

/** Which candidate is which row of the form. A slot in neither map has no row in the source. */
export interface Matches {
  readonly rows: ReadonlyMap<Slot, Candidate>;
  /** Slots for which the source has something, but neither label nor position decides what. */
  readonly unclear: ReadonlyMap<Slot, ProblemCode>;
  /** How many rows their own labels name; without any there is no table. */
  readonly anchors: number;
}

/** Below this a label speaks against a row; above `STRONG` it is the row's label, damaged. */
const WEAK = 0.25;
const STRONG = 0.6;
const SHORT = 4;
const places = new WeakMap<readonly Slot[], ReadonlyMap<string, number>>();

/** Index of the first slot of each name. */
function placesOf(slots: readonly Slot[]): ReadonlyMap<string, number> {
  let known = places.get(slots);
  if (!known) {
    known = new Map(slots.flatMap(({ keys }, i) => keys.map((key) => [key, i] as const)).reverse());
    places.set(slots, known);
  }
  return known;
}

/** Index of the slot whose label the candidate has to the letter, or of which it has the unmistakable beginning. */
function exactSlot(candidate: Candidate, slots: readonly Slot[]): number {
  const { names } = candidate;
  for (const name of names) {
    const i = placesOf(slots).get(name);
    if (i !== undefined) return i;
  }
  for (const name of names) {
    const fitting = slots.flatMap((slot, i) =>
      slot.keys.some(
        (key) => key.length > SHORT && (name.endsWith(key) || (name.length > SHORT && key.startsWith(name))),
      )
        ? [i]
        : [],
    );
    if (fitting.length === 1) return fitting[0] ?? -1;
  }
  return -1;
}

const best = (slot: Slot, names: readonly string[]): number =>
  Math.max(0, ...slot.keys.flatMap((key) => names.map((name) => likeness(key, name))));

const sameValues = (a: Candidate, b: Candidate): boolean =>
  fold(a.cells.map((cell) => cell.text).join('|')) === fold(b.cells.map((cell) => cell.text).join('|'));

/** Codes of the rows that labels name, and of those among them that have cells. */
export function labelled(
  candidates: readonly Candidate[],
  slots: readonly Slot[],
): { readonly named: ReadonlySet<string>; readonly filled: ReadonlySet<string> } {
  const named = new Set<string>();
  const filled = new Set<string>();
  for (const candidate of candidates) {
    const code = slots[exactSlot(candidate, slots)]?.code;
    if (code === undefined) continue;
    named.add(code);
    if (candidate.cells.length > 0) filled.add(code);
  }
  return { named, filled };
}

/** Longest run of anchors that rise in both orders; what does not fit it is out of order and bounds no gap. */
export function rising(
  anchors: readonly (readonly [candidate: number, slot: number])[],
): (readonly [number, number])[] {
  const chains: { length: number; previous: number }[] = [];
  let end = -1;
  anchors.forEach(([, slot], i) => {
    let link = { length: 1, previous: -1 };
    for (let j = 0; j < i; j++) {
      const chain = chains[j];
      if (chain && (anchors[j]?.[1] ?? 0) < slot && chain.length >= link.length)
        link = { length: chain.length + 1, previous: j };
    }
    chains.push(link);
    if (end < 0 || link.length > (chains[end]?.length ?? 0)) end = i;
  });
  const run: (readonly [number, number])[] = [];
  for (let i = end; i >= 0; i = chains[i]?.previous ?? -1) {
    const anchor = anchors[i];
    if (anchor) run.unshift(anchor);
  }
  return run;
}

/**
 * Finds the row of the form for each candidate: by its label, and where labels are damaged or lost by its position
 * between rows that are certain, provided that there are as many candidates as rows. Never by position alone against
 * a label that names something else.
 */
export function matchRows(candidates: readonly Candidate[], slots: readonly Slot[]): Matches {
  const rows = new Map<Slot, Candidate>();
  const unclear = new Map<Slot, ProblemCode>();
  const exact = candidates.map((candidate) => exactSlot(candidate, slots));
  const hasCells = candidates.map((candidate) => candidate.cells.length > 0);

  const named = new Map<number, Candidate[]>();
  candidates.forEach((candidate, c) => {
    const s = exact[c] ?? -1;
    const alike = named.get(s);
    if (alike) alike.push(candidate);
    else named.set(s, [candidate]);
  });
  slots.forEach((slot, s) => {
    const all = named.get(s);
    if (!all) return;
    // A form that nobody filled in may stand beside the report.
    const filled = all.filter((candidate) => candidate.cells.some((cell) => !isBlank(cell.text)));
    const holding = filled.length > 0 ? filled : all.filter((candidate) => candidate.cells.length > 0);
    const [first, ...others] = holding.length ? holding : all;
    if (!first) return;
    if (others.every((other) => sameValues(first, other))) rows.set(slot, first);
    else unclear.set(slot, 'row_repeated');
  });

  const anchors = rising(exact.flatMap((s, c) => (s >= 0 && hasCells[c] ? [[c, s] as const] : [])));
  const ends: (readonly [number, number])[] = [[-1, -1], ...anchors, [candidates.length, slots.length]];
  for (let i = 1; i < ends.length; i++) {
    const [[c0, s0], [c1, s1]] = [ends[i - 1] ?? [-1, -1], ends[i] ?? [0, 0]];
    const loose = candidates
      .slice(c0 + 1, c1)
      .filter((_, k) => hasCells[c0 + 1 + k] && (exact[c0 + 1 + k] ?? -1) < 0);
    const open = slots
      .slice(s0 + 1, s1)
      .filter((slot) => !slot.group && !rows.has(slot) && !unclear.has(slot));
    fillGap(loose, open, slots, rows, unclear);
  }
  return { rows, unclear, anchors: exact.filter((s) => s >= 0).length };
}

/**
 * Rows in a layout of one cell a line after which a row is missing: whatever is lost between two labels may begin
 * among the values of the first, and what follows it then looks like the rest of them.
 */
export function beforeMissing(
  slots: readonly Slot[],
  { rows, unclear }: Pick<Matches, 'rows' | 'unclear'>,
): ReadonlySet<Candidate> {
  const own = slots.filter((slot) => !slot.group);
  return new Set(
    own.flatMap((slot, i) => {
      const next = own[i + 1];
      const candidate = rows.get(slot);
      const isMissing = next !== undefined && !rows.has(next) && !unclear.has(next);
      return candidate?.grid === 'loose' && candidate.cells.length > 0 && isMissing ? [candidate] : [];
    }),
  );
}

const hasFilled = ({ cells }: Candidate): boolean => cells.some((cell) => !isBlank(cell.text));

/** Line on which a row ends; undefined where there are none. */
const lastLine = ({ cells, at }: Candidate): number | undefined => (cells.at(-1)?.at ?? at).line;

/** Whether values without a label go on with a row: it has none of its own, or they stand on the line below it. */
const goesOn = (candidate: Candidate, next: Candidate): boolean =>
  next.own.length === 0 &&
  hasFilled(next) &&
  (!hasFilled(candidate) || (lastLine(candidate) ?? NaN) + 1 === next.at.line);

/**
 * Rows behind which values stand that are no row's: in a layout of one cell a line, where a row has no cells, its first
 * one was taken for a label; in any other a line was broken among the cells.
 */
export function beforeStray(
  candidates: readonly Candidate[],
  { rows }: Pick<Matches, 'rows'>,
): ReadonlySet<Candidate> {
  const matched = new Set(rows.values());
  return new Set(
    candidates.filter((candidate, i) => {
      const next = candidates[i + 1];
      if (next === undefined || next.cells.length === 0 || matched.has(next)) return false;
      const isEmpty = candidate.grid === 'loose' && candidate.cells.length === 0;
      return isEmpty || goesOn(candidate, next);
    }),
  );
}

function fillGap(
  candidates: readonly Candidate[],
  open: readonly Slot[],
  all: readonly Slot[],
  rows: Map<Slot, Candidate>,
  unclear: Map<Slot, ProblemCode>,
): void {
  if (candidates.length === 0 || open.length === 0) return;
  const names = candidates.map((candidate) => candidate.names);
  const whole = candidates.map(({ own }) => [labelKey(own.join(''))]);
  const score = (slot: Slot, c: number): number => best(slot, names[c] ?? []);
  /** Half of another row's label is that row's as well. */
  const isRival = (other: Slot, slot: Slot, c: number): boolean =>
    other !== slot && !other.group && best(other, whole[c] ?? []) > score(slot, c);
  const agrees = (slot: Slot, c: number): boolean =>
    (names[c] ?? []).length === 0 ||
    (score(slot, c) >= WEAK && !all.some((other) => isRival(other, slot, c)));
  if (candidates.length === open.length && open.every((slot, k) => agrees(slot, k))) {
    open.forEach((slot, k) => rows.set(slot, candidates[k] as Candidate));
    return;
  }
  /** What stands over a row without a label may be the end of the label of the row before. */
  const isUnnamed = (candidate: Candidate | undefined): boolean => candidate?.own.length === 0;
  const isHalf = (slot: Slot, c: number): boolean =>
    score(slot, c) >= WEAK && open.every((other) => score(other, c) <= score(slot, c));
  // Not as many rows as the form has here: only a label that is clearly one row's and no other's is taken.
  let after = -1;
  for (const slot of open) {
    const fitting = candidates.flatMap((_, c) => (c > after && score(slot, c) >= STRONG ? [c] : []));
    const c = fitting[0];
    const rivals =
      c === undefined ? [] : open.filter((other) => other !== slot && score(other, c) >= score(slot, c));
    const isHalved =
      c !== undefined && isUnnamed(candidates[c]) && candidates.some((_, o) => o !== c && isHalf(slot, o));
    if (fitting.length === 1 && c !== undefined && rivals.length === 0 && !isHalved) {
      rows.set(slot, candidates[c] as Candidate);
      after = c;
    } else unclear.set(slot, 'row_unclear');
  }
}
