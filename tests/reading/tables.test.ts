import { describe, expect, it } from 'vitest';
import { cell, readText, report, t3Codes, t3Labels } from './samples';

const T2 = [
  '第二十条第（一）项',
  '信息内容 本年制发件数 本年废止件数 现行有效件数',
  '规章 0 0 0',
  '行政规范性文件 3 1 12',
  '第二十条第（五）项',
  '信息内容 本年处理决定数量',
  '行政许可 125',
  '第二十条第（六）项',
  '信息内容 本年处理决定数量',
  '行政处罚 7',
  '行政强制 0',
  '第二十条第（八）项',
  '信息内容 本年收费金额（单位：万元）',
  '行政事业性收费 8.25',
];
const PENALTY = 't2_admin_penalty_decisions';
/** Row i holds i, i+1 … i+6, so that a shifted cell shows. */
const values = (i: number): number[] => Array.from({ length: 7 }, (_, k) => i + k);
const T3 = t3Labels.map((label, i) => `${label} ${values(i).join(' ')}`);
const T4_HEAD = Array<string>(3).fill('结果维持 结果纠正 其他结果 尚未审结 总计').join(' ');
const T4 = ['行政复议 行政诉讼', T4_HEAD, '1 2 3 4 10 0 0 0 0 0 5 6 7 8 26'];

const columns = [
  'natural_person',
  'enterprise',
  'research_institute',
  'social_org',
  'legal_service',
  'other_org',
  'total',
];
const rowOf = (of: ReturnType<typeof report>, row: string) =>
  columns.map((column) => cell(of, `t3_${row}_${column}`));
const whole = { t2: T2.join('\n'), t3: T3.join('\n'), t4: T4.join('\n') };

const layouts: readonly (readonly [string, (line: string) => string])[] = [
  ['one row a line, spaces', (line) => line],
  ['one row a line, tabs', (line) => line.replaceAll(' ', '\t')],
  ['pipe rows', (line) => `| ${line.replaceAll(' ', ' | ')} |`],
  ['pipes between cells only', (line) => line.replaceAll(' ', ' | ') + '  '],
  ['spaces as a crawler leaves them', (line) => line.replaceAll(' ', '&nbsp;|&nbsp;&amp;nbsp;')],
  ['one cell a line', (line) => line.replaceAll(' ', '\n')],
  ['one cell a line, blank lines', (line) => line.replaceAll(' ', '\n\n') + '\n'],
  ['one cell a line, pipe after', (line) => line.replaceAll(' ', ' |\n') + ' |'],
  ['one cell a line, pipe before', (line) => '| ' + line.replaceAll(' ', '\n| ')],
  ['one cell a line, pipes around', (line) => '| ' + line.replaceAll(' ', ' |\n| ') + ' |'],
  ['a lone pipe between cells', (line) => '|\n' + line.replaceAll(' ', '\n|\n')],
  ['a lone pipe before rows', (line) => '|\n' + line.replaceAll(' ', '\n')],
  ['wide spaces', (line) => line.replaceAll(' ', '\u3000\u00a0   ')],
];

describe.each(layouts)('tables with %s', (_, layout) => {
  const laid = (lines: readonly string[]) => lines.map(layout).join('\n');
  const got = report({ t2: laid(T2), t3: laid(T3), t4: laid(T4) });

  it('give every cell', () => {
    expect(got.forms).toEqual({ t2: '2021', t3: '2021', t4: '2021' });
    t3Codes.forEach((row, i) => expect(rowOf(got, row), row).toEqual(values(i)));
    expect(cell(got, 't2_normative_document_in_force')).toBe(12);
    expect(cell(got, 't2_admin_license_decisions')).toBe(125);
    expect(cell(got, 't2_admin_fee_fee_amount')).toBe(8.25);
    expect(cell(got, 't4_review_total')).toBe(10);
    expect(cell(got, 't4_lit_after_review_total')).toBe(26);
    expect(got.problems).toEqual([]);
  });
});

