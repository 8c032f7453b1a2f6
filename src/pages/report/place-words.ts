import type { Translate } from '../../i18n';
import type { Place } from './records';

/** Lines of a text; a web page is read by its paragraphs and tables, and has lines in its source only. */
function lineWords(t: Translate, { paragraph, line, column, table }: Place): string | null {
  if (line === null || paragraph !== null) return null;
  if (table !== null) return t('report.place.source_line', { line });
  return column === null ? t('report.place.line', { line }) : t('report.place.column', { line, column });
}

/** Where something stands in its source, in words; null where the dataset does not know. */
export function placeWords(t: Translate, place: Place | null): string | null {
  if (!place) return null;
  const { page, paragraph, column, table, row, cell } = place;
  const parts = [
    page === null ? null : t('report.place.page', { page }),
    table !== null && row !== null && cell !== null ? t('report.place.cell', { table, row, cell }) : null,
    paragraph !== null && column !== null ? t('report.place.paragraph', { paragraph, column }) : null,
    lineWords(t, place),
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(t('report.place.and')) : null;
}
