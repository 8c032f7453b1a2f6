import type { Candidate, Region, ValueCell } from './candidates';
import { isBlank } from './numbers';
import { fold } from './normalize';

/** The value cells of a candidate in the order of the form's columns, or why they cannot be told. */
export type Window = readonly (ValueCell | null)[] | 'none' | 'unclear';

type Place = (candidate: Candidate) => number;

const isFull = (cells: readonly ValueCell[]): boolean =>
  cells.length > 0 && cells.every((cell) => !isBlank(cell.text));

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

const trimmed = (cells: readonly ValueCell[]): readonly ValueCell[] => {
  let [from, to] = [0, cells.length];
  while (from < to && isBlank(cells[from]?.text ?? '')) from++;
  while (to > from && isBlank(cells[to - 1]?.text ?? '')) to--;
  return cells.slice(from, to);
};

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
      return from >= 0 && row.cells.every((cell, i) => (i >= from && i < from + count) || isBlank(cell.text));
    }),
  );
}

/**
 * Which `count` cells of each candidate are the values of the form's columns. A row is certain when it has exactly
 * that many cells, or that many filled ones in a run; a row with padding is read when every placing of the padding
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

  const inFormOrder = (cells: readonly ValueCell[]): Window =>
    permuted ? labels.map((_, column) => cells[permuted.indexOf(column)] ?? null) : cells;

  const one = (candidate: Candidate): Window => {
    const { cells, grid } = candidate;
    if (cells.length === 0) return 'none';
    const filled = trimmed(cells);
    if (grid === 'exact') {
      const [only] = filled;
      if (filled.length === 1 && only && only.span >= count && cells.length <= 2)
        return Array<ValueCell>(count).fill(only);
      if (cells.length === count) return inFormOrder(cells);
      if (header) {
        const columns = header.map((column) =>
          cells.find((cell) => cell.column === column && cell.span === 1),
        );
        const outside = cells.filter((cell) => !header.includes(cell.column) && !isBlank(cell.text));
        if (outside.length === 0 && columns.every((cell) => cell !== undefined)) return columns;
      }
      return filled.length === count && isFull(filled)
        ? inFormOrder(filled)
        : filled.length === 0
          ? 'none'
          : 'unclear';
    }
    if (filled.length === count && isFull(filled)) return filled;
    if (filled.length === 0) return 'none';
    if (grid === 'spaced') return 'unclear';
    if (cells.length < count) return 'unclear';
    if (grid === 'loose' && cells.length === count) return cells;
    const starts = new Set(placings.map((place) => place(candidate)));
    if (count === 1 && filled.length === 1) return filled;
    if (cells.length === count && starts.size === 0) return cells;
    const [start] = starts;
    if (starts.size !== 1 || start === undefined) return 'unclear';
    return Array.from({ length: count }, (_, i) => cells[start + i] ?? null);
  };

  return new Map(region.candidates.map((candidate) => [candidate, one(candidate)]));
}
