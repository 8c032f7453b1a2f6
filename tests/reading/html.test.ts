import { describe, expect, it } from 'vitest';
import { htmlBlocks } from '../../src/reading/html-blocks';
import { Work } from '../../src/reading/limits';
import { textOf } from '../../src/reading/blocks';
import { cell, readText, t3Labels } from './samples';

const blocks = (html: string) => htmlBlocks(html, new Work('x')).blocks;
const rows = (html: string) =>
  blocks(html).flatMap((block) =>
    block.kind === 'row' ? [block.cells.map((it) => [it.column, it.text])] : [],
  );
const lines = (html: string) => blocks(html).flatMap((block) => (block.kind === 'line' ? [block.text] : []));

describe('a page', () => {
  it('becomes lines: spans join, blocks and breaks part', () => {
    expect(lines('<div>20<span>23</span>年<p>一、<b>总体</b>情况</p>末<br>尾</div>')).toEqual([
      '2023年',
      '一、总体情况',
      '末',
      '尾',
    ]);
  });

  it('leaves out what is not shown as text', () => {
    const html =
      '<script>var a="<td>9</td>"</script><style>p{}</style><noscript>x</noscript><p>y</p><iframe>z</iframe>';
    expect(lines(html)).toEqual(['y']);
  });

  it('keeps markup in text as text', () => {
    expect(lines('<p>&lt;img src=x onerror=alert(1)&gt;</p>')).toEqual(['<img src=x onerror=alert(1)>']);
  });

  it('puts cells where rowspan and colspan put them', () => {
    const html =
      '<table><tr><td rowspan=2>a<td colspan=2>b</tr><tr><td>c<td>d</tr><tr><td>e<td>f<td>g</tr></table>';
    expect(rows(html)).toEqual([
      [
        [0, 'a'],
        [1, 'b'],
      ],
      [
        [1, 'c'],
        [2, 'd'],
      ],
      [
        [0, 'e'],
        [1, 'f'],
        [2, 'g'],
      ],
    ]);
  });

  it('walks tables that lay out the page, and numbers all tables of the document', () => {
    const html = `<table><tr><td>菜单</td><td><p>${'正文'.repeat(300)}</p><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>`;
    expect(lines(html)[0]).toBe('菜单');
    expect(blocks(html).at(-1)).toMatchObject({ kind: 'row', at: { table: 2, row: 1 } });
  });

  it('knows the line of each row', () => {
    const html = '<p>a</p>\n<table>\n<tr>\n<td>1</td></tr></table>';
    expect(blocks(html).at(-1)?.at).toEqual({ line: 3, table: 1, row: 1 });
    expect(textOf(blocks(html)[0] ?? { kind: 'line', text: '', at: {} })).toBe('a');
  });
});

const title = '<h1>霁川区露桥镇人民政府2023年政府信息公开工作年度报告</h1><p>一、总体情况</p>';
const values = (i: number): number[] => Array.from({ length: 7 }, (_, k) => i + k);
const td = (text: unknown, attributes = '') => `<td ${attributes}><p><span>${String(text)}</span></p></td>`;

