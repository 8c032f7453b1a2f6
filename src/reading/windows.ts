import type { Candidate, Region, ValueCell } from './candidates';
import type { GridOrder } from './column-order';
import { fold } from './normalize';
import { isBlank } from './numbers';

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

/** Blank, and more than an empty line, which may be spacing. */
const isVisiblyBlank = (cell: ValueCell): boolean => isBlank(cell.text) && !cell.isEmptyLine;

/**
 * Cells under the headings of the row above, when that row has the same cells and one heading for each column; unclear
 * where blanks are visible and a value stands under none of them, or there are more cells than headings.
 */
function underHeadings(
  { cells, heading, grid }: Candidate,
  count: number,
): readonly ValueCell[] | 'unclear' | null {
  if (!heading || heading.offsets.length !== count) return null;
  const isFilled = cells.some((cell) => !isBlank(cell.text));
  if (grid === 'loose' && isFilled && cells.length > heading.width && cells.some(isVisiblyBlank))
    return 'unclear';
  if (heading.width !== cells.length) return null;
  // Behind a blank heading values may as well stand from the first cell on.
  if (heading.offsets[0] !== 0 && cells.slice(count).every((cell) => isBlank(cell.text))) return null;
  const outside = cells.filter((cell, i) => !heading.offsets.includes(i) && !isBlank(cell.text));
  const inside = heading.offsets.map((offset) => cells[offset]).filter((cell) => cell !== undefined);
  if (outside.length === 0 && inside.length === count) return inside;
  const showsBlanks = grid === 'loose' || (grid === 'padded' && heading.offsets[0] === 0);
  return showsBlanks && inside.some(isVisiblyBlank) ? 'unclear' : null;
}

/** Whether an empty line stands between values. */
const isParted = (cells: readonly ValueCell[]): boolean => {
  const last = cells.findLastIndex((cell) => !isBlank(cell.text));
  const first = cells.findIndex((cell) => !isBlank(cell.text));
  return cells.some((cell, i) => cell.isEmptyLine && i > first && i < last);
};

/** Whether a number stands twice one after another, as a line that was doubled does. */
const isDoubled = (cells: readonly ValueCell[]): boolean =>
  cells.some((cell, i) => /[1-9]/.test(cell.text) && cell.text === cells[i + 1]?.text);

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
  const columns =
    padded.length < rows.length ? [] : padded.flatMap((it) => it.cells.map((cell) => cell.column));
  const all: Place[] = [
    () => 0,
    (it) => it.cells.length - count,
    ...[...new Set(columns)].map(
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
const widthOf = ({ grid, before, own, cells }: Candidate): number =>
  grid === 'loose'
    ? before.length + own.length + cells.length
    : (cells.at(-1)?.column ?? -1) + (cells.at(-1)?.span ?? 0);

/** So many rows of one width are a layout and no damage. */
const LAYOUT = 3;

/** Widths of rows that lost no cell: the most common, and those that several rows have. */
function usualWidths(rows: readonly Candidate[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const width of rows.map(widthOf)) counts.set(width, (counts.get(width) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return new Set(
    [...counts.keys()].filter((width) => [most, LAYOUT].some((n) => (counts.get(width) ?? 0) >= n)),
  );
}

/**
 * Which `count` cells of each candidate are the values of the form's columns. A row is certain when it has exactly
 * that many cells, or that many filled ones; a row with padding is read when it is as wide as the others and every
 * placing of the padding that suits the whole table agrees on it. `order` is that of the columns of a real table.
 */
export function windows(region: Region, count: number, order?: GridOrder): ReadonlyMap<Candidate, Window> {
  const header = order?.columns ?? null;
  const permuted =
    header && order?.order === 'moved'
      ? [...header.keys()].sort((a, b) => (header[a] ?? 0) - (header[b] ?? 0))
      : null;

  const wide = region.candidates.filter((it) => it.cells.length >= count);
  const loose = wide.filter((it) => it.grid === 'loose');
  const isPadded = loose.some((it) => it.cells.length > count);
  const hasBlanks = loose.some((it) => it.cells.filter((cell) => !isBlank(cell.text)).length < count);
  const looseWidths = usualWidths(loose);
  const lineWidths = usualWidths(wide.filter((it) => it.grid === 'padded' || it.grid === 'spaced'));
  const exactWidths = usualWidths(region.candidates.filter((it) => it.grid === 'exact'));
  const lostNone = (it: Candidate): boolean =>
    it.grid === 'loose' ? !isPadded || looseWidths.has(widthOf(it)) : lineWidths.has(widthOf(it));
  // Where zeros are printed a row without any cell has lost them.
  const printsZeros = wide.some((it) => it.cells.some((cell) => fold(cell.text) === '0'));
  const placings = places(region.candidates.filter(lostNone), count);

  const inFormOrder = (cells: readonly ValueCell[]): Window =>
    permuted ? cells.map((_, column) => cells[permuted.indexOf(column)] ?? null) : cells;

  const one = (candidate: Candidate): Window => {
    const { cells, grid } = candidate;
    if (cells.length === 0) return printsZeros ? 'unclear' : 'none';
    const headed = underHeadings(candidate, count);
    if (headed === 'unclear') return headed;
    if (headed && !permuted) return headed;
    if (grid === 'exact') {
      const [only] = cells;
      if (cells.length === 1 && only && only.span >= count && count > 1) return merged(only, count);
      const extra = order?.extra ?? [];
      if (cells.length === count && extra.length === 0) return inFormOrder(cells);
      if (header) {
        const columns = header.map((column) =>
          cells.find((cell) => cell.column === column && cell.span === 1),
        );
        const outside = cells.filter(
          ({ column, text }) => !header.includes(column) && !extra.includes(column) && !isBlank(text),
        );
        const isWhole = extra.length === 0 || cells.length === count + extra.length;
        if (isWhole && outside.length === 0 && columns.every((cell) => cell !== undefined)) return columns;
      }
      if (extra.length > 0) return cells.every((cell) => isBlank(cell.text)) ? 'none' : 'unclear';
    }
    const printed = cells.filter((cell) => !isBlank(cell.text));
    if (printed.length === 0) return 'none';
    // A cell too many beside a blank one may be a cell printed twice, unless other rows have as many.
    const isUsual = grid === 'exact' ? exactWidths.has(widthOf(candidate)) : lostNone(candidate);
    const hasOnlyEmptyLines =
      cells.every((cell) => cell.isEmptyLine || !isBlank(cell.text)) && !(hasBlanks && isParted(cells));
    const isCertain =
      cells.length === count || grid === 'spaced' || (grid === 'loose' && hasOnlyEmptyLines) || isUsual;
    if (printed.length === count && isCertain)
      return isDoubled(cells) && isParted(cells) ? 'unclear' : inFormOrder(printed);
    if (grid === 'exact' || grid === 'spaced' || cells.length < count || !lostNone(candidate))
      return 'unclear';
    if (grid === 'loose' && !isPadded && cells.length === count) return cells;
    const starts = new Set(placings.map((place) => place(candidate)));
    // Empty lines are blank cells only where all rows agree.
    if (cells.length === count && starts.size === 0 && !cells.some((it) => it.isEmptyLine)) return cells;
    const [start] = starts;
    if (starts.size !== 1 || start === undefined) return 'unclear';
    return Array.from({ length: count }, (_, i) => cells[start + i] ?? null);
  };

  return new Map(region.candidates.map((candidate) => [candidate, one(candidate)]));
}
