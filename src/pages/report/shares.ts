import type { CountedRecord } from './records';

/** What the shares of a list are shares of. */
export interface Base {
  readonly of: 'total' | 'list';
  readonly value: number;
}

/**
 * The stated total where it is exact and the list fits into it; else the sum of the list itself, which says nothing about
 * what was left out. null where there is nothing to divide by.
 */
export function shareBase(
  list: readonly CountedRecord[],
  stated: { readonly value: number | null; readonly precision: string | null; readonly list: string | null },
): Base | null {
  const fits = stated.list === 'exact' || stated.list === 'partial';
  if (stated.value !== null && stated.value > 0 && stated.precision === 'exact' && fits)
    return { of: 'total', value: stated.value };
  const sum = list.reduce((all, { count }) => all + count, 0);
  return sum > 0 ? { of: 'list', value: sum } : null;
}

/** 0–100, as formats take it. */
export const shareOf = (count: number, base: Base): number => (100 * count) / base.value;
