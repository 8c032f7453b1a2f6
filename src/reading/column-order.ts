import type { Indicator } from '../forms';
import type { Heading, Region } from './candidates';
import { isBlank } from './numbers';
import { fold } from './normalize';
import { remembered } from './remembered';

/** What headings are called, with the place of their column in the form. A name of two columns names neither. */
export interface Ranks {
  /** Rank of a folded name. */
  readonly of: ReadonlyMap<string, number>;
  /** Ranks of the headings in a text, in the order in which they stand there. */
  readonly in: (text: string) => readonly number[];
}

/** A heading may be broken into so many words. */
const MOST_WORDS = 4;

/** `others` are names beside those of the columns. */
export function ranksOf(
  columns: readonly (readonly Indicator[])[],
  others: Iterable<readonly [string, number]> = [],
): Ranks {
  const ranks = new Map<string, number>();
  const shared = new Set<string>();
  columns.forEach((names, rank) => {
    for (const name of names.flatMap((it) => [it.label.zh, ...(it.aliases ?? [])])) {
      const key = fold(name);
      if ((ranks.get(key) ?? rank) !== rank) shared.add(key);
      ranks.set(key, rank);
    }
  });
  for (const key of shared) ranks.delete(key);
  for (const [key, rank] of others) ranks.set(key, rank);
  return { of: ranks, in: remembered((text) => ranksIn(text, ranks)) };
}

function ranksIn(text: string, ranks: Ranks['of']): number[] {
  const words = text.split(/\s+/).map(fold);
  const found: number[] = [];
  for (let i = 0; i < words.length; i++) {
    for (let n = Math.min(MOST_WORDS, words.length - i); n > 0; n--) {
      const rank = ranks.get(words.slice(i, i + n).join(''));
      if (rank === undefined) continue;
      found.push(rank);
      i += n - 1;
      break;
    }
  }
  return found;
}

/** Headings that stand beside one another: those of a row, of a line, or of lines of one heading each. */
export function headingRuns(headings: readonly Heading[], ranks: Ranks): number[][] {
  const runs: number[][] = [];
  let last = '';
  for (const { text, before, row } of headings) {
    const found = ranks.in(text);
    if (found.length === 0) continue;
    const key = row === undefined ? (found.length > 1 ? '' : `after ${before}`) : `row ${row}`;
    if (key !== '' && key === last) runs.at(-1)?.push(...found);
    else runs.push([...found]);
    last = key;
  }
  return runs;
}

/**
 * Whether headings stand in the order of their ranks. Some may be lost, and all may be repeated, which shows in that
 * what begins anew has a heading in common with what was before.
 */
export function isInOrder(run: readonly number[]): boolean {
  const parts: number[][] = [];
  run.forEach((rank, i) => {
    if (i > 0 && rank >= (run[i - 1] ?? 0)) parts.at(-1)?.push(rank);
    else parts.push([rank]);
  });
  if (parts.length <= 1) return true;
  const repeats = parts.every((part, i) => i === 0 || part.some((rank) => parts[i - 1]?.includes(rank)));
  // What is turned round repeats too, but neither begins with the first nor ends with the last.
  const whole = (run[0] ?? 0) <= Math.min(...run) + 1 && (run.at(-1) ?? 0) >= Math.max(...run) - 1;
  return repeats && whole;
}

/** Whether the headings of a table, as far as they can be read, stand as in the form. */
export const headingsInOrder = (headings: readonly Heading[], ranks: Ranks): boolean =>
  headingRuns(headings, ranks).every(isInOrder);

/** How many columns have a heading that can be read. */
export const countHeaded = (headings: readonly Heading[], ranks: Ranks): number =>
  new Set(headingRuns(headings, ranks).flat()).size;

/** Columns of a grid in the order of the form's columns, null where their headings do not tell all. */
export interface GridOrder {
  readonly columns: readonly number[] | null;
  /** Columns behind those of the form that have a heading of their own, such as remarks. */
  readonly extra: readonly number[];
  /** `moved`: the last column stands before others and every heading says so; `unclear`: any other order. */
  readonly order: 'form' | 'moved' | 'unclear';
}

/** Places at which the total may stand: first, or between the persons and the organisations. */
const MOVED_TO = 1;

/**
 * Order of the columns of a real table by its headings. Only the last column, the total, may stand elsewhere: before
 * the columns of `group`, a heading over the others, which then has to be there and to reach over just these.
 */
export function gridOrder({ headerRows }: Region, ranks: Ranks, count: number, group: string): GridOrder {
  const found = new Map<number, { column: number; span: number; row: number }[]>();
  const groups = new Set<string>();
  headerRows.forEach((cells, row) => {
    for (const { text, column, span } of cells) {
      const key = fold(text);
      if (key === group) groups.add(`${column} ${span}`);
      const rank = ranks.of.get(key);
      if (rank === undefined) continue;
      const places = found.get(rank) ?? [];
      if (!places.some((it) => it.column === column)) found.set(rank, [...places, { column, span, row }]);
    }
  });
  const single = [...found].flatMap(([rank, places]) => {
    const [place] = places;
    return place && places.length === 1 ? [{ rank, ...place }] : [];
  });
  const printed = single.toSorted((a, b) => a.column - b.column);
  const ranksPrinted = printed.map((it) => it.rank);
  const others = ranksPrinted.filter((rank) => rank !== count - 1);
  const isRising = (of: readonly number[]): boolean =>
    of.every((rank, i) => i === 0 || rank > (of[i - 1] ?? 0));
  const isWhole = printed.length === count && printed.every((it) => it.span === 1);
  const isApart = new Set(printed.map((it) => it.column)).size === count;
  const columns =
    isWhole && isApart ? single.toSorted((a, b) => a.rank - b.rank).map((it) => it.column) : null;
  const last = Math.max(...(columns ?? []));
  const extra = headerRows.flatMap((cells) =>
    cells.flatMap((cell) => (columns && cell.column > last && !isBlank(cell.text) ? [cell.column] : [])),
  );
  if (isRising(ranksPrinted)) return { columns, extra, order: 'form' };
  const total = printed.find((it) => it.rank === count - 1);
  const grouped = printed.filter((it) => it.row !== total?.row && others.includes(it.rank));
  const first = grouped[0]?.column ?? 0;
  const isUnder = grouped.length === 0 || groups.has(`${first} ${grouped.length}`);
  const isMoved = isRising(others) && ranksPrinted.indexOf(count - 1) <= MOVED_TO && isUnder;
  return isMoved && columns ? { columns, extra, order: 'moved' } : { columns: null, extra, order: 'unclear' };
}
