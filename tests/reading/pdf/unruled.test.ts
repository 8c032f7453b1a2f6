import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/reading';
import { Work } from '../../../src/reading/limits';
import type { PdfPage, PdfText, Ruling } from '../../../src/reading/pdf/page';
import { pdfBlocks } from '../../../src/reading/pdf/pdf-blocks';
import { stroke, word, writePdf } from './write-pdf';

const SIZE = 10;
type Placed = readonly [x: number, y: number, words: string];

const widthOf = (words: string): number =>
  [...words].reduce((width, char) => width + (char > '\u00ff' ? SIZE : SIZE / 2), 0);
const text = ([x, y, words]: Placed): PdfText => ({ text: words, x, y, width: widthOf(words), size: SIZE });
const page = (number: number, texts: readonly Placed[], rulings: readonly Ruling[] = []): PdfPage => ({
  number,
  width: 595,
  height: 842,
  texts: texts.map(text),
  rulings,
});
const blocksOf = (pages: readonly PdfPage[]) => pdfBlocks(pages, new Work('x.pdf')).blocks;
const shown = (pages: readonly PdfPage[]): string[] =>
  blocksOf(pages).map((block) =>
    block.kind === 'line'
      ? block.text
      : block.cells.map(({ column, text: words }) => `${column} ${words}`).join(' | '),
  );

/** Table 2, block one: headings of three columns at 200, 300 and 400. */
const issued: readonly Placed[] = [
  [60, 700, '信息内容'],
  [200, 700, '本年制发件数'],
  [300, 700, '本年废止件数'],
  [400, 700, '现行有效件数'],
];
const heading = '0 信息内容 | 2 本年制发件数 | 3 本年废止件数 | 4 现行有效件数';

/** Headings of table 3 as narrow columns break them, over columns at 250, 290 … 490. */
const applicants: readonly Placed[] = [
  [340, 720, '申请人情况'],
  [60, 715, '（本列数据的勾稽关系为：第一项'],
  [310, 700, '法人或其他组织'],
  [250, 700, '自然'],
  [490, 700, '总计'],
  [290, 688, '商业'],
  [330, 688, '科研'],
  [370, 694, '社会'],
  [410, 688, '法律'],
  [450, 688, '其他'],
  [250, 688, '人'],
  [60, 685, '加第二项之和，等于第三项加'],
  [290, 676, '企业'],
  [330, 676, '机构'],
  [370, 682, '公益'],
  [410, 676, '服务'],
  [370, 670, '组织'],
  [410, 664, '机构'],
];
const names = '2 自然人 | 3 商业企业 | 4 科研机构 | 5 社会公益组织 | 6 法律服务机构 | 7 其他 | 8 总计';

