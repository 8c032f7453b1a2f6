import { type CellCode, identitiesOf, type Identity, type IdentityKind, type TableId } from '../forms';
import type { Found, ReportFinder } from './finding';
import type { Subject } from './subject';

/** How printed numbers stand to a sum when some of its cells are printed empty. */
export type Verdict =
  | { readonly kind: 'holds' | 'not_evaluable' }
  | { readonly kind: 'holds_with_zeros'; readonly blanks: readonly CellCode[] }
  | {
      readonly kind: 'broken';
      /** No non-negative numbers in the blanks could mend it. */
      readonly certain: boolean;
      readonly expected: number;
      readonly found: number;
    };

/**
 * Strict where all numbers are known; lenient (a blank counts as 0) where a side has numbers beside its blanks.
 * `hasParts`: other sums of its kind have their parts printed, so that a total without any is no style of the table.
 */
export function judge(identity: Identity, subject: Subject, hasParts = false): Verdict {
  const { left, right } = identity;
  const side = (codes: readonly CellCode[]) => {
    const open = codes.filter((code) => subject.isOpen(code));
    const sum = codes.reduce((total, code) => total + (subject.number(code) ?? 0), 0);
    const lost = codes.some((code) => subject.number(code) === null && !subject.isOpen(code));
    const states = codes.map((code) => subject.report.cells[code]?.state);
    // A side with nothing printed says nothing, even where some of its zeros are proven.
    const silent = open.length > 0 && !states.includes('value');
    // A slash and 无 say that there is none, which a blank does not.
    const deniesAll = states.every((state) => state === 'slash' || state === 'word');
    return { open, sum, lost, silent, deniesAll };
  };
  const [stated, parts] = [side(left), side(right)];
  const short = stated.sum < parts.sum ? stated : parts;
  if (stated.lost || parts.lost) {
    // What was not read can only add to the side that is too large already.
    const isBeyond = stated.sum !== parts.sum && !short.lost && short.open.length === 0;
    return isBeyond
      ? { kind: 'broken', certain: false, expected: parts.sum, found: stated.sum }
      : { kind: 'not_evaluable' };
  }
  const blanks = [...stated.open, ...parts.open];
  // A sum that comes out only by a number in a part printed empty proves that number, or is itself wrong.
  const added = subject
    .provenBy(identity)
    .filter((code) => right.includes(code))
    .reduce((total, code) => total + (subject.number(code) ?? 0), 0);
  if (added !== 0) return { kind: 'broken', certain: false, expected: parts.sum - added, found: stated.sum };
  if (stated.sum === parts.sum) {
    if (blanks.length === 0) return { kind: 'holds' };
    return stated.silent || parts.silent ? { kind: 'not_evaluable' } : { kind: 'holds_with_zeros', blanks };
  }
  if (short.silent && !(short === parts && (hasParts || parts.deniesAll))) return { kind: 'not_evaluable' };
  return { kind: 'broken', certain: short.open.length === 0, expected: parts.sum, found: stated.sum };
}

/** Every sum of a kind that does not come out; as a warning where only the reading of blanks as 0 breaks it. */
export const brokenSums =
  (kind: IdentityKind, table: TableId): ReportFinder =>
  (subject) => {
    const ofTable = identitiesOf(table, subject.report.forms[table]);
    const all = ofTable.filter((identity) => identity.kind === kind);
    // A kind of appeal has one sum only.
    const siblings = all.length > 1 ? all : ofTable;
    const hasParts = siblings.some(({ right }) =>
      right.some((code) => (subject.report.cells[code]?.value ?? 0) > 0),
    );
    return all.flatMap((identity): readonly Found[] => {
      const verdict = judge(identity, subject, hasParts);
      if (verdict.kind !== 'broken') return [];
      const { certain, expected, found } = verdict;
      const codes = [...identity.left, ...identity.right];
      return [{ table, codes, expected, found, ...(certain ? {} : { severity: 'warning' as const }) }];
    });
  };

/** Cells that had to be read as 0 for the sums of a table to come out: one finding a table. */
export const blanksReadAsZero =
  (tables: readonly TableId[]): ReportFinder =>
  (subject) =>
    tables.flatMap((table): readonly Found[] => {
      const verdicts = identitiesOf(table, subject.report.forms[table]).map((it) => judge(it, subject));
      const codes = verdicts.flatMap((it) => (it.kind === 'holds_with_zeros' ? it.blanks : []));
      return codes.length === 0 ? [] : [{ table, codes: [...new Set(codes)] }];
    });

/** Σ left may not exceed Σ right. */
export interface Limit {
  readonly left: readonly CellCode[];
  readonly right: readonly CellCode[];
}

/** Every limit that is exceeded, where all its numbers are known. */
export const exceeded =
  (table: TableId, limits: (subject: Subject) => readonly Limit[]): ReportFinder =>
  (subject) =>
    limits(subject).flatMap(({ left, right }): readonly Found[] => {
      const [found, expected] = [sumOf(left, subject), sumOf(right, subject)];
      return found !== null && expected !== null && found > expected
        ? [{ table, codes: [...left, ...right], expected, found }]
        : [];
    });

/** Sum of cells, null as soon as one is not known. */
export const sumOf = (codes: readonly CellCode[], subject: Subject): number | null =>
  codes.reduce<number | null>((total, code) => {
    const n = subject.number(code);
    return total === null || n === null ? null : total + n;
  }, 0);
