import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readFile, type Report } from '../../../src/reading';
import { Work } from '../../../src/reading/limits';
import { loadPdf } from '../../../src/reading/pdf/load';
import { pdfBlocks } from '../../../src/reading/pdf/pdf-blocks';
import { type PdfPageSource, type PdfSettings, stroke, word, writePdf } from './write-pdf';

const name = 'x.pdf';
const lines = ['青岚镇2023年政府信息公开工作年度报告', '一、总体情况', '全年主动公开政府信息59条。'];
const content = lines.map((line, i) => word(60, 760 - 30 * i, line)).join('');

async function blocksOf(
  pages: readonly PdfPageSource[],
  settings: PdfSettings = {},
): Promise<readonly string[]> {
  const work = new Work(name);
  const { pages: loaded } = await loadPdf(writePdf(pages, settings), name, work);
  return pdfBlocks(loaded, work).blocks.map((block) =>
    block.kind === 'line' ? block.text : block.cells.map((cell) => cell.text).join(' | '),
  );
}
const read = (bytes: Uint8Array): Promise<Report> => readFile(bytes, name);
const problems = async (
  pages: readonly PdfPageSource[],
  settings: PdfSettings = {},
): Promise<readonly unknown[]> =>
  (await read(writePdf(pages, settings))).problems
    .map(({ code, detail }) => `${code} ${detail ?? ''}`)
    .filter((it) => /^(?:page|text|font|drawing)_/.test(it));

describe('fonts', () => {
  it('whose codes only a table of the format explains are read', async () => {
    expect(await blocksOf([{ content }], { font: 'utf16' })).toEqual(lines);
    // 青 in GBK.
    expect(await blocksOf([{ content: word(60, 700, '\uc7e0') }], { font: 'gbk' })).toEqual(['青']);
  });

  it('that cannot be read leave a mark where their text stands, and say so', async () => {
    const mixed = content + word(60, 600, '59', 10.5, 0, 'G');
    expect(await blocksOf([{ content: mixed }])).toEqual([...lines, '□']);
    expect(await problems([{ content: mixed }])).toEqual(['font_unreadable 1']);
    await expect(read(writePdf([{ content: word(60, 600, '59', 10.5, 0, 'G') }]))).rejects.toThrow('no_text');
  });
});

describe('text that does not stand upright', () => {
  const turned = (turn: number, x: number, y: number, dx: number, dy: number): string =>
    lines.map((line, i) => word(x + i * dx, y + i * dy, line, 10.5, turn)).join('');
  const pages: readonly (readonly [string, PdfPageSource])[] = [
    ['a page turned to be read', { content: turned(90, 100, 60, 20, 0), rotate: 90 }],
    ['a page to be turned left', { content: turned(270, 400, 600, -20, 0) }],
    ['a page to be turned right', { content: turned(90, 100, 60, 20, 0) }],
    ['a page upside down', { content: turned(180, 400, 100, 0, 20) }],
  ];

  it.each(pages)('is read as it is meant: %s', async (_, page) => {
    expect(await blocksOf([page])).toEqual(lines);
    expect(await problems([page])).toEqual([]);
  });

  it('is no part of what it is laid over', async () => {
    const grid =
      [700, 660, 620].map((y) => stroke(100, y, 400, y)).join('') +
      [100, 200, 300, 400].map((x) => stroke(x, 620, x, 700)).join('');
    const cells = ['规章', '1', '2', '行政规范性文件', '3', '4'].map((text, i) =>
      word(110 + (i % 3) * 100, i < 3 ? 680 : 640, text),
    );
    const marked = grid + cells.join('') + word(110, 625, '2023内部', 30, 30);
    expect(await blocksOf([{ content: marked }])).toEqual(['规章 | 1 | 2', '行政规范性文件 | 3 | 4']);
    expect(await problems([{ content: content + word(30, 100, '12', 10.5, 90) }])).toEqual(['text_turned 1']);
  });
});

describe('pages without text to be read', () => {
  it('among others are named', async () => {
    expect(await problems([{ content }, { content: '' }])).toEqual(['page_without_text 2']);
    const guessed = `${content}3 Tr ${word(60, 500, '主动公开政府信息60条。')}`;
    expect(await problems([{ content: guessed }])).toEqual(['text_invisible 1']);
  });

  it('are no report: a scan, with what was guessed of it or without, and a file of no page', async () => {
    for (const pages of [[{ content: '' }], [{ content: `3 Tr ${content}` }], []])
      await expect(read(writePdf(pages))).rejects.toThrow('no_text');
  });
});

describe('a hostile file', () => {
  const page = { content };

  it('that is protected, cut or names pages that it has not ends in a word or in what it has', async () => {
    await expect(read(writePdf([page], { encrypted: true }))).rejects.toThrow('protected');
    await expect(read(writePdf([page]).slice(0, 1_500))).rejects.toThrow('damaged');
    expect(await blocksOf([page], { count: 2_000_000_000 })).toEqual(lines);
  });

  it('of thousands of pages is refused', async () => {
    await expect(read(writePdf(Array.from({ length: 2_000 }, () => page)))).rejects.toThrow(
      'too_large (2000 pages)',
    );
  });

  it('whose pages stand one in another without end is read', async () => {
    for (const depth of [300, 30_000]) expect(await blocksOf([page], { depth })).toEqual(lines);
  });

  it.each([
    ['spaces', ' '],
    ['operators', 'q '],
    ['paths', '1 1 m 50 50 l S\n'],
  ])('that unpacks to endless %s is refused before it is unpacked', async (_, piece) => {
    const packed = deflateSync(piece.repeat(20_000_000 / piece.length), { level: 9 });
    await expect(read(writePdf([{ content: packed }]))).rejects.toThrow('too_large');
  });

  it('whose forms draw forms that draw forms is stopped', async () => {
    await expect(read(writePdf([page], { nested: 12 }))).rejects.toThrow('timeout');
  });

  it('that draws more lines than can be compared is read without them', async () => {
    const map = Array.from({ length: 8_000 }, (_, i) =>
      stroke(i % 500, (i * 13) % 800, (i % 500) + 30, (i * 13) % 800),
    );
    expect(await blocksOf([{ content: content + map.join('') }])).toEqual(lines);
  });
});
