import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/reading';
import { cell, readText, report, t3Columns as columns, t3Labels } from './samples';

/** Row i holds 10 i + 1 … 10 i + 7, so that a shifted cell shows. */
const values = (i: number): number[] => Array.from({ length: 7 }, (_, k) => 10 * i + k + 1);
const rowOf = (of: Report, row: string) => columns.map((column) => cell(of, `t3_${row}_${column}`));
const codesOf = (of: Report) => of.problems.map((it) => `${it.code} ${it.table} ${it.detail ?? ''}`.trim());
const unreadable = Array<string>(7).fill('unreadable');

const pipes = (cells: readonly unknown[]) => `| ${cells.join(' | ')} |`;
const swapped = <T>(list: readonly T[], i: number): T[] =>
  list.map((it, k) => (k === i ? list[i + 1] : k === i + 1 ? list[i] : it) as T);

const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];

describe('a piped row that lost a cell', () => {
  /** Labels over three columns and blank cells, so that only the width of a row shows that one is gone. */
  const head = ['x', '', '', ...names];
  const lines = t3Labels.map((label, i) => [label, '', '', ...values(i).map((it, k) => (k === 1 ? '' : it))]);
  const read3 = (of: readonly (readonly unknown[])[], headings: readonly string[] = head) =>
    report({ t3: [headings, ...of].map(pipes).join('\n') });

  it('is whole before', () => {
    expect(rowOf(read3(lines), 'granted')).toEqual([21, 'blank', 23, 24, 25, 26, 27]);
  });

  it.each([3, 4, 5, 9])('is unreadable when cell %d is gone, and it alone', (at) => {
    const got = read3(lines.with(2, (lines[2] ?? []).toSpliced(at, 1)));
    expect(rowOf(got, 'granted')).toEqual(unreadable);
    expect(rowOf(got, 'partially_granted')[0]).toBe(31);
    expect(codesOf(got).filter((it) => it.includes(' t3'))).toEqual(['row_cells_unclear t3 granted']);
  });

  it.each([1, 2])('is unreadable when blanks at its end stand for %d that are gone', (count) => {
    const cut = [...(lines[2] ?? []).toSpliced(5, count), ...Array<string>(count).fill('')];
    expect(rowOf(read3(lines.with(2, cut)), 'granted')).toEqual(unreadable);
  });

  it('is unreadable when a cell is doubled', () => {
    const got = read3(lines.with(2, (lines[2] ?? []).toSpliced(3, 0, 21)));
    expect(rowOf(got, 'granted')).toEqual(unreadable);
  });

  it.each([3, 6, 9])('is unreadable as all are when the table has no column %d', (at) => {
    const got = read3(
      lines.map((row) => row.toSpliced(at, 1)),
      head.toSpliced(at, 1),
    );
    expect(rowOf(got, 'granted')).toEqual(unreadable);
  });
});

const td = (text: unknown, attributes = '') => `<td ${attributes}>${String(text)}</td>`;
const title = '<h1>霁川区露桥镇人民政府2023年政府信息公开工作年度报告</h1><p>一、总体情况</p>';
const html3 = (head: string, row: readonly number[] = [0, 1, 2, 3, 4, 5, 6]) =>
  readText(
    `<html>${title}<p>三、收到和处理政府信息公开申请情况</p><table>${head}${t3Labels
      .map((label, i) => `<tr>${td(label, 'colspan=3')}${row.map((k) => td(values(i)[k])).join('')}</tr>`)
      .join('')}</table></html>`,
  );
const orgs = (list = names.slice(1, 6)) => `<tr>${list.map((it) => td(it)).join('')}</tr>`;
const corner = `<tr>${td('x', 'colspan=3 rowspan=3')}${td('申请人情况', 'colspan=7')}</tr>`;
const upper = (cells: string) => `${corner}<tr>${cells}</tr>`;
const person = td('自然人', 'rowspan=2');
const entity = td('法人或其他组织', 'colspan=5');
const total = td('总计', 'rowspan=2');

