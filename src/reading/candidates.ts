import type { Block, GridCell, Line } from './blocks';
import { isBlank, isValueLike } from './numbers';
import { fold, labelKey } from './normalize';
import { isHeader, type Slot } from './slots';
import { textCells, type TextCell } from './text-cells';
import type { At } from './types';

/** A cell that may hold a value. `column` counts from 0 in its grid. */
export interface ValueCell {
  readonly text: string;
  readonly at: At;
  readonly column: number;
  readonly span: number;
}

/** Something that may be a row of the form: what stands before the values, and the values. */
export interface Candidate {
  /** Labels on the row itself, left to right. */
  readonly own: readonly string[];
  /** Labels since the row before: group headings, broken labels, column headings. */
  readonly before: readonly string[];
  readonly cells: readonly ValueCell[];
  /** `exact`: merged cells are known (HTML); `padded`: merged cells left blanks; `loose`: blanks may be lost. */
  readonly grid: 'exact' | 'padded' | 'loose' | 'spaced';
  readonly at: At;
}

export interface Region {
  readonly candidates: readonly Candidate[];
  /** Everything that is no value, in order, for finding out which form's headings these are. */
  readonly headings: readonly { readonly text: string; readonly before: number }[];
  /** Rows of column headings of exact grids. */
  readonly headerRows: readonly (readonly GridCell[])[];
}

const asValue = (cell: TextCell | GridCell): ValueCell => ({
  text: cell.text,
  at: cell.at,
  column: cell.column,
  span: 'span' in cell ? cell.span : 1,
});

/** Whether a line is a sentence rather than a cell: such lines between heading and table are left to the narrative. */
export function isProse(text: string): boolean {
  if (isHeader(text)) return false;
  if (/[|¦│]/.test(text) && text.split(/[|¦│]/).filter((it) => !isBlank(it)).length > 1) return false;
  const words = text.trim().split(/[\s\u00a0\u3000]+/);
  const values = words.length - 1 - words.findLastIndex((word) => !isValueLike(word));
  if (values >= 2 || (values === 1 && words.length > 1 && fold(text).length < 40)) return false;
  const folded = fold(text);
  return (
    (/[。!?;]/.test(folded) && folded.length > 8) ||
    (folded.length > 40 && /[,、:]/.test(folded)) ||
    folded.length > 80
  );
}

/** Collects candidates of a region of a document. `slots` tell labels of rows from other labels. */
export function collect(blocks: readonly Block[], slots: readonly Slot[]): Region {
  const keys = new Set(slots.filter((slot) => !slot.group).flatMap((slot) => slot.keys));
  const continues = (text: string): boolean => {
    const key = labelKey(text);
    return [...keys].some((it) => it.startsWith(key));
  };
  const candidates: Candidate[] = [];
  const headings: { text: string; before: number }[] = [];
  const headerRows: (readonly GridCell[])[] = [];
  let buffer: string[] = [];
  /** Blanks told by pipes since the last label: padding of a heading, or the first cells of a row without a label. */
  let pending: ValueCell[] = [];
  let loose: { own: string[]; before: string[]; cells: ValueCell[]; at: At } | null = null;

  const close = (): void => {
    if (loose) candidates.push({ ...loose, grid: 'loose' });
    loose = null;
  };
  const heading = (text: string): void => {
    if (!isBlank(text)) headings.push({ text, before: candidates.length });
  };
  const row = (cells: readonly (TextCell | GridCell)[], grid: Candidate['grid'], at: At): void => {
    close();
    pending = [];
    // Labels stand before the first value; a strange text after it is a value that cannot be read.
    const first = cells.findIndex((it) => isValueLike(it.text));
    const head = first < 0 ? cells : cells.slice(0, first);
    const last = head.findLastIndex((it) => !isBlank(it.text));
    const labels = cells
      .slice(0, last + 1)
      .map((it) => it.text)
      .filter((it) => !isBlank(it));
    const values = cells.slice(last + 1).map(asValue);
    const headers = labels.filter((label) => isHeader(label)).length;
    const isTitle = values.length === 0 || headers === labels.length || (headers > 0 && labels.length > 1);
    for (const label of labels) heading(label);
    if (labels.length > 0 && isTitle && values.every((cell) => isBlank(cell.text))) {
      buffer.push(...labels.filter((label) => !isHeader(label)));
      return;
    }
    candidates.push({ own: labels, before: buffer, cells: values, grid, at });
    buffer = [];
  };
  const cell = (it: TextCell): void => {
    if (isBlank(it.text) || isValueLike(it.text)) {
      if (!loose && isBlank(it.text)) {
        pending.push(asValue(it));
        return;
      }
      loose ??= { own: buffer.splice(-1), before: buffer.splice(0), cells: pending.splice(0), at: it.at };
      loose.cells.push(asValue(it));
      return;
    }
    if (loose && loose.cells.length === 0 && continues(loose.own.join('') + it.text)) {
      loose.own = [loose.own.join('') + it.text];
      return;
    }
    close();
    pending = [];
    heading(it.text);
    if (isHeader(it.text)) {
      buffer = [];
      return;
    }
    buffer.push(it.text);
    const joined = [1, 2, 3].find((n) => n <= buffer.length && keys.has(labelKey(buffer.slice(-n).join(''))));
    if (joined === undefined) return;
    loose = { own: [buffer.slice(-joined).join('')], before: buffer.slice(0, -joined), cells: [], at: it.at };
    buffer = [];
  };

  let lines: Line[] = [];
  const text = (): void => {
    for (const entry of textCells(lines)) {
      if (entry.kind === 'loose') entry.cells.forEach(cell);
      else {
        const padded = entry.cells.some((it) => isBlank(it.text));
        row(entry.cells, padded ? 'padded' : 'spaced', entry.cells[0]?.at ?? {});
      }
    }
    lines = [];
  };
  for (const block of blocks) {
    if (block.kind === 'line') {
      if (!isProse(block.text)) lines.push(block);
      continue;
    }
    text();
    if (block.cells.filter((it) => isHeader(it.text)).length >= 2) headerRows.push(block.cells);
    row(block.cells, 'exact', block.at);
  }
  text();
  close();
  return { candidates, headings, headerRows };
}
