import { describe, expect, it } from 'vitest';
import { readCell } from '../../../src/reading/numbers';
import { formatNumber, formatOf } from '../../../src/reading/office/number-format';

describe('a number', () => {
  it.each([
    ['General', 1234, '1234'],
    ['General', 0.1 + 0.2, '0.3'],
    ['General', -5, '-5'],
    ['G/通用格式', 12, '12'],
    ['@', 12, '12'],
    ['0', 2.6, '3'],
    ['0', -3, '-3'],
    ['0_ ', 12, '12'],
    ['0_);[Red]\\(0\\)', -12, '(12)'],
    ['0.00', 2.5, '2.50'],
    ['0.00', 1.005, '1.01'],
    ['0.0#', 2.5, '2.5'],
    ['0.##', 2, '2'],
    ['#,##0', 1234567, '1,234,567'],
    ['#,##0.00', 1234.5, '1,234.50'],
    ['000', 7, '007'],
    ['#', 0, ''],
    ['0"件"', 12, '12件'],
    ['[DBNum1][$-804]0', 12, '12'],
    ['"共"0"月报"', 5, '共5月报'],
    ['0;-0;"无"', 0, '无'],
    [';;;', 5, ''],
    ['0%', 0.125, '13%'],
    ['0.00%', 0.5, '50.00%'],
    ['yyyy"年"m"月"d"日"', 45_300, '2024-01-09'],
    ['yyyy-mm-dd hh:mm', 45_300.5, '2024-01-09 12:00'],
    ['h:mm', 0.75, '18:00'],
    ['# ?/?', 0.5, '□0.5'],
    ['0.00E+00', 12, '□12'],
    ['[>100]0;0', 12, '□12'],
    ['0,', 12_000, '□12000'],
    [`0.${'0'.repeat(120)}`, 12, '□12'],
    ['yyyy-mm-dd', -1, '□-1'],
  ])('in %s', (format, value, text) => {
    expect(formatNumber(value, format, false)).toBe(text);
  });

  it('in the formats that have no text of their own', () => {
    const own = new Map([[200, '0"条"']]);
    const text = (id: number, value: number): string => formatNumber(value, formatOf(id, own), false);
    expect([
      text(0, 12),
      text(3, 1200),
      text(14, 45_300),
      text(31, 45_300),
      text(200, 3),
      text(999, 4),
    ]).toEqual(['12', '1,200', '2024-01-09', '2024-01-09', '3条', '4']);
    expect([text(41, 0), text(41, 1200), text(41, -3)]).toEqual(['-', '1,200', '-3']);
  });

  it('in a format longer than Excel takes is not followed', () => {
    expect(formatNumber(12, '0'.repeat(256), false)).toBe('□12');
  });

  it('counts days as its file does', () => {
    expect(formatNumber(43_838, 'yyyy-m-d', true)).toBe('2024-01-09');
  });

  it.each(['yyyy', 'm/d', '# ?/?', '0.00E+00', 'h', '[h]', '0,', '0%', '[<5]0', 'ggge', '0000000'])(
    'whose format is not followed is no count: %s',
    (format) => {
      expect(readCell(formatNumber(45_300, format, false)).value).toBeNull();
    },
  );
});