describe('table 2', () => {
  const read2 = (lines: readonly string[]) => report({ ...whole, t2: lines.join('\n') });

  it('is read by position when every heading of a block and a label are lost', () => {
    const lines = T2.map((line) => line.replace(/^第二十条第.*/, '第二十条第').replace(/^规章 /, ' '));
    const got = read2(lines.map((line) => line.replaceAll(' ', ' |\n') + ' |'));
    expect(cell(got, 't2_regulation_issued')).toBe(0);
    expect(cell(got, 't2_normative_document_issued')).toBe(3);
    expect(cell(got, 't2_admin_coercion_decisions')).toBe(0);
  });

  it('has the form of each block by its headings: hybrids are mixed', () => {
    const lines = [...T2];
    lines[1] = '信息内容 本年新制作数量 本年新公开数量 对外公开总数量';
    const got = read2(lines);
    expect(got.forms.t2).toBe('mixed');
    expect(cell(got, 't2_normative_document_newly_made')).toBe(3);
    expect(cell(got, 't2_normative_document_issued')).toBeUndefined();
    expect(cell(got, 't2_admin_license_decisions')).toBe(125);
  });

  it('keeps dashes and words apart from numbers', () => {
    const got = read2(T2.map((line) => line.replace('规章 0 0 0', '规章 / — 无')));
    expect(['issued', 'repealed', 'in_force'].map((column) => cell(got, `t2_regulation_${column}`))).toEqual([
      'slash',
      'slash',
      'word',
    ]);
  });

  it('does not guess a row that lost a value', () => {
    const got = read2(T2.map((line) => line.replace('行政规范性文件 3 1 12', '行政规范性文件 3 12')));
    expect(cell(got, 't2_normative_document_issued')).toBe('unreadable');
    expect(got.problems).toMatchObject([
      { code: 'row_cells_unclear', table: 't2', detail: 'normative_document' },
    ]);
  });

  it('has no blank where a number with a remark stands', () => {
    for (const separator of ['\n', '|'])
      expect(
        cell(read2(T2.map((line) => line.replace('行政处罚 7', `行政处罚${separator}7（含罚没）`))), PENALTY),
      ).toBe('unreadable');
  });

  it('gives the values of the next line to a label that has none of its own', () => {
    expect(
      cell(read2(T2.flatMap((line) => line.replace('规章 0 0 0', '规章\n4 5 6'))), 't2_regulation_repealed'),
    ).toBe(5);
  });

  it('says which row the source does not have', () => {
    const got = read2(T2.filter((line) => !line.startsWith('行政强制')));
    expect(cell(got, 't2_admin_coercion_decisions')).toBe('row_missing');
    expect(cell(got, 't2_admin_penalty_decisions')).toBe(7);
  });

  it('is missing, not zero, when a sentence stands in its place', () => {
    const got = read2(['本年度办理行政许可12件、行政处罚8件，无规章。']);
    expect(cell(got, 't2_admin_penalty_decisions')).toBe('table_missing');
    expect(got.problems).toMatchObject([{ code: 'table_missing', table: 't2' }]);
  });

  it('converts a fee printed in 元 and says so', () => {
    const got = read2(T2.map((line) => line.replace('8.25', '82500元')));
    expect(cell(got, 't2_admin_fee_fee_amount')).toBe(8.25);
    expect(got.problems).toMatchObject([{ code: 'unit_converted', detail: 't2_admin_fee_fee_amount' }]);
  });
});

describe('table 3', () => {
  const read3 = (lines: readonly string[]) => report({ ...whole, t3: lines.join('\n') });

  it('reads a label that wraps over its values, with a group printed down the edge', () => {
    const lines = [...T3];
    lines.splice(
      5,
      1,
      '办             2.其他法律行政法规禁止公',
      `理          开      ${values(5).join('     ')}`,
    );
    const at = lines.findIndex((line) => line.includes('5.要求'));
    lines.splice(
      at,
      1,
      '（五） 5.要求行政机关确认或重新',
      `不予   ${values(19).join('   ')}`,
      '处理   出具已获取信息',
    );
    const got = read3(lines);
    expect(rowOf(got, 'denied_other_law')).toEqual(values(5));
    expect(rowOf(got, 'np_reconfirm')).toEqual(values(19));
    expect(rowOf(got, 'other_no_correction')).toEqual(values(20));
  });

  it('goes on after a repeated heading of columns', () => {
    const heading = [
      '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 申请人情况',
      '自然人 法人或其他组织 总计',
      '商业企业 科研机构 社会公益组织 法律服务机构 其他',
    ];
    const got = read3([...heading, ...T3.slice(0, 12), ...heading, ...T3.slice(12)]);
    expect(rowOf(got, 'unable_not_held')).toEqual(values(12));
    expect(got.problems).toEqual([]);
  });

  it('gives the place of each value', () => {
    const got = read3(T3);
    expect(got.cells.t3_new_received_natural_person).toMatchObject({
      raw: '0',
      at: { column: 18, length: 1 },
    });
  });

  it.each([6, 8])('leaves a row of %d values unread', (count) => {
    const lines = [...T3];
    lines[4] = `1.属于国家秘密 ${Array.from({ length: count }, () => 3).join(' ')}`;
    const got = read3(lines);
    expect(new Set(rowOf(got, 'denied_state_secret'))).toEqual(new Set(['unreadable']));
    expect(rowOf(got, 'denied_other_law')).toEqual(values(5));
  });

  it('leaves a row unread that stands twice with different values', () => {
    const got = read3([...T3.slice(0, 5), '1.属于国家秘密 9 9 9 9 9 9 9', ...T3.slice(5)]);
    expect(rowOf(got, 'denied_state_secret')[0]).toBe('unreadable');
    expect(got.problems).toMatchObject([{ code: 'row_repeated', detail: 'denied_state_secret' }]);
  });

  it('never gives the values of a row without a label to one of two that are missing', () => {
    const lines = T3.filter((line) => !line.startsWith('4.保护'));
    lines[lines.findIndex((line) => line.startsWith('3.危及'))] = values(6).join(' ');
    const got = read3(lines);
    expect(rowOf(got, 'denied_security_stability')[0]).toBe('unreadable');
    expect(rowOf(got, 'denied_third_party')[0]).toBe('unreadable');
  });

  it('takes rows by their labels when they stand out of order', () => {
    const lines = [...T3];
    [lines[16], lines[17]] = [lines[17] ?? '', lines[16] ?? ''];
    const got = read3(lines);
    expect(rowOf(got, 'np_repeat')).toEqual(values(16));
    expect(rowOf(got, 'np_publication')).toEqual(values(17));
  });

  it('is in the form of 2019 when 其他处理 is one row', () => {
    const lines = T3.filter((_, i) => i < 20 || i > 22);
    lines.splice(20, 0, `（六）其他处理 ${values(40).join(' ')}`);
    const got = read3(lines);
    expect(got.forms.t3).toBe('2019');
    expect(rowOf(got, 'other')).toEqual(values(40));
  });

  it('reads only totals where only totals are printed', () => {
    const lines = T3.map((line) => `| ${line.replace(/ \d.*/, '')} |  |  |  |  |  |  | 4 |`);
    const got = read3(lines);
    expect(rowOf(got, 'granted')).toEqual([...Array<string>(6).fill('blank'), 4]);
  });

  it('is missing, not zero, when only its heading is printed', () => {
    const got = report({});
    expect(Object.values(got.cells).map((it) => it.state)).toEqual(Array(200).fill('table_missing'));
    expect(got.forms).toEqual({});
    expect(got.problems.map((it) => it.code)).toEqual(['table_missing', 'table_missing', 'table_missing']);
  });

  it('is blank where its labels stand without values', () => {
    const got = read3(t3Labels.map((label) => label.replace(/^(（[三四五六]）....|三、本年度办理结果)/, '')));
    expect(new Set(t3Codes.flatMap((row) => rowOf(got, row)))).toEqual(new Set(['blank']));
  });
});

