import { metric, valueOf, type Question } from '../../metrics';
import { absenceWord, byYear, type Answers, type PageContext, type Row } from '../shared/context';
import { changeOf, type Change } from '../shared/change';
import { smallSample } from '../shared/dots';
import { rowsByYear } from '../shared/models';

export interface Figure {
  readonly id: string;
  readonly label: string;
  /** Null: nobody states it, or there is nothing to divide by; `note` says which. */
  readonly value: string | null;
  readonly beside: string;
  readonly note: string;
  readonly page: 'overview' | 'publishing' | 'applications' | 'appeals';
}

const rates = ['disclosure_rate_substantive', 'disclosure_rate_all', 'disclosure_rate_merits'] as const;
const measures = ['published_items', 'applications_new', ...rates, 'review_correction_rate'];

/** The figures, in their order. */
export const figureIds = [
  'reports',
  'published_items',
  'applications_new',
  rates[0],
  'review_correction_rate',
];

export const headlineQuestions = (context: PageContext): Readonly<Record<string, Question>> => ({
  rows: byYear(context, measures),
  medians: byYear(context, ['published_items', 'applications_new'], true),
});

function changeWords(context: PageContext, change: Change): string {
  const { t, format } = context;
  if (change.state === 'break') return t('change.break', { year: change.year });
  if (change.state === 'none') return '';
  const sign = change.percent >= 0 ? '+' : '−';
  return t('change.value', {
    change: `${sign}${format.percent(Math.abs(change.percent), 0)}`,
    before: format.count(change.before, true),
  });
}

const sentence = (...parts: readonly string[]): string => parts.filter(Boolean).join(' · ');

function reportsFigure(context: PageContext, row: Row | undefined, year: number): Figure {
  const { t, format } = context;
  const held = Number(row?.['reports'] ?? 0);
  const filing = context.filingIn(year);
  return {
    id: 'reports',
    label: t('headline.reports'),
    value: format.count(held),
    beside: filing === null ? t('unit.reports') : `/ ${format.count(filing.expected)}`,
    note:
      filing === null
        ? t('headline.reports.unknown')
        : filing.lacking.length > 0
          ? t('headline.reports.missing', { year, count: format.count(filing.lacking.length) })
          : t('headline.reports.complete', { year }),
    page: 'overview',
  };
}

function countFigure(
  context: PageContext,
  id: 'published_items' | 'applications_new',
  now: Row | undefined,
  before: Row | undefined,
  medians: Row | undefined,
  year: number,
): Figure {
  const { t, format, lang } = context;
  const value = now ? valueOf(now, id) : ({ state: 'missing' } as const);
  const median = medians?.[`${id}__p50`];
  const held = Number(now?.['reports'] ?? 0);
  return {
    id,
    label: metric(id).label[lang],
    value: value.state === 'value' ? format.count(value.value, true) : null,
    beside: metric(id).unit[lang],
    note:
      value.state === 'value'
        ? sentence(
            typeof median === 'number'
              ? t('headline.median', { median: format.count(Math.round(median)) })
              : '',
            value.n < held
              ? t('headline.stated', { n: format.count(value.n), held: format.count(held) })
              : '',
            changeWords(context, changeOf(id, now, before, year)),
          )
        : absenceWord(context, 'missing'),
    page: id === 'published_items' ? 'publishing' : 'applications',
  };
}

function rateFigure(context: PageContext, now: Row | undefined): Figure {
  const { t, format, lang } = context;
  const id = rates[0];
  const values = rates.map((one) => (now ? valueOf(now, one) : ({ state: 'missing' } as const)));
  const first = values[0] ?? { state: 'missing' };
  const numbers = values.flatMap((value) => (value.state === 'value' ? [value.value] : []));
  return {
    id,
    label: metric(id).label[lang],
    value: first.state === 'value' ? format.percent(first.value, 0) : null,
    beside:
      first.state === 'value'
        ? `${format.count(first.numerator ?? 0)} / ${format.count(first.denominator ?? 0)}`
        : '',
    note:
      first.state === 'value'
        ? sentence(
            (first.denominator ?? smallSample) < smallSample
              ? t('headline.interval', {
                  low: format.percent(first.low ?? 0, 0),
                  high: format.percent(first.high ?? 0, 0),
                })
              : '',
            t('headline.range', {
              low: format.percent(Math.min(...numbers), 0),
              high: format.percent(Math.max(...numbers), 0),
            }),
          )
        : absenceWord(context, first.state === 'na' ? 'na' : 'missing'),
    page: 'applications',
  };
}

function correctionFigure(context: PageContext, now: Row | undefined): Figure {
  const { t, format, lang } = context;
  const id = 'review_correction_rate';
  const value = now ? valueOf(now, id) : ({ state: 'missing' } as const);
  return {
    id,
    label: metric(id).label[lang],
    value:
      value.state === 'value'
        ? `${format.count(value.numerator ?? 0)} / ${format.count(value.denominator ?? 0)}`
        : null,
    beside: value.state === 'value' ? metric('reviews').unit[lang] : '',
    note:
      value.state === 'value'
        ? t('headline.interval', {
            low: format.percent(value.low ?? 0, 0),
            high: format.percent(value.high ?? 0, 0),
          })
        : value.state === 'na'
          ? t('headline.no_reviews')
          : absenceWord(context, 'missing'),
    page: 'appeals',
  };
}

/** The figures of the newest year shown that has a report, each with what it may be compared with. */
export function headline(
  context: PageContext,
  { rows = [], medians = [] }: Answers,
): {
  readonly year: number;
  readonly figures: readonly Figure[];
} {
  const at = rowsByYear(rows);
  const year = Math.max(context.years[0], ...[...at.keys()]);
  const now = at.get(year);
  const before = at.get(year - 1);
  const middle = rowsByYear(medians).get(year);
  return {
    year,
    figures: [
      reportsFigure(context, now, year),
      countFigure(context, 'published_items', now, before, middle, year),
      countFigure(context, 'applications_new', now, before, middle, year),
      rateFigure(context, now),
      correctionFigure(context, now),
    ],
  };
}
