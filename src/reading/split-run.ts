import type { Run, Sum } from './solve-runs';

/** Most divisions of one run that are kept, and most steps to find them; a longer search decides nothing. */
const DIVISIONS = 2_000;
const STEPS = 100_000;
const LONGEST_RUN = 120;
const LONGEST_NUMBER = 12;

const COUNT = /^(?:0|[1-9]\d*)$/;
const SIGNED = /^[+-]?(?:0|[1-9]\d*)$/;
const DECIMAL = /^(?:0|[1-9]\d*)(?:\.\d{1,6})?$/;

/** Cells that follow one another: parts and, last, their total; or one cell that no sum of the run ties. */
interface Group {
  readonly first: number;
  readonly parts: number;
}

function groupsOf<Code extends string>(codes: readonly Code[], sums: readonly Sum<Code>[]): Group[] {
  const totals = new Map<number, number>();
  for (const { left, right } of sums) {
    const [total, ...others] = left;
    if (total === undefined || others.length > 0 || right.length === 0) continue;
    const last = codes.indexOf(total);
    const first = last - right.length;
    if (last >= 0 && first >= 0 && right.every((code, i) => codes[first + i] === code))
      totals.set(first, right.length);
  }
  const groups: Group[] = [];
  for (let first = 0; first < codes.length;) {
    const parts = totals.get(first) ?? 0;
    groups.push({ first, parts });
    first += parts + 1;
  }
  return groups;
}

/**
 * Every way of dividing a run into one number for each of its cells: white space always divides, no number has a
 * leading zero, and each total that follows its parts is their sum. Null when there are too many to tell.
 */
export function splitRun<Code extends string>(
  run: Run<Code>,
  sums: readonly Sum<Code>[],
): readonly (readonly number[])[] | null {
  const words = run.text.trim().split(/\s+/);
  const text = words.join('');
  const count = run.codes.length;
  if (text.length > LONGEST_RUN || text.length < count || words.length > count) return [];
  const breaks = new Set<number>();
  words.reduce((end, word) => {
    breaks.add(end + word.length);
    return end + word.length;
  }, 0);
  const groups = groupsOf(run.codes, sums);
  const patterns = run.codes.map((code) =>
    run.decimal?.has(code) ? DECIMAL : run.signed?.has(code) ? SIGNED : COUNT,
  );
  const found: number[][] = [];
  let steps = 0;

  /** The number that stands from `from` to `to`, if it is one. */
  const numberAt = (cell: number, from: number, to: number): number | null => {
    for (let i = from + 1; i < to; i++) if (breaks.has(i)) return null;
    const piece = text.slice(from, to);
    return patterns[cell]?.test(piece) ? Number(piece) : null;
  };

  /** Divides [from, to) into `cells` numbers that add up to `rest`, which is known first: nothing may exceed it. */
  const parts = (
    cell: number,
    cells: number,
    from: number,
    to: number,
    rest: number,
    values: number[],
    done: (all: number[]) => void,
  ): void => {
    if (++steps > STEPS || found.length > DIVISIONS) return;
    if (cells === 0) {
      if (from === to && rest === 0) done(values);
      return;
    }
    const widest = String(rest).length;
    if (to - from < cells || to - from > cells * widest) return;
    for (let end = from + 1; end <= Math.min(to - cells + 1, from + widest); end++) {
      const value = numberAt(cell, from, end);
      if (value !== null && value <= rest)
        parts(cell + 1, cells - 1, end, to, rest - value, [...values, value], done);
    }
  };

  const group = (index: number, from: number, values: number[]): void => {
    if (++steps > STEPS || found.length > DIVISIONS) return;
    const here = groups[index];
    if (!here) {
      if (from === text.length) found.push(values);
      return;
    }
    const total = here.first + here.parts;
    const after = count - total - 1;
    const least = after === 0 ? text.length : from + here.parts + 1;
    for (let end = least; end <= text.length - after; end++)
      for (let start = Math.max(from + here.parts, end - LONGEST_NUMBER); start < end; start++) {
        if (here.parts === 0 && start !== from) continue;
        const sum = numberAt(total, start, end);
        if (sum === null) continue;
        if (here.parts === 0) group(index + 1, end, [...values, sum]);
        else
          parts(here.first, here.parts, from, start, sum, values, (all) =>
            group(index + 1, end, [...all, sum]),
          );
      }
  };
  group(0, 0, []);
  return found.length > DIVISIONS || steps > STEPS ? null : found;
}
