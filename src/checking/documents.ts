import type { CellCode } from '../forms';
import type { AgencyKind } from '../reading';
import { exceeded, sumOf } from './arithmetic';
import type { Found, ReportFinder } from './finding';

const t2 = (row: string, column: string) => `t2_${row}_${column}` as CellCode;

export const documentRows = ['regulation', 'normative_document'] as const;

/** Cells of the documents of one row in the form of 2021. */
export const stockOf = (row: (typeof documentRows)[number]) => ({
  issued: t2(row, 'issued'),
  repealed: t2(row, 'repealed'),
  inForce: t2(row, 'in_force'),
});

/**
 * 规章 are made by State Council departments, provincial governments and governments of districted cities only. A
 * department of the State Council is a `bureau` too: hence a warning and a question, not an error.
 */
const withoutRuleMaking: ReadonlySet<AgencyKind> = new Set(['township', 'street', 'county', 'bureau']);
/** Only governments of provinces and large cities have a 办公厅, and it reports what its government made. */
const officeOfRuleMaker = /办公厅$/;
/** Of 2019 only what was made: a body may well have disclosed the rules of another. */
const rulesMade: readonly CellCode[] = [
  't2_regulation_issued',
  't2_regulation_repealed',
  't2_regulation_in_force',
  't2_regulation_newly_made',
];

export const rulesWithoutAuthority: ReportFinder = (subject) => {
  const { kind, name } = subject.report.agency;
  if (!withoutRuleMaking.has(kind) || officeOfRuleMaker.test(name ?? '')) return [];
  return rulesMade.flatMap((code): readonly Found[] => {
    const found = subject.number(code);
    return found === null || found === 0 ? [] : [{ table: 't2', codes: [code], expected: 0, found }];
  });
};

/** What stands in some cells may not exceed the sum of others, of which what is left blank counts as 0. */
const beyond =
  (limits: readonly { readonly part: CellCode; readonly stock: readonly CellCode[] }[]): ReportFinder =>
  (subject) =>
    limits.flatMap(({ part, stock }): readonly Found[] => {
      const found = subject.number(part);
      const numbers = stock.map((code) => subject.number(code) ?? (subject.isOpen(code) ? 0 : null));
      const expected = numbers.reduce((sum, n) => (sum === null || n === null ? null : sum + n), 0);
      return found !== null && expected !== null && found > expected
        ? [{ table: 't2', codes: [part, ...stock], expected, found }]
        : [];
    });

/** in_force ≥ issued − repealed: what was issued and not repealed is in force. */
export const issuedBeyondStock: ReportFinder = beyond(
  documentRows.map((row) => {
    const { issued, repealed, inForce } = stockOf(row);
    return { part: issued, stock: [inForce, repealed] };
  }),
);

export const newBeyondTotal: ReportFinder = beyond(
  documentRows.map((row) => ({ part: t2(row, 'newly_disclosed'), stock: [t2(row, 'total_disclosed')] })),
);

/** More disclosed for the first time than made: older documents may be among them. */
export const disclosedBeyondMade: ReportFinder = exceeded('t2', () =>
  documentRows.map((row) => ({ left: [t2(row, 'newly_disclosed')], right: [t2(row, 'newly_made')] })),
);

const fee: CellCode = 't2_admin_fee_fee_amount';
/** In 10,000 yuan: more than townships and streets collect. */
const LARGE_FEE = 500;

/** An amount in yuan where the form asks for 10,000 yuan. */
export const feesInYuan: ReportFinder = (subject) => {
  const { kind } = subject.report.agency;
  const found = subject.number(fee);
  const large = (kind === 'township' || kind === 'street') && found !== null && found > LARGE_FEE;
  return large ? [{ table: 't2', codes: [fee], found }] : [];
};

const rowsWithItems = ['admin_license', 'other_service', 'admin_penalty', 'admin_coercion'] as const;

/** Decisions that equal items before plus change were probably items, not decisions. */
export const decisionsThatAreItems: ReportFinder = (subject) =>
  rowsWithItems.flatMap((row): readonly Found[] => {
    const [decisions, prior, change] = ['decisions', 'prior_items', 'item_change'].map((column) =>
      t2(row, column),
    );
    if (!decisions || !prior || !change) return [];
    const codes = [decisions, prior, change];
    if (codes.some((code) => (subject.number(code) ?? 0) <= 0)) return [];
    const items = sumOf([prior, change], subject);
    const found = subject.number(decisions);
    return found !== null && found === items ? [{ table: 't2', codes, found }] : [];
  });
