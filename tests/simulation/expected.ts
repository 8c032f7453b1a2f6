import type { CellCode, TableId } from '../../src/forms';
import type { Cell, CountedLabel, Fact, Report } from '../../src/reading';
import type { ReportContent } from '../../src/simulation';
import { cellsOf, formsOf, type PrintedReport } from './printed-report';

/** What can be read of a report, in one shape for what was written and what was read. */
export interface Readable {
  readonly year: number | null;
  readonly agency: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly forms: Readonly<Record<string, string>>;
  readonly cells: Readonly<Record<string, string>>;
  readonly narrative: Readonly<Record<string, unknown>>;
  readonly statistics: Readonly<Record<string, number | null>>;
}

const list = (entries: readonly { label: string; count: number }[]) =>
  entries.map(({ label, count }) => `${label} ${count}`);

/** A cell's value, or the reason why it has none. */
const stateOf = (cell: Cell) => (cell.state === 'value' ? String(cell.value) : cell.state);

function writtenCell(content: ReportContent, code: CellCode, table: TableId): string {
  if (content.omitted.includes(table)) return 'table_missing';
  const value = content.cells[code];
  return value === null || value === undefined ? content.empty : String(value);
}

/** What a perfect reader finds in the document of `content`. */
export function written(content: PrintedReport): Readable {
  const { narrative: said } = content;
  const counts = {
    applications_received: said.applications_received,
    applications_carried_in: said.applications_carried_in,
    applications_carried_out: said.applications_carried_out,
    applications_answered: said.applications_answered,
    reviews_total: said.reviews_total,
    litigation_total: said.litigation_total,
  };
  return {
    year: content.year,
    agency: content.agency.name,
    title: content.title,
    published: content.published,
    forms: formsOf(content),
    cells: Object.fromEntries(
      cellsOf(content.style)
        .map(({ code, table }) => [code, writtenCell(content, code, table)] as const)
        .filter(([, cell]) => cell !== 'table_missing'),
    ),
    narrative: {
      // A copied sentence that names another year states no number of this one.
      ...(said.published_total && content.narrativeYear === undefined
        ? { published_total: `${said.published_total.value} ${said.published_total.precision}` }
        : {}),
      ...(said.published_by_category.length > 0
        ? { published_by_category: list(said.published_by_category) }
        : {}),
      ...(said.channels.length > 0 ? { channels: list(said.channels) } : {}),
      ...(content.narrativeYear === undefined
        ? Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== null))
        : {}),
    },
    statistics: content.statistics,
  };
}

/** What our reader found. Cells that it says are absent are left out, as the document has none. */
export function found(report: Report): Readable {
  const { published_total: total, published_by_category: categories, channels } = report.narrative;
  const counts = (
    [
      'applications_received',
      'applications_carried_in',
      'applications_carried_out',
      'applications_answered',
      'reviews_total',
      'litigation_total',
    ] as const
  ).flatMap((fact): [string, number][] => {
    const read: Fact | undefined = report.narrative[fact];
    return read ? [[fact, read.value]] : [];
  });
  const listed = (entries: readonly CountedLabel[] | undefined) =>
    entries && entries.length > 0 ? list(entries) : undefined;
  return {
    year: report.year,
    agency: report.agency.name,
    title: report.title,
    published: report.published,
    forms: report.forms,
    cells: Object.fromEntries(
      Object.entries(report.cells)
        .filter(([, cell]) => cell.state !== 'table_missing' && cell.state !== 'not_collected')
        .map(([code, cell]) => [code, stateOf(cell)]),
    ),
    narrative: {
      ...(total ? { published_total: `${total.value} ${total.precision}` } : {}),
      ...(listed(categories) ? { published_by_category: listed(categories) } : {}),
      ...(listed(channels) ? { channels: listed(channels) } : {}),
      ...Object.fromEntries(counts),
    },
    statistics: Object.fromEntries(
      (report.statistical_table ?? []).flatMap(({ code, value }) =>
        code && value !== null ? [[code, value]] : [],
      ),
    ),
  };
}