describe('table 3 in HTML', () => {
  const table = (row: (label: string, i: number) => string, head = '') =>
    readText(
      `<html>${title}<p>三、收到和处理政府信息公开申请情况</p><table>${head}${t3Labels.map(row).join('')}</table></html>`,
    );

  it('reads blank cells as blank, never as zero', () => {
    const got = table((label, i) => `<tr>${td(label)}${td(i)}${td('&nbsp;').repeat(5)}${td(i)}</tr>`);
    expect(cell(got, 't3_granted_natural_person')).toBe(2);
    expect(cell(got, 't3_granted_enterprise')).toBe('blank');
    expect(cell(got, 't3_granted_total')).toBe(2);
  });

  it('gives the table, row and cell of a value', () => {
    const got = table(
      (label, i) =>
        `<tr>${td(label)}${values(i)
          .map((it) => td(it))
          .join('')}</tr>\n`,
    );
    expect(got.cells.t3_carried_in_total).toEqual({
      value: 7,
      state: 'value',
      raw: '7',
      at: { line: 2, table: 1, row: 2, cell: 8 },
    });
  });

  it('goes by the headings when the total stands before the organisations', () => {
    const head =
      '<tr><td>x</td><td>自然人</td><td>总计</td><td>商业<br>企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>';
    const got = table(
      (label, i) =>
        `<tr>${td(label)}${values(i)
          .map((it) => td(it))
          .join('')}</tr>`,
      head,
    );
    expect(cell(got, 't3_new_received_natural_person')).toBe(0);
    expect(cell(got, 't3_new_received_total')).toBe(1);
    expect(cell(got, 't3_new_received_enterprise')).toBe(2);
  });

  it('does not guess digits that a space parts', () => {
    const got = table((label) => `<tr>${td(label)}${td('1 2')}${td(0).repeat(6)}</tr>`);
    expect(cell(got, 't3_granted_natural_person')).toBe('unreadable');
    expect(got.problems[0]?.code).toBe('cell_unreadable');
  });

  it('takes one word over all columns as said of each, but no number', () => {
    const got = table((label, i) => `<tr>${td(label)}${td(i === 0 ? 3 : '无', 'colspan=7')}</tr>`);
    expect(cell(got, 't3_carried_in_total')).toBe('word');
    expect(cell(got, 't3_new_received_total')).toBe('unreadable');
  });
});

/** Table 2 of which the row of fees, or a cell of it, is given. */
const fees = (heading: string, label: string, value: string) =>
  readText(
    `<html>${title}<p>二、主动公开政府信息情况</p><table><tr><td colspan=2>第二十条第（八）项</td></tr>` +
      `<tr>${td('信息内容')}${td(heading)}</tr><tr>${td(label)}<td>${value}</td></tr></table></html>`,
  );
const FEE = 't2_admin_fee_fee_amount';

it('keeps the lines of text that is set as typed', () => {
  const got = readText(
    `<html>${title}<pre>二、主动公开政府信息情况\n│信息内容│本年处理决定数量│\n├──┼──┤\n│行政许可│40│</pre></html>`,
  );
  expect(cell(got, 't2_admin_license_decisions')).toBe(40);
});

describe('what a cell shows', () => {
  const shown = (value: string) => cell(fees('本年收费金额（单位：万元）', '行政事业性收费', value), FEE);

  it.each([
    ['a hidden word before it', '<span style="DISPLAY: none; mso-hide: all">99</span>12', 12],
    ['a word that only Word hides before it', '<span style="mso-hide:all">9</span>12', 12],
    ['a word without size before it', '<span style="font-size: 0px">9</span>12', 12],
    ['a word that lets all light through', '<span style="color:red;opacity:0">9</span>12', 12],
    [
      'a box without size around it',
      '<div style="font-size:0"><span style="font-size:14px">12</span></div>',
      12,
    ],
    ['a lowered mark behind it', '12<sub>1</sub>', 12],
    ['hidden by its attribute', '<i hidden>9</i>12', 12],
    ['text that was struck out', '<s>45</s>12', 12],
    ['text that a style strikes out', '12<span style="text-decoration:line-through">3</span>', 12],
    ['deleted text', '<del>1</del>12', 12],
    ['the mark of a note', '12<sup>1</sup>', 12],
    ['the mark of a note in brackets', '12<a href="#n"><sup>[注2]</sup></a>', 12],
    ['a field in place of text', '<input type="text" value="12" readonly>', 12],
    ['an option that is chosen', '<select><option>1<option selected>12<option>123</select>', 12],
    ['options without a chosen one', '<select><option>1<option>12</select>', 'unreadable'],
    ['a field of several lines', '<textarea readonly>12</textarea>', 12],
    ['a hidden list of options', '12<select style="display:none"><option selected>3</select>', 12],
    ['a sign of money', '￥12.00', 12],
    ['a sign of money and a unit', '人民币12万元', 12],
    ['an amount that is none exactly', '约12', 'unreadable'],
    ['words in place of a number', '见附件', 'unreadable'],
    ['white digits beside it', '<span style="color: #FFFFFF">9</span>12', 'unreadable'],
    ['white digits behind it', '12<font color="white">1</font>', 'unreadable'],
    ['nothing but white digits', '<span style="color:white">12</span>', 12],
    ['white digits on a ground of their own', '1<b style="background:#000;color:#fff">2</b>', 12],
    ['a letter in place of a nought', 'O', 'unreadable'],
    ['a hidden field', '<input type="hidden" value="3">12', 12],
    ['a table of its own', '<table><tr><td>12</td></tr></table>', 12],
    ['a picture beside it', '<img src="dot.gif">12', 12],
    ['a remark on its number', '12（含变更3件）', 'unreadable'],
    ['a picture in place of text', '<img src="12.gif">', 'unreadable'],
    ['nothing but raised text', '<sup>12</sup>', 12],
    ['nothing', '&nbsp;', 'blank'],
    ['nothing that was escaped twice', '&amp;nbsp;', 'blank'],
  ])('is read with %s', (_, value, wanted) => {
    expect(shown(value)).toBe(wanted);
  });

  it('is not looked for without end in marks within marks', () => {
    expect(shown(`12${'<sup>x'.repeat(300)}`)).toBe('unreadable');
  });
});

