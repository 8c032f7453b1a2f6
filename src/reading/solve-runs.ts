import { splitRun } from './split-run';

/** Values printed without anything between them, and the cells they belong to, in printed order. */
export interface Run<Code extends string = string> {
  readonly codes: readonly Code[];
  readonly text: string;
  /** Cells that may be negative, and that may have decimals. Counts otherwise. */
  readonly signed?: ReadonlySet<Code>;
  readonly decimal?: ReadonlySet<Code>;
}

/** Σ left = Σ right. */
export interface Sum<Code extends string = string> {
  readonly left: readonly Code[];
  readonly right: readonly Code[];
}

/** The cells on which every assignment that satisfies the sums agrees. */
export type Solution<Code extends string = string> = ReadonlyMap<Code, number>;

/** Most nodes of one search. Counted, not timed: the same page gives the same cells on any machine. */
const NODES = 50_000;

/** The part of a sum that one run decides, for each way of dividing the run. */
interface Term {
  readonly run: number;
  readonly amounts: readonly number[];
}

type Domains = readonly (readonly number[])[];

/** Terms of the sums that span several runs and have all their cells in them. */
function termsOf<Code extends string>(
  sums: readonly Sum<Code>[],
  runs: readonly Run<Code>[],
  splits: readonly (readonly (readonly number[])[])[],
): Term[][] {
  const places = new Map(runs.flatMap((run, i) => run.codes.map((code, j) => [code, [i, j] as const])));
  return sums.flatMap((sum) => {
    const codes = [...sum.left, ...sum.right];
    if (!codes.every((code) => places.has(code))) return [];
    const weights = new Map<number, [number, number][]>();
    codes.forEach((code, k) => {
      const [run, cell] = places.get(code) ?? [0, 0];
      weights.set(run, [...(weights.get(run) ?? []), [cell, k < sum.left.length ? 1 : -1]]);
    });
    if (weights.size < 2) return [];
    return [
      [...weights].map(([run, cells]): Term => ({
        run,
        amounts: (splits[run] ?? []).map((values) =>
          cells.reduce((total, [cell, sign]) => total + sign * (values[cell] ?? 0), 0),
        ),
      })),
    ];
  });
}

/** Leaves of each run the divisions that no sum rules out, by the least and most that the other runs can add. */
function narrow(domains: Domains, sums: readonly (readonly Term[])[]): Domains | null {
  let now = domains;
  for (let changed = true; changed;) {
    changed = false;
    for (const terms of sums) {
      const ends = terms.map(({ run, amounts }) => {
        const left = (now[run] ?? []).map((choice) => amounts[choice] ?? 0);
        return [Math.min(...left), Math.max(...left)] as const;
      });
      const least = ends.reduce((total, [min]) => total + min, 0);
      const most = ends.reduce((total, [, max]) => total + max, 0);
      terms.forEach(({ run, amounts }, i) => {
        const [min, max] = ends[i] ?? [0, 0];
        const before = now[run] ?? [];
        const after = before.filter((choice) => {
          const amount = amounts[choice] ?? 0;
          return amount + least - min <= 0 && amount + most - max >= 0;
        });
        if (after.length < before.length) {
          changed = true;
          now = now.map((domain, k) => (k === run ? after : domain));
        }
      });
      if (terms.some(({ run }) => now[run]?.length === 0)) return null;
    }
  }
  return now;
}

/** One assignment of a division to every run, null when there is none, `unknown` when the search grew too large. */
function search(
  domains: Domains,
  sums: readonly (readonly Term[])[],
  budget: { nodes: number },
): readonly number[] | 'unknown' | null {
  if (budget.nodes-- <= 0) return 'unknown';
  const narrowed = narrow(domains, sums);
  if (!narrowed) return null;
  const open = narrowed.flatMap((domain, run) => (domain.length > 1 ? [{ run, size: domain.length }] : []));
  if (open.length === 0) return narrowed.map((domain) => domain[0] ?? 0);
  const { run } = open.reduce((a, b) => (b.size < a.size ? b : a));
  for (const choice of narrowed[run] ?? []) {
    const found = search(
      narrowed.map((domain, k) => (k === run ? [choice] : domain)),
      sums,
      budget,
    );
    if (found) return found;
  }
  return null;
}

/** The divisions of each run that occur in some assignment; null when there is no assignment at all. */
function supported(domains: Domains, sums: readonly (readonly Term[])[]): Domains | null {
  const budget = { nodes: NODES };
  const narrowed = narrow(domains, sums);
  if (!narrowed) return null;
  const proven = narrowed.map(() => new Set<number>());
  const first = search(narrowed, sums, budget);
  if (first === null) return null;
  if (first !== 'unknown') first.forEach((choice, run) => proven[run]?.add(choice));
  return narrowed.map((domain, run) =>
    domain.filter((choice) => {
      if (domain.length === 1 || proven[run]?.has(choice)) return true;
      const found = search(
        narrowed.map((other, k) => (k === run ? [choice] : other)),
        sums,
        budget,
      );
      // What could not be ruled out within the budget stays possible.
      if (found === 'unknown') return true;
      found?.forEach((other, k) => proven[k]?.add(other));
      return found !== null;
    }),
  );
}

/**
 * Divides runs of digits into the cells of a form by what its sums allow. A cell is decided when all assignments that
 * satisfy the sums agree on it. Runs with too many divisions, or none, decide nothing and free the sums they are in.
 * A sum over several runs that no division of them can satisfy is the agency's own error: it decides nothing either.
 */
export function solveRuns<Code extends string>(
  runs: readonly Run<Code>[],
  sums: readonly Sum<Code>[],
): Solution<Code> {
  const divided = runs.flatMap((run) => {
    const splits = splitRun(run, sums);
    return splits === null || splits.length === 0 ? [] : [{ run, splits }];
  });
  const solvable = divided.map(({ run }) => run);
  const splits = divided.map((it) => it.splits);
  const all: Domains = splits.map((ways) => ways.map((_, choice) => choice));
  const terms = termsOf(sums, solvable, splits).filter((sum) => narrow(all, [sum]) !== null);
  // Sums that hold one by one but not together: only what each run decides alone is certain.
  const left = supported(all, terms) ?? all;
  const values = new Map<Code, number>();
  solvable.forEach((run, i) =>
    run.codes.forEach((code, j) => {
      const seen = new Set((left[i] ?? []).map((choice) => splits[i]?.[choice]?.[j]));
      const [only] = seen;
      if (seen.size === 1 && only !== undefined) values.set(code, only);
    }),
  );
  return values;
}
