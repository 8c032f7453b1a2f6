import { describe, expect, it } from 'vitest';
import { cell, readText, report } from './samples';

const T4_HEAD = Array<string>(3).fill('结果维持 结果纠正 其他结果 尚未审结 总计').join(' ');

describe('table 4', () => {
  it('may be cut in three', () => {
    const t4 = [
      '行政复议',
      '结果维持 结果纠正 其他结果 尚未审结 总计',
      '1 0 0 2 3',
      '未经复议直接起诉',
      '结果维持 结果纠正 其他结果 尚未审结 总计',
      '0 0 0 0 0',
      '复议后起诉',
      '结果维持 结果纠正 其他结果 尚未审结 总计',
      '4 0 0 0 4',
    ];
    const got = report({ t4: t4.join('\n') });
    expect(cell(got, 't4_review_total')).toBe(3);
    expect(cell(got, 't4_lit_after_review_upheld')).toBe(4);
  });

  it('may have its columns numbered', () => {
    const numbers = [...Array(15).keys()].map((i) => i + 1).join(' ');
    const got = report({ t4: [T4_HEAD, numbers, '1 0 0 2 3 0 0 0 0 0 4 0 0 0 4'].join('\n') });
    expect(cell(got, 't4_review_total')).toBe(3);
  });

  const names = '结果维持 结果纠正 其他结果 尚未审结 总计';
  const kinds = ['行政复议', '未经复议直接起诉', '复议后起诉'] as const;
  const byKind = [
    [1, 2, 3, 4, 10],
    [0, 1, 0, 0, 1],
    [5, 6, 7, 8, 26],
  ];
  const totals = (lines: readonly string[]) => {
    const got = report({ t4: lines.join('\n') });
    return ['review_total', 'lit_direct_total', 'lit_after_review_total', 'lit_after_review_other'].map(
      (code) => cell(got, `t4_${code}`),
    );
  };
  const ALL = [10, 1, 26, 7];
  const NONE = Array<string>(4).fill('unreadable');

  it('goes by the names of the rows where each kind of case has one', () => {
    const lines = [1, 2, 0].map((i) => `${kinds[i]} ${byKind[i]?.join(' ')}`);
    expect(totals([`类别 ${names}`, ...lines])).toEqual(ALL);
    expect(totals([`类别 ${names}`, ...lines.map((line) => line.replace('复议后起诉', '行政复议'))])).toEqual(
      NONE,
    );
  });

  it('may have reconsideration apart from the suits', () => {
    const suits = ['行政诉讼', '未经复议直接起诉 复议后起诉', `${names} ${names}`];
    const lines = ['行政复议', names, '1 2 3 4 10', ...suits, '0 1 0 0 1 5 6 7 8 26'];
    expect(totals(lines)).toEqual(ALL);
    expect(totals(lines.filter((line) => line !== suits[1]))).toEqual(NONE);
  });

  it('may have its columns written as rows', () => {
    const lines = kinds.flatMap((kind, k) => [
      kind,
      ...names.split(' ').map((name, i) => `${name} ${byKind[k]?.[i]}`),
    ]);
    expect(totals(lines)).toEqual(ALL);
    expect(totals(lines.filter((line) => line !== '结果纠正 1'))).toEqual(NONE);
  });

  it('begins after its heading, marked as Markdown does', () => {
    const lines = kinds.map((kind, k) => `${kind} | ${byKind[k]?.join(' | ')}`);
    const text = [
      '# 2023年政府信息公开工作年度报告',
      '## 四、政府信息公开行政复议、行政诉讼情况',
      `类别 | ${names.replaceAll(' ', ' | ')}`,
      ...lines,
    ];
    expect(cell(readText(text.join('\n'), 'report.md'), 't4_lit_after_review_total')).toBe(26);
  });

  it('may be broken into lines when its totals add up', () => {
    const head = ['行政复议 行政诉讼', T4_HEAD];
    expect(totals([...head, '1 2 3 4 10 0 1 0', '0 1 5 6 7 8 26'])).toEqual(ALL);
    expect(totals([...head, '1 2 3 4 10 0 1 0', '0 2 5 6 7 8 26'])).toEqual(NONE);
  });

  it('is not guessed from fourteen values', () => {
    const got = report({ t4: `${T4_HEAD}\n1 2 3 4 10 0 0 0 0 0 5 6 7 8` });
    expect(cell(got, 't4_review_upheld')).toBe('unreadable');
  });
});
