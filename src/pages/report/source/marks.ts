import type { Place } from '../records';
import type { SourceBlock } from './source-text';

/** Letters of a line that something was read from: half-open, both ends the same where a blank was read. */
export interface Mark {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** What was read from each block. */
export interface Marks {
  /** By index of the line. */
  readonly lines: ReadonlyMap<number, readonly Mark[]>;
  /** By index of the row and number of the cell; 0 stands for the whole row. */
  readonly cells: ReadonlyMap<string, readonly string[]>;
}

export const cellKey = (block: number, cell: number): string => `${block}:${cell}`;

const blockKeys = ({ paragraph, table, row, line }: Place, isRow: boolean): string =>
  isRow ? `row ${table} ${row}` : paragraph !== null ? `paragraph ${paragraph}` : `line ${line}`;

function add<T>(lists: Map<string | number, T[]>, key: string | number, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Part of a line that a place names; null where it names another. */
function partOf(text: string, at: Place, place: Place): Omit<Mark, 'id'> | null {
  if (place.column === null) return { from: 0, to: text.length };
  const from = place.column - (at.column ?? 1);
  if (from < 0 || from > text.length) return null;
  return { from, to: Math.min(text.length, from + (place.length ?? text.length)) };
}

/** Finds in the text whatever has a place there. A place that the text does not have is left out. */
export function marksOf(blocks: readonly SourceBlock[], places: ReadonlyMap<string, Place>): Marks {
  const index = new Map<string | number, number[]>();
  blocks.forEach((block, i) => add(index, blockKeys(block.at, block.kind === 'row'), i));
  const lines = new Map<string | number, Mark[]>();
  const cells = new Map<string | number, string[]>();
  for (const [id, place] of places) {
    const isRow = place.paragraph === null && place.table !== null && place.row !== null;
    if (!isRow && place.paragraph === null && place.line === null) continue;
    for (const i of index.get(blockKeys(place, isRow)) ?? []) {
      const block = blocks[i];
      if (block?.kind === 'row') add(cells, cellKey(i, place.cell ?? 0), id);
      else if (block) {
        const part = partOf(block.text, block.at, place);
        if (part) add(lines, i, { id, ...part });
      }
    }
  }
  return { lines, cells } as Marks;
}

/** A piece of a line over which the same marks lie, the narrowest first; none where nothing was read. */
export interface Segment {
  readonly text: string;
  readonly ids: readonly string[];
}

const width = ({ from, to }: Mark): number => to - from;

/** Cuts a line where marks begin and end; a blank that was read is a piece without letters. */
export function segmentsOf(text: string, marks: readonly Mark[]): readonly Segment[] {
  const narrowFirst = [...marks].sort((a, b) => width(a) - width(b));
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])])];
  cuts.sort((a, b) => a - b);
  return cuts.flatMap((to, i): Segment[] => {
    const from = cuts[i - 1] ?? 0;
    const blank = narrowFirst.filter((mark) => mark.from === to && mark.to === to).map(({ id }) => id);
    const over = narrowFirst.filter((mark) => mark.from <= from && mark.to >= to && width(mark) > 0);
    return [
      ...(to > from ? [{ text: text.slice(from, to), ids: over.map(({ id }) => id) }] : []),
      ...(blank.length > 0 ? [{ text: '', ids: blank }] : []),
    ];
  });
}
