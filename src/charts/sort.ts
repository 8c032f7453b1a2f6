import { isAbsent } from './cell';
import type { TableCell, TableModel } from './types';

export type TableRow = TableModel['rows'][number];

export interface Sorting {
  readonly column: number;
  readonly direction: 'ascending' | 'descending';
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

function compare(one: TableCell, other: TableCell): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return collator.compare(String(one), String(other));
}

/** Rows by one column; cells without a value come last in both directions, equal rows keep their order. */
export function sortRows(rows: readonly TableRow[], sorting: Sorting | null): readonly TableRow[] {
  if (sorting === null) return rows;
  const cellOf = (row: TableRow): TableCell => row.cells[sorting.column] ?? null;
  const isEmpty = (cell: TableCell): boolean => cell === null || isAbsent(cell);
  const sign = sorting.direction === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [one, other] = [cellOf(a), cellOf(b)];
    if (isEmpty(one) || isEmpty(other)) return Number(isEmpty(one)) - Number(isEmpty(other));
    return sign * compare(one, other);
  });
}

/** What a click on a head does: largest first for numbers, A first for words, then the other way round, then off. */
export function nextSorting(sorting: Sorting | null, column: number, isNumeric: boolean): Sorting | null {
  const first = isNumeric ? 'descending' : 'ascending';
  const second = isNumeric ? 'ascending' : 'descending';
  if (sorting?.column !== column) return { column, direction: first };
  return sorting.direction === first ? { column, direction: second } : null;
}