describe('a table without lines between its columns', () => {
  it('has its values in the columns under whose headings they stand, and blank cells where none does', () => {
    const rows: readonly Placed[] = [
      [60, 680, '规章'],
      [255, 680, '0'],
      [460, 680, '12'],
      [60, 660, '行政规范性文件'],
      [330, 660, '3'],
    ];
    expect(shown([page(1, [...issued, ...rows])])).toEqual([
      heading,
      '0 规章 | 2 0 | 3  | 4 12',
      '0 行政规范性文件 | 2  | 3 3 | 4 ',
    ]);
  });

  it('has blank rows, also where no row has a value', () => {
    const rows: readonly Placed[] = [
      [60, 680, '规章'],
      [60, 660, '行政规范性文件'],
      [60, 640, '第二十条第（五）项'],
    ];
    expect(shown([page(1, [...issued, ...rows])])).toEqual([
      heading,
      '0 规章 | 2  | 3  | 4 ',
      '0 行政规范性文件 | 2  | 3  | 4 ',
      '第二十条第（五）项',
    ]);
  });

  it('has headings broken over lines, under those of several columns', () => {
    const rows: readonly Placed[] = [
      [60, 640, '一、本年新收政府信息公开申请数量'],
      [255, 640, '4'],
      [495, 640, '4'],
    ];
    expect(shown([page(1, [...applicants, ...rows])]).slice(-2)).toEqual([
      `0 （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加 | ${names}`,
      '0 一、本年新收政府信息公开申请数量 | 2 4 | 3  | 4  | 5  | 6  | 7  | 8 4',
    ]);
  });

  it.each([
    ['beside the first line of a label', 640],
    ['between its lines', 634],
    ['beside its last line', 628],
  ])('takes values %s for its row', (_, y) => {
    const rows: readonly Placed[] = [
      [120, 640, '2.其他法律行政'],
      [120, 628, '法规禁止公开'],
      [255, y, '7'],
      [120, 608, '4.保护第三方合'],
      [120, 596, '法权益'],
      [335, y - 32, '9'],
    ];
    expect(shown([page(1, [...applicants, ...rows])]).slice(-2)).toEqual([
      '0 2.其他法律行政法规禁止公开 | 2 7 | 3  | 4  | 5  | 6  | 7  | 8 ',
      '0 4.保护第三方合法权益 | 2  | 3  | 4 9 | 5  | 6  | 7  | 8 ',
    ]);
  });

  it('keeps the name of a group of rows apart from the labels beside it', () => {
    const rows: readonly Placed[] = [
      [120, 640, '1.属于国家秘密'],
      [255, 640, '7'],
      [60, 634, '（三）'],
      [120, 620, '2.其他法律行政法规'],
      [60, 622, '不予公开'],
      [120, 608, '禁止公开'],
      [495, 614, '9'],
    ];
    expect(shown([page(1, [...applicants, ...rows])]).slice(-2)).toEqual([
      '0 1.属于国家秘密 | 2 7 | 3  | 4  | 5  | 6  | 7  | 8 ',
      '0 （三）不予公开 | 1 2.其他法律行政法规禁止公开 | 2  | 3  | 4  | 5  | 6  | 7  | 8 9',
    ]);
  });

  it('goes on over the end of a page, past its number, in the same columns', () => {
    const first: readonly Placed[] = [...issued, [60, 680, '规章'], [255, 680, '0'], [290, 40, '- 1 -']];
    const second: readonly Placed[] = [
      [60, 780, '行政规范性文件'],
      [430, 780, '3'],
      [60, 740, '三、收到和处理政府信息公开申请情况，本机关全年没有收到，也没有上年结转的。'],
    ];
    const blocks = blocksOf([page(1, first), page(2, second)]);
    expect(shown([page(1, first), page(2, second)]).slice(0, 3)).toEqual([
      heading,
      '0 规章 | 2 0 | 3  | 4 ',
      '0 行政规范性文件 | 2  | 3  | 4 3',
    ]);
    expect(blocks.slice(0, 3).map(({ at }) => [at.page, at.table, at.row])).toEqual([
      [1, 1, 1],
      [1, 1, 2],
      [2, 1, 3],
    ]);
  });

  it('has labels apart that a level line parts, however full the first is', () => {
    const level = (y: number): Ruling => ({ x1: 60, y1: y, x2: 500, y2: y });
    const rows: readonly Placed[] = [
      [60, 680, '本级规范文书'],
      [60, 664, '其他规范文书'],
      [255, 664, '5'],
    ];
    expect(shown([page(1, [...issued, ...rows], [level(690), level(676), level(660)])])).toEqual([
      heading,
      '0 本级规范文书 | 1 其他规范文书 | 2 5 | 3  | 4 ',
    ]);
  });
});

describe('a table whose columns nothing decides', () => {
  const row = (...values: readonly Placed[]): string[] =>
    shown([page(1, [...issued, [60, 680, '规章'], ...values])]).slice(1);

  it('is left as its lines where a value stands under two headings, or under none', () => {
    expect(row([250, 680, '123456789012345'])).toEqual(['规章  123456789012345']);
    expect(row([270, 680, '5'])).toEqual(['规章  5']);
    expect(row([250, 680, '3'], [275, 680, '5'])).toEqual(['规章  3  5']);
  });

  it('has values beside the headings where every column has some, all to the same side', () => {
    expect(row([270, 680, '1'], [370, 680, '2'], [470, 680, '3'])).toEqual(['0 规章 | 2 1 | 3 2 | 4 3']);
    expect(row([270, 680, '1'], [290, 680, '2'], [470, 680, '3'])).toEqual(['规章  1  2  3']);
  });

  it('has no value that could be read where the name of its row goes on below', () => {
    expect(row([270, 680, '5'], [60, 660, '其他规范文书以'], [270, 660, '7'], [60, 648, '外的文书'])).toEqual(
      ['规章  5', '其他规范文书以  7□', '外的文书'],
    );
  });

  it('is left as its lines where its headings are not known, or values stand among its labels', () => {
    const strange = issued.map(([x, y, words]): Placed => [x, y, words.replace('本年', '旧历')]);
    expect(shown([page(1, [...strange, [60, 680, '规章'], [230, 680, '0']])]).at(-1)).toBe('规章  0');
    expect(row([110, 680, '4'], [160, 680, '件数'], [230, 680, '0'])).toEqual(['规章  4□  件数  0□']);
  });
});

