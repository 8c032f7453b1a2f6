import { describe, expect, it } from 'vitest';
import { Work } from '../../../src/reading/limits';
import { tablesOf } from '../../../src/reading/pdf/grid';
import type { PdfPage, PdfText, Ruling } from '../../../src/reading/pdf/page';
import { pdfBlocks } from '../../../src/reading/pdf/pdf-blocks';

const [WIDTH, HEIGHT, SIZE] = [595, 842, 12];

const level = (y: number, x1: number, x2: number): Ruling => ({ x1, y1: y, x2, y2: y });
const upright = (x: number, y1: number, y2: number): Ruling => ({ x1: x, y1, x2: x, y2 });
const text = (x: number, y: number, words: string): PdfText => ({
  text: words,
  x,
  y,
  width: [...words].reduce((width, char) => width + (char > '\u00ff' ? SIZE : SIZE / 2), 0),
  size: SIZE,
});
const page = (number: number, texts: readonly PdfText[], rulings: readonly Ruling[] = []): PdfPage => ({
  number,
  width: WIDTH,
  height: HEIGHT,
  texts,
  rulings,
});
const work = new Work('x.pdf', Infinity);
const blocksOf = (pages: readonly PdfPage[]) => pdfBlocks(pages, new Work('x.pdf')).blocks;
const shown = (pages: readonly PdfPage[]): string[] =>
  blocksOf(pages).map((block) =>
    block.kind === 'line'
      ? block.text
      : block.cells.map(({ column, span, text: words }) => `${column}+${span} ${words}`).join(' | '),
  );

/** Three columns at 100, 200, 300 and 400, two rows between 700, 660 and 620. */
const grid = [
  ...[700, 660, 620].map((y) => level(y, 100, 400)),
  ...[100, 200, 300, 400].map((x) => upright(x, 620, 700)),
];

it('does not end a row of a table without rules with the line below, as it ends prose', () => {
  const prose = text(60, 700, '全年主动公开政府信息的情况如下表所列各类事项均已按时公开完毕并逐项核对无误');
  const row = ['规章', '1', '2'].map((words, i) => text(60 + i * 228, 660, words));
  const side = text(60, 640, '理结果');
  expect(shown([page(1, [prose, ...row, side])]).slice(1)).toEqual(['规章  1  2', '理结果']);
});

describe('the ruled tables of a page', () => {
  it('are grids whose cells lie between lines', () => {
    const texts = ['规章', '1', '2', '行政规范性文件', '3', '4'].map((words, i) =>
      text(110 + (i % 3) * 100, i < 3 ? 680 : 640, words),
    );
    expect(shown([page(1, texts, grid)])).toEqual([
      '0+1 规章 | 1+1 1 | 2+1 2',
      '0+1 行政规范性文件 | 1+1 3 | 2+1 4',
    ]);
  });

  it('keep a cell over several columns or rows as one, in the row where it begins', () => {
    const rulings = [
      level(700, 100, 400),
      level(660, 200, 400),
      level(620, 100, 400),
      upright(100, 620, 700),
      upright(200, 620, 700),
      upright(300, 620, 660),
      upright(400, 620, 700),
    ];
    const texts = [
      text(110, 660, '三、'),
      text(210, 680, '申请人'),
      text(210, 640, '5'),
      text(310, 640, '6'),
    ];
    expect(shown([page(1, texts, rulings)])).toEqual(['0+1 三、 | 1+2 申请人', '1+1 5 | 2+1 6']);
  });

  it('join what is broken over lines in a cell, also one letter a line', () => {
    const texts = [
      text(110, 685, '商业'),
      text(110, 670, '企业'),
      text(210, 690, '办'),
      text(210, 678, '理'),
      text(210, 665, '结'),
    ];
    expect(shown([page(1, texts, grid)])[0]).toBe('0+1 商业企业 | 1+1 办理结 | 2+1 ');
  });

  it('are found through lines drawn twice, a little apart, and in pieces', () => {
    const doubled = grid.flatMap((line) =>
      line.y1 === line.y2
        ? [
            { ...line, x2: 250 },
            { ...line, x1: 250 },
            { ...line, y1: line.y1 + 1.4, y2: line.y2 + 1.4 },
          ]
        : [line, { ...line, x1: line.x1 + 0.8, x2: line.x2 + 0.8 }],
    );
    const [table] = tablesOf(doubled, work) ?? [];
    expect(table?.cells).toHaveLength(6);
  });

  it('are not a frame around the page, nor a line under a heading', () => {
    const frame = [level(800, 50, 545), level(40, 50, 545), upright(50, 40, 800), upright(545, 40, 800)];
    expect(tablesOf(frame, work)).toEqual([]);
    expect(tablesOf([level(700, 50, 545)], work)).toEqual([]);
  });

  it('are found among a hundred times more lines than a report draws, and not among endless ones', () => {
    const map = (n: number, side: number) =>
      Array.from({ length: n }, (_, i) =>
        level(20 + ((i * 37) % 600), (i * 53) % 500, ((i * 53) % 500) + side),
      );
    expect(
      tablesOf(
        [...map(20_000, 5), ...grid.map((line) => ({ ...line, y1: line.y1 + 60, y2: line.y2 + 60 }))],
        work,
      ),
    ).not.toBeNull();
    expect(tablesOf(map(20_000, 1e9), work)).toBeNull();
    expect(
      tablesOf(
        Array.from({ length: 20_000 }, () => level(700, 50, 60)),
        work,
      ),
    ).toBeNull();
    const drawn = { ...page(2, [text(110, 680, '规章')]), rulings: map(20_000, 1e9) };
    expect(pdfBlocks([drawn], new Work('x.pdf'))).toMatchObject({
      blocks: [{ text: '规章' }],
      problems: [{ code: 'drawing_unread', detail: '2' }],
    });
  });

  it('say on which page and in which box a cell stands, from the top left', () => {
    const [row] = blocksOf([page(3, [text(110, 680, '规章')], grid)]);
    expect(row?.kind === 'row' && row.cells[1]?.at).toEqual({
      page: 3,
      box: [200, 142, 100, 40],
      table: 1,
      row: 1,
      cell: 2,
    });
  });
});

describe('the text of a page', () => {
  const long = '全年共主动公开政府信息五十九条均通过政府网站公开';

  it('is joined where a line is full and the next begins at the edge, not at an indent', () => {
    const texts = [
      text(124, 700, long),
      text(100, 680, `${long}镇镇`),
      text(100, 660, '尾。'),
      text(124, 640, '另起一段。'),
    ];
    expect(shown([page(1, texts)])).toEqual([`${long}${long}镇镇尾。`, '另起一段。']);
  });

  it('goes on over the end of a page, past its number', () => {
    const first = [text(124, 700, `${long}`), text(100, 680, `${long}镇镇`), text(280, 40, '- 1 -')];
    const second = [text(100, 760, `${long}镇镇`), text(100, 740, '尾。'), text(280, 40, '第 2 页')];
    expect(shown([page(1, first), page(2, second)])).toEqual([`${long}${long}镇镇${long}镇镇尾。`]);
  });

  it('keeps the cells of a table without lines apart', () => {
    const texts = [text(100, 700, '规章'), text(250, 700, '0'), text(350, 700, '12')];
    expect(shown([page(1, texts)])).toEqual(['规章  0  12']);
  });
});
