import { describe, expect, it } from 'vitest';
import { drawBar } from '../../src/charts/bar';
import { drawDot } from '../../src/charts/dot';
import { hitAt } from '../../src/charts/draw';
import type { BarModel, Datum, DotModel } from '../../src/charts/types';
import { absent, context, hatchesOf, known, marksOf, seriesOf, textMark, textsOf, tokens } from './fixtures';

const row = (id: string, datum: Datum, emphasis: 'first' | 'rest' = 'rest') => ({
  id,
  name: `${id}镇`,
  emphasis,
  datum,
});

const bar: BarModel = {
  type: 'bar',
  axis: { kind: 'value', unit: '条' },
  rows: [
    row('a', known(24_700), 'first'),
    row('b', known(0)),
    row('c', absent('missing')),
    row('d', absent('none')),
    row('e', absent('na')),
    row('f', known(12, { approx: true })),
  ],
};

const dot: DotModel = {
  type: 'dot',
  axis: { kind: 'share', unit: '%' },
  rows: [
    row('a', known(71, { low: 64, high: 77, numerator: 128, denominator: 180 })),
    row('b', known(80, { low: 69, high: 88, numerator: 51, denominator: 64 }), 'first'),
    row('c', absent('na')),
    row('d', absent('missing')),
  ],
  reference: { name: '全区', value: 68 },
  band: { name: 'P10–P90', low: 56, high: 79 },
};

describe('drawBar', () => {
  const drawn = drawBar(bar, context());

  it('starts at zero, colours the chosen bar and writes every value at its end', () => {
    expect(drawn.option.xAxis).toMatchObject({ min: 0, max: 24_700 });
    const [series] = seriesOf(drawn);
    expect(series?.data[0]).toEqual({ value: 24_700, itemStyle: { color: tokens.accent } });
    expect(series?.data[5]).toEqual({ value: 12, itemStyle: { color: tokens.accentLight } });
    expect(textsOf(drawn)).toEqual(expect.arrayContaining(['24,700', '0', '约 12', '缺失', '无年报']));
  });

  it('tells zero, missing, no report and not applicable apart', () => {
    const [series] = seriesOf(drawn);
    expect(series?.data.map((item) => (item as { value: unknown }).value)).toEqual([
      24_700,
      0,
      '-',
      '-',
      '-',
      12,
    ]);
    expect(hatchesOf(drawn)).toHaveLength(2);
    expect(hatchesOf(drawn)[0]?.style.fill).not.toEqual(hatchesOf(drawn)[1]?.style.fill);
    const left = (drawn.option.grid as { left: number }).left;
    const tick = marksOf(drawn).find(({ style }) => style.lineWidth === 2);
    expect(tick?.shape).toMatchObject({ x1: left, x2: left });
    const dash = marksOf(drawn).find(({ style }) => style.lineWidth === 1.5);
    expect(dash?.shape?.x2).toBeLessThan(left);
    expect(textsOf(drawn)).not.toContain('不适用');
  });

  it('puts names above their bars on a phone when they would lose letters', () => {
    const long = { ...bar, rows: bar.rows.map((one) => ({ ...one, name: `某某经济技术开发区${one.name}` })) };
    const phone = context({ width: 328, compact: true });
    const drawnLong = drawBar(long, phone);
    expect(textMark(drawnLong, '某某')).toMatchObject({ x: 0, style: { text: '某某经济技术开发区a镇' } });
    expect(drawnLong.height).toBeGreaterThan(drawBar(bar, phone).height);
  });

  it('draws four hundred rows', () => {
    const rows = Array.from({ length: 400 }, (_, i) => row(`r${i}`, known(i)));
    const many = drawBar({ ...bar, rows }, context());
    expect(many.height).toBeGreaterThan(400 * 20);
    expect(many.hits).toHaveLength(400);
  });

  it('answers to the pointer in the whole row, with everything a row says', () => {
    const hit = hitAt(drawn.hits, 3, (drawn.hits[5]?.y ?? 0) + 2);
    expect(hit).toMatchObject({ id: 'f', lines: ['f镇', '约 12 条'] });
    expect(hitAt(drawn.hits, 3, drawn.height + 10)).toBeNull();
  });
});

describe('drawDot', () => {
  const drawn = drawDot(dot, context());
  const left = (drawn.option.grid as { left: number }).left;

  it('writes n/N right-aligned at the right edge', () => {
    expect(textMark(drawn, '128/180')).toMatchObject({ x: 720, style: { textAlign: 'right' } });
  });

  it('names the reference and the band in one line above the plot', () => {
    expect(textMark(drawn, '全区 68% · P10–P90 56%–79%').y).toBeLessThan(20);
  });

  it('puts the dash of n/a left of zero and hatches the whole scale where the value is missing', () => {
    const dash = marksOf(drawn).find(
      ({ shape, style }) => style.lineWidth === 1.5 && (shape?.x2 as number) < left,
    );
    expect(dash).toBeDefined();
    const [hatch] = hatchesOf(drawn);
    const right = 720 - (drawn.option.grid as { right: number }).right;
    expect(hatch?.shape).toMatchObject({ x: left, width: right - left });
  });

  it('describes a rate with its fraction and interval', () => {
    expect(drawn.hits[1]?.lines).toEqual(['b镇', '80% (51/64)', '95% 区间 69%–88%']);
    const nothing = row('e', { value: null, absence: 'na', numerator: 0, denominator: 0 });
    const without = drawDot({ ...dot, rows: [nothing] }, context());
    expect(without.hits[0]?.lines).toEqual(['e镇', '不适用']);
    expect(textsOf(without)).not.toContain('0/0');
  });

  it('repeats the scale on top of a long list', () => {
    const rows = Array.from({ length: 60 }, (_, i) => row(`r${i}`, known(i)));
    const tops = textsOf(drawDot({ ...dot, rows }, context())).filter((text) => text === '0%');
    expect(tops).toHaveLength(2);
  });
});
