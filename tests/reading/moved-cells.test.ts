import { describe, expect, it } from 'vitest';
import { cell, readText, report, t3Labels } from './samples';

const codesOf = (of: ReturnType<typeof report>) =>
  of.problems.map((it) => `${it.code} ${it.table} ${it.detail ?? ''}`.trim());

const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const line = (label: string, i: number) => `${label} ${names.map((_, k) => 10 * i + k + 1).join(' ')}`;
const read3 = (rows: readonly string[]) => report({ t3: [names.join(' '), ...rows].join('\n') });

describe('rows of table 3', () => {
  it('have the values on the line below their label, though the row above is lost', () => {
    const rows = t3Labels.map(line);
    const [label = '', values = ''] = [t3Labels[3], rows[3]?.replace(/^\S+ /, '')];
    const half = label.indexOf('，') + 1;
    const got = read3(rows.toSpliced(2, 2, label.slice(0, half), `    ${values}`, label.slice(half)));
    expect(cell(got, 't3_partially_granted_total')).toBe(37);
    expect(cell(got, 't3_granted_total')).toBe('row_missing');
  });

  it('whose broken label may have the values of the next are not read where that one cannot be told', () => {
    const values = [13, 14].map((i) => line('', i).trim());
    const got = (...lines: readonly string[]) => read3(t3Labels.map(line).toSpliced(13, 2, ...lines));
    const whole = [
      '2.没有现成信',
      `息需要另行制作 ${values[0]}`,
      '3.补正后申请',
      `    ${values[1]}`,
      '内容仍不明确',
    ];
    expect(cell(got(...whole), 't3_unable_needs_creation_total')).toBe(137);
    const swapped = [0, 3, 2, 1, 4].map((i) => whole[i] ?? '');
    expect(cell(got(...swapped), 't3_unable_needs_creation_total')).toBe('unreadable');
  });

  it('that stand in another order than the form has them are read by their labels, which is said', () => {
    const rows = t3Labels.map(line);
    const got = read3([rows[1] ?? '', rows[0] ?? '', ...rows.slice(2)]);
    expect(cell(got, 't3_new_received_total')).toBe(7);
    expect(codesOf(got)).toContain('rows_reordered t3');
    expect(codesOf(read3(rows))).not.toContain('rows_reordered t3');
  });
});

describe('a block of table 2', () => {
  const fees = '第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n行政事业性收费 1.5';
  const read2 = (head: string) =>
    report({ t2: `第二十条第（一）项\n${head}\n规章 1 2 3\n行政规范性文件 4 5 6\n${fees}` });

  it('without its headings is a guess where both forms are as wide, which is said', () => {
    const got = read2('信息内容');
    expect(cell(got, 't2_regulation_issued')).toBe(1);
    expect(codesOf(got)).toContain('form_unclear t2 art20_1');
    expect(codesOf(read2('信息内容 本年制发件数 本年废止件数 现行有效件数'))).not.toContain(
      'form_unclear t2 art20_1',
    );
  });

  const piped = (row: string) =>
    report({
      t2: `| 第二十条第（一）项 | | | |\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | | | |\n${row}`,
    });

  it('has issued nothing that is not in force: a blank there shows that a cell was lost before it', () => {
    expect(cell(piped('| 行政规范性文件 | 4 | 6 | |'), 't2_normative_document_issued')).toBe('unreadable');
    expect(cell(piped('| 行政规范性文件 | | 6 | |'), 't2_normative_document_repealed')).toBe(6);
    expect(cell(piped('| 行政规范性文件 | 4 | | 6 |'), 't2_normative_document_in_force')).toBe(6);
  });

  it('keeps units after a heading apart from labels of rows', () => {
    const got = report({
      t2: '第二十条第（一）项 | |||\n信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n规章 | 0 | 0 | 0 |\n规范性文件 | 1 | 1 | 2 |\n第二十条第（八）项 | |||\n信息内容 | 本年收费金额（单位：万元） | ||\n行政事业性收费 | 1.5 | ||',
    });
    expect(got.forms.t2).toBe('mixed');
    expect(cell(got, 't2_admin_fee_fee_amount')).toBe(1.5);
  });
});

describe('a block of table 2 as a real table', () => {
  const row = (cells: readonly unknown[]) =>
    `<tr>${cells.map((it) => `<td>${String(it)}</td>`).join('')}</tr>`;
  const read2 = (last: readonly unknown[]) =>
    readText(
      `<html><h1>霁川区露桥镇人民政府2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>二、主动公开政府信息情况</p><table>${row(['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'])}${row(['规章', '', '', ''])}${row(['行政规范性文件', ...last])}${row(['信息内容', '本年处理决定数量', '', ''])}${row(['行政许可', 3, '', ''])}</table></html>`,
    );

  it('is not read where a row has a cell too many beside a blank one', () => {
    expect(cell(read2(['', 1, 7]), 't2_normative_document_in_force')).toBe(7);
    expect(cell(read2(['', 1, 1, 7]), 't2_normative_document_issued')).toBe('unreadable');
  });
});

