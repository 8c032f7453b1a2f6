import type { ChartModel } from '../../charts';
import { yearsOf, type Answers, type PageContext } from '../shared/context';
import { emptyOf, rowsByYear } from '../shared/models';
import { reportsIn } from '../shared/tables';

/** How many reports the dataset holds for each year, beside how many are expected where a roster is known. */
export function filingModel(context: PageContext, { rows = [] }: Answers): ChartModel {
  const { t } = context;
  const at = rowsByYear(rows);
  const years = yearsOf(context);
  const held = years.map((year) => reportsIn(at.get(year)));
  const expected = years.map((year) => context.expectedIn(year));
  const known = expected.some((count) => count !== null);
  const base: Omit<ChartModel, 'drawing' | 'empty'> = {
    id: 'overview-filing',
    title: t('overview.filing.title'),
    subtitle: t(known ? 'overview.filing.subtitle.known' : 'overview.filing.subtitle.unknown'),
    table: {
      columns: [
        { key: 'year', label: t('table.year'), numeric: false },
        { key: 'held', label: t('table.held'), numeric: true, digits: 0 },
        ...(known ? [{ key: 'expected', label: t('table.expected'), numeric: true, digits: 0 }] : []),
      ],
      rows: years.map((year, index) => ({
        id: String(year),
        cells: [String(year), held[index] ?? 0, ...(known ? [expected[index] ?? null] : [])],
      })),
    },
    source: t('source.dataset', { version: context.manifest.version }),
    notes: [t('notes.filing')],
  };
  if (!held.some((count) => count > 0)) return { ...base, ...emptyOf(context) };
  const missing = years.map((_, index) => Math.max(0, (expected[index] ?? 0) - (held[index] ?? 0)));
  return {
    ...base,
    drawing: {
      type: 'stack',
      orientation: 'vertical',
      shares: false,
      rows: years.map((year) => ({ id: String(year), name: String(year) })),
      parts: [
        { id: 'held', name: t('table.held'), tone: 'series_1', data: held.map((value) => ({ value })) },
        ...(known
          ? [
              {
                id: 'not_held',
                name: t('table.not_held'),
                tone: 'pending' as const,
                data: missing.map((value) => ({ value })),
              },
            ]
          : []),
      ],
      breaks: [],
      axis: { kind: 'value', unit: t('unit.reports') },
    },
  };
}
