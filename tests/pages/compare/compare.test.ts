import { describe, expect, test } from 'vitest';
import { compareCharts } from '../../../src/pages/compare/charts';
import { sideBySide } from '../../../src/pages/compare/side-by-side';
import { unitDots } from '../../../src/pages/shared/dots';
import { unitStack } from '../../../src/pages/shared/unit-stack';
import { makeContextOf } from '../fixtures';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const picks = ids.slice(0, 6);
const context = makeContextOf(
  {},
  ids.map((id) => ({ id, years: [2020, 2021] })),
  { years: [2020, 2021], agencies: picks },
);

describe('lines of picked agencies', () => {
  const rows = ids.flatMap((id) =>
    [2020, 2021].map((year) => ({
      agency_id: id,
      agency: id,
      year,
      published_items: 5,
      published_items__n: 1,
      reports: 1,
    })),
  );
  const spec = compareCharts.find(({ id }) => id === 'compare-lines');
  const model = spec?.model(context, { rows, total: [] });
  const series = model?.drawing?.type === 'line' ? model.drawing.series : [];

  test('look different for each of six, and the yardstick like none of them', () => {
    const looks = [...picks, 'whole'].map((id) => series.find((one) => one.id === id)?.emphasis);
    expect(new Set(looks).size).toBe(7);
    expect(looks).not.toContain('rest');
    expect(series.find(({ id }) => id === 'g')?.emphasis).toBe('rest');
  });
});

describe('agencies side by side', () => {
  const stated = (id: string, value: number | null) => ({
    agency_id: id,
    applications_new: value,
    applications_new__n: value === null ? 0 : 1,
  });
  const rows = [stated('a', 1), stated('b', 4), stated('c', 100), stated('d', null)];
  const stocks = [{ agency_id: 'a', reviews: 3, reviews__n: 1 }];
  const whole = [{ refusal_rate__num: 1, refusal_rate__den: 4, refusal_rate__n: 2 }];
  const shown = sideBySide(context, { rows, stocks, whole });
  const wholeOf = (id: string) => shown.rows.find((row) => row.id === id)?.whole;

  test('stand beside the median of those that state a count', () => {
    expect(wholeOf('applications_new')).toEqual({ kind: 'median', datum: { value: 4, n: 3 } });
    expect(wholeOf('reviews')).toEqual({ kind: 'median', datum: { value: 3, n: 1 } });
    expect(wholeOf('published_items')?.datum).toEqual({ value: null, absence: 'missing' });
  });

  test('stand beside the pooled rate', () => {
    expect(wholeOf('refusal_rate')).toMatchObject({
      kind: 'pooled',
      datum: { numerator: 1, denominator: 4 },
    });
  });

  test('are the picked ones only', () => {
    expect(shown.columns.map(({ id }) => id)).toEqual(picks);
  });
});

test('nothing out of nothing is said in words, not as 0/0', () => {
  const rates = (id: string, num: number, den: number) => ({
    agency_id: id,
    agency: id,
    reports: 1,
    refusal_rate__num: num,
    refusal_rate__den: den,
    refusal_rate__n: 1,
  });
  const heading = { id: 'h', title: 't', subtitle: 's' };
  const rows = [rates('a', 1, 2), rates('b', 0, 0)];
  const model = unitDots(context, heading, rows, undefined, 'refusal_rate', 'source');
  const notes = model.drawing?.type === 'dot' ? model.drawing.rows.map(({ note }) => note) : [];
  expect(notes).toEqual(['1/2', '没有案件']);
});

describe('a chart of cases where there was none', () => {
  const heading = { id: 'h', title: 't', subtitle: 's' };

  test('says so instead of calling the number not stated', () => {
    const rows = [
      { agency_id: 'a', refusal_rate__num: 0, refusal_rate__den: 0, refusal_rate__n: 2, reports: 2 },
    ];
    const { drawing, empty } = unitDots(context, heading, rows, undefined, 'refusal_rate', 'source');
    expect([drawing, empty]).toEqual([null, '写明此项的 2 份报告都没有案件，没有可画的。']);
    expect(unitDots(context, heading, [], undefined, 'refusal_rate', 'source').empty).toContain(
      '没有写明这项数字的报告',
    );
  });

  test('leaves out who had none, and then says that nobody had any', () => {
    const none = { agency_id: 'a', reviews: 0, reviews__n: 1, reports: 1 };
    const one = { ...none, agency_id: 'b', reviews: 2 };
    const stack = (rows: (typeof none)[]) =>
      unitStack(context, heading, rows, [{ id: 'reviews', tone: 'upheld' }], 'source', { casesOnly: true });
    expect(stack([none, one]).table.rows.map(({ id }) => id)).toEqual(['b']);
    expect(stack([none]).empty).toContain('1 份报告都没有案件');
  });
});