describe('a number broken at its point', () => {
  it('is no number', () => {
    const broken = '第二十条第（九）项\n信息内容\n采购项目数量\n采购总金额\n政府集中采购\n20\n335\n.6718';
    const whole = broken.replace('\n.', '.');
    expect(cell(report({ t2: whole }), 't2_central_procurement_procurement_amount')).toBe(335.6718);
    expect(cell(report({ t2: broken }), 't2_central_procurement_procurement_amount')).not.toBe(335);
  });
});

describe('table 4 as a real table', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const row = (cells: readonly unknown[]) =>
    `<tr>${cells.map((it) => `<td>${String(it)}</td>`).join('')}</tr>`;
  const read4 = (values: readonly unknown[]) =>
    readText(
      `<html><h1>霁川区露桥镇人民政府2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>四、政府信息公开行政复议、行政诉讼情况</p><table><tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr><tr><td colspan="5"></td><td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>${row([...results, ...results, ...results])}${row(values)}</table></html>`,
    );
  const whole = [1, 0, 0, 0, 1, 2, 0, 0, 0, 2, 3, 0, 0, 0, 3];

  it('is not read when its last total is blank and its sums show that cells moved up', () => {
    expect(cell(read4(whole), 't4_lit_after_review_total')).toBe(3);
    const moved = [...whole.toSpliced(1, 1), ''];
    expect(cell(read4(moved), 't4_lit_direct_upheld')).toBe('unreadable');
  });

  it('is read as printed with a sum that is wrong where nothing came up in the last part', () => {
    const wrong = whole.with(4, 9).map((it, i) => (i >= 10 ? '' : it));
    expect(cell(read4(wrong), 't4_review_total')).toBe(9);
    const moved = [...whole.slice(0, 5), 0, 0, 0, 2, '', '', '', '', '', ''];
    expect(cell(read4(moved), 't4_lit_direct_corrected')).toBe('unreadable');
  });

  it('is read as printed with a total of nought beside a part where only that nought could have moved', () => {
    const own = [1, 41, '', '', 42, '', '', 1, '', 0, '', '', '', '', ''];
    expect(cell(read4(own), 't4_lit_direct_other')).toBe(1);
    const lost = [1, 41, '', '', 42, '', '', '', 1, '', '', '', '', '', ''];
    expect(cell(read4(lost), 't4_lit_direct_pending')).toBe('unreadable');
  });

  it('is not read when its only total stands one column too early', () => {
    const one = whole.map((it, i) => (i >= 5 && i < 10 && it > 0 ? it : ''));
    expect(cell(read4(one), 't4_lit_direct_upheld')).toBe(2);
    expect(cell(read4([...one.toSpliced(6, 1), '']), 't4_lit_direct_upheld')).toBe('unreadable');
  });

  it('is not read when its only total stands one column too late in a row that has a cell too many', () => {
    const piped = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
    const read = (cells: readonly (string | number)[]) =>
      report({ t4: [piped([...results, ...results, ...results]), piped(cells)].join('\n') });
    const one = [3, 60, '', '', 63, ...Array<string>(10).fill('')];
    expect(cell(read(one), 't4_review_total')).toBe(63);
    expect(cell(read(one.toSpliced(2, 0, '')), 't4_lit_direct_upheld')).toBe('unreadable');
    expect(cell(read(one.with(4, 64).toSpliced(2, 0, '')), 't4_lit_direct_upheld')).toBe(64);
  });

  it('is read as printed when all its totals are blank', () => {
    const blank = whole.map((it, i) => (i % 5 === 4 ? '' : it));
    expect(cell(read4(blank), 't4_lit_direct_upheld')).toBe(2);
  });
});

describe('several values in one cell of table 3', () => {
  const row = (cells: readonly string[]) => `<tr>${cells.map((it) => `<td>${it}</td>`).join('')}</tr>`;
  const read3 = (granted: readonly string[]) => {
    const rows = t3Labels.map((label, i) => [label, ...(i === 2 ? granted : names.map(() => '0'))]);
    return readText(
      `<html><h1>霁川区露桥镇人民政府2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>三、收到和处理政府信息公开申请情况</p><table>${[['', ...names], ...rows].map(row).join('')}</table></html>`,
    );
  };

  it('leave blank cells beside them whose values these are, so that none of them is read', () => {
    const got = read3(['7', '<p>3<p>4<p>/', '', '', '', '0', '14']);
    const granted = ['natural_person', 'enterprise', 'research_institute', 'social_org', 'legal_service'];
    expect(granted.map((column) => cell(got, `t3_granted_${column}`))).toEqual([
      7,
      ...Array<string>(3).fill('unreadable'),
      'blank',
    ]);
    expect(codesOf(got)).toContain('cell_unreadable t3 t3_granted_social_org');
  });

  it('are no damaged value with blank cells beside it', () => {
    const got = read3(['', '4□', '', '', '', '0', '14']);
    expect(cell(got, 't3_granted_natural_person')).toBe('blank');
  });
});
