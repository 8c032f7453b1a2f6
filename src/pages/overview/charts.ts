import type { ChartModel } from '../../charts';
import { valueOf } from '../../metrics';
import {
  byUnit,
  byYear,
  pooled,
  pooledYearsText,
  type ChartSpec,
  type PageContext,
  type Row,
} from '../shared/context';
import { listBars, listCoverage, listQuestion, entryName, isResidual } from '../shared/categories';
import { unitDots } from '../shared/dots';
import { reportsBehind, rowsByYear, sourceLine, yearLines, yearStack, type Heading } from '../shared/models';
import { appealParts, resultName } from '../shared/parts';
import { filingModel } from './filing';
import { medianModel } from './median';

const publishedMeasures = ['published_items'];

/**
 * Sums over years mean something only where all bodies are held. A sample without a roster shows instead how many of
 * its bodies got any application.
 */
const isSample = (context: PageContext): boolean => context.filingIn(context.years[1]) === null;
const applicationMeasures = (context: PageContext): readonly string[] =>
  isSample(context) ? ['applications_any'] : ['applications_new', 'results_total'];

function applicationHeading(context: PageContext, rows: readonly Row[]): Heading {
  const { t, format, years } = context;
  const id = 'overview-applications';
  if (isSample(context)) return { id, title: t('overview.any.title'), subtitle: t('overview.any.subtitle') };
  const last = rowsByYear(rows).get(years[1]);
  const value = last ? valueOf(last, 'applications_new') : undefined;
  return {
    id,
    title:
      value?.state === 'value'
        ? t('overview.applications.finding', { year: years[1], count: format.count(value.value) })
        : t('overview.applications.title'),
    subtitle: t('overview.applications.subtitle'),
  };
}
const reviewMeasures = appealParts('review').map((part) => part.id);

/** The charts of the overview, in reading order. */
export const overviewCharts: readonly ChartSpec<ChartModel>[] = [
  {
    id: 'overview-applications',
    span: 7,
    questions: (context) => ({ rows: byYear(context, applicationMeasures(context)) }),
    model: (context, { rows = [] }) => {
      const measures = applicationMeasures(context);
      const source = sourceLine(context, 'mixed', reportsBehind(rows, measures));
      return yearLines(context, applicationHeading(context, rows), rows, measures, source);
    },
  },
  {
    id: 'overview-categories',
    span: 5,
    questions: (context) => ({
      rows: listQuestion(context, 'items'),
      coverage: listCoverage(context, 'items'),
      published: byYear(context, publishedMeasures),
    }),
    model: (context, { rows = [], coverage = [], published = [] }) => {
      const { t, format } = context;
      const subject = [...rows]
        .filter((row) => !isResidual(row['category']))
        .sort((a, b) => Number(b['count']) - Number(a['count']))[0];
      const reports = Number(coverage[0]?.['reports'] ?? 0);
      const all = published.reduce((sum, row) => sum + Number(row['reports'] ?? 0), 0);
      return listBars(
        context,
        {
          id: 'overview-categories',
          title: subject
            ? t('overview.categories.finding', {
                category: entryName(context, 'items', String(subject['category'])),
              })
            : t('overview.categories.title'),
          subtitle: t('overview.categories.subtitle', {
            reports: format.count(reports),
            all: format.count(all),
          }),
        },
        'items',
        rows,
        sourceLine(context, 'text', reports),
      );
    },
  },
  {
    id: 'overview-published',
    span: 7,
    questions: (context) => ({ rows: byYear(context, publishedMeasures, true) }),
    model: (context, { rows = [] }) => {
      const model = yearLines(
        context,
        {
          id: 'overview-published',
          title: context.t('overview.published.title'),
          subtitle: context.t('overview.published.subtitle'),
        },
        rows,
        publishedMeasures,
        sourceLine(context, 'text', reportsBehind(rows, publishedMeasures)),
      );
      return medianModel(context, model, rows, 'published_items');
    },
  },
  {
    id: 'overview-filing',
    span: 5,
    questions: (context) => ({ rows: byYear(context, []) }),
    model: filingModel,
  },
  {
    id: 'overview-ranking',
    span: 7,
    questions: (context) => ({
      rows: byUnit(context, publishedMeasures),
      total: pooled(context, publishedMeasures),
    }),
    model: (context, { rows = [], total = [] }) =>
      unitDots(
        context,
        {
          id: 'overview-ranking',
          title: context.t(`overview.ranking.title.${context.unit}`),
          subtitle: context.t('overview.ranking.subtitle', {
            years: pooledYearsText(context, publishedMeasures),
          }),
        },
        rows,
        total[0],
        'published_items',
        sourceLine(context, 'text', reportsBehind(rows, publishedMeasures)),
      ),
  },
  {
    id: 'overview-appeals',
    span: 5,
    questions: (context) => ({ rows: byYear(context, reviewMeasures) }),
    model: (context, { rows = [] }) =>
      yearStack(
        context,
        {
          id: 'overview-appeals',
          title: context.t('overview.appeals.title'),
          subtitle: context.t('appeals.subtitle'),
        },
        rows,
        appealParts('review'),
        sourceLine(context, 't4', reportsBehind(rows, reviewMeasures)),
        { partName: resultName(context) },
      ),
  },
];
