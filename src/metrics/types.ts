import type { Label, SeriesBreak } from '../forms';

/** SQL over the columns of `reports`; null when a column that it needs is null. */
export interface Expression {
  readonly sql: string;
  readonly columns: readonly string[];
}

interface MetricBase {
  readonly id: string;
  readonly label: Label;
  /** Definition as a reader would want it. */
  readonly about: Label;
  /** Printed beside every chart of the metric. */
  readonly caveat: Label;
  readonly unit: Label;
  /** Where its series breaks, and why. */
  readonly breaks: readonly SeriesBreak[];
  /**
   * `latest`: a stock, or cases that return the year after, so that years are never added; a value over several years
   * is that of the last one.
   */
  readonly overYears?: 'latest';
  /** Whether `summary` holds it. */
  readonly summary?: boolean;
}

/** A count or an amount: added over reports of one level. */
export interface CountMetric extends MetricBase {
  readonly kind: 'count' | 'money';
  readonly value: Expression;
}

/** Sum of numerators ÷ sum of denominators over the reports that have both; never a mean of rates. */
export interface RateMetric extends MetricBase {
  readonly kind: 'rate';
  readonly numerator: Expression;
  readonly denominator: Expression;
  /** 1 for a share, 1000 for "per thousand". Only a share has a Wilson interval. */
  readonly scale: number;
  /** Whether the numerator is a part of the denominator, so that a Wilson interval exists. */
  readonly share: boolean;
}

export type Metric = CountMetric | RateMetric;
