import { balanceOf, type CellCode } from '../forms';
import type { Fact } from '../reading';
import type { Found, ReportFinder } from './finding';
import { fits } from './narrative';
import type { Subject } from './subject';

const { newReceived, carriedIn, resultsTotal, carriedOut } = balanceOf('total');
const reviews: CellCode = 't4_review_total';
const suits = ['t4_lit_direct_total', 't4_lit_after_review_total'] as const satisfies readonly CellCode[];

/** What is printed in a table against a number of the text, where the text means none of several legal things. */
function unlike(
  fact: Fact | undefined,
  table: 't3' | 't4',
  codes: readonly CellCode[],
  meanings: readonly (number | null)[],
): readonly Found[] {
  const [found] = meanings;
  if (!fact || found === null || found === undefined) return [];
  if (meanings.some((meant) => meant !== null && fits(fact, meant))) return [];
  return [{ table, codes, expected: fact.value, found }];
}

const minus = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a - b;
const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

/** 答复 N 件: of all that were handled, or of the new ones only. */
export const otherNumberAnswered: ReportFinder = (subject) => {
  const [results, received] = [subject.number(resultsTotal), subject.number(newReceived)];
  const ofTheNew = [minus(results, subject.number(carriedIn)), minus(received, subject.number(carriedOut))];
  const { applications_answered } = subject.report.narrative;
  return unlike(applications_answered, 't3', [resultsTotal], [results, received, ...ofTheNew]);
};

export const otherNumberCarried: ReportFinder = (subject) => {
  const { applications_carried_in, applications_carried_out } = subject.report.narrative;
  return [
    ...unlike(applications_carried_in, 't3', [carriedIn], [subject.number(carriedIn)]),
    ...unlike(applications_carried_out, 't3', [carriedOut], [subject.number(carriedOut)]),
  ];
};

/** The text may count what was filed for the record: a question, no error. */
export const otherNumberOfReviews: ReportFinder = (subject) =>
  unlike(subject.report.narrative.reviews_total, 't4', [reviews], [subject.number(reviews)]);

export const otherNumberOfSuits: ReportFinder = (subject) => {
  const [direct, after] = suits.map((code) => subject.number(code)) as [number | null, number | null];
  return unlike(subject.report.narrative.litigation_total, 't4', suits, [plus(direct, after), direct, after]);
};

/** All four numbers of the text, each exact; what was received includes what was carried in unless the table says that it does not. */
export const unbalancedText: ReportFinder = (subject) => {
  const { narrative } = subject.report;
  const stated = [
    narrative.applications_received,
    narrative.applications_carried_in,
    narrative.applications_answered,
    narrative.applications_carried_out,
  ];
  if (stated.some((fact) => fact?.precision !== 'exact')) return [];
  const [received = 0, before = 0, answered = 0, after = 0] = stated.map((fact) => fact?.value);
  const found = answered + after;
  const mayInclude = subject.number(newReceived) !== received;
  const balanced = found === received + before || (mayInclude && found === received);
  return balanced ? [] : [{ expected: received + before, found }];
};

/** A fee for information where no application was there to be charged. Never compared with the fees of table 2. */
export const feeForNothing: ReportFinder = (subject: Subject) => {
  const fee = subject.report.narrative.fees_charged;
  const codes = [newReceived, carriedIn, resultsTotal];
  if (!fee || fee.value === 0 || codes.some((code) => subject.number(code) !== 0)) return [];
  return [{ table: 't3', codes, expected: 0, found: fee.value }];
};