describe('columns of table 3 in HTML', () => {
  it('stand in the order of the form', () => {
    expect(rowOf(html3(upper(person + entity + total) + orgs()), 'granted')).toEqual(values(2));
  });

  it('may have the total before the organisations, which is said', () => {
    const got = html3(upper(person + total + entity) + orgs(), [0, 6, 1, 2, 3, 4, 5]);
    expect(rowOf(got, 'granted')).toEqual(values(2));
    expect(codesOf(got)).toContain('columns_reordered t3');
  });

  it.each([
    ['a doubled row of headings', corner + upper(person + entity + total) + orgs()],
    [
      'a blank cell among the headings',
      upper(person + entity + total) + orgs(names.slice(1, 6).toSpliced(1, 0, '')),
    ],
    ['a lost heading over the organisations', upper(person + total) + orgs()],
    ['a damaged colspan', upper(person + td('法人或其他组织', 'colspan=4') + total) + orgs()],
    ['headings that changed places', upper(person + entity + total) + orgs(swapped(names.slice(1, 6), 1))],
    ['a swap beside a lost heading', upper(entity + total) + orgs(swapped(names.slice(1, 6), 1))],
  ])('are never permuted by %s', (_, head) => {
    const got = html3(head);
    const row = rowOf(got, 'granted');
    if (row[0] === 'unreadable') expect(codesOf(got)).toContain('columns_unclear t3');
    expect([values(2), unreadable]).toContainEqual(row);
  });
});

describe('columns of table 3 in text', () => {
  const single = (list: readonly string[]) => [['x', ...list]];
  const three = (list: readonly string[]) => [
    ['x', '申请人情况'],
    ['自然人', '法人或其他组织', '总计'],
    list.slice(1, 6),
  ];
  const body = t3Labels.map((label, i) => [label, ...values(i)]);
  const layouts: readonly (readonly [string, (cells: readonly unknown[]) => string])[] = [
    ['pipes', pipes],
    ['spaces', (cells) => cells.join(' ')],
    ['one cell a line', (cells) => cells.join('\n')],
    ['one cell a line and a pipe', (cells) => cells.map((it) => `${String(it)} |`).join('\n')],
  ];

  describe.each(layouts)('with %s', (_, layout) => {
    const read3 = (head: readonly (readonly string[])[]) =>
      report({ t3: [...head, ...body].map(layout).join('\n') });

    it('are read in the order of the form, headings in one row or three, broken or repeated', () => {
      for (const head of [
        single(names),
        three(names),
        [...three(names), ...three(names)],
        three(names.map((it) => it.replace('企业', '\n企业'))),
        [['x', '自然人', '法人或', '其他组织', '总计'], names.slice(1, 6)],
      ])
        expect(rowOf(read3(head), 'granted')).toEqual(values(2));
    });

    it('are unreadable when two changed places', () => {
      for (const head of [single(swapped(names, 1)), three(swapped(names, 2)), single(swapped(names, 5))]) {
        const got = read3(head);
        expect(rowOf(got, 'granted')).toEqual(unreadable);
        expect(codesOf(got)).toContain('columns_unclear t3');
      }
    });
  });
});

describe('columns of table 2', () => {
  const lines = (head: readonly string[]) => [
    ['第二十条第（一）项'],
    ['信息内容', ...head],
    ['规章', 1, 2, 3],
    ['行政规范性文件', 4, 5, 6],
    ['第二十条第（五）项'],
    ['信息内容', '本年处理决定数量'],
    ['行政许可', 7],
    ['第二十条第（六）项'],
    ['信息内容', '本年处理决定数量'],
    ['行政处罚', 8],
  ];
  const issued = ['本年制发件数', '本年废止件数', '现行有效件数'];
  const read2 = (head: readonly string[], layout: (cells: readonly unknown[]) => string) =>
    report({ t2: lines(head).map(layout).join('\n') });

  it.each([
    ['pipes', pipes],
    ['spaces', (cells: readonly unknown[]) => cells.join(' ')],
    ['one cell a line', (cells: readonly unknown[]) => cells.join('\n')],
  ])('are unreadable in the block in which they changed places, with %s', (_, layout) => {
    expect(cell(read2(issued, layout), 't2_regulation_repealed')).toBe(2);
    for (const head of [
      swapped(issued, 0),
      swapped(issued, 1),
      issued.toReversed(),
      [...issued.slice(1), '本年制发件数'],
    ]) {
      const got = read2(head, layout);
      expect(cell(got, 't2_regulation_issued')).toBe('unreadable');
      expect(cell(got, 't2_normative_document_in_force')).toBe('unreadable');
      expect(cell(got, 't2_admin_license_decisions')).toBe(7);
      expect(codesOf(got)).toContain('columns_unclear t2 art20_1');
    }
  });
});

