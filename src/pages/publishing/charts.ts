import { unitYearHeat } from '../shared/heat';
import { unitStack } from '../shared/unit-stack';
import type { ChartModel } from '../../charts';
import { byUnit, byUnitAndYear, byYear, pooledYearsText, type ChartSpec } from '../shared/context';
import { listBars, listCoverage, listHeat, listQuestion } from '../shared/categories';
import { reportsBehind, sourceLine, yearLines } from '../shared/models';

const documents = ['documents_issued', 'documents_repealed', 'documents_in_force'];
const decisions = ['admin_license_decisions', 'admin_penalty_decisions', 'admin_coercion_decisions'];

const total = (rows: readonly Readonly<Record<string, unknown>>[]): number =>
  Number(rows[0]?.['reports'] ?? 0);

export const publishingCharts: readonly ChartSpec<ChartModel>[] = [
  {
    id: 'publishing-categories',
    span: 5,
    questions: (context) => ({
      rows: listQuestion(context, 'items'),
      coverage: listCoverage(context, 'items'),
      published: { ...byYear(context, ['published_items']), by: [] },
    }),
    model: (context, { rows = [], coverage = [], published = [] }) => {
      const { t, format } = context;
      const listed = rows.reduce((sum, row) => sum + Number(row['count'] ?? 0), 0);
      const stated = Number(published[0]?.['published_items'] ?? 0);
      return listBars(
        context,
        {
          id: 'publishing-categories',
          title: t('publishing.categories.title'),
          subtitle: t('publishing.categories.subtitle', {
            reports: format.count(total(coverage)),
            listed: format.count(listed),
            stated: format.count(stated),
          }),
        },
        'items',
        rows,
        sourceLine(context, 'text', total(coverage)),
        rows.some((row) => row['category'] === 'by_channel') ? t('publishing.categories.remark') : undefined,
      );
    },
  },
  {
    id: 'publishing-categories-years',
    span: 7,
    questions: (context) => ({
      rows: listQuestion(context, 'items', 'year'),
      coverage: listCoverage(context, 'items'),
    }),
    model: (context, { rows = [], coverage = [] }) =>
      listHeat(
        context,
        {
          id: 'publishing-categories-years',
          title: context.t('publishing.categories_years.title'),
          subtitle: context.t('publishing.categories_years.subtitle'),
        },
        'items',
        rows,
        'year',
        sourceLine(context, 'text', total(coverage)),
      ),
  },
  {
    id: 'publishing-categories-units',
    span: 12,
    questions: (context) => ({
      rows: listQuestion(context, 'items', 'unit'),
      coverage: listCoverage(context, 'items'),
    }),
    model: (context, { rows = [], coverage = [] }) =>
      listHeat(
        context,
        {
          id: 'publishing-categories-units',
          title: context.t(`publishing.categories_units.title.${context.unit}`),
          subtitle: context.t('publishing.categories_units.subtitle', {
            from: context.years[0],
            to: context.years[1],
          }),
        },
        'items',
        rows,
        'unit',
        sourceLine(context, 'text', total(coverage)),
      ),
  },
  {
    id: 'publishing-items',
    span: 7,
    questions: (context) => ({
      rows: byUnitAndYear(context, ['published_items']),
    }),
    model: (context, { rows = [] }) =>
      unitYearHeat(
        context,
        {
          id: 'publishing-items',
          title: context.t(`publishing.items.title.${context.unit}`),
          subtitle: context.t('publishing.items.subtitle'),
        },
        rows,
        'published_items',
        sourceLine(context, 'text', reportsBehind(rows, ['published_items'])),
      ),
  },
  {
    id: 'publishing-channels',
    span: 5,
    questions: (context) => ({
      rows: listQuestion(context, 'channels'),
      coverage: listCoverage(context, 'channels'),
    }),
    model: (context, { rows = [], coverage = [] }) =>
      listBars(
        context,
        {
          id: 'publishing-channels',
          title: context.t('publishing.channels.title'),
          subtitle: context.t('publishing.channels.subtitle'),
        },
        'channels',
        rows,
        sourceLine(context, 'text', total(coverage)),
      ),
  },
  {
    id: 'publishing-documents',
    span: 6,
    questions: (context) => ({ rows: byYear(context, documents) }),
    model: (context, { rows = [] }) =>
      yearLines(
        context,
        {
          id: 'publishing-documents',
          title: context.t('publishing.documents.title'),
          subtitle: context.t('publishing.documents.subtitle'),
        },
        rows,
        documents,
        sourceLine(context, 't2', reportsBehind(rows, documents)),
      ),
  },
  {
    id: 'publishing-decisions',
    span: 6,
    questions: (context) => ({ rows: byUnit(context, decisions) }),
    model: (context, { rows = [] }) =>
      unitStack(
        context,
        {
          id: 'publishing-decisions',
          title: context.t(`publishing.decisions.title.${context.unit}`),
          subtitle: context.t('publishing.decisions.subtitle', {
            years: pooledYearsText(context, decisions),
          }),
        },
        rows,
        [
          { id: 'admin_license_decisions', tone: 'series_1' },
          { id: 'admin_penalty_decisions', tone: 'series_2' },
          { id: 'admin_coercion_decisions', tone: 'series_3' },
        ],
        sourceLine(context, 't2', reportsBehind(rows, decisions)),
      ),
  },
];
