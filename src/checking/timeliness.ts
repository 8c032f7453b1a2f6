import { dayNumber, lateness, type Lateness } from './deadlines';
import type { Found, ReportFinder } from './finding';
import type { Subject } from './subject';

/** Beyond a year the page was more likely moved and re-dated than published so late. */
const daysOfRedating = 365;

/** The office of a government files the report of the government, which is due later than that of a department. */
const officeOfGovernment = /政府办公[室厅]$/;

function latenessOf({ report: { agency, year, published } }: Subject): Lateness | null {
  if (year === null || published === null) return null;
  const isOffice = agency.kind === 'bureau' && officeOfGovernment.test(agency.name ?? '');
  return lateness(isOffice ? 'county' : agency.kind, year, published);
}

const asFound = ({ due, days }: Lateness): Found => ({ found: days, detail: due });

export const late: ReportFinder = (subject) => {
  const it = latenessOf(subject);
  return it && it.days <= daysOfRedating ? [{ ...asFound(it), severity: it.severity }] : [];
};

export const redated: ReportFinder = (subject) => {
  const it = latenessOf(subject);
  return it && it.days > daysOfRedating ? [asFound(it)] : [];
};

/** Statistics of a year cannot be whole before its last day. */
export const early: ReportFinder = ({ report: { year, published } }) => {
  const day = published === null ? null : dayNumber(published);
  const lastDay = year === null ? null : dayNumber(`${year}-12-31`);
  if (published === null || day === null || lastDay === null || day >= lastDay) return [];
  return [{ detail: published }];
};

const witness = (detail: string, from: string): number | null =>
  Number(new RegExp(`(?:^| )${from}=(\\d{4})`).exec(detail)?.[1] ?? Number.NaN) || null;

/** What the reader noted of years that differ, with the year of the period that is printed, if it is another one. */
const unclearYears = ({ report: { year, problems } }: Subject) =>
  problems.flatMap(({ code, detail = '' }) => {
    const period = code === 'year_unclear' ? witness(detail, 'period') : null;
    return code === 'year_unclear' ? [{ detail, period: period === year ? null : period }] : [];
  });

/** The period of the statistics is another year than that of the title. */
export const otherPeriod: ReportFinder = (subject) =>
  unclearYears(subject).flatMap(({ period }): readonly Found[] =>
    period !== null && subject.report.year !== null ? [{ expected: subject.report.year, found: period }] : [],
  );

/** The report may be filed under the wrong year. */
export const uncertainYear: ReportFinder = (subject) =>
  unclearYears(subject).flatMap(({ detail, period }): readonly Found[] =>
    period === null ? [detail ? { detail } : {}] : [],
  );

export const undated: ReportFinder = ({ report: { published } }) =>
  published === null || dayNumber(published) === null ? [{}] : [];
