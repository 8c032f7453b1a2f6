import { describe, expect, it } from 'vitest';
import { cell, readText, t3Codes, t3Columns as codes, t3Labels } from './samples';

const title = '<h1>霁川区露桥镇人民政府2023年政府信息公开工作年度报告</h1><p>一、总体情况</p>';
const row = (...cells: readonly unknown[]) =>
  `<tr>${cells.map((it) => `<td>${String(it)}</td>`).join('')}</tr>`;
const page = (html: string, file?: string) => readText(html, file ?? 'page.html');

const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
/** Row i holds i, i+1 … i+6, so that a shifted cell shows. */
const values = (i: number): number[] => Array.from({ length: 7 }, (_, k) => i + k);

/** Table 3 in HTML, each row as given. */
const table3 = (head: readonly unknown[], line: (label: string, i: number) => readonly unknown[]) =>
  page(
    `${title}<p>三、收到和处理政府信息公开申请情况</p><table>${row(...head)}${t3Labels
      .map((label, i) => row(...line(label, i)))
      .join('')}</table>`,
  );
const rowOf = (of: ReturnType<typeof page>, i: number) =>
  codes.map((column) => cell(of, `t3_${t3Codes[i]}_${column}`));
const NONE = Array<string>(7).fill('unreadable');

describe('columns that the form does not have', () => {
  it('may number the lines', () => {
    const got = table3(['序号', '事项', ...columns], (label, i) => [i + 1, label, ...values(i)]);
    t3Codes.forEach((_, i) => expect(rowOf(got, i)).toEqual(values(i)));
  });

  it.each([['备注'], ['上年总计']])('may follow those that it has: %s', (name) => {
    const head = ['事项', ...columns, name];
    const line = (label: string, i: number) => [label, ...values(i), i === 1 ? '' : i * 3];
    const got = table3(head, line);
    t3Codes.forEach((_, i) => expect(rowOf(got, i)).toEqual(values(i)));
  });

  it('are never taken for one of the form whose cell is blank or lost', () => {
    const head = ['事项', ...columns, '上年总计'];
    const blank = table3(head, (label, i) => [label, ...values(i).slice(0, 6), i === 2 ? '' : i + 6, 40]);
    expect(rowOf(blank, 2)).toEqual([2, 3, 4, 5, 6, 7, 'blank']);
    const lost = table3(head, (label, i) => [label, ...values(i).slice(i === 2 ? 1 : 0), 40]);
    expect(rowOf(lost, 2)).toEqual(NONE);
    expect(rowOf(lost, 3)).toEqual(values(3));
  });
});

/** Rows of table 2 in HTML after its heading. */
const table2 = (...rows: readonly string[]) =>
  page(`${title}<p>二、主动公开政府信息情况</p><table>${rows.join('')}</table>`);
const documents = (of: ReturnType<typeof page>) =>
  ['issued', 'repealed', 'in_force'].map((it) => cell(of, `t2_normative_document_${it}`));

