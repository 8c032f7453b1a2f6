import { describe, expect, it } from 'vitest';
import { legacyForms } from '../../src/forms';
import { read } from '../../src/reading';
import { readText } from './samples';
import { formIds, layouts, reportWith, rowsOf } from './statistical-layouts';

const report = (table: string) =>
  readText(`霁川区水务局2015年政府信息公开工作年度报告\n一、概述\n我局做好公开工作。\n五、附表\n${table}`);
const rows = (table: string) =>
  (report(table).statistical_table ?? []).map(({ code, label, unit, value, cumulative }) => [
    code,
    label,
    unit,
    value,
    cumulative,
  ]);

describe('a statistical table before 2019', () => {
  it('of one cell a line has its rows, their codes and their groups apart', () => {
    const table =
      '统计指标\n单位\n统计数\n一、主动公开情况\n（一）主动公开政府信息数\n条\n392\n1.政府公报公开政府信息数\n条\n0\n四、行政复议数量\n件\n1\n（一）维持具体行政行为数\n件\n1\n五、行政诉讼数量\n件\n0\n（二）被依法纠错数\n件\n0';
    expect(rows(table)).toEqual([
      ['lg1_total', '（一）主动公开政府信息数', '条', 392, null],
      ['lg1_gazette', '1.政府公报公开政府信息数', '条', 0, null],
      ['lg4', '四、行政复议数量', '件', 1, null],
      ['lg4_upheld', '（一）维持具体行政行为数', '件', 1, null],
      ['lg5', '五、行政诉讼数量', '件', 0, null],
      ['lg5_corrected', '（二）被依法纠错数', '件', 0, null],
    ]);
  });

  it('keeps the year and the sum of all years apart', () => {
    const table =
      '| 指标名称 | 计量单位 | 2015年度 | 历年累计 |\n|---|---|---|---|\n| 主动公开文件数 | 条 | 43 | 967 |\n| 申请总数 | 条 | 1 | 1 |\n| 行政复议数 | 件 | 0 | 2 |';
    expect(rows(table).map(([, label, , value, cumulative]) => [label, value, cumulative])).toEqual([
      ['主动公开文件数', 43, 967],
      ['申请总数', 1, 1],
      ['行政复议数', 0, 2],
    ]);
  });

  it('has no value in a row with a value too few', () => {
    const table =
      '指标名称\t计量单位\t本年度\t历年累计\n主动公开信息数\t条\t43\t967\n行政复议数\t件\t0\n行政诉讼数\t件\t0\t1';
    expect(rows(table).map(([, , , value]) => value)).toEqual([43, null, 0]);
  });

  it('keeps a label whole whose rest stands below its values, and passes over the number of a page', () => {
    const table =
      '统计指标  单位  统计数\n1.政府公报公  条  7\n开政府信息数\n- 3 -\n统计指标  单位  统计数\n2.政府网站公  条  9\n开政府信息数\n第 4 页 共 9 页\n（一）收到申请数  件  2';
    expect(rows(table)).toEqual([
      ['lg1_gazette', '1.政府公报公开政府信息数', '条', 7, null],
      ['lg1_website', '2.政府网站公开政府信息数', '条', 9, null],
      ['lg3_received', '（一）收到申请数', '件', 2, null],
    ]);
  });

  it('leaves the forms out', () => {
    expect(report('统计指标 单位 统计数\n申请总数 件 1\n行政复议数 件 0\n行政诉讼数 件 0')).toMatchObject({
      forms: {},
      cells: {},
      problems: [],
    });
  });
});

describe.each(Object.entries(layouts))('a statistical table in the layout "%s"', (_, layout) => {
  it.each(formIds)('has every number of %s in its row', (id) => {
    for (const blanks of [false, true]) {
      const wanted = rowsOf(id, blanks).filter(({ group }) => !group);
      const table = read(reportWith(layout, rowsOf(id, blanks)), 'x').statistical_table ?? [];
      const got = new Map(table.map((row) => [row.code, row]));
      const valued = wanted.filter(({ value }) => value !== null);
      expect(valued.map(({ code }) => [code, got.get(code)?.value])).toEqual(
        valued.map(({ code, value }) => [code, value]),
      );
      for (const { code } of wanted.filter(({ value }) => value === null))
        expect(got.get(code)?.value ?? null, code).toBeNull();
      if (layout.cumulative)
        expect(valued.map(({ code }) => got.get(code)?.cumulative)).toEqual(
          valued.map(({ cumulative }) => cumulative),
        );
    }
  });
});

describe('a row of a statistical table', () => {
  it('has the code of its part only: after an unknown part it has none', () => {
    const table =
      '统计指标 单位 统计数\n四、行政复议数量 件 3\n（二）被依法纠错数 件 1\n五、行政讼数 件 5\n（二）被依法纠错数 件 2\n六、举报投诉数量 件 0';
    expect(rows(table).map(([code]) => code)).toEqual(['lg4', 'lg4_corrected', null, null, 'lg6']);
  });

  it('has no value where no column is the one of the year', () => {
    const table =
      '统计指标|单位|2012年|2013年\n一、举报投诉数量|件|1|2\n二、行政复议数量|件|3|4\n三、申请总数|件|5|6';
    expect(rows(table).map(([, , , value]) => value)).toEqual([null, null, null]);
  });

  it('has a label that no other row of its form could have', () => {
    for (const { id, indicators } of legacyForms) {
      const table = ['统计指标|单位|统计数', ...indicators.map(({ label }, i) => `${label.zh}|件|${i}`)];
      const codes = rows(table.join('\n')).map(([code]) => code);
      expect(codes, id).toEqual(indicators.map(({ code, kind }) => (kind === 'group' ? null : code)));
    }
  });
});