describe('a page without line breaks', () => {
  it('has every row of table 3 whose label could be a heading', () => {
    const got = report({ ...whole, t3: T3.join(' ') });
    expect(rowOf(got, 'new_received')).toEqual(values(0));
    expect(rowOf(got, 'carried_out')).toEqual(values(24));
  });
});

describe('run-together text', () => {
  /** Natural persons, five zeros, their total: `i` of row i, or what `row` says. */
  const flat = (row: (i: number) => string, t4 = '000000000000000') =>
    readText(
      [
        '霁川区2020年政府信息公开工作年度报告',
        '一、总体情况',
        '全年主动公开政府信息30条。',
        '二、主动公开政府信息情况',
        '规章000规范性文件2210行政许可396442278',
        '三、收到和处理政府信息公开申请情况',
        t3Labels.map((label, i) => `${label}${row(i)}`).join(''),
        '四、政府信息公开行政复议、行政诉讼情况',
        `结果维持总计${t4}`,
        '五、存在的主要问题及改进情况',
      ].join('\n'),
    );

  it('is divided where the sums of a row allow one way only, and says so', () => {
    const got = flat((i) => `${i}00000${i}`);
    expect(got.narrative.published_total?.value).toBe(30);
    t3Codes.forEach((row, i) => expect(rowOf(got, row)).toEqual([i, 0, 0, 0, 0, 0, i]));
    expect(got.cells.t3_granted_total).toMatchObject({ state: 'value', derived_from_identities: true });
    expect(got.cells.t3_granted_total?.raw).toBe('2000002');
    expect(cell(got, 't4_review_upheld')).toBe(0);
    expect(got.problems.map((it) => `${it.code} ${it.table}`)).toEqual([
      'table_divided t3',
      'table_divided t4',
      'table_run_together t2',
    ]);
  });

  it('points at the digits of the row', () => {
    const got = flat((i) => `${i}00000${i}`);
    const at = got.cells.t3_new_received_total?.at;
    expect(at).toMatchObject({ line: 7, column: (t3Labels[0]?.length ?? 0) + 1, length: 7 });
  });

  it('is left open where its digits can be divided in two ways, or in none', () => {
    const got = flat((i) => (i === 2 ? '111000012' : i === 3 ? '2171000' : '0000000'));
    expect(rowOf(got, 'granted').slice(0, 2)).toEqual(['unreadable', 'unreadable']);
    expect(rowOf(got, 'partially_granted')).toEqual(Array(7).fill('unreadable'));
    expect(rowOf(got, 'carried_in')).toEqual(Array(7).fill(0));
  });

  it('is named and not guessed where nothing adds up', () => {
    const got = flat(() => '2171000', '000010000000000');
    expect(got.problems.map((it) => `${it.code} ${it.table}`)).toEqual([
      'table_run_together t2',
      'table_run_together t3',
      'table_run_together t4',
    ]);
    expect(new Set(Object.values(got.cells).map((it) => it.state))).toEqual(new Set(['unreadable']));
  });
});
