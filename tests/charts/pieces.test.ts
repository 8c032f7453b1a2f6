import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, mix, readable } from '../../src/charts/colour';
import { makeFormat } from '../../src/charts/format';
import { niceScale } from '../../src/charts/scale';
import { spread } from '../../src/charts/spread';
import { ellipsize, fill, textWidth, wrap } from '../../src/charts/text';

describe('makeFormat', () => {
  it('writes 万 in Chinese and compact numbers in English', () => {
    expect(makeFormat('zh-CN').count(123_456, true)).toBe('12.3万');
    expect(makeFormat('zh-CN').count(123_456_789, true)).toBe('1.2亿');
    expect(makeFormat('en').count(123_456, true)).toBe('123.5K');
    expect(makeFormat('zh-CN').count(9999, true)).toBe('9,999');
    expect(makeFormat('zh-CN').count(123_456)).toBe('123,456');
  });

  it('takes percentages as 0–100', () => {
    expect(makeFormat('en').percent(68)).toBe('68%');
    expect(makeFormat('en').percent(6.25, 1)).toBe('6.3%');
  });
});

describe('niceScale', () => {
  const count = { kind: 'value', unit: '' } as const;
  const thousandths = fc.integer({ min: -1e9, max: 2e9 }).map((value) => value / 1000);

  it('holds zero and all values between round ticks', () => {
    fc.assert(
      fc.property(fc.array(thousandths, { maxLength: 20 }), (values) => {
        const scale = niceScale(values, count);
        expect(scale.min).toBeLessThanOrEqual(Math.min(0, ...values) + 1e-6);
        expect(scale.max).toBeGreaterThanOrEqual(Math.max(0, ...values) * (1 - 1e-9));
        expect(scale.max).toBeGreaterThan(scale.min);
        expect(scale.ticks.length).toBeGreaterThanOrEqual(2);
        expect(scale.ticks.length).toBeLessThan(15);
      }),
    );
  });

  it('steps counts in whole numbers and ends shares at 100 %', () => {
    expect(niceScale([1], count).ticks).toEqual([0, 1]);
    expect(niceScale([97], { kind: 'share', unit: '%' }).max).toBe(100);
    expect(niceScale([0], count)).toMatchObject({ min: 0, max: 1 });
  });
});

describe('spread', () => {
  it('keeps labels apart, in order and inside', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 12 }), (centres) => {
        const placed = spread(centres, 17, 0, 220);
        const sorted = placed.toSorted((a, b) => a - b);
        sorted.forEach((y, i) => {
          expect(y).toBeGreaterThanOrEqual(-1e-6);
          expect(y).toBeLessThanOrEqual(220 + 1e-6);
          if (i > 0) expect(y - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(17 - 1e-6);
        });
        centres.forEach((a, i) =>
          centres.forEach((b, k) => {
            if (a < b) expect(placed[i]).toBeLessThan(placed[k] ?? 0);
          }),
        );
      }),
    );
  });

  it('leaves labels alone that do not touch', () => {
    expect(spread([10, 50, 90], 17, 0, 220)).toEqual([10, 50, 90]);
  });
});

describe('text', () => {
  it('shortens to the width and never beyond', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 20, max: 300 }),
        (text, width) => {
          expect(textWidth(ellipsize(text, 13, width), 13)).toBeLessThanOrEqual(width + 1e-6);
        },
      ),
    );
    expect(ellipsize('临溪街道', 13, 52)).toBe('临溪街道');
  });

  it('wraps Chinese anywhere and English at spaces', () => {
    expect(wrap('缺失不等于零', 10, 30)).toEqual(['缺失不', '等于零']);
    expect(wrap('missing is not zero', 10, 60)).toEqual(['missing is', 'not zero']);
  });

  it('fills places', () => {
    expect(fill('最高 {high}，{other}', { high: '1' })).toBe('最高 1，{other}');
  });
});

describe('colour', () => {
  it('mixes and picks the ink that reads', () => {
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
    expect(mix('#000', '#fff', 0.5)).toBe('#808080');
    expect(readable('#0b6b6b', '#1d2126', '#ffffff')).toBe('#ffffff');
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  });
});
