import { check, type Finding } from '../../../src/checking';
import {
  balanceOf,
  cellDefinition,
  identitiesOf,
  type CellCode,
  type Identity,
  type TableId,
} from '../../../src/forms';
import type { Cell, ReadingProblem, Report } from '../../../src/reading';

/** How a number is warned of: on itself, by a problem elsewhere in its table, or not at all. */
export type Warning = 'own' | 'table' | 'none';

/** What a finding says, wherever its numbers come from. */
const keyOf = ({ rule, codes, found, expected }: Finding): string =>
  [rule, codes.join(' '), found, expected].join('|');

/** Findings of the undamaged report: they are the agency's, and warn of no damage. */
export const findingsOf = (report: Report): ReadonlySet<string> => new Set(check(report).map(keyOf));

/** A problem of a table, a block or row of it, or one cell. */
function isAbout({ table, detail }: ReadingProblem, code: CellCode): boolean {
  const cell = cellDefinition(code);
  if (table !== cell.table) return false;
  const isOfPart = /^[a-z]/.test(detail ?? '');
  return !isOfPart || [cell.code, cell.row, cell.block].includes(detail ?? '');
}

/** What warns of the cells of a report besides the findings that it had before the damage. */
export function warnings(
  report: Report,
  known: ReadonlySet<string>,
): (code: CellCode, cell: Cell) => Warning {
  const fresh = check(report).filter((finding) => !known.has(keyOf(finding)));
  const codes = new Set<string>(fresh.flatMap((finding) => finding.codes));
  return (code, cell) => {
    if (cell.derived_from_identities === true || codes.has(code)) return 'own';
    if (report.problems.some((problem) => isAbout(problem, code))) return 'own';
    return report.problems.some(({ table }) => table === cellDefinition(code).table) ? 'table' : 'none';
  };
}

/**
 * Whether no numbers that may stand in the cells that were not read could mend a sum. What is printed empty counts as 0,
 * but a total printed empty is no total.
 */
export function isBroken({ left, right }: Identity, cells: Report['cells']): boolean {
  const side = (codes: readonly CellCode[]) => {
    const all = codes.map((code) => cells[code]);
    return {
      sum: all.reduce((sum, cell) => sum + (cell?.value ?? 0), 0),
      isOpen: all.some((cell) => !cell || cell.state === 'unreadable' || cell.state === 'row_missing'),
      isEmpty: all.every((cell) => cell?.value === null),
    };
  };
  const [stated, parts] = [side(left), side(right)];
  const short = stated.sum < parts.sum ? stated : parts;
  return stated.sum !== parts.sum && !short.isOpen && !stated.isEmpty;
}

const { newReceived, carriedIn } = balanceOf('total');

/** Whether the text states a number of applications that is neither that of the table nor that with those carried in. */
function contradictsProse({ cells, narrative }: Report): boolean {
  const fact = narrative.applications_received;
  const received = cells[newReceived]?.value;
  if (!fact || fact.approx || received === null || received === undefined) return false;
  return fact.value !== received && fact.value !== received + (cells[carriedIn]?.value ?? 0);
}

/**
 * Whether the parts of a total are all printed empty, some of them blank, in a table that has no part of such a sum: a
 * style of real reports, which print totals only. Nothing in the table then contradicts a total that stands elsewhere.
 */
function isTotalOnly({ kind, right }: Identity, table: TableId, { cells, forms }: Report): boolean {
  const kin = identitiesOf(table, forms[table]).filter((it) => table === 't4' || it.kind === kind);
  const prints = kin.some((it) => it.right.some((code) => (cells[code]?.value ?? 0) > 0));
  return (
    !prints &&
    right.every((code) => cells[code]?.value === null) &&
    right.some((code) => cells[code]?.state === 'blank')
  );
}

/** Whether a sum of the form, or the text of the report, contradicts a cell as it was read. */
export function canTell(report: Report, code: CellCode): boolean {
  const { table } = cellDefinition(code);
  const isIn = ({ left, right }: Identity): boolean => left.includes(code) || right.includes(code);
  return (
    identitiesOf(table, report.forms[table]).some(
      (it) => isIn(it) && isBroken(it, report.cells) && !isTotalOnly(it, table, report),
    ) ||
    ([newReceived, carriedIn].includes(code) && contradictsProse(report))
  );
}
