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
