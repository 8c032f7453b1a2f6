import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakBetween, metric, metrics, valueOf, wilson } from '../../src/metrics';

describe('a value', () => {
  test('is missing when no report states it, and never 0', () => {
    expect(valueOf({ published_items: null, published_items__n: 0 }, 'published_items')).toEqual({
      state: 'missing',
    });
  });

  test('of a count is its sum with the reports behind it', () => {
    expect(valueOf({ published_items: 0, published_items__n: 3 }, 'published_items')).toEqual({
      state: 'value',
      value: 0,
      n: 3,
    });
  });

  test('of a rate with nothing to divide by is not applicable', () => {
    const row = { refusal_rate__num: 0, refusal_rate__den: 0, refusal_rate__n: 4 };
    expect(valueOf(row, 'refusal_rate')).toEqual({ state: 'na', numerator: 0, denominator: 0, n: 4 });
  });

  test('of a rate carries numerator, denominator and 95 % interval, in percent', () => {
    const row = { refusal_rate__num: 1, refusal_rate__den: 4, refusal_rate__n: 2 };
    const value = valueOf(row, 'refusal_rate');
    expect(value).toMatchObject({ state: 'value', value: 25, numerator: 1, denominator: 4, n: 2 });
    // Wilson 1927; checked against R: prop.test(1, 4, correct = FALSE).
    expect(value.state === 'value' && value.low).toBeCloseTo(4.5587, 3);
    expect(value.state === 'value' && value.high).toBeCloseTo(69.9358, 3);
  });

  test('of a ratio that is no share has no interval', () => {
    const row = { dispute_ratio__num: 5, dispute_ratio__den: 4, dispute_ratio__n: 2 };
    expect(valueOf(row, 'dispute_ratio')).not.toHaveProperty('low');
  });
});

test('the interval holds the share, lies within 0–1 and narrows with more cases', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (whole, share) => {
        const part = Math.round(whole * share);
        const [low, high] = wilson(part, whole);
        const [lowOfMore, highOfMore] = wilson(part * 10, whole * 10);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(part / whole + 1e-12);
        expect(high).toBeGreaterThanOrEqual(part / whole - 1e-12);
        expect(highOfMore - lowOfMore).toBeLessThan(high - low);
      },
    ),
  );
});

describe('metrics', () => {
  test('have ids of their own and texts in both languages', () => {
    expect(new Set(metrics.map((one) => one.id)).size).toBe(metrics.length);
    for (const one of metrics) {
      for (const text of [one.label, one.about]) expect(text.zh && text.en, one.id).toBeTruthy();
      expect(one.label.en, one.id).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test('take the other outcomes from whichever form has them', () => {
    const other = metric('outcome_other');
    expect(other.kind === 'count' && other.value.columns).toEqual(
      expect.arrayContaining(['t3_other_total', 't3_other_misc_total']),
    );
  });

  test('break where form or law broke their series', () => {
    expect(breakBetween(metric('reviews'), 2023, 2024)).toBe(2024);
    expect(breakBetween(metric('applications_new'), 2018, 2019)).toBe(2019);
    expect(breakBetween(metric('applications_new'), 2019, 2025)).toBeNull();
  });

  test('of appeals and stocks are never added over years', () => {
    for (const id of ['reviews', 'suits', 'review_pending', 'documents_in_force', 'applications_carried_out'])
      expect(metric(id).overYears, id).toBe('latest');
  });
});