describe('columns of table 2', () => {
  const block = row('第二十条第（一）项');
  const name = '行政规范性文件';

  it.each(['html', 'txt'])('are those that its headings name, where it has no others (%s)', (format) => {
    const lines = [
      ['信息内容', '本年废止件数', '现行有效件数'],
      ['规章', 1, 4],
      [name, 2, 9],
    ];
    const text = `${title.replace(/<[^>]+>/g, '\n')}\n二、主动公开政府信息情况\n第二十条第（一）项\n`;
    const got =
      format === 'html'
        ? table2(block, ...lines.map((it) => row(...it)))
        : page(text + lines.map((it) => `${it.join(' ')}\n`).join(''), 'page.txt');
    expect(documents(got)).toEqual(['row_missing', 2, 9]);
    expect(got.problems).toContainEqual({
      code: 'column_missing',
      table: 't2',
      detail: 't2_normative_document_issued',
    });
  });

  it('are not fewer because a heading is lost', () => {
    const got = table2(block, row('信息内容', '本年废止件数', '现行有效件数'), row(name, 3, 2, 9));
    expect(documents(got)).toEqual([3, 2, 9]);
  });

  it('tell the form where the first of them is lacking', () => {
    const got = table2(
      row('第二十条第（五）项'),
      row('信息内容', '本年增/减', '处理决定数量'),
      row('行政许可', -3, 40),
    );
    const license = ['prior_items', 'item_change', 'decisions'].map((it) =>
      cell(got, `t2_admin_license_${it}`),
    );
    expect(license).toEqual(['row_missing', -3, 40]);
  });

  it.each(['html', 'txt'])('may name the unit of each row (%s)', (format) => {
    const lines = [
      ['第二十条第（八）项'],
      ['信息内容', '单位', '本年收费金额'],
      ['行政事业性收费', '元', 32000],
    ];
    const got =
      format === 'html'
        ? table2(...lines.map((it) => row(...it)))
        : page(
            `${title.replace(/<[^>]+>/g, '\n')}\n二、主动公开政府信息情况\n${lines.flat().join('\n')}\n`,
            'page.txt',
          );
    expect(cell(got, 't2_admin_fee_fee_amount')).toBe(3.2);
  });

  it('are read by their names in another order, which is said', () => {
    const got = table2(
      block,
      row('信息内容', '现行有效件数', '本年制发件数', '本年废止件数'),
      row(name, 12, 3, 1),
    );
    expect(documents(got)).toEqual([3, 1, 12]);
    expect(got.problems).toContainEqual(expect.objectContaining({ code: 'columns_reordered', table: 't2' }));
  });

  it('are unreadable where a cell is lost and a name is damaged', () => {
    const got = table2(
      block,
      row('信息内容', '本年制发件数', '本年', '现行有效件数'),
      row('规章', 0, 0),
      row(name, 3, 12),
    );
    expect(documents(got)).toEqual(NONE.slice(0, 3));
  });

  it('are told from those of another year, blank or not', () => {
    const head = row('信息内容', '上年数量', '本年处理决定数量');
    const got = table2(row('第二十条第（六）项'), head, row('行政处罚', 17, 125), row('行政强制', 17, ''));
    expect(cell(got, 't2_admin_penalty_decisions')).toBe(125);
    expect(cell(got, 't2_admin_coercion_decisions')).toBe('blank');
  });

  it('may repeat the value of a merged cell under a repeated name', () => {
    const lines = ['| 第二十条第（五）项 |  |  |  |', `| 信息内容 ${'| 本年处理决定数量 '.repeat(3)}|`];
    const read = (value: string) =>
      page(['二、主动公开政府信息情况', ...lines, `| **行政许可** | ${value} |`].join('\n'), 'report.md');
    expect(cell(read('**125** | 125 | 125'), 't2_admin_license_decisions')).toBe(125);
    expect(cell(read('125 | 12 | 125'), 't2_admin_license_decisions')).toBe('unreadable');
  });
});

describe('tables', () => {
  const one = row('第二十条第（一）项') + row('信息内容', '本年制发件数', '本年废止件数', '现行有效件数');
  const filled = `<table>${one}${row('规章', 0, 0, 0)}${row('行政规范性文件', 3, 1, 12)}</table>`;

  it('may stand behind the report as annexes', () => {
    const sections = [
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '五、存在的主要问题及改进情况',
    ];
    const text = sections.map((it) => `<p>${it}</p><p>见附件。</p>`).join('');
    expect(documents(page(`${title}${text}<p>附件1</p>${filled}`))).toEqual([3, 1, 12]);
  });

  it('are read though the form stands beside them, not filled in', () => {
    const empty = `<table>${one}${row('规章', '', '', '')}${row('行政规范性文件', '', '', '')}</table>`;
    expect(documents(page(`${title}<p>二、主动公开政府信息情况</p>${empty}${filled}`))).toEqual([3, 1, 12]);
    const other = filled.replace('<td>12<', '<td>13<');
    expect(documents(page(`${title}<p>二、主动公开政府信息情况</p>${other}${filled}`))).toEqual(
      NONE.slice(0, 3),
    );
  });

  it('may stand in one line that is no longer than others', () => {
    const line =
      '第二十条第（一）项 信息内容 本年制发件数 本年废止件数 现行有效件数 规章 0 0 0 行政规范性文件 3 1 12 第二十条第（五）项 信息内容 本年处理决定数量 行政许可 125 第二十条第（六）项 信息内容 本年处理决定数量 行政处罚 7';
    const got = page(
      `霁川区露桥镇人民政府2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n${line}`,
      'report.txt',
    );
    expect(documents(got)).toEqual([3, 1, 12]);
    expect(cell(got, 't2_admin_license_decisions')).toBe(125);
  });
});

describe('a file with two reports', () => {
  const body = (more: number) =>
    `${title}<p>三、收到和处理政府信息公开申请情况</p><table>${t3Labels
      .map((label, i) => row(label, ...values(i + more)))
      .join('')}</table><p>五、存在的主要问题及改进情况</p><p>略。</p>`;
  const repeated = (of: ReturnType<typeof page>) =>
    of.problems.filter(({ code }) => code === 'table_repeated');

  it('has the numbers of the first, and says so unless the second is a copy', () => {
    const other = page(body(0) + body(50));
    expect(rowOf(other, 0)).toEqual(values(0));
    expect(repeated(other)).toMatchObject([{ table: 't3' }]);
    expect(repeated(page(body(0) + body(0)))).toEqual([]);
  });
});
