import { describe, expect, test } from 'vitest';
import { makeContext } from '../../../src/pages/shell/make-context';
import { unitDots } from '../../../src/pages/shared/dots';
import { unitYearHeat } from '../../../src/pages/shared/heat';
import { yearLines } from '../../../src/pages/shared/models';
import { indexById } from '../../../src/pages/shared/index-by-id';
import type { Manifest } from '../../../src/dataset';
import { defaultFilters } from '../../../src/state';
import type { Agency, Area } from '../../../src/pages/shell/atlas.svelte';

const manifest = {
  id: 'x',
  version: 'v1',
  kind: 'real',
  years: [2017, 2021],
  root_area: '990101',
  root_name: { zh: '某区', en: 'A district' },
  default_level: 'grassroots',
  by_hand: 0,
} as unknown as Manifest;
const area: Area = {
  id: '990101',
  parent: '9901',
  level: 'county',
  name: '某区',
  official: true,
  reports: 9,
};
const agency = (id: string, years: readonly number[]): Agency => ({
  id,
  name: `某区${id}镇人民政府`,
  level: 'grassroots',
  areas: ['99', '9901', '990101'],
  expectedFrom: null,
  expectedTo: null,
  years,
  reports: years.length,
});
const context = makeContext({
  manifest,
  areas: indexById([area]),
  agencies: indexById([agency('a', [2017, 2020]), agency('b', [2018])]),
  filters: { ...defaultFilters, years: [2017, 2019] },
  lang: 'zh',
  href: (change) => JSON.stringify(change),
});
const heading = { id: 'h', title: 't', subtitle: 's' };

describe('the context', () => {
  test('links an agency to the newest report that it has within the years shown', () => {
    expect(context.reportHref('a')).toContain('"a-2017"');
    expect(context.reportHref('b')).toContain('"b-2018"');
    expect(context.reportHref('unknown')).toBeNull();
  });

  test('does not guess how many reports were expected', () => {
    expect(context.expectedIn(2018)).toBeNull();
  });
});

describe('lines over years', () => {
  const rows = [
    { year: 2017, published_items: 10, published_items__n: 2, reports: 2 },
    { year: 2019, published_items: 40, published_items__n: 4, reports: 5 },
  ];
  const model = yearLines(context, heading, rows, ['published_items'], 'source');

  test('tell a year without reports from one with', () => {
    const drawing = model.drawing?.type === 'line' ? model.drawing : null;
    expect(drawing?.series[0]?.data[1]).toEqual({ value: null, absence: 'none' });
    expect(model.table.rows[1]?.cells).toEqual(['2018', { absence: 'none' }, 0]);
  });

  test('mark the break', () => {
    expect(model.drawing?.type === 'line' && model.drawing.breaks.map((one) => one.year)).toEqual([2019]);
  });

  test('say so when the years rest on different numbers of reports', () => {
    expect(model.remark).toContain('2–4');
  });
});

describe('dots', () => {
  const row = (id: string, num: number, den: number) => ({
    agency_id: id,
    agency: id,
    reports: 1,
    refusal_rate__num: num,
    refusal_rate__den: den,
    refusal_rate__n: 1,
  });
  const rows = [row('a', 1, 1), row('b', 60, 100), row('c', 0, 0)];
  const model = unitDots(context, heading, rows, row('all', 61, 101), 'refusal_rate', 'source');
  const drawing = model.drawing?.type === 'dot' ? model.drawing : null;

  test('are sorted by what is certain, one case of one below sixty of a hundred', () => {
    expect(drawing?.rows.map((one) => one.id)).toEqual(['b', 'a', 'c']);
  });

  test('show no rate where nothing was decided', () => {
    expect(drawing?.rows[2]?.datum).toMatchObject({ value: null, absence: 'na', denominator: 0 });
  });

  test('say who cannot be told from the whole', () => {
    expect(model.remark).toContain('满 30 件的 1 个中，1 个');
  });
});

test('a heat map keeps missing, zero and no report apart', () => {
  const rows = [
    { agency_id: 'a', agency: 'a', year: 2017, published_items: 0, published_items__n: 1, reports: 1 },
    { agency_id: 'a', agency: 'a', year: 2018, published_items: null, published_items__n: 0, reports: 1 },
  ];
  const model = unitYearHeat(context, heading, rows, 'published_items', 'source');
  expect(model.table.rows[0]?.cells.slice(1)).toEqual([0, { absence: 'missing' }, { absence: 'none' }]);
});
