import { metric } from './dictionary';
import type { Metric } from './types';

/**
 * A metric for one row. `missing`: no report states it; `na`: the denominator is 0, so there is no rate.
 * `value` is in the metric's unit (percent for shares); `low` and `high` bound the 95 % interval of a share.
 */
export type Value =
  | { readonly state: 'missing' }
  | { readonly state: 'na'; readonly numerator: number; readonly denominator: 0; readonly n: number }
  | {
      readonly state: 'value';
      readonly value: number;
      readonly n: number;
      readonly numerator?: number;
      readonly denominator?: number;
      readonly low?: number;
      readonly high?: number;
    };

const z = 1.959963984540054;

/** 95 % Wilson score interval of `part` out of `whole`, as shares between 0 and 1. `whole` must be positive. */
export function wilson(part: number, whole: number): readonly [number, number] {
  const p = part / whole;
  const z2 = z * z;
  const centre = (p + z2 / (2 * whole)) / (1 + z2 / whole);
  const half = (z / (1 + z2 / whole)) * Math.sqrt((p * (1 - p)) / whole + z2 / (4 * whole * whole));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

const numberIn = (row: Readonly<Record<string, unknown>>, key: string): number | null => {
  const found = row[key];
  return typeof found === 'number' ? found : typeof found === 'bigint' ? Number(found) : null;
};

function rateOf(numerator: number, denominator: number, n: number, one: Metric & { kind: 'rate' }): Value {
  if (denominator === 0) return { state: 'na', numerator, denominator: 0, n };
  const value = (numerator / denominator) * one.scale;
  if (!one.share || numerator > denominator || numerator < 0)
    return { state: 'value', value, n, numerator, denominator };
  const [low, high] = wilson(numerator, denominator);
  return { state: 'value', value, n, numerator, denominator, low: low * one.scale, high: high * one.scale };
}

/** Reads a metric out of a row of an answer (see `Question`). */
export function valueOf(row: Readonly<Record<string, unknown>>, id: string): Value {
  const one = metric(id);
  const n = numberIn(row, `${id}__n`) ?? 0;
  if (n === 0) return { state: 'missing' };
  if (one.kind === 'rate') {
    const numerator = numberIn(row, `${id}__num`);
    const denominator = numberIn(row, `${id}__den`);
    return numerator === null || denominator === null
      ? { state: 'missing' }
      : rateOf(numerator, denominator, n, one);
  }
  const value = numberIn(row, id);
  return value === null ? { state: 'missing' } : { state: 'value', value, n };
}

/** Whether a change between two years may be stated: not across a break of the metric's series. */
export function breakBetween(one: Metric, from: number, to: number): number | null {
  return one.breaks.find(({ year }) => from < year && year <= to)?.year ?? null;
}
