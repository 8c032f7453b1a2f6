import { describe, expect, it } from 'vitest';
import { drawHeat } from '../../src/charts/heat';
import { pileUp } from '../../src/charts/pile';
import { drawStack } from '../../src/charts/stack';
import type { HeatModel, StackModel } from '../../src/charts/types';
import { absent, context, hatchesOf, known, marksOf, seriesOf, textMark, textsOf } from './fixtures';

const stack: StackModel = {
  type: 'stack',
  orientation: 'vertical',
  shares: false,
  breaks: [{ year: 2024, reason: '2024 起复议前置' }],
  axis: { kind: 'value', unit: '件' },
  rows: [
    { id: '2022', name: '2022' },
    { id: '2023', name: '2023', absence: 'missing' },
    { id: '2024', name: '2024' },
    { id: '2025', name: '2025' },
  ],
  parts: [
    {
      id: 'upheld',
      name: '结果维持',
      tone: 'upheld',
      data: [known(3), absent('missing'), known(0), known(6)],
    },
    {
      id: 'pending',
      name: '尚未审结',
      tone: 'pending',
      data: [known(1), absent('missing'), known(0), absent('missing')],
    },
  ],
};

describe('pileUp', () => {
  it('sums what is known and says when a part is missing', () => {
    expect(pileUp(stack)).toEqual([
      { sum: 4, partial: false, absence: null, heights: [3, 1] },
      { sum: 0, partial: false, absence: 'missing', heights: [null, null] },
      { sum: 0, partial: false, absence: null, heights: [0, 0] },
      { sum: 6, partial: true, absence: null, heights: [6, null] },
    ]);
  });

  it('has no shares of nothing', () => {
    const piles = pileUp({ ...stack, shares: true });
    expect(piles[0]?.heights).toEqual([75, 25]);
    expect(piles[2]?.absence).toBe('na');
  });
});

describe('drawStack', () => {
  it('names its parts above the drawing and its totals on the columns', () => {
    const drawn = drawStack(stack, context());
    expect(textsOf(drawn)).toEqual(expect.arrayContaining(['结果维持', '尚未审结', '4', '0', '6']));
    expect(textMark(drawn, '结果维持').y).toBeLessThan(textMark(drawn, '2024 起').y ?? 0);
  });

  it('names parts that are zero everywhere, but not those that nobody states', () => {
    const zero = { id: 'other', name: '其他结果', tone: 'other_result' as const };
    const more = (datum: ReturnType<typeof known>) =>
      drawStack(
        { ...stack, parts: [...stack.parts, { ...zero, data: stack.rows.map(() => datum) }] },
        context(),
      );
    expect(textsOf(more(known(0)))).toContain('其他结果');
    expect(textsOf(more(absent('missing')))).not.toContain('其他结果');
  });

  it('outlines pending with dashes', () => {
    const pending = seriesOf(drawStack(stack, context())).find(({ id }) => id === 'pending');
    expect(pending).toMatchObject({ itemStyle: { color: 'transparent', borderType: [3, 2] } });
  });

  it('hatches a missing column and caps one whose part is missing', () => {
    // The third one is in the key.
    expect(hatchesOf(drawStack(stack, context()))).toHaveLength(3);
  });

  it('draws the break between the two columns, label horizontal', () => {
    const drawn = drawStack(stack, context());
    const rule = marksOf(drawn).find(({ type, style }) => type === 'line' && style.lineDash !== undefined);
    expect(rule?.shape?.x1).toBeGreaterThan(textMark(drawn, '2023').x ?? Infinity);
    expect(rule?.shape?.x1).toBeLessThan(marksOf(drawn).find(({ style }) => style.text === '2024')?.x ?? 0);
  });

  it('patterns the parts on paper', () => {
    const print = drawStack(
      { ...stack, parts: stack.parts.map((part) => ({ ...part, tone: 'denied' as const })) },
      context({ patterns: true }),
    );
    expect(seriesOf(print)[0]).toMatchObject({ itemStyle: { color: { type: 'pattern' } } });
  });

  it('ends horizontal rows in their totals', () => {
    const drawn = drawStack({ ...stack, orientation: 'horizontal', shares: true }, context());
    expect(textsOf(drawn)).toEqual(expect.arrayContaining(['75%', '25%', '4', '6', '缺失']));
    // The row of 2025 lacks a part: its hatched cap is explained below.
    expect(textMark(drawn, '6').y).toBeLessThan(hatchesOf(drawn).at(-1)?.shape?.y as number);
  });

  it('answers for the part under the pointer before the row', () => {
    const drawn = drawStack({ ...stack, orientation: 'horizontal', shares: true }, context());
    const parts = drawn.hits.filter(({ id, part }) => id === '2022' && part !== undefined);
    expect(parts.map(({ lines }) => lines)).toEqual([
      ['2022 · 结果维持', '3 件', '75%'],
      ['2022 · 尚未审结', '1 件', '25%'],
    ]);
  });
});

const heat: HeatModel = {
  type: 'heat',
  rows: [{ id: 'a', name: '甲镇', emphasis: 'first' }],
  columns: ['2020', '2021', '2022', '2023', '2024'].map((year) => ({ id: year, name: year })),
  cells: [[known(0), known(100), absent('missing'), absent('na'), absent('none')]],
  breaks: [{ year: 2021, reason: '2021 格式' }],
  axis: { kind: 'value', unit: '条' },
};

describe('drawHeat', () => {
  const drawn = drawHeat(heat, context());

  it('shades in one hue, hatches the missing and dashes what does not apply', () => {
    const cells = hatchesOf(drawn).filter(({ shape }) => (shape?.y as number) > 20);
    expect(cells).toHaveLength(2);
    expect(cells[0]?.style.fill).not.toEqual(cells[1]?.style.fill);
    expect(marksOf(drawn).filter(({ style }) => style.lineWidth === 1.5)).toHaveLength(2);
    expect(textsOf(drawn)).toEqual(expect.arrayContaining(['0', '100', '2021 格式']));
  });

  it('explains hatchings and dashes by a key of what is drawn, beside the shades', () => {
    const key = ['缺失', '无年报', '不适用'].map((word) => textMark(drawn, word));
    expect(key.map(({ y }) => y)).toEqual([10, 10, 10]);
    const fills = hatchesOf(drawn).map(({ style }) => JSON.stringify(style.fill));
    expect(fills.slice(0, 2)).toEqual(fills.slice(2));
    const plain = drawHeat({ ...heat, cells: [heat.columns.map(() => known(1))] }, context());
    expect(textsOf(plain)).not.toContain('缺失');
  });

  it('puts the key below the shades on a phone, and the columns below the key', () => {
    const phone = drawHeat(heat, context({ width: 240, compact: true }));
    const key = textMark(phone, '无年报').y ?? 0;
    expect(key).toBeGreaterThan(22);
    expect(textMark(phone, '2024').y).toBeGreaterThan(key + 16);
  });

  it('leaves numbers out where they do not fit', () => {
    const narrow = drawHeat(
      {
        ...heat,
        columns: Array.from({ length: 30 }, (_, i) => ({ id: `${i}`, name: `${i}` })),
        cells: [Array.from({ length: 30 }, () => known(12345))],
      },
      context({ width: 328, compact: true }),
    );
    expect(textsOf(narrow).filter((text) => text === '1.2万')).toHaveLength(0);
  });
});
