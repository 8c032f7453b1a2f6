import type { SourceCell, SourceRow } from './source-text';

/** A cell in its place in the grid; `cell` null fills a place that no cell of the source covers. */
export interface LaidCell {
  readonly cell: SourceCell | null;
  readonly column: number;
  readonly colspan: number;
  readonly rowspan: number;
}

const endOf = ({ column, span }: SourceCell): number => column + span;

/** Whether a row has nothing in the columns of a cell above, but goes on to their right: the cell reaches into it. */
const isReached = (row: SourceRow, cell: SourceCell): boolean =>
  row.cells.every((other) => endOf(other) <= cell.column || other.column >= endOf(cell)) &&
  row.cells.some((other) => other.column >= endOf(cell));

function rowspanOf(rows: readonly SourceRow[], r: number, cell: SourceCell): number {
  let below = r + 1;
  for (let row = rows[below]; row && isReached(row, cell); row = rows[below]) below += 1;
  return below - r;
}

/** Rows of one table as a grid: how far merged cells reach down shows in the columns that the rows below leave out. */
export function layTable(rows: readonly SourceRow[]): readonly (readonly LaidCell[])[] {
  /** By column: the first row that no cell above reaches into. */
  const free: number[] = [];
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
      const rowspan = rowspanOf(rows, r, cell);
      laid.push({ cell, column: cell.column, colspan: cell.span, rowspan });
      for (let column = cell.column; column < endOf(cell); column += 1) free[column] = r + rowspan;
      next = endOf(cell);
    }
    return laid;
  });
}
