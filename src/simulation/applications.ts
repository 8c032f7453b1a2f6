import { forms } from '../forms';
import type { Figures } from './figures';
import { applicantColumns, outcomes, t3 } from './figures';
import { binomial, deal, poisson, type Random } from './random';

/** Applications open at the end of a year, by applicant column. */
export type Pending = Readonly<Record<string, number>>;

/** Most applicants are natural persons; in one real city's 3,525 applications 97.6 % were. */
const applicantWeights: Readonly<Record<string, number>> = {
  natural_person: 0.9,
  enterprise: 0.065,
  research_institute: 0.003,
  social_org: 0.007,
  legal_service: 0.015,
  other_org: 0.01,
};

/**
 * Shares of the outcomes, shaped like those of a real city (1,431 granted, 471 partly, 102 refused, 941 unable, 117 not
 * processed, 469 other, of 3,521), so that the three disclosure rates differ as they do in life.
 */
const outcomeWeights: Readonly<Record<string, number>> = {
  granted: 0.42,
  partially_granted: 0.12,
  denied_state_secret: 0.001,
  denied_other_law: 0.003,
  denied_security_stability: 0.002,
  denied_third_party: 0.012,
  denied_internal_affairs: 0.015,
  denied_process_info: 0.01,
  denied_enforcement_file: 0.014,
  denied_admin_query: 0.01,
  unable_not_held: 0.2,
  unable_needs_creation: 0.022,
  unable_unclear: 0.01,
  np_petition: 0.03,
  np_repeat: 0.016,
  np_publication: 0.001,
  np_excessive: 0.003,
  np_reconfirm: 0.002,
  other_no_correction: 0.03,
  other_fee_unpaid: 0.006,
  other_misc: 0.07,
};

/** Share of a year's applications that arrive too late in it to be answered (20 working days). */
const OPEN_AT_YEAR_END = 0.06;

/** A body's own habit: every weight is stretched by up to a half, for good. */
export const outcomeHabit = (r: Random): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(outcomeWeights).map(([row, weight]) => [row, weight * (0.5 + r.next())]));

/** Fills table 3 in `figures`; what is carried in is exactly what was carried out, column by column. */
export function simulateApplications(
  r: Random,
  expected: number,
  habit: Readonly<Record<string, number>>,
  carriedIn: Pending,
  figures: Figures,
): Pending {
  // A body's year scatters more than Poisson: one neighbourhood's redevelopment brings a wave.
  const received = poisson(r, expected * (0.65 + 0.7 * r.next()));
  const byApplicant = deal(r, received, applicantWeights);
  const carriedOut: Record<string, number> = {};
  for (const column of applicantColumns) {
    const fresh = byApplicant[column] ?? 0;
    const before = carriedIn[column] ?? 0;
    const open = binomial(r, fresh, OPEN_AT_YEAR_END);
    const results = deal(r, fresh + before - open, habit);
    figures[t3('new_received', column)] = fresh;
    figures[t3('carried_in', column)] = before;
    for (const row of outcomes) figures[t3(row, column)] = results[row] ?? 0;
    figures[t3('carried_out', column)] = open;
    carriedOut[column] = open;
  }
  totalApplications(figures);
  return carriedOut;
}

/** Derives every total of table 3, and the one row that the form of 2019 has for "other". */
export function totalApplications(figures: Figures): void {
  for (const column of applicantColumns) {
    figures[t3('other', column)] = ['other_no_correction', 'other_fee_unpaid', 'other_misc'].reduce(
      (sum, row) => sum + figures[t3(row, column)],
      0,
    );
    figures[t3('results_total', column)] = outcomes.reduce((sum, row) => sum + figures[t3(row, column)], 0);
  }
  const rows = forms['2021'].tables.t3.rows.filter((row) => row.kind !== 'group').map((row) => row.code);
  for (const row of [...rows, 'other'])
    figures[t3(row, 'total')] = applicantColumns.reduce((sum, column) => sum + figures[t3(row, column)], 0);
}
