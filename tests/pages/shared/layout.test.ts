import { describe, expect, test } from 'vitest';
import type { ChartSpec } from '../../../src/pages/shared/context';
import { layOut } from '../../../src/pages/shared/layout';

const chart = (id: string, span: ChartSpec<unknown>['span']): ChartSpec<unknown> => ({
  id,
  span,
  questions: () => ({}),
  model: () => null,
});
const shape = (charts: readonly ChartSpec<unknown>[]): string =>
  layOut(charts)
    .map((band) => band.columns.map((column) => column.charts.map(({ spec }) => spec.id).join('')).join('|'))
    .join(' / ');

describe('charts', () => {
  test('of 7 and 5 twelfths flow in two columns', () => {
    expect(shape([chart('a', 7), chart('b', 5), chart('c', 7), chart('d', 5)])).toBe('ac|bd');
  });

  test('keep the side on which they begin', () => {
    expect(shape([chart('a', 5), chart('b', 7)])).toBe('a|b');
  });

  test('of other widths fill a band until it is full', () => {
    expect(shape([chart('a', 4), chart('b', 4), chart('c', 4), chart('d', 12)])).toBe('a|b|c / d');
  });

  test('keep their reading order for a phone', () => {
    const [band] = layOut([chart('a', 7), chart('b', 5), chart('c', 7)]);
    expect(
      band?.columns.flatMap((column) => column.charts.map(({ spec, order }) => `${spec.id}${order}`)),
    ).toEqual(['a0', 'c2', 'b1']);
  });
});
