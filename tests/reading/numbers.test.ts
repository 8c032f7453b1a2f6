import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isValueLike, readCell } from '../../src/reading/numbers';

const value = (text: string, number?: 'count' | 'signed' | 'decimal', unit?: string) =>
  readCell(text, number, unit);

describe('a cell', () => {
  it.each([
    ['0', 0],
    [' 12 ', 12],
    ['〇', 0],
    ['**12**', 12],
    ['4480012', 4_480_012],
    ['1,808,595', 1_808_595],
    ['１２３', 123],
    ['１，２３４', 1234],
    ['59237.2449', 59_237.2449],
    ['3件', 3],
    ['0件', 0],
    ['6（件）', 6],
    ['零', 0],
    ['+4', 4],
    ['7。', 7],
  ])('%j is %d', (text, wanted) => {
    expect(value(text, 'decimal')).toMatchObject({ state: 'value', value: wanted });
  });

  it.each([
    ['-11', -11],
    ['－11', -11],
    ['−4', -4],
  ])('%j is %d where a change is asked for, and unreadable as a count or as money', (text, wanted) => {
    expect(readCell(text, 'signed')).toMatchObject({ state: 'value', value: wanted });
    expect(readCell(text, 'count').state).toBe('unreadable');
    expect(readCell(text, 'decimal').state).toBe('unreadable');
  });

  it('is no count when it has a fraction', () => {
    expect(readCell('1.5', 'count').state).toBe('unreadable');
    expect(readCell('1.0', 'count')).toMatchObject({ state: 'value', value: 1 });
  });

  it.each([
    ['', 'blank'],
    [' \u00a0\u3000\u200b\n', 'blank'],
    ['/', 'slash'],
    ['／', 'slash'],
    ['—', 'slash'],
    ['--', 'slash'],
    ['无', 'word'],
    ['零报告', 'word'],
  ])('%j has no number: %s', (text, state) => {
    expect(value(text)).toEqual({ state, value: null });
  });

  it.each([
    '1 2',
    '2\n3',
    '00',
    '0121',
    '1,23',
    '12,3456',
    '3、4',
    '见附件',
    '12abc',
    '5.1万',
    '9007199254740993',
    '()',
  ])('%j is unreadable, not guessed', (text) => {
    expect(value(text)).toEqual({ state: 'unreadable', value: null });
  });

  it('in 元 under a heading of 万元 is converted and says so', () => {
    expect(value('251000元', 'decimal', '万元')).toEqual({ state: 'value', value: 25.1, converted: true });
    expect(value('251000元', 'decimal', '')).toEqual({ state: 'value', value: 251_000 });
    expect(value('12.5万元', 'decimal', '万元')).toEqual({ state: 'value', value: 12.5 });
  });

  it('of money is no count', () => {
    expect(value('300元', 'count').state).toBe('unreadable');
  });
});

describe('every number', () => {
  it('reads back however it is printed', () => {
    const widths = [
      (digits: string) => digits,
      (digits: string) => digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ];
    const printed = fc.tuple(
      fc.integer({ min: -1_000_000, max: 10_000_000 }),
      fc.constantFrom(...widths),
      fc.boolean(),
      fc.constantFrom('', ' ', '\u00a0', '\u3000'),
      fc.constantFrom('', '件', '条'),
    );
    fc.assert(
      fc.property(printed, ([number, width, separated, space, unit]) => {
        const digits = separated ? number.toLocaleString('en-US') : String(number);
        expect(value(`${space}${width(digits)}${unit}${space}`, 'signed').value).toBe(number);
      }),
    );
  });

  it('comes from the digits of the cell, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789,.- /无件元万年\n') }), (text) => {
        const read = value(text, 'decimal');
        if (read.value === null) return;
        const digits = (of: string) => of.replace(/\D/g, '').replace(/^0+|0+$/g, '');
        expect(digits(String(read.value))).toBe(digits(text));
      }),
    );
  });

  it('is told from a label before it is read', () => {
    for (const text of ['12', '/', '无', '251000元', '０', '=SUM(B2:B9)', '#REF!', '□', '1□2'])
      expect(isValueLike(text)).toBe(true);
    for (const text of [
      '',
      '规章',
      '1.属于国家秘密',
      '无法提供',
      '2023年',
      '3.其他',
      '一、本年新收',
      '====',
      '□是',
      '# 题',
    ])
      expect(isValueLike(text)).toBe(false);
  });

  it('that failed is never a number', () => {
    for (const text of ['=SUM(B2:B9)', '=12', '#REF!', '□', '1□2', '□6'])
      expect(value(text)).toEqual({ state: 'unreadable', value: null });
  });
});

describe('the mark of a note behind a number', () => {
  it.each(['12①', '12²', '12[1]', '12[注1]', '12 ⑳'])('is no digit of it: %s', (text) => {
    expect(isValueLike(text)).toBe(true);
    expect(readCell(text)).toEqual({ state: 'value', value: 12 });
  });

  it.each(['①', '1①2', '½', '12(1)'])('and what else is small or in a circle is no number: %s', (text) => {
    expect(readCell(text).state).toBe('unreadable');
  });
});
