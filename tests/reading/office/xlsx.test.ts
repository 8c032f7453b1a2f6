import { describe, expect, it } from 'vitest';
import { read, type Report } from '../../../src/reading';
import { cell, t3Codes, t3Columns, t3Labels } from '../samples';
import { blocksOf, refusal, shown } from './support';
import { escapeXml, letters, sharedStrings, styles, xlsx, xlsxParts, zipOf } from './write-office';

const text = (at: string, it: string, more = ''): string =>
  `<c r="${at}" t="inlineStr"${more}><is><t>${escapeXml(it)}</t></is></c>`;
const c = (at: string, value: string, more = ''): string => `<c r="${at}"${more}><v>${value}</v></c>`;
const row = (n: number, cells: string, more = ''): string => `<row r="${n}"${more}>${cells}</row>`;
const data = (...rows: readonly string[]): string => `<sheetData>${rows.join('')}</sheetData>`;
const merged = (...refs: readonly string[]): string =>
  `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
const BORDER = { 'xl/styles.xml': styles() };

describe('a cell', () => {
  const one = (xml: string, more: Parameters<typeof xlsx>[1] = {}): unknown =>
    shown(xlsx([data(row(1, text('A1', '甲') + xml))], more))[0];

  it.each([
    ['a number', c('B1', '12'), '12'],
    ['a number in its format', c('B1', '1234', ' s="2"'), '1,234'],
    ['a date', c('B1', '45300', ' s="3"'), '2024-01-09'],
    ['a shared text', c('B1', '1', ' t="s"'), '乙'],
    ['a shared text that is not there', c('B1', '9', ' t="s"'), '□'],
    ['a text with its spaces and escapes', text('B1', ' 1_x0031_ '), ' 11 '],
    ['the result of a formula', '<c r="B1"><f>1+1</f><v>2</v></c>', '2'],
    ['the text of a formula', '<c r="B1" t="str"><f>A1</f><v>甲</v></c>', '甲'],
    ['a formula without result', '<c r="B1"><f>SUM(C1:C9)</f></c>', '=SUM(C1:C9)'],
    ['a formula with an empty result', '<c r="B1"><f>SUM(C1:C9)</f><v/></c>', '=SUM(C1:C9)'],
    ['a shared formula without result', '<c r="B1"><f t="shared" si="0"/></c>', '=□'],
    ['an error', c('B1', '#REF!', ' t="e"'), '#REF!'],
    ['a truth', c('B1', '1', ' t="b"'), 'TRUE'],
    ['runs of letters', '<c r="B1" t="inlineStr"><is><r><t>1</t></r><r><t>2</t></r></is></c>', '12'],
    [
      'raised figures apart',
      '<c r="B1" t="inlineStr"><is><r><t>12</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r><rPh><t>9</t></rPh></is></c>',
      '12[1]',
    ],
    [
      'struck figures as unclear',
      '<c r="B1" t="inlineStr"><is><r><rPr><strike/></rPr><t>5</t></r><r><t>6</t></r></is></c>',
      '□6',
    ],
  ])('has %s', (_, xml, wanted) => {
    const more = {
      'xl/sharedStrings.xml': sharedStrings(['甲', '乙']),
      'xl/styles.xml': styles('#,##0', 'yyyy/m/d'),
    };
    expect(one(xml, more)).toEqual(['甲', wanted]);
  });
});

describe('a sheet', () => {
  it('has merged cells once and blanks where they are', () => {
    const sheet =
      data(
        row(1, text('A1', '甲') + text('B1', '乙') + text('C1', '藏')),
        row(2, text('A2', '藏') + c('B2', '1') + c('C2', '2') + c('D2', '3')),
        row(3, text('A3', '丙') + c('C3', '4')),
      ) + merged('A1:A2', 'B1:C1');
    expect(shown(xlsx([sheet]))).toEqual([
      ['甲', '1+2 乙', '3+1 '],
      ['1+1 1', '2+1 2', '3+1 3'],
      ['丙', '', '4', ''],
    ]);
  });

  it('has texts that stand alone as lines, and rows whose other cells are drawn as rows', () => {
    const long = '全文'.repeat(40);
    const sheet =
      data(
        row(1, text('A1', '标题')),
        row(2, text('A2', '一、总体情况')),
        row(3, text('A3', long) + '<c r="B3" s="1"/>'),
        row(4, text('A4', '甲', ' s="1"') + '<c r="B4" s="1"/>'),
        row(6, text('A6', '第一行\n第二行')),
      ) + merged('A1:F1');
    expect(shown(xlsx([sheet], BORDER))).toEqual([
      '标题',
      '一、总体情况',
      long,
      ['甲', ''],
      '第一行',
      '第二行',
    ]);
  });

  it('without borders keeps the row of a name whose cells are all blank', () => {
    const rows = (label: string): unknown =>
      shown(
        xlsx([
          data(
            row(1, text('A1', '信息内容') + text('B1', '本年制发件数') + text('C1', '本年废止件数')),
            row(2, text('A2', label)),
            row(3, text('A3', '行政规范性文件') + c('B3', '1') + c('C3', '0')),
          ),
        ]),
      )[1];
    expect(rows('规章')).toEqual(['规章', '', '']);
    expect(rows('规定')).toBe('规定');
  });

  it('ends a table at a blank row, so that each has its own width', () => {
    const sheet = data(
      row(1, text('B1', '甲') + c('C1', '1')),
      row(3, text('A3', '乙') + c('B3', '1') + c('D3', '2')),
    );
    expect(shown(xlsx([sheet]))).toEqual([
      ['1+1 甲', '2+1 1'],
      ['乙', '1', '', '2'],
    ]);
  });

  it('leaves out what is hidden, and shows merged cells that begin there', () => {
    const sheet =
      '<cols><col min="2" max="2" hidden="1"/></cols>' +
      data(
        row(1, text('A1', '甲') + text('B1', '乙'), ' hidden="1"'),
        row(2, c('B2', '9') + c('C2', '2')),
        row(3, text('A3', '丙') + c('B3', '9') + c('C3', '3')),
        row(4, text('A4', '藏') + c('C4', '9'), ' hidden="true"'),
        row(5, text('A5', '丁') + c('C5', '5')),
      ) +
      merged('A1:A2');
    expect(shown(xlsx([sheet]))).toEqual([
      ['甲', '2'],
      ['丙', '3'],
      ['丁', '5'],
    ]);
  });

  it('that is hidden is left out; the others stand in their order', () => {
    const sheets = ['甲', '乙', '丙', '丁'].map((it) => data(row(1, text('A1', it))));
    expect(shown(xlsx(sheets, {}, ['', 'state="hidden"', 'state="veryHidden"']))).toEqual(['甲', '丁']);
  });

  it('may leave out the places of its cells', () => {
    const sheet =
      '<sheetData><row><c t="str"><v>甲</v></c><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row></sheetData>';
    expect(shown(xlsx([sheet]))).toEqual([
      ['甲', '1'],
      ['2', '3'],
    ]);
  });

  it('says where a cell stands as Excel does', () => {
    const [first] = blocksOf(xlsx([data(row(7, text('C7', '甲') + c('D7', '1')))]));
    expect(first?.kind === 'row' ? first.cells.map((it) => it.at) : []).toEqual([
      { table: 1, row: 7, cell: 3 },
      { table: 1, row: 7, cell: 4 },
    ]);
  });

  it('of damaged or boundless places is no trap', () => {
    const sheet =
      '<cols><col min="1" max="99999999" hidden="0"/><col min="600" max="1e9" hidden="1"/></cols>' +
      data(
        row(1, text('A1', '甲') + c('B1', '1') + c('XFD1', '9')),
        '<row r="x"><c r="??"><v>5</v></c></row>',
      ) +
      merged('A3:XFD1048576', 'x', 'C1:C1048576');
    expect(shown(xlsx([sheet]))[0]).toEqual(['甲', '1', '']);
  });
});

describe('an Excel file', () => {
  it('follows nothing outside', () => {
    const parts = xlsxParts([data(row(1, text('A1', '甲')))]);
    const rels = 'xl/_rels/workbook.xml.rels';
    const outside = String(parts[rels]).replace('Id="r1"', 'Id="r1" TargetMode="External"');
    expect(refusal(() => read(zipOf({ ...parts, [rels]: outside }), 'x'))).toBe('damaged r1');
  });

  it('without any text is said to have none', () => {
    expect(refusal(() => read(xlsx([data(row(1, '<c r="A1"/>'))]), 'x'))).toBe('no_text xlsx');
  });

  it('of a charts sheet and a table is read by its table', () => {
    const parts = xlsxParts(['', data(row(1, text('A1', '甲')))]);
    const chart = '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';
    expect(shown(zipOf({ ...parts, 'xl/worksheets/sheet1.xml': chart }))).toEqual(['甲']);
  });
});

describe('a table with formulas', () => {
  /** Table 3 in which every cell of a row is the same XML. */
  const report = (value: (row: number, column: number, at: string) => string): Report => {
    const rows = t3Labels.map((label, i) => {
      const cells = Array.from({ length: 7 }, (_, j) => value(i, j, `${letters(j + 1)}${i + 3}`));
      return row(i + 3, text(`A${i + 3}`, label, ' s="1"') + cells.join(''));
    });
    const head = ['霁川区露桥镇人民政府2023年政府信息公开工作年度报告', '三、收到和处理政府信息公开申请情况'];
    const heads = head.map((it, i) => row(i + 1, text(`A${i + 1}`, it)));
    return read(xlsx([data(...heads, ...rows)], BORDER), 'x.xlsx');
  };

  it('has their results', () => {
    const got = report((i, j, at) => `<c r="${at}" s="1"><f>A1</f><v>${i + j}</v></c>`);
    t3Codes.forEach((code, i) => {
      expect(cell(got, `t3_${code}_natural_person`)).toBe(i);
      expect(cell(got, `t3_${code}_total`)).toBe(i + 6);
    });
  });

  it('has no number where there is no result, wherever it stands in the row', () => {
    const got = report((i, j, at) =>
      j === i % 7 ? `<c r="${at}" s="1"><f>A1</f></c>` : c(at, '5', ' s="1"'),
    );
    t3Codes.forEach((code, i) => {
      expect(t3Columns.map((it) => cell(got, `t3_${code}_${it}`))).toEqual(
        t3Columns.map((_, j) => (j === i % 7 ? 'unreadable' : 5)),
      );
    });
  });
});
