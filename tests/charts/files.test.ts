import { describe, expect, it } from 'vitest';
import { makeCsv } from '../../src/charts/csv';
import { fileName } from '../../src/charts/export';
import { makeSvg } from '../../src/charts/picture';
import { nextSorting, sortRows } from '../../src/charts/sort';
import { summarize } from '../../src/charts/summary';
import type { ChartModel, Provenance, TableModel } from '../../src/charts/types';
import { context, known, words } from './fixtures';

const table: TableModel = {
  columns: [
    { key: 'agency', label: '机关', numeric: false },
    { key: 'year', label: '年度', numeric: false },
    { key: 'requests', label: '申请', numeric: true, unit: '件' },
  ],
  rows: [
    { id: '1', cells: ['=HYPERLINK("x")', 2024, 1234.5] },
    { id: '2', cells: ['甲镇, "乙"', 2024, { absence: 'missing' }] },
    { id: '3', cells: ['丙镇', 2024, { absence: 'na' }] },
    { id: '4', cells: ['丁镇', 2024, -3] },
    { id: '5', cells: ['@戊镇', 2024, 100 / 3] },
  ],
};

const provenance: Provenance = {
  dataset: 'demo',
  version: '2026-11',
  simulated: true,
  badge: '模拟数据',
  filters: '青枫区 <2024>',
  scope: [
    { label: '范围：区域', value: '青枫区' },
    { label: '范围：年度', value: '2024' },
  ],
  link: 'https://example.org/#/compare?a=1&b=2',
};

const model: ChartModel = {
  id: 'compare.dot',
  title: '多少 & 谁 <b>',
  subtitle: '新收申请',
  drawing: {
    type: 'bar',
    axis: { kind: 'value', unit: '件' },
    rows: [
      { id: 'a', name: '甲 & "乙" <镇>', emphasis: 'first', datum: known(5) },
      { id: 'b', name: '丙镇', emphasis: 'rest', datum: known(2) },
    ],
  },
  table,
  source: '来源：38 份',
  notes: [],
};

describe('makeCsv', () => {
  const csv = makeCsv(model, provenance, words);

  it('holds the table, guarded, quoted and not rounded, with what it takes to trace every row', () => {
    const trace = `多少 & 谁 <b> 新收申请,青枫区,2024,demo,2026-11,模拟,${provenance.link}`;
    expect(csv).toBe(
      [
        '\uFEFF机关,年度,申请 (件),内容,范围：区域,范围：年度,数据集,版本,性质,链接',
        `"'=HYPERLINK(""x"")",2024,1234.5,${trace}`,
        `"甲镇, ""乙""",2024,缺失,${trace}`,
        `丙镇,2024,不适用,${trace}`,
        `丁镇,2024,-3,${trace}`,
        `'@戊镇,2024,33.333333333333336,${trace}`,
        '',
      ].join('\r\n'),
    );
  });
});

describe('fileName', () => {
  it('is safe on every file system', () => {
    const date = new Date('2026-11-05T10:00:00Z');
    expect(fileName('demo', 'compare.dot', date, 'csv')).toBe('nianbao-demo-compare.dot-2026-11-05.csv');
    expect(fileName('../a b', 'c/d:e', date, 'svg')).toBe('nianbao-a-b-c-d-e-2026-11-05.svg');
  });
});

describe('makeSvg', () => {
  it('carries title, filters, source, link and badge, escaped', async () => {
    const svg = (await makeSvg(model, provenance, context())) ?? '';
    for (const part of [
      '多少 &#38; 谁 &#60;b&#62;',
      '青枫区 &#60;2024&#62;',
      '来源：38 份',
      '模拟数据',
      'a=1&#38;b=2',
    ])
      expect(svg).toContain(part);
    expect(svg).toContain('甲 &amp; &quot;乙&quot; &lt;镇&gt;');
    expect(svg).not.toMatch(/&(?!#\d+;|amp;|lt;|gt;|quot;)/);
    expect(svg).not.toContain('<b>');
    expect(svg).not.toMatch(/(NaN|undefined)/);
  });

  it('has no badge for real data and no picture of nothing', async () => {
    const real = await makeSvg(model, { ...provenance, simulated: false, badge: '' }, context());
    expect(real).not.toContain('url(#badge)');
    expect(await makeSvg({ ...model, drawing: null }, provenance, context())).toBeNull();
  });
});

describe('sortRows', () => {
  it('puts cells without a number last in both directions', () => {
    const ids = (direction: 'ascending' | 'descending'): string =>
      sortRows(table.rows, { column: 2, direction })
        .map(({ id }) => id)
        .join('');
    expect(ids('ascending')).toBe('45123');
    expect(ids('descending')).toBe('15423');
  });

  it('cycles: largest first, smallest first, as it came', () => {
    const once = nextSorting(null, 2, true);
    const twice = nextSorting(once, 2, true);
    expect([once?.direction, twice?.direction, nextSorting(twice, 2, true)]).toEqual([
      'descending',
      'ascending',
      null,
    ]);
  });
});

describe('summarize', () => {
  it('says title, what is drawn, highest and lowest', () => {
    expect(summarize(model, words, context().format)).toBe(
      '多少 & 谁 <b> 新收申请 最高 甲 & "乙" <镇> 5，最低 丙镇 2。',
    );
  });
});
