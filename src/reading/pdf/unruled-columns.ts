import type { Work } from '../limits';
import { isBlockTitle, isColumnHeading, isHeader } from '../slots';
import { type Interval, overlap, widen, type Word } from './words';

/** A column of a table without upright lines: what its heading, and then its values, cover of the width. */
export interface Column extends Interval {
  text: string;
  readonly words: Word[];
}

export interface Heading {
  /** Columns of values, left to right, from the first that bears a name of the forms. */
  readonly columns: readonly Column[];
  /** What stands before them: the headings of the labels, or of columns whose names cannot be read. */
  readonly before: readonly Column[];
  /** Whether most of them can be read. */
  readonly isRead: boolean;
  /** First and last line of it. */
  readonly top: number;
  readonly bottom: number;
  /** Headings over several columns, and of the labels. */
  readonly others: readonly Word[];
}

/** Most lines of the headings of a table: those of upright letters are the highest. */
const HIGHEST = 16;
/** Of so many columns at least one has a heading that can be read. */
const READ = 2;

/** Whether a word is the line above of a heading, which is not whole, or has a longer name with it. */
const goesOver = (word: Word, { text }: Column): boolean =>
  !isColumnHeading(text) || isColumnHeading(word.text + text);

/** Words put on one another, the lowest first, as they stand over one column; what stands over several is left out. */
function stack(lines: readonly (readonly Word[])[]): Column[] {
  const columns: Column[] = [];
  for (const words of lines.toReversed())
    for (const word of words) {
      const under = columns.filter((column) => overlap(column, word));
      const [column] = under;
      if (!column) columns.push({ text: word.text, words: [word], left: word.left, right: word.right });
      else if (under.length === 1 && goesOver(word, column)) {
        column.text = word.text + column.text;
        column.words.push(word);
        widen(column, word);
      }
    }
  return columns.sort((a, b) => a.left - b.left);
}

const isTitle = (words: readonly Word[]): boolean => words.length === 1 && isBlockTitle(words[0]?.text ?? '');

/**
 * The headings right above a line of values: from the first column that bears a name of the forms on to the right.
 * Null where there are none.
 */
export function headingAbove(
  lines: readonly (readonly Word[])[],
  from: number,
  below: number,
  work: Work,
): Heading | null {
  let first = below;
  while (first > from && below - first < HIGHEST) {
    const words = lines[first - 1] ?? [];
    if (words.some((it) => it.isValue) || isTitle(words)) break;
    first--;
  }
  const above = lines.slice(first, below);
  work.spend(above.reduce((sum, words) => sum + words.length, 0) ** 2 / 4);
  const all = stack(above);
  const start = Math.max(
    0,
    all.findIndex((it) => isColumnHeading(it.text)),
  );
  const columns = all.slice(start);
  const named = columns.filter((it) => isColumnHeading(it.text));
  if (named.length === 0) return null;
  const isRead = named.length * READ >= columns.length;
  const at = named.flatMap(({ words }) => words.map((it) => it.line));
  let top = Math.min(...at);
  const bottom = Math.max(...at);
  while (top > first && (lines[top - 1] ?? []).every((it) => isHeader(it.text))) top--;
  const inColumns = new Set(columns.flatMap(({ words }) => words));
  const others = lines.slice(top, bottom + 1).flatMap((words) => words.filter((it) => !inColumns.has(it)));
  const before = all.slice(0, start).filter(({ words }) => words.some((it) => it.line >= top));
  return { columns, before, top, bottom, others, isRead };
}

/** Groups of words that lie above one another, left to right. */
function clustersOf(words: readonly Word[]): { readonly at: Interval; readonly words: Word[] }[] {
  const found: { at: Interval; words: Word[] }[] = [];
  for (const word of words.toSorted((a, b) => a.left - b.left)) {
    const last = found.at(-1);
    if (last && overlap(last.at, word)) {
      last.words.push(word);
      widen(last.at, word);
    } else found.push({ at: { left: word.left, right: word.right }, words: [word] });
  }
  return found;
}

/**
 * The column of each value; null where one stands under no heading or under two. Cells lie beside one another: what
 * stands under a heading is in its column, however either is aligned. Beside the headings values are told only where
 * every column has some, all to the same side.
 */
export function columnsOfValues(
  values: readonly Word[],
  columns: readonly Column[],
): ReadonlyMap<Word, number> | null {
  const clusters = clustersOf(values);
  const under = clusters.map(({ at }) => columns.flatMap((column, i) => (overlap(column, at) ? [i] : [])));
  if (under.some((it) => it.length > 1)) return null;
  let places = under.map(([column]) => column);
  if (places.includes(undefined)) {
    if (clusters.length !== columns.length) return null;
    const isAt = (i: number, side: 1 | -1): boolean => {
      const [at, column, next] = [clusters[i]?.at, columns[i], columns[i + side]];
      if (!at || !column) return false;
      if (under[i]?.[0] === i) return true;
      const isOutside = side === 1 ? at.left >= column.right - 1 : at.right <= column.left + 1;
      const isBefore = !next || (side === 1 ? at.right <= next.left + 1 : at.left >= next.right - 1);
      return isOutside && isBefore;
    };
    if (![1 as const, -1 as const].some((side) => columns.every((_, i) => isAt(i, side)))) return null;
    places = clusters.map((_, i) => i);
  }
  return new Map(
    clusters.flatMap(({ words }, i) => words.map((word): [Word, number] => [word, places[i] ?? 0])),
  );
}
