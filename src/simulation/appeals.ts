import { t3, t4, type Figures } from './figures';
import { binomial, deal, type Random } from './random';

/** Cases not concluded at the end of a year; they return in the next with a result. */
export interface OpenCases {
  readonly review: number;
  readonly lit_direct: number;
  readonly lit_after_review: number;
  /** Reconsiderations upheld this year, which may be taken to court in the next. */
  readonly upheld: number;
}

export const noOpenCases: OpenCases = { review: 0, lit_direct: 0, lit_after_review: 0, upheld: 0 };

/** Results of cases by kind of procedure; about one reconsideration in six corrects the agency. */
const resultWeights = {
  review: { upheld: 0.5, corrected: 0.14, other: 0.2, pending: 0.16 },
  lit_direct: { upheld: 0.5, corrected: 0.09, other: 0.13, pending: 0.28 },
  lit_after_review: { upheld: 0.64, corrected: 0.05, other: 0.1, pending: 0.21 },
} as const;

/** From 2024 a refusal must go to reconsideration first (行政复议法 2023年修订, Art. 23). */
const REVIEW_FIRST_FROM = 2024;

const refusalRows = [
  'denied_state_secret',
  'denied_other_law',
  'denied_security_stability',
  'denied_third_party',
  'denied_internal_affairs',
  'denied_process_info',
  'denied_enforcement_file',
  'denied_admin_query',
];
const otherRefusals = [
  'unable_not_held',
  'unable_needs_creation',
  'unable_unclear',
  'np_petition',
  'np_repeat',
];

/** Fills table 4 in `figures` from the refusals of table 3 and the cases still open. */
export function simulateAppeals(r: Random, year: number, before: OpenCases, figures: Figures): OpenCases {
  const count = (rows: readonly string[]) => rows.reduce((sum, row) => sum + figures[t3(row, 'total')], 0);
  const refused = count(refusalRows);
  const otherwise = count(otherRefusals);
  const reviewFirst = year >= REVIEW_FIRST_FROM;
  const fresh = {
    review: binomial(r, refused, reviewFirst ? 0.34 : 0.24) + binomial(r, otherwise, 0.13),
    lit_direct:
      binomial(r, refused, reviewFirst ? 0 : 0.1) + binomial(r, otherwise, reviewFirst ? 0.015 : 0.035),
    lit_after_review: binomial(r, before.upheld, 0.28),
  };
  const open = { review: 0, lit_direct: 0, lit_after_review: 0 };
  for (const kind of ['review', 'lit_direct', 'lit_after_review'] as const) {
    const { pending, ...concluded } = resultWeights[kind];
    const old = deal(r, before[kind], concluded);
    const recent = deal(r, fresh[kind], { ...concluded, pending });
    figures[t4(`${kind}_upheld`)] = old.upheld + recent.upheld;
    figures[t4(`${kind}_corrected`)] = old.corrected + recent.corrected;
    figures[t4(`${kind}_other`)] = old.other + recent.other;
    figures[t4(`${kind}_pending`)] = recent.pending;
    figures[t4(`${kind}_total`)] = before[kind] + fresh[kind];
    open[kind] = recent.pending;
  }
  return { ...open, upheld: figures[t4('review_upheld')] };
}