describe('a row to which values need not belong', () => {
  it('has none that could be read where two lines of values stand beside one label', () => {
    const rows: readonly Placed[] = [
      [60, 680, '规章'],
      [230, 680, '1'],
      [60, 660, '各类公文含政府规'],
      [60, 648, '章以外的全部公文'],
      [60, 636, '及其修订后的文本'],
      [230, 654, '44'],
      [230, 642, '80'],
      [330, 642, '5'],
    ];
    expect(shown([page(1, [...issued, ...rows])]).at(-1)).toMatch(/ \| 2 44 80□ \| 3 5□ \| 4 □$/);
  });

  it('has none either where a line of values stands between it and the next', () => {
    const labels = ['规章', '行政规范性文件', '其他文件', '通知', '公告', '决议'];
    const rows = labels.flatMap((label, i): Placed[] => [
      [60, 680 - 30 * i, label],
      [230, 680 - 30 * i, `${i}`],
    ]);
    const lost: Placed = [430, 635, '9'];
    expect(shown([page(1, [...issued, ...rows, lost])]).slice(1, 5)).toEqual([
      '0 规章 | 2 0 | 3  | 4 ',
      '0 行政规范性文件 | 2 1□ | 3 □ | 4 9□',
      '0 其他文件 | 2 2□ | 3 □ | 4 □',
      '0 通知 | 2 3 | 3  | 4 ',
    ]);
  });
});

it('takes no more work than a file may cost', () => {
  const crowd = Array.from({ length: 1_300 }, (_, i): Placed => [
    60 + 13 * (i % 10),
    820 - 6 * Math.floor(i / 10),
    '镇',
  ]);
  const pages = Array.from({ length: 12 }, (_, i) => page(i + 2, crowd));
  const endless = [page(1, [...issued, [60, 680, '规章'], [230, 680, '1']]), ...pages];
  expect(() => blocksOf(endless)).toThrow('timeout');
});

it('reads a report whose tables have no lines, or only level ones', async () => {
  const blank = [
    ['霁川区青霭镇人民政府2023年政府信息公开工作年度报告', 60, 800],
    ['二、主动公开政府信息情况', 60, 760],
    ['第二十条第（一）项', 250, 740],
    ['信息内容', 60, 720],
    ['本年制发件数', 200, 720],
    ['本年废止件数', 300, 720],
    ['现行有效件数', 400, 720],
    ['规章', 60, 700],
    ['行政规范性文件', 60, 680],
    ['2', 230, 680],
    ['17', 430, 680],
    ['第二十条第（五）项', 250, 660],
    ['信息内容', 60, 640],
    ['本年处理决定数量', 300, 640],
    ['行政许可', 60, 620],
    ['31', 340, 620],
  ] as const;
  const content = blank.map(([words, x, y]) => word(x, y, words)).join('');
  for (const lines of ['', [735, 715, 695, 675].map((y) => stroke(60, y, 540, y)).join('')]) {
    const { cells } = await readFile(writePdf([{ content: content + lines }]), 'report.pdf');
    const states = Object.entries(cells)
      .filter(([code]) => /^t2_(regulation|normative|admin_license)/.test(code))
      .map(([code, cell]) => `${code} ${cell.value ?? cell.state}`);
    expect(states).toEqual([
      't2_regulation_issued blank',
      't2_regulation_repealed blank',
      't2_regulation_in_force blank',
      't2_normative_document_issued 2',
      't2_normative_document_repealed blank',
      't2_normative_document_in_force 17',
      't2_admin_license_decisions 31',
    ]);
  }
});
