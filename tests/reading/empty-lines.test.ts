import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/reading';
import { cell, report, t3Columns as columns, t3Labels } from './samples';

const rowOf = (of: Report, row: string) => columns.map((column) => cell(of, `t3_${row}_${column}`));
const unreadable = Array<string>(7).fill('unreadable');

/** Only the person and the total are printed; the rows of a group have a blank for the heading at their side. */
const values = (i: number) => [i + 1, '', '', '', '', '', i + 1];
const side = (i: number) => (i > 2 && i < 22 ? ['', ''] : i > 1 && i < 24 ? [''] : []);
const rows = t3Labels.map((label, i) => [...side(i), label, ...values(i)]);
const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const printed = (of: readonly (readonly unknown[])[], between = '\n') => [names, ...of].flat().join(between);

describe('an empty line for each blank cell', () => {
  it('is a blank cell', () => {
    const got = report({ t3: printed(rows) });
    expect(rowOf(got, 'new_received')).toEqual([1, 'blank', 'blank', 'blank', 'blank', 'blank', 1]);
    expect(rowOf(got, 'np_repeat')).toEqual([17, 'blank', 'blank', 'blank', 'blank', 'blank', 17]);
    expect(got.problems.filter((it) => it.table === 't3')).toEqual([]);
  });

  it('is a blank cell where lines stand apart by one empty line too', () => {
    const got = report({ t3: printed(rows, '\n\n') });
    expect(rowOf(got, 'granted')).toEqual([3, 'blank', 'blank', 'blank', 'blank', 'blank', 3]);
  });

  it('is a blank cell before the first value', () => {
    const first = ['', 4, '', '', '', 5, 9];
    expect(
      rowOf(report({ t3: printed(rows.with(0, [t3Labels[0] ?? '', ...first])) }), 'new_received'),
    ).toEqual(first.map((it) => (it === '' ? 'blank' : it)));
  });

  it.each(['lost', 'doubled'])('says nothing of its row when it is %s', (damage) => {
    const row = rows[8] ?? [];
    const got = report({
      t3: printed(rows.with(8, damage === 'lost' ? row.toSpliced(4, 1) : row.toSpliced(4, 0, ''))),
    });
    expect(rowOf(got, 'denied_internal_affairs')).toEqual(unreadable);
  });

  it('says nothing when some blank cells left no line', () => {
    const got = report({ t3: printed(rows.map((row) => row.filter((it, k) => it !== '' || k % 2 === 0))) });
    expect(rowOf(got, 'new_received')).toEqual(unreadable);
  });

  it('is nothing where every value is printed', () => {
    const full = t3Labels.map((label) => [label, 1, 2, '', 3, 4, 5, 6, 21]);
    expect(rowOf(report({ t3: printed(full) }), 'granted')).toEqual([1, 2, 3, 4, 5, 6, 21]);
  });

  it('is a blank cell of tables 2 and 4', () => {
    const t2 =
      '第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n\n\n6\n行政规范性文件\n3\n\n9\n行政许可\n7';
    const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
    const t4 = [
      '行政复议',
      '行政诉讼',
      ...results,
      '未经复议直接起诉',
      '复议后起诉',
      ...Array<string>(5),
      ...results,
      ...results,
    ];
    const got = report({
      t2,
      t4: [...t4, 1, '', '', '', 1, '', 2, '', '', 2, ...Array<string>(5)].join('\n'),
    });
    expect(['issued', 'repealed', 'in_force'].map((it) => cell(got, `t2_regulation_${it}`))).toEqual([
      'blank',
      'blank',
      6,
    ]);
    expect(['issued', 'repealed', 'in_force'].map((it) => cell(got, `t2_normative_document_${it}`))).toEqual([
      3,
      'blank',
      9,
    ]);
    expect([cell(got, 't4_review_upheld'), cell(got, 't4_review_total')]).toEqual([1, 1]);
  });
});
