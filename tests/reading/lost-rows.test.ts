import { describe, expect, it } from 'vitest';
import { cell, readText, report, t3Labels } from './samples';

const codesOf = (of: ReturnType<typeof report>) =>
  of.problems.map((it) => `${it.code} ${it.table} ${it.detail ?? ''}`.trim());

const art1 = ['第二十条第（一）项', '信息内容', '本年制发件数', '本年废止件数', '现行有效件数'];
const heads3 = '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计';
const rows3 = t3Labels.map((label, i) => [label, ...Array<number>(7).fill(i)].join(' '));

describe('a row of table 2', () => {
  it('with a cell too many is not read in a layout of one cell a line either', () => {
    const read = (...row: string[]) =>
      report({ t2: [...art1, '规章', ...row, '行政规范性文件', '1', '', '3'].join('\n|\n') });
    expect(cell(read('5', '', '16'), 't2_regulation_in_force')).toBe(16);
    expect(cell(read('5', '', '16', '16'), 't2_regulation_repealed')).toBe('unreadable');
  });

  it('with a value beside its headings is not read where blanks are visible', () => {
    const pad = '|||';
    const lines = (...cells: string[]) => [...cells.map((it) => `${it} |`), pad];
    const read = (...row: string[]) =>
      report({
        t2: [
          ...lines(art1[0] ?? ''),
          ...lines(...art1.slice(1)).with(-1, '|'),
          ...['规章', ...row].map((it) => `${it} |`),
          ...(row.length === 3 ? ['|'] : []),
          ...lines('行政规范性文件', '1', '2', '3').with(-1, '|'),
        ].join('\n'),
      });
    expect(cell(read('', '4', '7'), 't2_regulation_in_force')).toBe(7);
    expect(cell(read('', '4', '4', '7'), 't2_regulation_issued')).toBe('unreadable');
  });

  it('is not read where a line was broken among its cells', () => {
    const read = (row: string) =>
      report({
        t2: `第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n${row}\n第二十条第（九）项`,
      });
    expect(cell(read('行政事业性收费 348.8137'), 't2_admin_fee_fee_amount')).toBe(348.8137);
    expect(cell(read('行政事业性收费 348.81\n37'), 't2_admin_fee_fee_amount')).toBe('unreadable');
    const piped = (row: string) => report({ t2: `| ${art1.slice(1).join(' | ')} |\n| 规章 | ${row}` });
    expect(cell(piped('1 | 2 | 3 |'), 't2_regulation_issued')).toBe(1);
    expect(cell(piped('|\n1 | 2 | 3 |'), 't2_regulation_issued')).toBe('unreadable');
  });

  it('without any cell has lost them where zeros are printed', () => {
    const read = (other: string) =>
      report({ t2: `第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚\n行政强制 ${other}` });
    expect(cell(read('0'), 't2_admin_penalty_decisions')).toBe('unreadable');
    expect(cell(read('3'), 't2_admin_penalty_decisions')).toBe('blank');
  });

  it('has a value that cannot be read where words stand in its place', () => {
    const read = (text: string) =>
      report({ t2: `| 第二十条第（五）项 | |\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | ${text} |` });
    expect(cell(read(''), 't2_admin_license_decisions')).toBe('blank');
    expect(cell(read('详见网站'), 't2_admin_license_decisions')).toBe('unreadable');
  });

  it('is not read at all where a sign or a fraction stands in a count', () => {
    const read = (row: string) =>
      report({
        t2: `第二十条第（五）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n行政许可 ${row}`,
      });
    expect(cell(read('40 -23 5'), 't2_admin_license_item_change')).toBe(-23);
    expect(cell(read('-23 40 5'), 't2_admin_license_item_change')).toBe('unreadable');
    expect(cell(read('1.5 40 5'), 't2_admin_license_decisions')).toBe('unreadable');
  });

  it('has no last number where the text ends behind it, which may have cut it short', () => {
    const read = (end: string) =>
      readText(
        `霁川区露桥镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n| 第二十条第（九）项 | | |\n| 信息内容 | 采购项目数量 | 采购总金额 |\n| 政府集中采购 | 7 | 16${end}`,
      );
    expect(cell(read('.5 |'), 't2_central_procurement_procurement_amount')).toBe(16.5);
    expect(cell(read(''), 't2_central_procurement_procurement_amount')).toBe('unreadable');
    expect(cell(read(''), 't2_central_procurement_procurement_projects')).toBe(7);
    expect(cell(read('\n'), 't2_central_procurement_procurement_amount')).toBe(16);
  });

  it('has lost a cell where all that is disclosed is blank beside what is newly disclosed', () => {
    const read = (row: string) =>
      report({
        t2: `| 第二十条第（一）项 | | | |\n| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n| 规章 | ${row} |\n| 规范性文件 | | | |`,
      });
    expect(cell(read(' | 33 | 40'), 't2_regulation_newly_disclosed')).toBe(33);
    expect(cell(read(' | 330 | '), 't2_regulation_newly_disclosed')).toBe('unreadable');
  });
});

