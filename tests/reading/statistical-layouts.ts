import { legacyForms } from '../../src/forms';
import { bytes } from './samples';

/** A row of an invented table; null is a blank cell. */
export interface TableRow {
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  readonly group: boolean;
  readonly value: number | null;
  readonly cumulative: number | null;
}

export const formIds = legacyForms.map(({ id }) => id);

/** Every row of a form with numbers of its own; of `blanks` each fourth value is missing. */
export function rowsOf(id: string, blanks: boolean): TableRow[] {
  const form = legacyForms.find((it) => it.id === id);
  return (form?.indicators ?? []).map((it, i): TableRow => {
    const group = it.kind === 'group';
    const value = group || (blanks && i % 4 === 3) ? null : 100 + i * 3;
    const unit = 'unit' in it && it.unit ? it.unit : '条';
    return { code: it.code, label: it.label.zh, unit, group, value, cumulative: group ? null : 5000 + i * 7 };
  });
}

const text = (value: number | null): string => (value === null ? '' : String(value));
const html = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((cells) => `<tr>${cells.map((it) => `<td><p>${it || '&nbsp;'}</p></td>`).join('')}</tr>`).join('')}</table>`;
const lines = (rows: readonly (readonly string[])[], between: string, edge = ''): string =>
  rows.map((cells) => `${edge}${cells.join(between)}${edge}`).join('\n');
const unless = (group: boolean, value: string): string => (group ? '' : value);
const threeOf = (row: TableRow): string[] => [row.label, unless(row.group, row.unit), text(row.value)];
const fourOf = (row: TableRow): string[] => [...threeOf(row), text(row.cumulative)];
const three = ['统计指标', '单位', '统计数'];
const cells = (rows: readonly TableRow[], head = three, of = threeOf): string[][] => [head, ...rows.map(of)];
const loose = (rows: readonly string[][]): string[] => rows.flat().filter((it) => it !== '');

/** Group headings in a column of their own that spans their rows. */
function sideLabels(rows: readonly TableRow[]): string {
  const starts = (row: TableRow | undefined) => /^[一二三四五六七八九]、/.test(row?.label ?? '');
  let out = '<tr><td colspan=2>统计指标</td><td>单位</td><td>统计数</td></tr>';
  let side = 'none';
  rows.forEach((row, i) => {
    if (row.group && starts(row)) {
      const next = rows.findIndex((it, n) => n > i && starts(it));
      side = `<td rowspan="${(next < 0 ? rows.length : next) - i - 1}">${row.label}</td>`;
      return;
    }
    const whole = starts(row) || side === 'none';
    out += `<tr>${whole ? '' : side}<td${whole ? ' colspan=2' : ''}>${row.label}</td><td>${unless(row.group, row.unit)}</td><td>${text(row.value)}</td></tr>`;
    side = whole ? 'none' : '';
  });
  return `<table>${out}</table>`;
}

interface Layout {
  readonly html?: true;
  readonly cumulative?: true;
  readonly print: (rows: readonly TableRow[]) => string;
}

/** Layouts of tables before 2019, invented after those of provinces. */
export const layouts: Readonly<Record<string, Layout>> = {
  'one cell a line': { print: (rows) => loose(cells(rows)).join('\n') },
  'one cell a line, blank lines between': { print: (rows) => loose(cells(rows)).join('\n\n') },
  'one cell a line, pipes behind': { print: (rows) => lines(cells(rows), ' |\n', '') },
  'rows of pipes': { print: (rows) => lines(cells(rows), ' | ', '|') },
  'rows of pipes without ends': { print: (rows) => lines(cells(rows), '|') },
  'rows of spaces': { print: (rows) => lines(cells(rows), ' ') },
  'rows of spaces, letters of the headings apart': {
    print: (rows) => lines(cells(rows, ['统 计 指 标', '单 位', '统计数']), '   ', '　　'),
  },
  'rows of tabs': { print: (rows) => lines(cells(rows), '\t') },
  'one line': { print: (rows) => loose(cells(rows)).join(' ') },
  'pages with their numbers and headings again': {
    print: (rows) =>
      cells(rows)
        .flatMap((it, i) => [...(i === 12 ? ['- 2 -', three.join(' ')] : []), it.join(' ')])
        .join('\n'),
  },
  html: { html: true, print: (rows) => html(cells(rows)) },
  'html under a title and who reports': {
    html: true,
    print: (rows) =>
      html([['政府信息公开情况统计表', '', ''], ['填报单位：霁川区水务局', '', ''], ...cells(rows)]),
  },
  'html without units': {
    html: true,
    print: (rows) => html(cells(rows, ['统计指标', '统计数'], (row) => [row.label, text(row.value)])),
  },
  'html with numbered rows': {
    html: true,
    print: (rows) =>
      html(cells(rows, ['序号', ...three], threeOf).map((it, i) => (i === 0 ? it : [String(i), ...it]))),
  },
  'html with groups at the side': { html: true, print: sideLabels },
  'html, units behind the values': {
    html: true,
    print: (rows) =>
      html(
        cells(rows, ['统计指标', '统计数'], (row) => [
          row.label,
          row.value === null ? '' : `${row.value}${row.unit}`,
        ]),
      ),
  },
  'html of two years': {
    html: true,
    print: (rows) =>
      html(
        cells(rows, ['统计指标', '单位', '2014年', '2015年'], (row) => [
          row.label,
          unless(row.group, row.unit),
          text(row.cumulative),
          text(row.value),
        ]),
      ),
  },
  'html of bodies under one heading': {
    html: true,
    print: (rows) =>
      html([
        ['统计指标', '单位', '统计数', '', '', ''],
        ['', '', '合计', '政府', '部门', '乡镇'],
        ...rows.map((row) => [...threeOf(row), ...(row.group ? ['', '', ''] : ['1', '2', '3'])]),
      ]),
  },
  'html with the sum of all years': {
    html: true,
    cumulative: true,
    print: (rows) => html(cells(rows, ['指标名称', '计量单位', '本年度', '历年累计'], fourOf)),
  },
  'pipes with the sum since 2008': {
    cumulative: true,
    print: (rows) =>
      lines(cells(rows, ['指标名称', '单位', '2015年度数', '自2008年以来累计数'], fourOf), ' | ', '|'),
  },
  'pipes with the sum of all years first': {
    cumulative: true,
    print: (rows) =>
      lines(
        cells(rows, ['指标名称', '计量单位', '历年累计', '本年度'], (row) => [
          row.label,
          row.unit,
          text(row.cumulative),
          text(row.value),
        ]),
        ' | ',
        '|',
      ),
  },
  'pipes with codes': {
    print: (rows) =>
      lines(
        cells(rows, ['指标名称', '计量单位', '代码', '本期实际', '本年累计'], (row) => [
          row.label,
          row.unit,
          row.code.length.toString().padStart(2, '0'),
          text(row.cumulative),
          text(row.value),
        ]),
        ' | ',
        '|',
      ),
  },
};

/** A report of 2015 whose appendix is the table. */
export function reportWith(layout: Layout, rows: readonly TableRow[]): Uint8Array {
  const table = layout.print(rows);
  const before = [
    '霁川区水务局2015年政府信息公开工作年度报告',
    '一、概述',
    '我局做好公开工作，全年平稳。',
    '六、附表',
  ];
  const after = ['单位负责人：甲　审核人：乙', '霁川区水务局', '2016年1月8日'];
  const paragraphs = (texts: readonly string[]) =>
    layout.html ? texts.map((it) => `<p>${it}</p>`).join('') : texts.join('\n');
  const body = [paragraphs(before), table, paragraphs(after)].join('\n');
  return bytes(layout.html ? `<html><body>${body}</body></html>` : body);
}
