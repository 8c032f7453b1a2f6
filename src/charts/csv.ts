import { heading, isAbsent } from './cell';
import type { ChartModel, ChartWords, Provenance, TableCell } from './types';

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
 * The table of a chart as CSV in UTF-8 with a byte order mark, for Excel. Numbers are bare and not rounded; a cell
 * without a number says why. Every row names what it shows, the filters, the dataset, its version, whether it is real,
 * and the address of the chart: rows can be cut out and pasted elsewhere, and lines of comment would break the table.
 */
export function makeCsv(
  { title, subtitle, table }: Pick<ChartModel, 'title' | 'subtitle' | 'table'>,
  { scope, dataset, version, simulated, link }: Provenance,
  words: ChartWords,
): string {
  const trace: readonly (readonly [label: string, value: string])[] = [
    [words.contents, `${title} ${subtitle}`],
    ...scope.map(({ label, value }) => [label, value] as const),
    [words.dataset, dataset],
    [words.version, version],
    [words.nature, simulated ? words.simulated : words.real],
    [words.link, link],
  ];
  const lines: readonly (readonly TableCell[])[] = [
    [...table.columns.map(heading), ...trace.map(([label]) => label)],
    ...table.rows.map(({ cells }) => [
      ...table.columns.map((_, i) => cells[i] ?? null),
      ...trace.map(([, value]) => value),
    ]),
  ];
  const written = lines.map((cells) => cells.map((cell) => writeField(cell, words)).join(','));
  return `\uFEFF${written.join('\r\n')}\r\n`;
}