describe('a cell twice in a row of pipes', () => {
  it('stands beyond the headings, so that the row is not read', () => {
    const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
    const read = (...values: string[]) =>
      report({
        t2: [
          row(art1[0] ?? '', '', '', '', ''),
          row(...art1.slice(1), ''),
          row('规章', '', '', '12', ''),
          row('行政规范性文件', ...values),
        ].join('\n'),
      });
    expect(cell(read('', '17', '40', ''), 't2_normative_document_repealed')).toBe(17);
    expect(cell(read('', '17', '40', '40'), 't2_normative_document_issued')).toBe('unreadable');
  });
});

describe('a blank among the headings', () => {
  it('moves no value', () => {
    const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;
    const read = (...of: string[]) =>
      report({
        t2: [row(art1[0] ?? '', '', '', '', ''), row(art1[1] ?? '', '', ...art1.slice(2)), ...of].join('\n'),
      });
    expect(cell(read(row('规章', '', '2', '6', '')), 't2_regulation_repealed')).toBe('unreadable');
    expect(cell(read(row('规章', '', '2', '6', '8')), 't2_regulation_repealed')).toBe(6);
  });
});

describe('a row of table 3', () => {
  it('is not told by its place where its label is half that of another row', () => {
    const [three, five] = [t3Labels[6] ?? '', t3Labels[8] ?? ''];
    const [a, b] = ['3.危及“三', '5.属于三类'];
    const rows = rows3
      .with(6, `${a}${five.slice(b.length)} 1 2 3 4 5 6 7`)
      .with(8, `${b}${three.slice(a.length)} 11 12 13 14 15 16 17`);
    const got = report({ t3: [heads3, ...rows].join('\n') });
    expect(cell(got, 't3_denied_security_stability_total')).toBe('unreadable');
    expect(cell(got, 't3_denied_internal_affairs_total')).toBe('unreadable');
    expect(cell(got, 't3_denied_third_party_total')).toBe(7);
  });

  it('without a label does not bear the end of the label before it', () => {
    const [start, end] = ['3.危及“三', '安全一稳定”'];
    const values = (n: number) => Array<number>(7).fill(n).join('  ');
    const read = (label: string) =>
      report({
        t3: [heads3, ...rows3.toSpliced(6, 2, `${start}  ${values(3)}`, end, `${label}  ${values(4)}`)].join(
          '\n',
        ),
      });
    expect(cell(read('4.保护第三方合法权益'), 't3_denied_security_stability_total')).toBe(3);
    expect(cell(read(''), 't3_denied_security_stability_total')).not.toBe(4);
  });

  it('of 2021 under the heading of its group is not the one row of 2019, though the others are gone', () => {
    const first = [
      '（六）其他处理  1.申请人无正当理由逾期不补正、行',
      '6  0  0  0  0  0  6',
      '政机关不再处理其政府信息公开申请',
    ];
    const got = report({ t3: [heads3, ...rows3.slice(0, 20), ...first, ...rows3.slice(23)].join('\n') });
    expect(got.forms.t3).toBe('2021');
    expect(got.cells.t3_other_total).toBeUndefined();
  });

  it('of 2019 that lost a letter of its label is none of 2021', () => {
    const older = [...rows3.slice(0, 20), '（六）其处理 9 9 9 9 9 9 9', ...rows3.slice(23)];
    const got = report({ t3: [heads3, ...older].join('\n') });
    expect(got.forms.t3).toBe('2019');
    expect(cell(got, 't3_other_total')).toBe(9);
    expect(cell(got, 't3_other_misc_total')).toBe(undefined);
  });

  it('is not blank where the document was cut off behind its label', () => {
    const cut = (last: string) =>
      cell(
        readText(
          `霁川区露桥镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n略。\n三、收到和处理政府信息公开申请情况\n${[heads3, ...rows3.slice(1, 5), last].join('\n')}`,
        ),
        't3_denied_other_law_total',
      );
    expect(cut(t3Labels[5] ?? '')).toBe('unreadable');
    expect(cut(`${t3Labels[5]} 1 1 1 1 1 1 1\n四、其他`)).toBe(1);
  });

  it('is not blank where the document was cut off on the second line of its label', () => {
    const heads = `| | | ${heads3.split(' ').join(' | ')} |`;
    const got = readText(
      `霁川区露桥镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n略。\n三、收到和处理政府信息公开申请情况\n${heads}\n| 一、本年新收政府\n信息公开申请数量 | | | `,
    );
    expect(cell(got, 't3_new_received_total')).toBe('unreadable');
  });

  it('is not blank where a page was cut off behind its first blank cells', () => {
    const row = (...cells: readonly string[]) => `<tr>${cells.map((it) => `<td>${it}`).join('</td>')}`;
    const cut = (...last: readonly string[]) =>
      cell(
        readText(
          `<html><h1>霁川区露桥镇人民政府2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>三、收到和处理政府信息公开申请情况</p><table>${[heads3, ...rows3.slice(0, 5)].map((it) => row(...it.split(' ')))}${row(t3Labels[5] ?? '', ...last)}`,
        ),
        't3_denied_other_law_total',
      );
    expect(cut('&nbsp;', '<p')).toBe('unreadable');
    expect(cut('', '', '', '', '', '', '')).toBe('blank');
  });
});

describe('the row of table 4', () => {
  const results = '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计';
  const padding = Array<string>(5).fill('').join(' | ');
  const heads = `| 行政复议 | | | | | 行政诉讼 |\n| ${padding} | ${results} | ${results} |`;
  const t2 = '第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 3';

  it('that is gone is missing, not blank', () => {
    const got = report({ t2, t4: heads });
    expect(cell(got, 't4_review_total')).toBe('row_missing');
    expect(codesOf(got)).toContain('row_missing t4');
    const blank = report({ t2, t4: `${heads}\n|${' |'.repeat(15)}` });
    expect(cell(blank, 't4_review_total')).toBe('blank');
  });

  it('is not read where it goes beyond the headings', () => {
    const values = [0, 0, 0, 5, 5, 1, 0, 0, 0, 1, 2, 0, 0, 0, 2].map((n) => (n === 0 ? '' : String(n)));
    const read = (head: string, row: readonly string[]) =>
      report({ t2, t4: `${head}\n| ${row.join(' | ')} |` });
    expect(cell(read(heads, values), 't4_review_pending')).toBe(5);
    const moved = read(`${heads} |`, values.toSpliced(4, 0, ''));
    expect(cell(moved, 't4_review_other')).toBe('unreadable');
  });
});
