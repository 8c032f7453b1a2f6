import type { PdfText } from './page';

/** Texts on one baseline, left to right. */
export interface TextLine {
  readonly texts: readonly PdfText[];
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly size: number;
}

/** Baselines closer than this share of the letters' height are one line. */
const SAME_LINE = 0.45;
/** A gap wider than this share of a letter keeps words apart; wider than `COLUMN`, cells. */
const WORD = 0.2;
const COLUMN = 1.2;

/** Median, the upper one of an even number. 0 of none. */
export const middle = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

function lineOf(texts: readonly PdfText[]): TextLine {
  const sorted = [...texts].sort((a, b) => a.x - b.x);
  return {
    texts: sorted,
    y: middle(sorted.map((it) => it.y)),
    left: Math.min(...sorted.map((it) => it.x)),
    right: Math.max(...sorted.map((it) => it.x + it.width)),
    size: Math.max(...sorted.map((it) => it.size)),
  };
}

/** Texts gathered into lines, from the top down. */
export function linesOf(texts: readonly PdfText[]): TextLine[] {
  const sorted = texts.filter((it) => it.text.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x);
  const groups: PdfText[][] = [];
  for (const text of sorted) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && first.y - text.y <= SAME_LINE * Math.max(first.size, text.size)) group.push(text);
    else groups.push([text]);
  }
  return groups.map(lineOf);
}

/** A line as text: words apart by one space, cells of a table without rules by two. */
export function textOfLine({ texts, size }: TextLine): string {
  let [text, end] = ['', Number.NaN];
  for (const it of texts) {
    const gap = it.x - end;
    if (gap > COLUMN * size) text += '  ';
    else if (gap > WORD * size) text += ' ';
    text += it.text.trim();
    end = it.x + it.width;
  }
  return text;
}

/** Text of a cell: what is broken over lines in it goes on without a space. */
export const textOfCell = (texts: readonly PdfText[]): string =>
  linesOf(texts)
    .map((line) => textOfLine(line).replace(/ {2,}/g, ' '))
    .join('');
