import { describe, expect, test } from 'vitest';
import { filedYearsQuery, neighbours, type FiledYear } from '../../../src/pages/report/filed-years';
import { findAgencies, mostListed } from '../../../src/pages/report/find-agencies';
import type { Agency } from '../../../src/pages/shell/atlas.svelte';

const agency = (id: string, change: Partial<Agency> = {}): Agency => ({
  id,
  name: id,
  level: 'grassroots',
  areas: ['11', '1101'],
  expectedFrom: null,
  expectedTo: null,
  years: [2020, 2021, 2022, 2023, 2024],
  reports: 5,
  ...change,
});
const wanted = { words: '', area: '1101', rootArea: '', level: 'grassroots' };
const names = (found: ReturnType<typeof findAgencies>) => found.agencies.map(({ name }) => name);

describe('the finder', () => {
  const all = [
    agency('临溪镇'),
    agency('东溪街道'),
    agency('教育局', { level: 'bureau' }),
    agency('外溪镇', { areas: ['12'] }),
    agency('空溪镇', { reports: 0 }),
  ];

  test('lists agencies with reports of the chosen area and kind', () => {
    expect(names(findAgencies(all, wanted)).sort()).toEqual(['东溪街道', '临溪镇']);
  });
  test('takes every word', () => {
    expect(names(findAgencies(all, { ...wanted, words: ' 溪  街道 ' }))).toEqual(['东溪街道']);
  });
  test('looks in the whole dataset when the chosen part has none, and says so', () => {
    const found = findAgencies(all, { ...wanted, words: '教育' });
    expect([names(found), found.elsewhere]).toEqual([['教育局'], true]);
  });
  test('an empty search stays in the chosen part', () => {
    expect(findAgencies(all, { ...wanted, level: 'city' })).toMatchObject({ total: 0, elsewhere: false });
  });
  test('lists no more than its limit and counts all', () => {
    const many = Array.from({ length: mostListed + 7 }, (_, i) => agency(`镇${i}`));
    const found = findAgencies(many, wanted);
    expect([found.agencies.length, found.total]).toEqual([mostListed, mostListed + 7]);
  });
});

describe('years of an agency', () => {
  const filed = (year: number, scope = 'own'): FiledYear => ({
    reportId: `a-${year}-${scope}`,
    agencyId: 'a',
    year,
    scope,
  });

  test('the nearest before and after, over gaps, of the same scope', () => {
    const all = [filed(2018), filed(2021), filed(2021, 'system'), filed(2022), filed(2024)];
    expect(neighbours(all, { year: 2022, scope: 'system' })).toEqual({
      previous: filed(2021, 'system'),
      next: filed(2024),
    });
    expect(neighbours(all, { year: 2018, scope: 'own' }).previous).toBeNull();
    expect(neighbours(all, { year: 2024, scope: 'own' }).next).toBeNull();
  });
  test('ids are quoted', () => {
    expect(filedYearsQuery("a'b").sql).toContain("'a''b'");
  });
});
