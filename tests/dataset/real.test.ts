import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { categories } from '../../src/dataset';
import { formCells } from '../../src/forms';
import { native } from './native';

const table = (name: string) => `'data/real/${name}.parquet'`;
const zhongbu = '3703~高新区~中埠镇-2024';

describe('the real dataset', () => {
  it('has 544 reports of 31 provinces, one primary report for each agency and year', async () => {
    const [row] = await native(`
      SELECT count(*)::INTEGER AS reports, count(DISTINCT report_id)::INTEGER AS ids,
        count(DISTINCT province_id)::INTEGER AS provinces, min(year) AS first, max(year) AS last,
        count(DISTINCT (agency_id, year))::INTEGER AS agency_years, sum(is_primary::INTEGER)::INTEGER AS primaries
      FROM ${table('reports')}`);
    expect(row).toEqual({
      reports: 544,
      ids: 544,
      provinces: 31,
      first: 2013,
      last: 2025,
      agency_years: 544,
      primaries: 544,
    });
  });

  it('resolves all but a few places to official codes, and keeps the others by name', async () => {
    const lowest = 'coalesce(township_id, county_id, city_id, province_id)';
    const [row] = await native(`
      SELECT count(*) FILTER (official)::INTEGER AS coded, count(*) FILTER (NOT official)::INTEGER AS named
      FROM ${table('reports')} JOIN ${table('areas')} ON area_id = ${lowest}`);
    expect(row).toEqual({ coded: 525, named: 19 });
  });

  it('gives every report that has an address a different one, and says why the others have none', async () => {
    const rows = await native(`
      SELECT count(url)::INTEGER AS urls, count(DISTINCT url)::INTEGER AS different,
        count(*) FILTER (url IS NULL AND source_note IS NULL)::INTEGER AS unexplained FROM ${table('reports')}`);
    expect(rows).toEqual([{ urls: 539, different: 539, unexplained: 0 }]);
  });

  it('maps at least 95 % of the labels', async () => {
    const [row] = await native(`
      SELECT avg((category <> 'other')::INTEGER) AS share FROM ${table('items')}`);
    expect(row?.['share']).toBeGreaterThanOrEqual(0.95);
    const used = await native(`SELECT DISTINCT category FROM ${table('items')}`);
    const known = new Set<unknown>(categories.map(({ id }) => id));
    expect(used.every(({ category }) => known.has(category))).toBe(true);
  });

  it('never turns what was not collected into a number', async () => {
    const t3 = formCells['2021'].filter((cell) => cell.table === 't3').map((cell) => cell.code);
    const [row] = await native(`
      SELECT count(coalesce(${t3.join(', ')}))::INTEGER AS numbers FROM ${table('reports')}
      WHERE t3_state = 'not_collected'`);
    expect(row).toEqual({ numbers: 0 });
  });

  it('derives what the forms prove: the row totals that 上海 2019 left blank', async () => {
    const rows = await native(`
      SELECT value, state, derived FROM ${table('evidence')}
      WHERE report_id = '31-政府办公厅-2019' AND code = 't3_granted_total'`);
    expect(rows).toEqual([{ value: 272, state: 'blank', derived: true }]);
  });
});

describe('中埠镇 2024', () => {
  it('is whole: 59 items, no application, no reconsideration, no suit, every cell of the form', async () => {
    const [row] = await native(`SELECT * FROM ${table('reports')} WHERE report_id = '${zhongbu}'`);
    expect(row).toMatchObject({
      agency: '中埠镇人民政府',
      kind: 'township',
      published: '2025-01-23',
      published_total: 59,
      category_list: 'exact',
      applications_new: 0,
      applications_new_from: 'table',
      reviews: 0,
      suits: 0,
      t2_state: 'read',
      t3_state: 'read',
      t4_state: 'read',
    });
    expect(formCells['2021'].filter(({ code }) => row?.[code] !== 0)).toEqual([]);
  });

  it('has its six categories, each with its place in the source, and 260 posts on WeChat', async () => {
    const where = `WHERE report_id = '${zhongbu}' ORDER BY position`;
    const items = await native(`SELECT label, category, count, at_line FROM ${table('items')} ${where}`);
    expect(items).toEqual([
      { label: '机构信息', category: 'institutions', count: 3, at_line: 9 },
      { label: '政策解读', category: 'policy_interpretation', count: 1, at_line: 9 },
      { label: '会议信息', category: 'meetings', count: 6, at_line: 9 },
      { label: '工作进展信息', category: 'work_news', count: 47, at_line: 9 },
      { label: '业务培训', category: 'disclosure_work', count: 1, at_line: 9 },
      { label: '镇街道公开年报', category: 'disclosure_work', count: 1, at_line: 9 },
    ]);
    const channels = await native(`SELECT channel, count FROM ${table('channels')} ${where}`);
    expect(channels).toEqual([{ channel: 'wechat', count: 260 }]);
  });

  it('says where each cell stands', async () => {
    const [row] = await native(`
      SELECT count(*)::INTEGER AS cells, count(at_line)::INTEGER AS placed, count(raw)::INTEGER AS raw
      FROM ${table('evidence')} WHERE report_id = '${zhongbu}' AND code NOT LIKE 'narrative:%'`);
    expect(row).toEqual({ cells: 200, placed: 200, raw: 200 });
  });
});

describe('facts only', () => {
  it('holds no text of a report longer than 60 characters, in no table and no source', async () => {
    const longest = async (name: string, column: string) => {
      const [row] = await native(`SELECT max(length(${column}))::INTEGER AS n FROM ${table(name)}`);
      return Number(row?.['n'] ?? 0);
    };
    expect(await longest('items', 'label')).toBeLessThanOrEqual(60);
    expect(await longest('channels', 'label')).toBeLessThanOrEqual(60);
    expect(await longest('evidence', 'raw')).toBeLessThanOrEqual(60);
    expect(await longest('reports', 'title')).toBeLessThanOrEqual(60);
    expect(await native(`SELECT * FROM ${table('narratives')}`)).toEqual([]);
    for (const name of readdirSync('data/sources/real').filter((file) => file.endsWith('.jsonl'))) {
      const strings = readFileSync(`data/sources/real/${name}`, 'utf8').matchAll(/"((?:[^"\\]|\\.)*)"/g);
      const long = [...strings].map(([, text = '']) => text).filter((text) => text.length > 60);
      expect(long.filter((text) => !/^https?:\/\/[\x21-\x7e]+$/.test(text))).toEqual([]);
    }
  });
});
