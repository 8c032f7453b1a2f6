import { heading, isAbsent } from './cell';
import type { ChartWords, Provenance, TableCell, TableModel } from './types';

/** A leading sign makes a spreadsheet run a text as a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const guard = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** RFC 4180. */
const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const writeField = (cell: TableCell, words: ChartWords): string => {
  if (cell === null) return '';
  if (isAbsent(cell)) return quote(guard(words[cell.absence]));
  return typeof cell === 'number' ? String(cell) : quote(guard(cell));
};

/**
 * The table as CSV in UTF-8 with a byte order mark, for Excel. Numbers are bare; a cell without a number says why;
 * every row names the dataset, its version, and whether it is real.
 */
export function makeCsv(table: TableModel, provenance: Provenance, words: ChartWords): string {
  const nature = provenance.simulated ? words.simulated : words.real;
  const head = [...table.columns.map(heading), words.dataset, words.version, words.nature];
  const tail = [provenance.dataset, provenance.version, nature];
  const lines = [
    head.map((cell) => writeField(cell, words)),
    ...table.rows.map(({ cells }) =>
      [...table.columns.map((_, i) => cells[i] ?? null), ...tail].map((cell) => writeField(cell, words)),
    ),
  ];
  return `\uFEFF${lines.map((fields) => fields.join(',')).join('\r\n')}\r\n`;
}