describe('table 2 without column headings', () => {
  const blocks = (older: boolean) => [
    '第二十条第（一）项',
    older ? '规范性文件 1 2 3' : '行政规范性文件 1 2 3',
    '第二十条第（五）项',
    '行政许可 4',
  ];

  it('is of the form whose rows it has, and says that this is a guess', () => {
    const got = report({ t2: blocks(false).join('\n') });
    expect(cell(got, 't2_normative_document_issued')).toBe(1);
    expect(cell(got, 't2_admin_license_decisions')).toBe(4);
    expect(codesOf(got)).toContain('form_unclear t2');
  });

  it('is unreadable where only the number of cells speaks for a form', () => {
    const got = report({ t2: blocks(true).join('\n') });
    expect(cell(got, 't2_admin_license_decisions')).toBe('unreadable');
    expect(codesOf(got)).toContain('form_unclear t2');
  });

  it('does not take a block for another form than the rest because cells of it are blank', () => {
    const lines = [
      '| 第二十条第（一）项 | | | |',
      '| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |',
      '| 规章 | 1 | 2 | 3 |',
      '| 第二十条第（五）项 | | | |',
      '| 行政许可 | 12 | | |',
      '| 其他对外管理服务事项 | 5 | | |',
    ];
    const got = report({ t2: lines.join('\n') });
    expect(got.forms.t2).toBe('2019');
    expect(cell(got, 't2_admin_license_decisions')).toBe('unreadable');
    expect(cell(got, 't2_regulation_newly_made')).toBe(1);
  });
});

describe('columns of table 4', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const read4 = (kinds: readonly string[], heads: readonly string[]) =>
    report({
      t4: [kinds, heads, Array.from({ length: 15 }, (_, i) => i + 1)].map((it) => it.join(' ')).join('\n'),
    });
  const kinds = ['行政复议', '行政诉讼', '未经复议直接起诉', '复议后起诉'];
  const whole = [...results, ...results, ...results];

  it('stand in the order of the form, though one may be lost', () => {
    for (const heads of [whole, whole.toSpliced(5, 1), whole.toSpliced(9, 1), whole.toSpliced(0, 1)])
      expect(cell(read4(kinds, heads), 't4_lit_direct_upheld')).toBe(6);
  });

  it.each([
    ['two results', kinds, swapped(whole, 0)],
    ['two later results', kinds, swapped(whole, 11)],
    [
      'the totals, which come first',
      kinds,
      [4, 9, 14].flatMap((i) => [whole[i] ?? '', ...results.slice(0, 4)]),
    ],
    ['kinds of cases', swapped(kinds, 2), whole],
  ])('are unreadable when they are not: %s', (_, heads, of) => {
    const got = read4(heads, of);
    expect(cell(got, 't4_review_upheld')).toBe('unreadable');
    expect(codesOf(got)).toContain('columns_unclear t4');
  });
});

describe('one cell a line', () => {
  it.each(['--', 'O', '×', 'null', '‘0’'])('may have %s for a nought', (nought) => {
    const shown = (i: number) => values(i).map((it, k) => (k === 1 ? nought : it));
    const got = report({ t3: t3Labels.flatMap((label, i) => [label, ...shown(i)]).join('\n') });
    const state = nought === '--' ? 'slash' : nought === '‘0’' ? 0 : 'unreadable';
    expect(rowOf(got, 'granted')).toEqual([21, state, 23, 24, 25, 26, 27]);
  });

  it('has no values for a row after which another is missing: they may be those of the other', () => {
    const lines = t3Labels.map((label, i) => [label, ...values(i)].join('\n')).join('\n');
    const got = report({ t3: lines.replace(`\n${[...values(4), t3Labels[5]].join('\n')}`, '') });
    expect(rowOf(got, 'denied_state_secret')).toEqual(unreadable);
    expect(rowOf(got, 'denied_other_law')[0]).toBe('row_missing');
    expect(rowOf(got, 'denied_security_stability')).toEqual(values(6));
    expect(codesOf(got)).toContain('row_cells_unclear t3 denied_state_secret');
  });
});
