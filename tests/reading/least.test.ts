import { describe, expect, it } from 'vitest';
import { cell, readText, report, t3Codes, t3Labels } from './samples';

/** What a reader should be tested on at least (`realworld.md` §10), as far as no other test shows it. */
const lines = (text: string, end = '') => text.replaceAll(' ', `${end}\n`) + end;

const older = [
  '第二十条第（一）项',
  '信息内容 本年新制作数量 本年新公开数量 对外公开总数量',
  '规章 A A A',
  '规范性文件 A A A',
  '第二十条第（五）项',
  '信息内容 上一年项目数量 本年增/减 处理决定数量',
  '行政许可 A A A',
  '其他对外管理服务事项 A A A',
];

describe('one cell a line, a pipe after each, labels damaged', () => {
  const rows = [
    '第二十条第（一）项',
    '信息内容 本年发件 本年度止件数 现行有效件',
    '规章 0 0 0',
    '规范性文件 3 1 12',
    '第二十条第（五）项 信息内容 本年处理决定数量 行政许可 125',
  ];
  const t3 = t3Labels.map((label, i) => {
    const damaged = label
      .replace('2.其他法律行政法规禁止公开', '就法制亍政收禁止公开')
      .replace(/、行政机关.*$/, '');
    return `${damaged} ${Array.from({ length: 7 }, (_, k) => i + k).join(' ')}`;
  });
  const got = report({ t2: lines(rows.join(' '), ' |'), t3: lines(t3.join(' '), ' |') });

  it('has every cell', () => {
    expect(got.forms).toMatchObject({ t2: '2021', t3: '2021' });
    expect(cell(got, 't2_normative_document_repealed')).toBe(1);
    t3Codes.forEach((row, i) => expect(cell(got, `t3_${row}_total`), row).toBe(i + 6));
  });
});

describe('the form of 2019', () => {
  const title = '霁川区露桥镇人民政府2022年政府信息公开工作年度报告';

  it('is read in a later year, blank and not zero where nothing is printed', () => {
    const text = older.map((line) => line.replaceAll('A', '|').replaceAll('||', '|')).join('\n\n');
    const got = report({ title, t2: lines(text) });
    expect([got.forms.t2, got.year]).toEqual(['2019', 2022]);
    const values = Object.values(got.cells).map(({ value }) => value);
    expect(new Set(values)).toEqual(new Set([null]));
    expect(cell(got, 't2_normative_document_newly_made')).toBe('blank');
  });

  it('is read with instructions in its headings and with changes below zero', () => {
    const text = older
      .map((line) => line.replace('处理决定数量', '处理决定数量(指2019年办件量)'))
      .map((line) => line.replace('本年增/减', '本年增/减(减用负值表示)'))
      .map((line) => line.replace('行政许可 A A A', '行政许可 36 -11 61').replaceAll('A', '0'));
    const got = report({ title, t2: text.join('\n') });
    expect(
      ['prior_items', 'item_change', 'decisions'].map((column) => cell(got, `t2_admin_license_${column}`)),
    ).toEqual([36, -11, 61]);
  });
});

describe('a table whose totals are blank', () => {
  it('has its other cells, and the totals blank', () => {
    const rows = t3Labels
      .map((label) => `<tr><td>${label}</td>${'<td>2</td>'.repeat(6)}<td>&nbsp;</td></tr>`)
      .join('');
    const got = readText(
      `<h1>霁川区财政局2019年政府信息公开工作年度报告</h1><table>${rows}</table>`,
      'page.html',
    );
    expect(cell(got, 't3_granted_other_org')).toBe(2);
    expect(cell(got, 't3_granted_total')).toBe('blank');
  });
});

describe('the statistical table of 2014 in a report of another year', () => {
  it('is read as it stands, and the year is that of the title', () => {
    const rows = [
      '主动公开政府信息数 条 1356',
      '制发规范性文件总数 件 4',
      '收到申请数 件 2',
      '申请办结数 件 2',
    ];
    const got = readText(
      [
        '霁川区住房和城乡建设局2008年政府信息公开工作年度报告',
        '一、概述',
        '我局做好公开工作。',
        '五、附表',
        '统计指标 单位 统计数',
        ...rows,
      ].join('\n'),
    );
    expect(got.year).toBe(2008);
    expect(got.statistical_table?.map(({ value }) => value)).toEqual([1356, 4, 2, 2]);
    expect(got.cells).toEqual({});
  });
});
