import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCopy } from '../../../src/pages/report/source/compare-copy';
import { groupsOf } from '../../../src/pages/report/source/groups';
import { layTable } from '../../../src/pages/report/source/lay-table';
import { cellKey, marksOf, segmentsOf } from '../../../src/pages/report/source/marks';
import { linkTo } from '../../../src/pages/report/source/source-link';
import {
  parseCells,
  sourceText,
  type SourceBlock,
  type SourceRow,
} from '../../../src/pages/report/source/source-text';
import { factsOf, placesInCopy } from '../../../src/pages/report/source/targets';
import { readWithText } from '../../../src/reading';
import { layouts, renderReport } from '../../../src/simulation';
import { arbitraryReport } from '../../simulation/arbitrary-report';
import { aReport, anEvidence, nowhere } from './fixtures';

const line = (text: string, at: Partial<typeof nowhere>): SourceBlock => ({
  kind: 'line',
  text,
  at: { ...nowhere, ...at },
});
const nothingHeld = { evidence: [], items: [], channels: [], statistics: [] };
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** What the source text has where an id is marked; undefined where it is marked nowhere. */
function markedTexts(blocks: readonly SourceBlock[], places: Parameters<typeof marksOf>[1]) {
  const found = new Map<string, string>();
  const marks = marksOf(blocks, places);
  blocks.forEach((block, i) => {
    if (block.kind === 'line')
      for (const { id, from, to } of marks.lines.get(i) ?? []) found.set(id, block.text.slice(from, to));
    else
      for (const cell of block.cells)
        for (const id of marks.cells.get(cellKey(i, cell.cell)) ?? []) found.set(id, cell.text);
  });
  return found;
}

describe.each(layouts)('a report read from %s', (layout) => {
  const contents = fc.sample(arbitraryReport(false), { numRuns: 12, seed: 7 });

  it.each(contents.map((content, variant) => [variant, content] as const))(
    'marks every number where it stands, %d',
    async (variant, content) => {
      const bytes = new TextEncoder().encode(renderReport(content, layout, { variant }).text);
      const { report, text } = await readWithText(bytes, 'report');
      const marked = markedTexts(sourceText(text), placesInCopy(report, nothingHeld));
      const cells = Object.entries(report.cells).filter(([, { state }]) => state === 'value');
      expect(cells.map(([id]) => [id, plain(marked.get(id) ?? 'nowhere')])).toEqual(
        cells.map(([id, { raw }]) => [id, plain(raw ?? '')]),
      );
      // What is marked of a fact is its number, what is quoted the phrase around it.
      for (const { id, raw, value } of factsOf(report)) {
        expect(plain(raw), id).toContain(plain(marked.get(id) ?? 'nowhere'));
        if (/\d/.test(raw) && value > 0) expect(marked.get(id), id).toMatch(/\d/);
      }
      expect(cells.length + factsOf(report).length).toBeGreaterThan(0);
    },
  );
});

