import type { ChartModel, TableModel } from '../../charts';
import { yearsOf, type Answers, type Filing, type PageContext } from '../shared/context';
import { emptyOf, remarks, rowsByYear } from '../shared/models';
import { reportsIn } from '../shared/tables';

interface FiledYear {
  readonly year: number;
  readonly held: number;
  readonly filing: Filing | null;
}

/** Names in a sentence under the chart; all are in the table. */
const namesSaid = 8;

const namesOf = (context: PageContext, { lacking }: Filing): string =>
  lacking.map(({ name }) => name).join(context.t('list.comma'));

/** Filed/expected: the reports held of those expected. Others, of bodies outside the roster, are in the bar only. */
const filedWords = ({ format }: PageContext, { expected, lacking }: Filing): string =>
  `${format.count(expected - lacking.length)}/${format.count(expected)}`;

function filingTable(context: PageContext, filed: readonly FiledYear[], isKnown: boolean): TableModel {
  const { t } = context;
  const count = (key: 'held' | 'expected' | 'not_held') => ({
    key,
    label: t(`table.${key}`),
    numeric: true,
    unit: t('unit.reports'),
    digits: 0,
  });
  return {
    columns: [
      { key: 'year', label: t('table.year'), numeric: false },
      count('held'),
      ...(isKnown
        ? [
            count('expected'),
            count('not_held'),
            { key: 'lacking', label: t('table.lacking'), numeric: false },
          ]
        : []),
    ],
    rows: filed.map(({ year, held, filing }) => ({
      id: String(year),
      cells: [
        String(year),
        held,
        ...(filing ? [filing.expected, filing.lacking.length, namesOf(context, filing)] : []),
      ],
    })),
  };
}

/** Names who lacks a report in the newest year in which anyone does. */
function lackingRemark(context: PageContext, filed: readonly FiledYear[]): string | undefined {
  const last = filed.findLast(({ filing }) => filing?.lacking.length);
  if (!last?.filing) return undefined;
  const { year, filing } = last;
  const names = namesOf(context, { ...filing, lacking: filing.lacking.slice(0, namesSaid) });
  const count = filing.lacking.length;
  return context.t(count > namesSaid ? 'overview.filing.lacking.more' : 'overview.filing.lacking', {
    year,
    names,
    count,
  });
}

/** How many reports the dataset holds for each year and, where a roster is known, whose it does not. */
export function filingModel(context: PageContext, { rows = [] }: Answers): ChartModel {
  const { t } = context;
  const at = rowsByYear(rows);
  const filed = yearsOf(context).map((year) => ({
    year,
    held: reportsIn(at.get(year)),
    filing: context.filingIn(year),
  }));
  const isKnown = filed.some(({ filing }) => filing !== null);
  const base: Omit<ChartModel, 'drawing' | 'empty'> = {
    id: 'overview-filing',
    title: t('overview.filing.title'),
    subtitle: t(isKnown ? 'overview.filing.subtitle.known' : 'overview.filing.subtitle.unknown'),
    table: filingTable(context, filed, isKnown),
    source: t('source.dataset', { version: context.manifest.version }),
    notes: [t('notes.filing')],
    ...remarks(lackingRemark(context, filed)),
  };
  if (!filed.some(({ held }) => held > 0)) return { ...base, ...emptyOf(context) };
  const notHeld = {
    id: 'not_held',
    name: t('table.not_held'),
    tone: 'pending' as const,
    data: filed.map(({ filing }) => ({ value: filing?.lacking.length ?? 0 })),
  };
  return {
    ...base,
    drawing: {
      type: 'stack',
      orientation: 'vertical',
      shares: false,
      rows: filed.map(({ year, filing }) => ({
        id: String(year),
        name: String(year),
        ...(filing ? { note: filedWords(context, filing) } : {}),
      })),
      parts: [
        {
          id: 'held',
          name: t('table.held'),
          tone: 'series_1',
          data: filed.map(({ held }) => ({ value: held })),
        },
        ...(isKnown ? [notHeld] : []),
      ],
      breaks: [],
      axis: { kind: 'value', unit: t('unit.reports') },
    },
  };
}
