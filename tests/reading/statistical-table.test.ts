import { describe, expect, it } from 'vitest';
import { readText } from './samples';

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