describe('marks', () => {
  it('are found by paragraph before line, and by column where a line has several parts', () => {
    const blocks = [
      line('甲3条', { paragraph: 1, line: 4, column: 1 }),
      line('乙5条', { paragraph: 2, line: 4, column: 1 }),
      line('丙', { line: 9, column: 1 }),
      line('丁7件', { line: 9, column: 5 }),
    ];
    const places = new Map([
      ['b', { ...nowhere, paragraph: 2, line: 4, column: 2, length: 1 }],
      ['d', { ...nowhere, line: 9, column: 6, length: 1 }],
      ['lost', { ...nowhere, line: 77 }],
      ['unknown', nowhere],
    ]);
    expect([...markedTexts(blocks, places)]).toEqual([
      ['b', '5'],
      ['d', '7'],
    ]);
  });

  it('cut a line into pieces that add up to it, the narrowest mark first', () => {
    const marks = [
      { id: 'all', from: 0, to: 5 },
      { id: 'number', from: 2, to: 4 },
      { id: 'blank', from: 5, to: 5 },
    ];
    expect(segmentsOf('共计12条', marks)).toEqual([
      { text: '共计', ids: ['all'] },
      { text: '12', ids: ['number', 'all'] },
      { text: '条', ids: ['all'] },
      { text: '', ids: ['blank'] },
    ]);
    fc.assert(
      fc.property(fc.string(), fc.array(fc.tuple(fc.nat(30), fc.nat(30))), (text, pairs) => {
        const within = (n: number) => Math.min(n, text.length);
        const some = pairs.map(([a, b], i) => ({
          id: String(i),
          from: within(Math.min(a, b)),
          to: within(Math.max(a, b)),
        }));
        expect(
          segmentsOf(text, some)
            .map((one) => one.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('the source text', () => {
  const row = (
    number: number,
    cells: readonly (readonly [number, number, string])[],
    table = 1,
  ): SourceRow => ({
    kind: 'row',
    at: { ...nowhere, table, row: number },
    cells: cells.map(([column, span, text], i) => ({ cell: i + 1, column, span, text })),
  });

  it('lays merged cells over the rows that leave their columns out', () => {
    const rows = [
      row(1, [
        [0, 1, '内容'],
        [1, 2, '数量'],
        [3, 1, '总计'],
      ]),
      row(2, [
        [1, 1, '甲'],
        [2, 1, '乙'],
      ]),
      row(3, [
        [0, 1, '规章'],
        [1, 1, '1'],
        [2, 1, '2'],
        [3, 1, '3'],
      ]),
      row(4, [[0, 1, '短']]),
    ];
    const laid = layTable(rows).map((cells) =>
      cells.map(({ cell, colspan, rowspan }) => [cell?.text ?? null, colspan, rowspan]),
    );
    expect(laid).toEqual([
      [
        ['内容', 1, 2],
        ['数量', 2, 1],
        ['总计', 1, 2],
      ],
      [
        ['甲', 1, 1],
        ['乙', 1, 1],
      ],
      [
        ['规章', 1, 1],
        ['1', 1, 1],
        ['2', 1, 1],
        ['3', 1, 1],
      ],
      [['短', 1, 1]],
    ]);
  });

  it('keeps the rows of a table together and breaks where a page begins', () => {
    const blocks = [
      line('一', { page: 1, paragraph: 1 }),
      { ...row(1, []), at: { ...nowhere, page: 1, table: 1, row: 1 } },
      { ...row(2, []), at: { ...nowhere, page: 2, table: 1, row: 2 } },
      row(1, [], 2),
      row(2, [], 2),
    ];
    expect(groupsOf(blocks).map(({ kind, index }) => [kind, index])).toEqual([
      ['page', 0],
      ['line', 0],
      ['table', 1],
      ['page', 2],
      ['table', 2],
      ['table', 3],
    ]);
  });

  it('takes cells as the dataset writes them and nothing else', () => {
    expect(parseCells('[[3,4,2,"<b>甲</b>"]]')).toEqual([{ cell: 3, column: 4, span: 2, text: '<b>甲</b>' }]);
    expect(parseCells('')).toEqual([]);
    expect(parseCells('{"a":1}')).toEqual([]);
  });
});

describe('the link to the public page', () => {
  const to = (address: string, text: string | null, page: number | null = null): string =>
    decodeURI(linkTo(address, { text, page })).replace(/^https:\/\/example\.gov\.cn/, '');

  it.each([
    ['/a.html', '主动公开政府信息59条', '/a.html#:~:text=主动公开政府信息59条'],
    ['/a.html', '公开,其中:文件3件', '/a.html#:~:text=公开,文件3件'],
    ['/#/view/3', '公开59条', '/#/view/3:~:text=公开59条'],
    ['/a.html#part:~:text=old', '公开59条', '/a.html#part:~:text=公开59条'],
    ['/a.html', '0', '/a.html'],
    ['/a.html', null, '/a.html'],
    ['/a.html', '，。', '/a.html'],
  ])('%s at %s', (path, text, wanted) => {
    expect(to(`https://example.gov.cn${path}`, text)).toBe(wanted);
  });

  it('opens a PDF at its page, and escapes what parts a directive', () => {
    expect(to('https://example.gov.cn/a.PDF', '公开59条', 3)).toBe('/a.PDF#page=3');
    expect(to('https://example.gov.cn/a.pdf', '公开59条')).toBe('/a.pdf');
    expect(linkTo('https://example.gov.cn/', { text: 'a&b-c\u{d800}', page: null })).toBe(
      'https://example.gov.cn/#:~:text=a,c',
    );
  });
});

describe('a copy compared with the dataset', async () => {
  const [content] = fc.sample(arbitraryReport(false), { numRuns: 1, seed: 3 });
  const bytes = new TextEncoder().encode(renderReport(content!, 'html-clean', { variant: 0 }).text);
  const { report: copy } = await readWithText(bytes, 'copy.html');
  const held = Object.entries(copy.cells).map(([code, { value, state }]) =>
    anEvidence({ code, value, state }),
  );
  const filed = aReport({ year: copy.year ?? 0, agency: copy.agency.name ?? '' });

  it('is the same where the numbers are', () => {
    expect(compareCopy(filed, held, copy)).toEqual({
      otherYear: null,
      otherAgency: null,
      compared: held.length,
      differences: [],
    });
  });

  it('is told apart by number, year and agency; a proven number and one nobody collected differ from nothing', () => {
    const [first, second, third, ...rest] = held;
    const changed = [
      { ...first!, value: 987_654, state: 'value' },
      { ...second!, value: 5, state: 'blank', derived: true },
      { ...third!, value: null, state: 'unreadable' },
      ...rest,
    ];
    expect(compareCopy({ ...filed, year: filed.year + 1, agency: '乙镇人民政府' }, changed, copy)).toEqual({
      otherYear: copy.year,
      otherAgency: copy.agency.name,
      compared: held.length - 2,
      differences: [{ id: first!.code, held: 987_654, copy: first!.value }],
    });
  });
});
