import { describe, expect, test } from 'vitest';
import { statedFacts } from '../../src/dataset/fact-record';
import { engineErrorCodes } from '../../src/engine/errors';
import { hasMessage, translator } from '../../src/i18n';
import { en } from '../../src/i18n/en';
import { zh } from '../../src/i18n/zh';
import { notReportReasons, problemCodes, readingErrorCodes } from '../../src/reading';

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
const keys = Object.keys(zh) as (keyof typeof zh)[];

describe('messages', () => {
  test('are the same in every language', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
  });

  test.each(keys)('%s has the same placeholders in every language and a text in each', (key) => {
    expect(placeholders(en[key])).toEqual(placeholders(zh[key]));
    expect(zh[key].trim()).not.toBe('');
    expect(en[key].trim()).not.toBe('');
  });

  test('in English hold Chinese only as a quoted term or where a Chinese name is to be typed', () => {
    const names = ['report.find.placeholder', 'report.cite.made_title'];
    const chinese = keys.filter((key) => /[\u4e00-\u9fff]/.test(en[key]) && !names.includes(key));
    expect(chinese.filter((key) => !/（|〔|《|[(“"][^)”"]*[\u4e00-\u9fff]/.test(en[key]))).toEqual([]);
  });

  test('exist for every way in which data or engine can fail', () => {
    for (const code of engineErrorCodes) expect(hasMessage(`engine.${code}`), code).toBe(true);
  });

  test('exist for all that can be left unread, for every file that is refused, and for every fact of the text', () => {
    const wanted = [
      ...problemCodes.flatMap((code) => [`problem.${code}.title`, `problem.${code}.about`]),
      ...readingErrorCodes.map((code) => `reading.${code}`),
      ...notReportReasons.filter((it) => it !== 'other').map((it) => `reading.not_a_report.${it}`),
      'report.fact.applications_change',
      ...statedFacts.map((fact) => `report.fact.${fact}`),
    ];
    expect(wanted.filter((key) => !hasMessage(key))).toEqual([]);
  });

  test('fill their placeholders and leave one without a value visible', () => {
    const t = translator('en');
    expect(t('area.reports', { reports: 5 })).toBe('5 reports');
    expect(t('area.reports')).toContain('{reports}');
  });
});
