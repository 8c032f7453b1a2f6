import type { Candidate, Region, ValueCell } from './candidates';
import { isBlank } from './numbers';
import { fold } from './normalize';

/** The value cells of a candidate in the order of the form's columns, or why they cannot be told. */
export type Window = readonly (ValueCell | null)[] | 'none' | 'unclear';

type Place = (candidate: Candidate) => number;

/** One cell over all columns: a word for nothing says so of each, a number belongs to none of them alone. */
const merged = (cell: ValueCell, count: number): Window =>
  isBlank(cell.text)
    ? 'none'
    : /\d/.test(cell.text.normalize('NFKC'))
      ? 'unclear'
      : Array<ValueCell>(count).fill(cell);

/** Cells under the headings of the row above, when that row has the same cells and one heading for each column. */
function underHeadings({ cells, heading }: Candidate, count: number): readonly ValueCell[] | null {
  if (!heading || heading.offsets.length !== count || heading.width !== cells.length) return null;
  const outside = cells.filter((cell, i) => !heading.offsets.includes(i) && !isBlank(cell.text));
  const inside = heading.offsets.map((offset) => cells[offset]).filter((cell) => cell !== undefined);
  return outside.length === 0 && inside.length === count ? inside : null;
}

/** Column of each of the form's headings in an exact grid, when every one was found once; else null. */
function headerColumns(region: Region, labels: readonly string[]): number[] | null {
  const wanted = labels.map(fold);
  const found = new Map<string, Set<number>>();
  for (const row of region.headerRows)
    for (const cell of row) {
      const key = fold(cell.text);
      if (cell.span === 1 && wanted.includes(key))
        found.set(key, (found.get(key) ?? new Set()).add(cell.column));
    }
  const columns = wanted.map((key) =>
    found.get(key)?.size === 1 ? [...(found.get(key) ?? [])][0] : undefined,
  );
  return columns.every((it): it is number => it !== undefined) && new Set(columns).size === columns.length
    ? columns
    : null;
}

/** Every way in which padding can surround `count` values that suits all padded rows of a table at once. */
function places(candidates: readonly Candidate[], count: number): Place[] {
  const rows = candidates.filter(
    (it) =>
      (it.grid === 'padded' || it.grid === 'loose') &&
      it.cells.length >= count &&
      it.cells.some((cell) => !isBlank(cell.text)),
  );
  if (rows.length === 0) return [];
  const padded = rows.filter((it) => it.grid === 'padded');
  const columns = new Set(padded.flatMap((it) => it.cells.map((cell) => cell.column)));
  const all: Place[] = [
    () => 0,
    (it) => it.cells.length - count,
    ...(padded.length < rows.length ? [] : [...columns]).map(
      (column): Place =>
        (it) =>
          it.cells.findIndex((cell) => cell.column === column),
    ),
  ];
  return all.filter((place) =>
    rows.every((row) => {
      const from = place(row);
      return (
        from >= 0 &&
        from + count <= row.cells.length &&
        row.cells.every((cell, i) => (i >= from && i < from + count) || isBlank(cell.text))
      );
    }),
  );
}

/** Cells of a whole row, labels and padding included: the same for every row that lost none. */
const widthOf = (candidate: Candidate): number =>
  candidate.before.length + candidate.own.length + candidate.cells.length;

function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
}

/**
 * Which `count` cells of each candidate are the values of the form's columns. A row is certain when it has exactly
 * that many cells, or that many filled ones; a row with padding is read when every placing of the padding
 * that suits the whole table agrees on it. `labels` are the headings of the columns.
 */
export function windows(
  region: Region,
  count: number,
  labels: readonly string[],
): ReadonlyMap<Candidate, Window> {
  const header = labels.length === count ? headerColumns(region, labels) : null;
  const order = header ? [...header.keys()].sort((a, b) => (header[a] ?? 0) - (header[b] ?? 0)) : null;
  const permuted = order?.some((column, i) => column !== i) ? order : null;
  const placings = places(region.candidates, count);

  const loose = region.candidates.filter((it) => it.grid === 'loose' && it.cells.length >= count);
  const isPadded = loose.some((it) => it.cells.length > count);
  const width = isPadded ? mostCommon(loose.map(widthOf)) : 0;

  const inFormOrder = (cells: readonly ValueCell[]): Window =>
    permuted ? labels.map((_, column) => cells[permuted.indexOf(column)] ?? null) : cells;

  const one = (candidate: Candidate): Window => {
    const { cells, grid } = candidate;
    if (cells.length === 0) return 'none';
    const headed = underHeadings(candidate, count);
    if (headed && !permuted) return headed;
    if (grid === 'exact') {
      const [only] = cells;
      if (cells.length === 1 && only && only.span >= count && count > 1) return merged(only, count);
      if (cells.length === count) return inFormOrder(cells);
      if (header) {
        const columns = header.map((column) =>
          cells.find((cell) => cell.column === column && cell.span === 1),
        );
        const outside = cells.filter((cell) => !header.includes(cell.column) && !isBlank(cell.text));
        if (outside.length === 0 && columns.every((cell) => cell !== undefined)) return columns;
      }
    }
    const printed = cells.filter((cell) => !isBlank(cell.text));
    if (printed.length === 0) return 'none';
    if (printed.length === count) return inFormOrder(printed);
    if (grid === 'exact' || grid === 'spaced' || cells.length < count) return 'unclear';
    if (grid === 'loose' && isPadded) {
      if (widthOf(candidate) !== width) return 'unclear';
    } else if (grid === 'loose' && cells.length === count) return cells;
    const starts = new Set(placings.map((place) => place(candidate)));
    if (cells.length === count && starts.size === 0) return cells;
    const [start] = starts;
    if (starts.size !== 1 || start === undefined) return 'unclear';
    return Array.from({ length: count }, (_, i) => cells[start + i] ?? null);
  };

  return new Map(region.candidates.map((candidate) => [candidate, one(candidate)]));
}
