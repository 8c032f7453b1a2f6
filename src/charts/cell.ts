import type { DrawingWords, Format, TableCell, TableModel } from './types';

export type Column = TableModel['columns'][number];

export const isAbsent = (cell: TableCell): cell is Extract<TableCell, object> =>
  cell !== null && typeof cell === 'object';

/** A cell as the table shows it. Numbers of columns that are not numeric (years) stay as they are. */
export function writeCell(cell: TableCell, column: Column, format: Format, words: DrawingWords): string {
  if (cell === null) return '';
  if (isAbsent(cell)) return cell.absence === 'na' ? '—' : words[cell.absence];
  if (typeof cell === 'string' || !column.numeric) return String(cell);
  if (column.unit === '%') return format.percent(cell, column.digits ?? 1);
  return Number.isInteger(cell) ? format.count(cell) : format.decimal(cell);
}

export const heading = ({ label, unit }: Column): string =>
  unit === undefined || unit === '' ? label : `${label} (${unit})`;
