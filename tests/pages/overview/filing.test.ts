import { describe, expect, test } from 'vitest';
import { filingModel } from '../../../src/pages/overview/filing';
import { makeContextOf } from '../fixtures';

const rows = [
  { year: 2020, reports: 2 },
  { year: 2021, reports: 1 },
];
/** Three townships on the roster; only the first has filed both years. */
const agencies = [
  { id: 'a', years: [2020, 2021] },
  { id: 'b', years: [2020] },
  { id: 'c', years: [], expectedFrom: 2021 },
];
const rosterOf = (by_hand = 0) =>
  makeContextOf(
    { by_hand },
    agencies.map((one) => ({ expectedFrom: 2020, ...one })),
    { years: [2020, 2021] },
  );

describe('the filing of reports', () => {
  const model = filingModel(rosterOf(), { rows });
  const drawing = model.drawing?.type === 'stack' ? model.drawing : null;

  test('is labelled with filed and expected', () => {
    expect(drawing?.rows.map(({ note }) => note)).toEqual(['2/2', '1/3']);
  });

  test('names who has not filed, in the table and under the chart', () => {
    expect(model.table.rows.map(({ cells }) => cells)).toEqual([
      ['2020', 2, 2, 0, ''],
      ['2021', 1, 3, 2, 'b镇、c镇'],
    ]);
    expect(model.remark).toContain('2021 年应报未收录：b镇、c镇');
  });

  test('of a sample collected by hand claims of nobody that it did not file', () => {
    const sample = filingModel(rosterOf(3), { rows });
    expect(sample.table.columns.map(({ key }) => key)).toEqual(['year', 'held']);
    expect(sample.remark).toBeUndefined();
    expect(sample.drawing?.type === 'stack' && sample.drawing.parts.map(({ id }) => id)).toEqual(['held']);
  });
});
