import type { Fact } from '../reading';
import type { ReportFinder } from './finding';
import { balanceOf } from '../forms';

const { newReceived, carriedIn } = balanceOf('total');

/** 约 and 近 may miss the number by this share. */
const aboutTolerance = 0.1;

/** Whether a number of the text, exact or a bound, is said of a number. */
export function fits({ value, precision }: Fact, actual: number): boolean {
  if (precision === 'at_least') return actual >= value;
  if (precision === 'about') return Math.abs(actual - value) <= aboutTolerance * value;
  return actual === value;
}

/** "收到 N 件" may mean the new ones or those carried in with them: reported only if neither fits. */
export const otherNumberOfApplications: ReportFinder = (subject) => {
  const fact = subject.report.narrative.applications_received;
  const received = subject.number(newReceived);
  if (!fact || fact.value === 0 || received === null) return [];
  const pool = received + (subject.number(carriedIn) ?? 0);
  if (fits(fact, received) || fits(fact, pool)) return [];
  return [{ table: 't3', codes: [newReceived, carriedIn], expected: fact.value, found: received }];
};

/** "未收到" beside a table that counts some. */
export const applicationsDespiteNone: ReportFinder = (subject) => {
  const fact = subject.report.narrative.applications_received;
  const received = subject.number(newReceived);
  if (!fact || fact.value !== 0 || received === null || received === 0) return [];
  return [{ table: 't3', codes: [newReceived], expected: 0, found: received }];
};

/** Only a list that claims to be whole can contradict its total: not 等, 主要, nor rounded numbers. */
export const listBesidesTotal: ReportFinder = ({ report: { narrative } }) => {
  const { published_total: total, published_by_category: list, category_list: state } = narrative;
  if (!total || !list || state === 'partial' || state === 'no_total') return [];
  if (total.approx || list.some((entry) => entry.approx)) return [];
  const found = list.reduce((sum, entry) => sum + entry.count, 0);
  return found === total.value ? [] : [{ expected: total.value, found }];
};
