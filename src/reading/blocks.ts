import type { At, ReadingProblem } from './types';

/** One line or paragraph of the source. */
export interface Line {
  readonly kind: 'line';
  readonly text: string;
  readonly at: At;
  /** Empty lines of a text right below it, each of which may be a blank cell. */
  readonly below?: number;
}

/** One physical cell of a row: merged cells occur once. `column` counts from 0 in the grid with spans expanded. */
export interface GridCell {
  readonly text: string;
  readonly at: At;
  readonly column: number;
  readonly span: number;
}

/** One row of a real table, whose cells are known to be cells. */
export interface Row {
  readonly kind: 'row';
  readonly cells: readonly GridCell[];
  readonly at: At;
}

/** What is only written while it is made. */
export type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What every format is turned into, in document order. */
export type Block = Line | Row;

export interface Decoded {
  readonly blocks: readonly Block[];
  /** Title that the format itself carries outside its text, e.g. `<title>`. */
  readonly title: string | null;
  /** What of the file could not be read. */
  readonly problems?: readonly ReadingProblem[];
  /** Whether scripts may write on the page. */
  readonly scripted?: boolean;
}

function numbered(at: At, paragraph: number): At {
  const counted: Writable<At> = { ...at };
  counted.paragraph = paragraph;
  counted.column = 1;
  return counted;
}

/** Lines whose letters nothing counts yet (of pages and PDF) become paragraphs, counted through the document. */
export const numberParagraphs = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block, i) =>
    block.kind === 'line' && block.at.column === undefined
      ? { kind: 'line', text: block.text, at: numbered(block.at, i + 1) }
      : block,
  );

/** Letters of a line or cell: its place from a letter on. Assigned, since a literal that adds to a spread is 20 times slower. */
export function within(at: At, column: number, length?: number): At {
  // Of nearly all lines nothing but the place in a text is known.
  if (at.line !== undefined && at.paragraph === undefined && at.table === undefined && at.page === undefined)
    return length === undefined ? { line: at.line, column } : { line: at.line, column, length };
  const part: Writable<At> = { ...at };
  part.column = column;
  if (length !== undefined) part.length = length;
  return part;
}

const rowTexts = new WeakMap<Row, string>();

/** Text of a block, cells joined by spaces. */
export function textOf(block: Block): string {
  if (block.kind === 'line') return block.text;
  let text = rowTexts.get(block);
  if (text === undefined) {
    text = block.cells.map((cell) => cell.text).join(' ');
    rowTexts.set(block, text);
  }
  return text;
}
