import { rectangle, type Blocks, type Grid, type Slot } from './document';

/** The six layouts of tables in extracted text (realworld.md §2) and the space-aligned one. */
export type TextLayout = 'L1' | 'L2' | 'L3' | 'L4' | 'L5' | 'L6' | 'aligned';

const NBSP = '\u00a0';

const present = (line: readonly Slot[]) => line.filter((slot) => slot !== null);

/** A slot as text: a covered one is empty, a value with nothing in it too. */
const textOf = (slot: Slot | undefined) => slot?.text ?? '';

/** Width on screen: Chinese characters and full-width marks take two columns. */
const width = (text: string) => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);

/** Breaks a long label in the middle, as a narrow column does. */
function broken(text: string): string {
  const chars = [...text];
  if (chars.length < 12) return text;
  const half = Math.ceil(chars.length / 2);
  return `${chars.slice(0, half).join('')}\n${chars.slice(half).join('')}`;
}

function aligned(grid: Grid): string[] {
  const slots = rectangle(grid);
  const columns = slots[0]?.length ?? 0;
  // A heading over several columns must not widen the first of them.
  const widths = Array.from({ length: columns }, (_, x) =>
    Math.max(4, ...slots.map((line) => ((line[x]?.columns ?? 1) === 1 ? width(textOf(line[x])) : 0))),
  );
  return slots.map((line) => {
    let out = '';
    let edge = 0;
    line.forEach((slot, x) => {
      if (slot) out += `${' '.repeat(Math.max(out === '' ? 0 : 1, edge - width(out)))}${slot.text}`;
      edge += (widths[x] ?? 0) + 3;
    });
    return out;
  });
}

const tableWriters: Readonly<Record<TextLayout, (grid: Grid) => string[]>> = {
  // One cell a line with a trailing pipe; a row is filled up with lone pipes to the table's width.
  L1: (grid) =>
    rectangle(grid).flatMap((line) => {
      const cells = present(line);
      const missing = line.length - cells.length;
      return [...cells.map(({ text }) => `${text} |`), ...(missing > 0 ? ['|'.repeat(missing)] : [])];
    }),
  L2: (grid) => rectangle(grid).flatMap((line) => present(line).flatMap(({ text }) => [text, ''])),
  // The same on one line a row: extractors print the cells that a row has and fill it up with repeated pipes.
  L3: (grid) =>
    rectangle(grid).map((line) => {
      const cells = present(line).map(({ text }) => text);
      return `${cells.join(' | ')} | ${'|'.repeat(line.length - cells.length)}`.trimEnd();
    }),
  L4: (grid) =>
    rectangle(grid).flatMap((line) => [
      '|',
      ...present(line).flatMap(({ text }, i) => (i === 0 ? [text] : ['|', text])),
    ]),
  L5: (grid) =>
    rectangle(grid).map((line) =>
      present(line)
        .map(({ text }) => text)
        .join(' '),
    ),
  L6: (grid) =>
    rectangle(grid).map(
      (line) =>
        `| ${line.map((slot) => (slot?.head ? broken(slot.text) : textOf(slot) + NBSP)).join(' | ')} |`,
    ),
  aligned,
};

/** Plain text: headings and paragraphs one a line, tables in the layout. */
export function writeText(blocks: Blocks, layout: TextLayout): string {
  const lines = blocks.flatMap((block) =>
    block.type === 'table' ? ['', ...tableWriters[layout](block.grid), ''] : [block.text],
  );
  return `${lines.join('\n')}\n`;
}
