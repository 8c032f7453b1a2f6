import { applicantColumns, balanceOf, type CellCode, formCells, type TableId } from '../forms';
import { sumOf } from './arithmetic';
import { documentRows, stockOf } from './documents';
import type { Found, SeriesFinder, Severity } from './finding';
import type { Subject } from './subject';

/** Off by more than 2, or by more than a tenth, is more than a late correction of single cases. */
const carrySeverity = (expected: number, found: number): Severity => {
  const off = Math.abs(found - expected);
  return off > 2 || off > 0.1 * expected ? 'error' : 'warning';
};

const yearOf = ({ report }: Subject): string => String(report.year);

/** carried_out(N) = carried_in(N+1). A total that is right makes differing columns a matter of classification. */
export const brokenCarry: SeriesFinder = (previous, current) => {
  const differing = applicantColumns.flatMap((column) => {
    const code = balanceOf(column).carriedIn;
    const [expected, found] = [previous.number(balanceOf(column).carriedOut), current.number(code)];
    return expected === null || found === null || expected === found
      ? []
      : [{ code, column, expected, found }];
  });
  const total = differing.find(({ column }) => column === 'total');
  const detail = yearOf(previous);
  if (!total) {
    return differing.map(({ code, expected, found }) => ({
      table: 't3',
      severity: 'warning',
      codes: [code],
      expected,
      found,
      detail,
    }));
  }
  const { expected, found } = total;
  const codes = [total, ...differing.filter((it) => it !== total)].map(({ code }) => code);
  return [{ table: 't3', severity: carrySeverity(expected, found), codes, expected, found, detail }];
};

/** in_force(N+1) = in_force(N) + issued(N+1) − repealed(N+1). */
export const brokenStock: SeriesFinder = (previous, current) =>
  documentRows.flatMap((row): readonly Found[] => {
    const { issued, repealed, inForce } = stockOf(row);
    const inflow = sumOf([issued], current);
    const outflow = sumOf([repealed], current);
    const [before, found] = [previous.number(inForce), current.number(inForce)];
    if (before === null || inflow === null || outflow === null || found === null) return [];
    const expected = before + inflow - outflow;
    if (expected === found) return [];
    return [{ table: 't2', codes: [inForce, issued, repealed], expected, found, detail: yearOf(previous) }];
  });

/** A rate in the text is rounded, by less than this many points. */
const ROUNDING = 0.1;
const LEAST_BASE = 1;

/** The change that the text states, against both tables; new ones, or with those carried in. */
export const otherGrowth: SeriesFinder = (previous, current) => {
  const change = current.report.narrative.applications_change;
  if (!change) return [];
  const { newReceived, carriedIn } = balanceOf('total');
  const growths = [[newReceived], [newReceived, carriedIn]].flatMap((codes) => {
    const [before, now] = [sumOf(codes, previous), sumOf(codes, current)];
    if (before === null || now === null || (change.unit === 'percent' && before < LEAST_BASE)) return [];
    return [change.unit === 'cases' ? now - before : ((now - before) / before) * 100];
  });
  const [first] = growths;
  if (first === undefined || growths.some((it) => Math.abs(it - change.value) <= ROUNDING)) return [];
  // Whole points are rounded to whole points.
  if (change.unit === 'percent' && growths.some((it) => Math.round(it) === change.value)) return [];
  const found = Math.round(first * 10) / 10;
  return [{ table: 't3', codes: [newReceived], expected: change.value, found, detail: yearOf(previous) }];
};

/** A suit after reconsideration follows one of this year or the last. */
export const suitsWithoutReviews: SeriesFinder = (previous, current) => {
  const [after, review]: readonly CellCode[] = ['t4_lit_after_review_total', 't4_review_total'];
  if (after === undefined || review === undefined) return [];
  const found = current.number(after);
  const none = [previous, current].every((subject) => subject.number(review) === 0);
  return none && found !== null && found > 0
    ? [{ table: 't4', codes: [after, review], found, detail: yearOf(previous) }]
    : [];
};

/** Decisions that grow or shrink so much are rarely of the same powers. */
const LEAP = 10;
const LEAST_DECISIONS = 10;
const decided = ['admin_license', 'admin_penalty', 'admin_coercion'] as const;

export const leapsOfDecisions: SeriesFinder = (previous, current) =>
  decided.flatMap((row): readonly Found[] => {
    const code = `t2_${row}_decisions` as CellCode;
    const [before, found] = [previous.number(code), current.number(code)];
    if (!before || !found || Math.max(before, found) < LEAST_DECISIONS) return [];
    return found > before * LEAP || before > found * LEAP
      ? [{ table: 't2', codes: [code], expected: before, found, detail: yearOf(previous) }]
      : [];
  });

/** One or two applications recur by chance: only two different numbers, one of them of some size, say more. */
const fewestDistinctNumbers = 2;
const leastLargestNumber = 3;
/** What is in force stays in force: that it recurs says nothing. */
const persists = (code: CellCode): boolean => documentRows.some((row) => stockOf(row).inForce === code);
/** A shorter first section says too little to be called copied. */
const shortestText = 60;

const tables: readonly TableId[] = ['t2', 't3', 't4'];

function sameTable(table: TableId, previous: Subject, current: Subject): readonly CellCode[] {
  const form = current.form(table);
  if (form === null || previous.form(table) !== form) return [];
  const codes = formCells[form].filter((cell) => cell.table === table).map(({ code }) => code);
  const numbers = codes.map((code) => current.number(code));
  if (codes.some((code, i) => previous.number(code) !== numbers[i])) return [];
  const telling = codes.filter((code) => !persists(code)).flatMap((code) => current.number(code) || []);
  const byChance = new Set(telling).size < fewestDistinctNumbers || Math.max(...telling) < leastLargestNumber;
  return byChance ? [] : codes.filter((_, i) => (numbers[i] ?? 0) !== 0);
}

/** First section without spaces and years, so that only a change of year does not hide a copy. */
const wordingOf = ({ report }: Subject): string =>
  report.sections
    .filter((section) => section.n === 1)
    .map(({ text }) => text.replace(/\s/g, '').replace(/(?:19|20)\d{2}/g, ''))
    .join('');

/** A table or the first section repeated from last year. Reports of nothing but zeros are naturally alike. */
export const repeated: SeriesFinder = (previous, current) => {
  const detail = yearOf(previous);
  const same = tables.flatMap((table): readonly Found[] => {
    const codes = sameTable(table, previous, current);
    return codes.length === 0 ? [] : [{ table, codes, detail }];
  });
  const wording = wordingOf(current);
  const copied = wording.length >= shortestText && /[1-9]/.test(wording) && wording === wordingOf(previous);
  return copied ? [...same, { detail }] : same;
};
