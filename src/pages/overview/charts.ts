import type { ChartModel } from '../../charts';
import { valueOf } from '../../metrics';
import { byUnit, byYear, where, type ChartSpec } from '../shared/context';
import { listBars, listCoverage, listQuestion, entryName } from '../shared/categories';
import { unitDots } from '../shared/dots';
import { reportsBehind, rowsByYear, sourceLine, yearLines, yearStack } from '../shared/models';
import { appealParts, resultName } from '../shared/parts';
import { filingModel } from './filing';
import { medianModel } from './median';

const publishedMeasures = ['published_items'];
const applicationMeasures = ['applications_new', 'results_total'];
const reviewMeasures = appealParts('review').map((part) => part.id);

/** The charts of the overview, in reading order. */
export const overviewCharts: readonly ChartSpec<ChartModel>[] = [
  {
    id: 'overview-applications',
    span: 7,
    questions: (context) => ({ rows: byYear(context, applicationMeasures) }),
    model: (context, { rows = [] }) => {
      const last = rowsByYear(rows).get(context.years[1]);
      const value = last ? valueOf(last, 'applications_new') : undefined;
      return yearLines(
        context,
        {
          id: 'overview-applications',
          title:
            value?.state === 'value'
              ? context.t('overview.applications.finding', {
                  year: context.years[1],
                  count: context.format.count(value.value),
                })
              : context.t('overview.applications.title'),
          subtitle: context.t('overview.applications.subtitle'),
        },
        rows,
        applicationMeasures,
        sourceLine(context, 'mixed', reportsBehind(rows, ['applications_new'])),
      );
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
        .filter((row) => row['category'] !== 'other')
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
      total: { from: 'reports', measures: publishedMeasures, by: [], where: where(context) },
    }),
    model: (context, { rows = [], total = [] }) =>
      unitDots(
        context,
        {
          id: 'overview-ranking',
          title: context.t(`overview.ranking.title.${context.unit}`),
          subtitle: context.t('overview.ranking.subtitle', { from: context.years[0], to: context.years[1] }),
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