describe('the unit of an amount', () => {
  it.each([
    ['in the heading', '本年收费金额（单位：元）', '行政事业性收费', 25.13],
    ['in the label', '本年收费金额', '行政事业性收费（元）', 25.13],
    ['that is the form’s', '本年收费金额（单位：万元）', '行政事业性收费', 251300],
    ['that heading and label contradict', '本年收费金额（万元）', '行政事业性收费（元）', 'unreadable'],
    ['of another size', '本年收费金额（千元）', '行政事业性收费', 'unreadable'],
  ])('is taken from what is printed: %s', (_, heading, label, wanted) => {
    expect(cell(fees(heading, label, '251300'), FEE)).toBe(wanted);
  });

  it('is said to be converted', () => {
    expect(fees('本年收费金额（单位：元）', '行政事业性收费', '251300').problems).toContainEqual(
      expect.objectContaining({ code: 'unit_converted', detail: FEE }),
    );
  });
});

describe('tables of data', () => {
  const cells = (values: readonly unknown[]) => values.map((it) => td(it)).join('');

  it('do not have the rows and cells that are hidden', () => {
    const html =
      '<table><tr><td>a</td><td style="display:none">9</td><td>1</td></tr><tr style="display: none"><td>b</td></tr>' +
      '<tr hidden><td>c</td></tr><tr><td>d</td><td>2</td></tr></table>';
    expect(rows(html)).toEqual([
      [
        [0, 'a'],
        [1, '1'],
      ],
      [
        [0, 'd'],
        [1, '2'],
      ],
    ]);
  });

  it('may hold the prose of the report: its rows are walked, the others keep their blank cells', () => {
    const html = `<table>${`<tr>${cells(['规章', '', '', 3])}</tr>`.repeat(3)}<tr><td colspan=4><p>${'正文'.repeat(300)}</p></td></tr></table>`;
    expect(rows(html)).toHaveLength(3);
    expect(rows(html)[0]?.map(([, text]) => text)).toEqual(['规章', '', '', '3']);
    expect(lines(html)).toEqual(['正文'.repeat(300)]);
  });

  it('may have the values of each row in a table of one row', () => {
    const html = `<table>${`<tr>${td('规章')}<td colspan=3><table><tr>${cells(['', 2, 3])}</tr></table></td></tr>`.repeat(3)}</table>`;
    expect(rows(html)[0]).toEqual([
      [0, '规章'],
      [1, ''],
      [2, '2'],
      [3, '3'],
    ]);
  });
});
