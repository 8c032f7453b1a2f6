import {
  applicantColumns,
  applicantParts,
  applicationRows,
  balanceOf,
  formCells,
  outcomeParts,
  rowTotal,
} from '../forms';
import { exceeded, sumOf } from './arithmetic';
import type { Found, ReportFinder } from './finding';
import { isPrintedEmpty } from './derive';

/** Row totals left blank beside printed components: an accepted style, so one finding for the table. */
export const blankRowTotals: ReportFinder = (subject) => {
  const form = subject.form('t3');
  const { cells } = subject.report;
  const rows = form === null ? [] : applicationRows(form);
  const codes = rows
    .filter((row) => isPrintedEmpty(cells[rowTotal(row)]?.state))
    .filter(
      (row) => form !== null && applicantParts(form, row).some((part) => cells[part]?.state === 'value'),
    )
    .map(rowTotal);
  return codes.length === 0 ? [] : [{ table: 't3', codes, found: codes.length }];
};

/** Nothing came in, so nothing can be carried out. */
export const carriedOutOfNothing: ReportFinder = (subject) =>
  applicantColumns.flatMap((column): readonly Found[] => {
    const { newReceived, carriedIn, carriedOut } = balanceOf(column);
    const found = subject.number(carriedOut);
    return sumOf([newReceived, carriedIn], subject) === 0 && found !== null && found > 0
      ? [{ table: 't3', codes: [carriedOut, newReceived, carriedIn], expected: 0, found }]
      : [];
  });

/** Carried out beyond what came in, or one outcome beyond all outcomes. */
export const beyondCap: ReportFinder = exceeded('t3', (subject) => {
  const form = subject.form('t3');
  if (form === null) return [];
  return applicantColumns.flatMap((column) => {
    const { newReceived, carriedIn, resultsTotal, carriedOut } = balanceOf(column);
    return [
      { left: [carriedOut], right: [newReceived, carriedIn] },
      ...outcomeParts(form, column).map((outcome) => ({ left: [outcome], right: [resultsTotal] })),
    ];
  });
});

/** What comes in within 20 working days of the end of a year is far less than this share. */
const OLD_SHARE = 0.35;
const FEW = 10;

/** More carried out than can have come in within the time for an answer before the year ended. */
export const oldCasesCarriedOut: ReportFinder = (subject) => {
  const { newReceived, carriedIn, carriedOut } = balanceOf('total');
  const [found, pool] = [subject.number(carriedOut), sumOf([newReceived, carriedIn], subject)];
  return found !== null && pool !== null && found > FEW && found > OLD_SHARE * pool
    ? [{ table: 't3', codes: [carriedOut, newReceived, carriedIn], found, detail: String(pool) }]
    : [];
};

export const notCounts: ReportFinder = (subject) => {
  const form = subject.form('t3');
  const cells = form === null ? [] : formCells[form].filter((cell) => cell.table === 't3');
  return cells.flatMap(({ code }): readonly Found[] => {
    const found = subject.number(code);
    return found === null || (Number.isInteger(found) && found >= 0)
      ? []
      : [{ table: 't3', codes: [code], found }];
  });
};
