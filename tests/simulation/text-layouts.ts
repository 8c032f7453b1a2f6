import type { Block, Blocks, Grid, GridCell } from '../../src/simulation/render/document';
import { rectangle } from '../../src/simulation/render/document';
import { writeText, type TextLayout } from '../../src/simulation/render/text';

/** The layouts of realworld.md §2 that no page of the demo has: what printing and layout tables do to a table. */

const isHead = (row: readonly GridCell[]): boolean => row.every((cell) => cell.head);

const table = (grid: Grid, layout: TextLayout): string => writeText([{ type: 'table', grid }], layout).trim();

/** Every block as text, tables by `write`. */
const document = (blocks: Blocks, write: (grid: Grid) => string): string =>
  `${blocks.map((block) => (block.type === 'table' ? `\n${write(block.grid)}\n` : block.text)).join('\n')}\n`;

/** L7: a table lays out the page, so that pipes stand around the path, the title, the article and the foot. */
export const layoutPipes = (blocks: Blocks): string => {
  const run = (pipes: number) => '|'.repeat(pipes);
  const article = blocks.map((block): string => {
    if (block.type === 'table') return `\n${table(block.grid, 'L3')}\n`;
    if (block.type === 'title') return `${run(60)}\n| ${block.text} |\n${run(24)}`;
    return block.type === 'meta' ? `|| ${block.text} ||` : block.text;
  });
  return `${run(140)}\n| 当前位置：首页 > 政府信息公开年报 | | |\n${article.join('\n')}\n${run(220)}\n| 打印本页 | 关闭窗口 |\n${run(90)}\n`;
};

const chunks = (text: string, size: number): string[] =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size));

/** L10: labels over several rows are split down their narrow column, some letters beside a row, some between rows. */
export const splitSideLabels = (blocks: Blocks): string =>
  document(blocks, (grid) => {
    /** By line: the piece that stands before it, or on a line of its own above it. */
    const beside = new Map<number, string[]>();
    const above = new Map<number, string[]>();
    const slots = rectangle(grid);
    slots.forEach((line, y) =>
      line.forEach((slot, x) => {
        const rows = slot?.rows ?? 1;
        if (!slot?.head || rows <= 2 || isHead(grid[y] ?? [])) return;
        chunks(slot.text, x + 1).forEach((piece, i) => {
          const at = y + Math.min(Math.ceil(i / 2), rows - 1);
          const side = i % 2 === 0 && at < y + rows - 1 ? beside : above;
          side.set(at, [...(side.get(at) ?? []), piece]);
        });
      }),
    );
    return slots
      .flatMap((line, y) => {
        const words = line.flatMap((slot) =>
          slot === null || ((slot.rows ?? 1) > 2 && !isHead(grid[y] ?? [])) ? [] : [slot.text],
        );
        return [
          ...(above.get(y) ?? []).map((piece) => ` ${piece}`),
          [...(beside.get(y) ?? []), ...words].join('  '),
        ];
      })
      .join('\n');
  });

const intro = ['表格如下：', '主动公开的文件和事项均已在网站公布，具体数据见下表。', '（单位：件）'] as const;
const note = '注：表中数据由办公室汇总。';

/** L12: a sentence of the agency's own between heading and table, and one after it. */
export const introduced = (blocks: Blocks): string => {
  let n = 0;
  const said = blocks.flatMap((block): Block[] =>
    block.type === 'table'
      ? [
          { type: 'paragraph', text: intro[n++ % intro.length] ?? '' },
          block,
          { type: 'paragraph', text: note },
        ]
      : [block],
  );
  return writeText(said, 'L1');
};

const PAGE_ROWS = 11;
const pageMarks: readonly ((page: number) => string)[] = [
  (page) => `- ${page} -`,
  (page) => `第 ${page} 页 共 9 页`,
  (page) => `—${page}—`,
];

/** Rows of headings at the top of a table, which printing repeats on every page. */
const headingsOf = (grid: Grid): Grid => {
  const first = grid.findIndex((row) => !isHead(row));
  return grid.slice(0, first);
};

/** L13: a table over several pages, page numbers within it and its headings again after each. */
export const overPages = (blocks: Blocks): string => {
  let page = 2;
  return document(blocks, (grid) => {
    const headings = headingsOf(grid);
    const lines = table(grid, 'aligned').split('\n');
    return lines
      .flatMap((line, y) => {
        if (y < headings.length || (y - headings.length) % PAGE_ROWS !== PAGE_ROWS - 1) return [line];
        const mark = pageMarks[page % pageMarks.length]?.(page++) ?? '';
        return [line, '', mark, '', ...lines.slice(0, headings.length)];
      })
      .join('\n');
  });
};

const NARROW = 12;

/** L14: in narrow columns a label takes two lines, and the values stand beside the first, the second or between. */
export const narrowLabels = (blocks: Blocks): string =>
  document(blocks, (grid) =>
    rectangle(grid)
      .flatMap((line, y) => {
        const words = line.filter((slot) => slot !== null);
        const labels = words.filter((slot) => slot.head);
        const values = words.filter((slot) => !slot.head).map((slot) => slot.text);
        const last = labels.at(-1)?.text ?? '';
        const before = labels.slice(0, -1).map((slot) => slot.text);
        if (values.length === 0 || last.length < NARROW) return [words.map(({ text }) => text).join('  ')];
        const half = Math.ceil(last.length / 2);
        const [start, end] = [last.slice(0, half), last.slice(half)];
        const beside = (label: string[]): string => [...label, ...values].join('  ');
        if (y % 3 === 0) return [beside([...before, start]), end];
        if (y % 3 === 1) return [[...before, start].join('  '), beside([end])];
        return [[...before, start].join('  '), `    ${beside([])}`, end];
      })
      .join('\n'),
  );

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (char) => entities[char] ?? char);

/** L11: labels cut over spans and lines, unclosed cells, and nothing but a non-breaking space where a cell is empty. */
export function editorHtml(blocks: Blocks): string {
  const cut = (text: string): string =>
    text.length < 6
      ? escape(text)
      : `<SPAN>${escape(text.slice(0, 3))}</SPAN><SPAN lang=EN-US>${escape(text.slice(3, 5))}</SPAN><BR>${escape(text.slice(5))}`;
  const cell = ({ text, columns = 1, rows = 1, head }: GridCell): string =>
    `<TD COLSPAN=${columns} ROWSPAN="${rows}">\n <P>${head ? cut(text) : escape(text) || '&nbsp;'}`;
  const body = blocks.map((block): string => {
    if (block.type === 'table')
      return `<DIV><TABLE BORDER=1><TBODY>\n${block.grid.map((row) => `<TR>${row.map(cell).join('\n')}`).join('\n')}\n</TABLE></DIV>`;
    return block.type === 'heading'
      ? `<P><B>${[...block.text].map((char) => `<FONT>${escape(char)}</FONT>`).join('')}</B></P>`
      : `<P>&nbsp;&nbsp;&nbsp;&nbsp;${escape(block.text)}`;
  });
  const title = blocks.find((block) => block.type === 'title')?.text ?? '';
  return `<HTML><HEAD><META charset=utf-8><TITLE>${escape(title)}</TITLE></HEAD><BODY>
<UL><LI><A HREF="#">首页</A><LI><A HREF="#">政务公开</A></UL>
${body.join('\n')}
<UL><LI><A HREF="a.doc">附件下载</A></UL><SCRIPT>document.title = '<td>9</td>';</SCRIPT>
</BODY></HTML>
`;
}
