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

/** A block of deflate that is not packed, at the beginning of one that goes on. */
function stored(text: string): Uint8Array {
  const [low, high] = [text.length & 0xff, text.length >> 8];
  return Buffer.concat([Buffer.from([0x78, 0x9c, 0, low, high, low ^ 0xff, high ^ 0xff]), Buffer.from(text)]);
}

/** Codes of LZW by which every one is a byte longer than the one before. */
function lzwOf(codes: number): Uint8Array {
  const bits: number[] = [];
  const put = (code: number, width: number): void => {
    for (let bit = width - 1; bit >= 0; bit--) bits.push((code >> bit) & 1);
  };
  put(256, 9);
  put(32, 9);
  for (let next = 258; next < 258 + codes; next++)
    put(next, next + 1 >= 2048 ? 12 : next + 1 >= 1024 ? 11 : next + 1 >= 512 ? 10 : 9);
  return Uint8Array.from({ length: Math.ceil(bits.length / 8) }, (_, i) =>
    bits.slice(8 * i, 8 * i + 8).reduce((byte, bit, k) => byte | (bit << (7 - k)), 0),
  );
}

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

  const spaces = Buffer.alloc(20_000_000, ' ');
  const packed = deflateSync(spaces, { level: 9 });
  const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
  it.each([
    ['runs', '/Filter /RunLengthDecode', Buffer.alloc(400_000, Buffer.from([129, 32]))],
    // Codes for ever longer rows of one byte: clear, a space, and then each code that was just made.
    ['codes', '/Filter /LZW', lzwOf(3_000)],
    ['letters', '/Filter [/ASCIIHexDecode /FlateDecode]', latin(packed.toString('hex'))],
    ['letters without end', '/Filter /ASCII85Decode', latin('z'.repeat(2_000_000))],
    ['a way named elsewhere', '/Filter 9 0 R', packed],
    ['a way whose name is disguised', '/Filter /Fl#61teDecode', packed],
    ['a dictionary without end', `/Filter /FlateDecode /X (${'x'.repeat(3_000)})`, packed],
    [
      'data that seem to end',
      '/Filter /FlateDecode',
      Buffer.concat([stored('endstream'), packed.subarray(2)]),
    ],
  ])('that unpacks to too much by %s is refused', async (_, says, data) => {
    await expect(read(writePdf([{ content: data, says }]))).rejects.toThrow('too_large');
  });

  it('that gives what it draws for a picture draws nothing', async () => {
    const file = writePdf([page, { content: packed, says: '/Subtype /Image /Filter /FlateDecode' }]);
    expect((await loadPdf(file, name, new Work(name))).problems).toMatchObject([
      { code: 'page_without_text' },
    ]);
  });

  it('that draws without end is stopped, and nothing of it goes on to fail later', async () => {
    const failures: unknown[] = [];
    const note = (reason: unknown): void => void failures.push(reason);
    process.on('unhandledRejection', note);
    await expect(read(writePdf([{ content: '1 1 m 9 9 l S '.repeat(130_000) }]))).rejects.toThrow('timeout');
    await new Promise((done) => setTimeout(done, 50));
    process.off('unhandledRejection', note);
    expect(failures).toEqual([]);
  });

  it('that saves states in one another without end is stopped', async () => {
    await expect(read(writePdf([{ content: `${content}${'q '.repeat(20_000)}` }]))).rejects.toThrow(
      'timeout',
    );
    expect(await blocksOf([{ content: `${'q '.repeat(20)}${content}` }])).toEqual(lines);
  });

  it.each([
    ['widths', '<< /W [ 0 2000000000 500 ] >>'],
    ['widths on their own', '[ 0 2000000000 500 ]'],
    ['samples', '<< /FunctionType 0 /Size [100000000] >>'],
    ['letters', `<< >>\nstream\nbeginbfrange ${'<0000> <ffff> <0000>\n'.repeat(20)}\nendstream`],
  ])('whose tables have endless %s is refused', async (_, more) => {
    await expect(read(writePdf([page], { more }))).rejects.toThrow('damaged (font)');
  });

  it.each([
    ['a font with many letters', '<< /CharProcs << ', '/a 7 0 R ', '>> >>'],
    ['an array of what a page draws', '[ ', '7 0 R ', ']'],
  ])('that draws one stream again and again is refused: %s', async (_, head, one, end) => {
    const drawn = { content: `${content}${' '.repeat(1_000_000)}` };
    const more = head + one.repeat(40) + end;
    await expect(read(writePdf([drawn], { more }))).rejects.toThrow('too_large');
    expect(await blocksOf([drawn], { more: head + one + end })).toEqual(lines);
  });

  it('whose tree of pages runs in a circle is damaged', async () => {
    const file = Buffer.from(writePdf([page]))
      .toString('latin1')
      .replace('/Kids [6 0 R]', '/Kids [8 0 R]');
    await expect(read(latin(file))).rejects.toThrow('damaged');
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
