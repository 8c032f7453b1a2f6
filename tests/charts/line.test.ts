import { describe, expect, it } from 'vitest';
import { drawLine } from '../../src/charts/line';
import type { LineModel } from '../../src/charts/types';
import { absent, context, hatchesOf, known, marksOf, seriesOf, textMark, textsOf, tokens } from './fixtures';

const years = [2019, 2020, 2021, 2022];

const model = (change: Partial<LineModel> = {}): LineModel => ({
  type: 'line',
  years,
  breaks: [{ year: 2021, reason: '2021 格式' }],
  axis: { kind: 'value', unit: '件' },
  series: [
    { id: 'a', name: '临溪街道', emphasis: 'first', data: [1, 2, 3, 40].map((value) => known(value)) },
    {
      id: 'b',
      name: '东岗街道',
      emphasis: 'second',
      data: [known(3), absent('missing'), absent('na'), known(39)],
    },
    ...Array.from({ length: 9 }, (_, i) => ({
      id: `r${i}`,
      name: `镇${i}`,
      emphasis: 'rest' as const,
      data: years.map(() => known(i)),
    })),
  ],
  ...change,
});

describe('drawLine', () => {
  it('stops lines at a break and at absent years', () => {
    const values = (id: string) =>
      seriesOf(drawLine(model(), context()))
        .find((series) => series.id === id)
        ?.data.map((point) => (point as { value: unknown }).value);
    expect(values('a')).toEqual([
      [2019, 1],
      [2020, 2],
      [2020.5, '-'],
      [2021, 3],
      [2022, 40],
    ]);
    expect(values('b')).toEqual([
      [2019, 3],
      [2020, '-'],
      [2020.5, '-'],
      [2021, '-'],
      [2022, 39],
    ]);
  });

  it('writes the reason of a break horizontally above the plot, between the two years', () => {
    const drawn = drawLine(model(), context());
    const label = textMark(drawn, '2021 格式');
    const rule = marksOf(drawn).find(({ type, style }) => type === 'line' && style.lineDash !== undefined);
    const grid = drawn.option.grid as { top: number };
    expect(label).not.toHaveProperty('rotation');
    expect(label.y).toBeLessThan(grid.top);
    expect(rule?.shape?.x1).toBe(rule?.shape?.x2);
    expect(rule?.shape?.x1).toBeGreaterThan(textMark(drawn, '2020').x ?? Infinity);
    expect(rule?.shape?.x1).toBeLessThan(textMark(drawn, '2022').x ?? 0);
  });

  it('names the chosen lines at their end and keeps the names apart', () => {
    const drawn = drawLine(model(), context());
    const names = textsOf(drawn).filter((text) => /街道|镇/.test(text));
    expect(names).toEqual(['临溪街道 40', '东岗街道 39']);
    const gap = Math.abs((textMark(drawn, '临溪').y ?? 0) - (textMark(drawn, '东岗').y ?? 0));
    expect(gap).toBeGreaterThanOrEqual(17);
  });

  it('marks absent years of chosen lines below the scale: a hatched box, a dash', () => {
    const drawn = drawLine(model(), context());
    const grid = drawn.option.grid as { bottom: number };
    const base = drawn.height - grid.bottom;
    // The second one is in the key.
    expect(hatchesOf(drawn)).toHaveLength(2);
    expect(hatchesOf(drawn)[0]?.shape?.y).toBeGreaterThan(base);
    expect(textMark(drawn, '缺失').y).toBeGreaterThan(textMark(drawn, '2019').y ?? 0);
    expect(textMark(drawn, '不适用').y).toBeLessThan(drawn.height);
    const dash = marksOf(drawn).find(({ type, style }) => type === 'line' && style.lineWidth === 1.5);
    expect(dash?.shape?.y1).toBeGreaterThan(base);
  });

  it('draws six chosen lines in six colours, alike in neither mark nor dash, and the whole in ink', () => {
    const emphases = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'whole'] as const;
    const series = emphases.map((emphasis) => ({
      id: emphasis,
      name: emphasis,
      emphasis,
      data: years.map(() => known(1)),
    }));
    const tones = { series_4: '#97731a', series_5: '#8a4f8f', series_6: '#5f6b76' };
    const ctx = context({ tokens: { ...tokens, tones: { ...tokens.tones, ...tones } } });
    const looks = seriesOf(drawLine(model({ series }), ctx)).map((one) => {
      const { lineStyle, data } = one as unknown as {
        lineStyle: { color: string; type: unknown };
        data: { symbol?: string }[];
      };
      return { colour: lineStyle.color, shape: `${data[0]?.symbol} ${JSON.stringify(lineStyle.type)}` };
    });
    expect(new Set(looks.map(({ colour }) => colour)).size).toBe(7);
    expect(new Set(looks.slice(0, 6).map(({ shape }) => shape)).size).toBe(6);
    expect(looks.at(-1)?.colour).toBe(tokens.ink);
  });

  it('says the year of a last value that is not of the last year', () => {
    const series = [
      {
        id: 'a',
        name: '白石镇',
        emphasis: 'first' as const,
        data: [known(1), known(2), known(5), absent('none')],
      },
    ];
    expect(textsOf(drawLine(model({ series }), context()))).toContain('白石镇 5 (2021)');
  });

  it('names at most twelve of many chosen lines', () => {
    const series = Array.from({ length: 20 }, (_, i) => ({
      id: `s${i}`,
      name: `镇${i}`,
      emphasis: 'first' as const,
      data: years.map(() => known(i)),
    }));
    const named = textsOf(drawLine(model({ series }), context())).filter((text) => text.startsWith('镇'));
    expect(named).toHaveLength(12);
  });

  it('draws a single year, and a metric that is missing everywhere', () => {
    const single = model({
      years: [2024],
      breaks: [],
      series: [{ id: 'a', name: '甲', emphasis: 'first', data: [known(7)] }],
    });
    expect(textsOf(drawLine(single, context()))).toContain('甲 7');
    const nothing = model({
      series: [{ id: 'a', name: '甲', emphasis: 'first', data: years.map(() => absent('missing')) }],
    });
    expect(hatchesOf(drawLine(nothing, context()))).toHaveLength(5);
  });

  it('keeps long names within a phone', () => {
    const name = '某某经济技术开发区管理委员会政务服务和大数据管理局信息公开办公室';
    const series = [{ id: 'a', name, emphasis: 'first' as const, data: years.map(() => known(5)) }];
    const drawn = drawLine(model({ series }), context({ width: 328, compact: true }));
    const label = textsOf(drawn).find((text) => text.startsWith('某'));
    expect(label).toMatch(/… 5$/);
    const grid = drawn.option.grid as { right: number };
    expect(grid.right).toBeLessThan(328 / 2);
    expect(drawn.hits.some(({ lines }) => lines[0] === name)).toBe(true);
  });
});
