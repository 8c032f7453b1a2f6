import { describe, expect, it } from 'vitest';
import { readWithText } from '../../src/reading/read';
import { bytes, cell, report, t3Codes, t3Columns as columns, t3Labels } from './samples';

const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const values = (i: number): number[] => Array.from({ length: 7 }, (_, k) => i + k);
const lines = (separator: string, cell = (it: unknown) => String(it)) =>
  [['', ...names], ...t3Labels.map((label, i) => [label, ...values(i)])]
    .map((row) => row.map(cell).join(separator))
    .join('\n');

describe('cells parted by a letter', () => {
  it.each([[','], [';'], ['，'], ['；']])('are cells: %s', (separator) => {
    const got = report({ t3: lines(separator) });
    t3Codes.forEach((code, i) => {
      expect(columns.map((column) => cell(got, `t3_${code}_${column}`))).toEqual(values(i));
    });
  });

  it('may be quoted, with the letter in them', () => {
    const got = report({ t3: lines(',', (it) => `"${it === 3 ? '1,203' : String(it)}"`) });
    expect(cell(got, 't3_granted_enterprise')).toBe(1203);
  });

  it('may be blank', () => {
    const got = report({ t3: lines(',', (it) => (it === 3 ? '' : String(it))) });
    const row = columns.map((column) => cell(got, `t3_granted_${column}`));
    expect(row).toEqual([2, 'blank', 4, 5, 6, 7, 8]);
  });

  it('keep their place in the line', async () => {
    const title = '霁川区露桥镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n';
    const text = `${title}三、收到和处理政府信息公开申请情况\n${lines(',')}\n五、存在的主要问题及改进情况\n略。`;
    const got = await readWithText(bytes(text), 'page.txt');
    const at = got.report.cells.t3_granted_total?.at;
    expect(text.split('\n')[(at?.line ?? 0) - 1]?.slice((at?.column ?? 0) - 1)).toBe('8');
  });

  it('are not made of sentences', () => {
    const got = report({ overview: '全年公开信息12条，其中网站6，微信5，其他1。', t3: lines(' ') });
    expect(cell(got, 't3_granted_total')).toBe(8);
    expect(got.narrative.published_total?.value).toBe(12);
  });
});
