import { describe, expect, test } from 'vitest';
import { changeOf } from '../../../src/pages/shared/change';

const row = (value: number | null, n: number) => ({ published_items: value, published_items__n: n });

describe('a change on the year before', () => {
  test('is a percentage where both years rest on as many reports', () => {
    expect(changeOf('published_items', row(110, 5), row(100, 5), 2022)).toMatchObject({
      state: 'value',
      percent: 10,
    });
  });

  test('is withheld where a break lies between', () => {
    expect(changeOf('published_items', row(110, 5), row(100, 5), 2019)).toEqual({
      state: 'break',
      year: 2019,
    });
  });

  test.each([
    ['another number of reports', row(110, 5), row(100, 4)],
    ['nothing to start from', row(110, 5), row(0, 5)],
    ['a year that nobody states', row(110, 5), row(null, 0)],
    ['no year before', row(110, 5), undefined],
  ])('is withheld with %s', (_, now, before) => {
    expect(changeOf('published_items', now, before, 2022)).toEqual({ state: 'none' });
  });
});
