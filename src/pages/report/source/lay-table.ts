import type { SourceCell, SourceRow } from './source-text';

/** A cell in its place in the grid; `cell` null fills a place that no cell of the source covers. */
export interface LaidCell {
  readonly cell: SourceCell | null;
  readonly column: number;
  readonly colspan: number;
  readonly rowspan: number;
}

const endOf = ({ column, span }: SourceCell): number => column + span;

const endOfRow = (row: SourceRow): number => Math.max(0, ...row.cells.map(endOf));

/** By row: how far to the right it or any row below it goes. */
function reachOf(rows: readonly SourceRow[]): readonly number[] {
  const reach: number[] = [];
  for (let r = rows.length - 1; r >= 0; r -= 1)
    reach[r] = Math.max(reach[r + 1] ?? 0, endOfRow(rows[r] as SourceRow));
  return reach;
}

/** A cell reaches down through rows that have nothing in its columns, if these go on to its right or further down. */
function rowspanOf(
  rows: readonly SourceRow[],
  reach: readonly number[],
  r: number,
  cell: SourceCell,
): number {
  const isFree = (row: SourceRow): boolean =>
    row.cells.every((other) => endOf(other) <= cell.column || other.column >= endOf(cell));
  let below = r + 1;
  for (let row = rows[below]; row && isFree(row) && (reach[below] ?? 0) >= endOf(cell); row = rows[below])
    below += 1;
  return below - r;
}

/** Rows of one table as a grid: how far merged cells reach down shows in the columns that the rows below leave out. */
export function layTable(rows: readonly SourceRow[]): readonly (readonly LaidCell[])[] {
  /** By column: the first row that no cell above reaches into. */
  const free: number[] = [];
  const reach = reachOf(rows);
  return rows.map((row, r) => {
    const laid: LaidCell[] = [];
    let next = 0;
    const fill = (to: number): void => {
      const columns = Array.from({ length: Math.max(0, to - next) }, (_, i) => next + i);
      for (const column of columns)
        if ((free[column] ?? 0) <= r) laid.push({ cell: null, column, colspan: 1, rowspan: 1 });
    };
    for (const cell of row.cells) {
      fill(cell.column);
      const rowspan = rowspanOf(rows, reach, r, cell);
      laid.push({ cell, column: cell.column, colspan: cell.span, rowspan });
      for (let column = cell.column; column < endOf(cell); column += 1) free[column] = r + rowspan;
      next = endOf(cell);
    }
    return laid;
  });
}
