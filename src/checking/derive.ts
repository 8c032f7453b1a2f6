import { type CellCode, identitiesOf, type Identity, type TableId } from '../forms';
import type { CellState, Report } from '../reading';

/** Printed as "nothing here". The other states without a number are absences or our own failures: never derived. */
const derivable: ReadonlySet<CellState> = new Set(['blank', 'slash', 'word']);

export const isPrintedEmpty = (state: CellState | undefined): boolean =>
  state !== undefined && derivable.has(state);

type Known = Map<CellCode, number>;

/** What one identity proves: new numbers, nothing, or that the table contradicts itself. */
function prove({ left, right }: Identity, known: Known): readonly [CellCode, number][] | 'contradiction' {
  const missing = (codes: readonly CellCode[]) => codes.filter((code) => !known.has(code));
  const sum = (codes: readonly CellCode[]) => codes.reduce((n, code) => n + (known.get(code) ?? 0), 0);
  const open = { left: missing(left), right: missing(right) };
  const rest = sum(left) - sum(right);
  if (open.left.length > 0 && open.right.length > 0) return [];
  const [unknown, value] = open.left.length > 0 ? [open.left, -rest] : [open.right, rest];
  // Counts are not negative: what is left over for the unknown cells cannot be below 0.
  if (value < 0 || (unknown.length === 0 && value !== 0)) return 'contradiction';
  if (value === 0) return unknown.map((code) => [code, 0]);
  const [only, ...others] = unknown;
  return only !== undefined && others.length === 0 ? [[only, value]] : [];
}

function deriveTable(identities: readonly Identity[], cells: Report['cells']): Known {
  const known: Known = new Map();
  const derived: Known = new Map();
  for (const code of new Set(identities.flatMap(({ left, right }) => [...left, ...right]))) {
    const value = cells[code]?.value;
    if (value !== null && value !== undefined) known.set(code, value);
  }
  let size: number;
  do {
    size = known.size;
    for (const identity of identities) {
      const proven = prove(identity, known);
      if (proven === 'contradiction') return new Map();
      for (const [code, value] of proven) {
        const state = cells[code]?.state;
        // A slash and 无 say that there is none: another number there is a contradiction, not a gap.
        if (!isPrintedEmpty(state) || (value !== 0 && state !== 'blank')) continue;
        known.set(code, value);
        derived.set(code, value);
      }
    }
  } while (known.size > size);
  return derived;
}

const isSame = (a: Identity, b: Identity): boolean =>
  a.left.join() === b.left.join() && a.right.join() === b.right.join();

const tablesWithSums: readonly TableId[] = ['t3', 't4'];

/**
 * Numbers that are not printed but that the identities of the form prove: a sum whose parts already reach its total
 * leaves 0 for the rest, and a sum with one blank gives it. Blanks are never taken for 0 without such a proof, and
 * nothing is derived from a table whose printed numbers contradict one another. `except` is left out of account.
 */
export function deriveCells(
  cells: Report['cells'],
  forms: Report['forms'],
  except?: Identity,
): Map<CellCode, number> {
  return new Map(
    tablesWithSums.flatMap((table) => {
      const identities = identitiesOf(table, forms[table]).filter((it) => !except || !isSame(it, except));
      return [...deriveTable(identities, cells)];
    }),
  );
}
