import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { langOf } from '../../../src/i18n';
import { areaName } from '../../../src/pages/shared/area-names';

test('every province has an English name of its own, before the Chinese one', () => {
  const [, ...lines] = readFileSync('data/regions/provinces.csv', 'utf8').trim().split(/\r?\n/);
  const provinces = lines.map((line) => line.split(',') as [string, string]);
  const names = provinces.map(([id, name]) => areaName('en', id, name));
  expect(names.filter((name) => !/^[A-Z][A-Za-z ]+ \p{Script=Han}+$/u.test(name))).toEqual([]);
  expect(new Set(names.map((name) => name.split(' ')[0])).size).toBe(provinces.length);
  expect(areaName('en', '37', '山东省')).toBe('Shandong 山东省');
});

test('Chinese pages and lower levels keep the Chinese name', () => {
  expect(areaName('zh', '37', '山东省')).toBe('山东省');
  expect(areaName('en', '3701', '济南市')).toBe('济南市');
});

test('a Chinese name is marked as Chinese for who has it read out', () => {
  expect(langOf('济南市')).toBe('zh-CN');
  expect(langOf('Shandong 山东省')).toBeUndefined();
  expect(langOf('2024')).toBeUndefined();
});
