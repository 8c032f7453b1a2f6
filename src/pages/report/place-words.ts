import type { Translate } from '../../i18n';
import type { Place } from './records';

/** Where something stands in its source, in words; null where the dataset does not know. */
export function placeWords(t: Translate, place: Place | null): string | null {
  if (!place) return null;
  const { page, paragraph, line, column, table, row, cell } = place;
  const parts = [
    page === null ? null : t('report.place.page', { page }),
    table !== null && row !== null && cell !== null ? t('report.place.cell', { table, row, cell }) : null,
    paragraph !== null && column !== null ? t('report.place.paragraph', { paragraph, column }) : null,
    line === null
      ? null
      : column === null || paragraph !== null
        ? t('report.place.line', { line })
        : t('report.place.column', { line, column }),
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(t('report.place.and')) : null;
}
