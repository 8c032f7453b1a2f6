import { describe, expect, test } from 'vitest';
import { translator } from '../../../src/i18n';
import { cellsOf, concernOf, findingsOf, ruleTitle } from '../../../src/pages/report/findings-of';
import { ordinalWords } from '../../../src/pages/report/ordinal';
import { placeWords } from '../../../src/pages/report/place-words';
import { dayOrNull, type FindingRecord } from '../../../src/pages/report/records';
import { shareBase, shareOf } from '../../../src/pages/report/shares';
import { changeWords, countWords, exactNumber, factWord } from '../../../src/pages/report/words';
import { nowhere } from './fixtures';

const zh = translator('zh');
const en = translator('en');

test('a place is told by line, by table cell, or not at all', () => {
  expect(placeWords(zh, { ...nowhere, line: 9, column: 3 })).toBe('原文第 9 行第 3 字');
  expect(placeWords(en, { ...nowhere, table: 2, row: 5, cell: 8, line: 48 })).toBe(
    'table 2, row 5, cell 8, line 48 of the page source',
  );
  expect(placeWords(en, { ...nowhere, paragraph: 7, line: 12, column: 19 })).toBe(
    'paragraph 7, character 19',
  );
  expect(placeWords(zh, { ...nowhere, page: 4, table: 3, row: 5, cell: 8 })).toBe(
    'PDF 第 4 页，第 3 个表格第 5 行第 8 格',
  );
  expect(placeWords(zh, nowhere)).toBeNull();
  expect(placeWords(zh, null)).toBeNull();
});

test('ordinals stand as the form prints them, and read in English', () => {
  expect(['一', '（三）', '8.', ''].map((one) => ordinalWords(one, 'zh'))).toEqual([
    '一、',
    '（三）',
    '8.',
    '',
  ]);
  expect(['一', '（三）', '8.'].map((one) => ordinalWords(one, 'en'))).toEqual(['I. ', '(3) ', '8. ']);
});

test('numbers keep their digits and years their look', () => {
  expect(exactNumber('zh')(2021)).toBe('2021');
  expect(exactNumber('en')(46106)).toBe('46,106');
  expect(exactNumber('zh')(12.3456)).toBe('12.3456');
});

test('a count says how exact it is', () => {
  expect(countWords(zh, '59', 'exact')).toBe('59');
  expect(countWords(zh, '59', 'at_least')).toBe('至少 59');
  expect(countWords(en, '59', 'about')).toBe('about 59');
});

test('a change has its sign and its unit', () => {
  expect(changeWords(zh, 38, '38', 'cases')).toBe('+38');
  expect(changeWords(en, -5.6, '-5.6', 'percent')).toBe('-5.6%');
  expect(changeWords(en, 0, '0', 'cases')).toBe('0');
});

test('a value without a word stands for itself', () => {
  expect(factWord(zh, 'something_new')).toBe('something_new');
});

test('days come from Arrow dates at midnight UTC', () => {
  expect(dayOrNull(Date.UTC(2025, 0, 21))).toBe('2025-01-21');
  expect(dayOrNull(null)).toBeNull();
});

describe('shares of a list', () => {
  const list = [3, 1].map((count, i) => ({
    position: i,
    label: '',
    kind: 'other',
    count,
    approx: false,
    at: nowhere,
  }));
  test('are of the stated total where it is exact and the list fits in', () => {
    const base = shareBase(list, { value: 8, precision: 'exact', list: 'partial' });
    expect(base).toEqual({ of: 'total', value: 8 });
    expect(shareOf(2, base!)).toBe(25);
  });
  test('are of the list itself otherwise', () => {
    for (const stated of [
      { value: 8, precision: 'about', list: 'partial' },
      { value: 3, precision: 'exact', list: 'mismatch' },
      { value: null, precision: null, list: 'no_total' },
    ])
      expect(shareBase(list, stated)).toEqual({ of: 'list', value: 4 });
  });
  test('are not made of nothing', () => {
    expect(shareBase([], { value: null, precision: null, list: null })).toBeNull();
  });
});

describe('findings', () => {
  const finding = (rule: string, severity: string, table: string | null, codes: string[]): FindingRecord => ({
    rule,
    severity,
    table,
    codes,
    expected: null,
    found: null,
    detail: null,
  });
  test('are told by table, the gravest first', () => {
    const all = [
      finding('S-4', 'info', 't3', []),
      finding('T3-BAL', 'error', 't3', []),
      finding('D-LATE', 'error', null, []),
    ];
    expect(findingsOf(all, 't3').map(({ rule }) => rule)).toEqual(['T3-BAL', 'S-4']);
    expect(findingsOf(all, null).map(({ rule }) => rule)).toEqual(['D-LATE']);
  });
  test('of an unknown rule show its id and accuse nobody', () => {
    expect(ruleTitle(zh, 'Z-9')).toBe('Z-9');
    expect(ruleTitle(zh, 'T3-BAL')).not.toBe('T3-BAL');
    expect(concernOf('Z-9')).toBeNull();
    expect(concernOf('S-1')).toBe('reading');
  });
  test('name only cells that a form has', () => {
    expect(cellsOf(finding('T3-BAL', 'error', 't3', ['t3_new_received_total', 'nonsense']))).toEqual([
      't3_new_received_total',
    ]);
  });
});
