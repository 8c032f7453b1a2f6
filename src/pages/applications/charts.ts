import { unitYearHeat } from '../shared/heat';
import { unitStack } from '../shared/unit-stack';
import type { ChartModel } from '../../charts';
import { forms, outcomeGroups, outcomeRows } from '../../forms';
import { valueOf } from '../../metrics';
import {
  byUnit,
  byUnitAndYear,
  byYear,
  datumOf,
  labelOf,
  notesOf,
  pooled,
  pooledYearsText,
  unitOf,
  type ChartSpec,
  type PageContext,
  type Row,
} from '../shared/context';
import { axisOf, emptyOf, reportsBehind, sourceLine, yearLines, yearStack } from '../shared/models';
import { outcomeParts } from '../shared/parts';
import { cellOf, reportsCells, reportsColumns } from '../shared/tables';

const volume = ['applications_new', 'results_total', 'applications_carried_out'];
const rates = ['disclosure_rate_substantive', 'disclosure_rate_all', 'disclosure_rate_merits'];
const outcomes = outcomeParts.map((part) => part.id);
const applicants = forms['2021'].tables.t3.columns
  .filter((column) => column.code !== 'total')
  .map((column) => `applicant_${column.code}`);
/** Every reason why nothing, or not all, was disclosed: the rows under refused, unable and not processed. */
const reasons = outcomeGroups
  .filter((group) => group === 'denied' || group === 'unable' || group === 'not_processed')
  .flatMap((group) => outcomeRows('2021', group).map((row) => ({ group, id: `row_${row}` })));

/** Bars of several metrics of one pooled row, largest first. */
function pooledBars(
  context: PageContext,
  id: string,
  rows: readonly Row[],
  measures: readonly string[],
): ChartModel {
  const row = rows[0];
  const data = measures.map((one) => ({
    id: one,
    name: labelOf(context, one),
    datum: row ? datumOf(valueOf(row, one)) : { value: null, absence: 'none' as const },
    reports: reportsCells([row], [one], 'each'),
  }));
  const sorted = [...data].sort((a, b) => (b.datum.value ?? -1) - (a.datum.value ?? -1));
  const base = {
    id,
    title: context.t(
      `applications.${id.slice('applications-'.length)}.title` as 'applications.reasons.title',
    ),
    subtitle: context.t('applications.pooled.subtitle', { years: pooledYearsText(context, measures) }),
    table: {
      columns: [
        { key: 'name', label: context.t('table.name'), numeric: false },
        {
          key: 'count',
          label: context.t('table.cases'),
          numeric: true,
          unit: unitOf(context, measures[0] ?? ''),
          digits: 0,
        },
        ...reportsColumns(context, measures, 'together'),
      ],
      rows: sorted.map((entry) => ({
        id: entry.id,
        cells: [entry.name, cellOf(entry.datum), ...entry.reports],
      })),
    },
    source: sourceLine(context, 't3', reportsBehind(rows, measures)),
    notes: notesOf(context, measures.slice(0, 1)),
  };
  if (!sorted.some((entry) => entry.datum.value !== null)) return { ...base, ...emptyOf(context) };
  return {
    ...base,
    drawing: {
      type: 'bar',
      rows: sorted.map(({ id: key, name, datum }, index) => ({
        id: key,
        name,
        datum,
        emphasis: index === 0 && datum.value ? 'first' : 'rest',
      })),
      axis: axisOf(context, measures[0] ?? ''),
    },
  };
}

export const applicationCharts: readonly ChartSpec<ChartModel>[] = [
  {
    id: 'applications-volume',
    span: 7,
    questions: (context) => ({ rows: byYear(context, volume) }),
    model: (context, { rows = [] }) =>
      yearLines(
        context,
        {
          id: 'applications-volume',
          title: context.t('applications.volume.title'),
          subtitle: context.t('applications.volume.subtitle'),
        },
        rows,
        volume,
        sourceLine(context, 'mixed', reportsBehind(rows, volume)),
      ),
  },
  {
    id: 'applications-applicants',
    span: 5,
    questions: (context) => ({ rows: pooled(context, applicants) }),
    model: (context, { rows = [] }) => pooledBars(context, 'applications-applicants', rows, applicants),
  },
  {
    id: 'applications-outcomes-years',
    span: 7,
    questions: (context) => ({ rows: byYear(context, outcomes) }),
    model: (context, { rows = [] }) =>
      yearStack(
        context,
        {
          id: 'applications-outcomes-years',
          title: context.t('applications.outcomes_years.title'),
          subtitle: context.t('applications.outcomes.subtitle'),
        },
        rows,
        outcomeParts,
        sourceLine(context, 't3', reportsBehind(rows, outcomes)),
      ),
  },
  {
    id: 'applications-rates',
    span: 5,
    questions: (context) => ({ rows: byYear(context, rates) }),
    model: (context, { rows = [] }) =>
      yearLines(
        context,
        {
          id: 'applications-rates',
          title: context.t('applications.rates.title'),
          subtitle: context.t('applications.rates.subtitle'),
        },
        rows,
        rates,
        sourceLine(context, 't3', reportsBehind(rows, rates)),
      ),
  },
  {
    id: 'applications-outcomes-units',
    span: 7,
    questions: (context) => ({ rows: byUnit(context, outcomes) }),
    model: (context, { rows = [] }) =>
      unitStack(
        context,
        {
          id: 'applications-outcomes-units',
          title: context.t(`applications.outcomes_units.title.${context.unit}`),
          subtitle: context.t('applications.outcomes.subtitle'),
        },
        rows,
        outcomeParts,
        sourceLine(context, 't3', reportsBehind(rows, outcomes)),
      ),
  },
  {
    id: 'applications-reasons',
    span: 5,
    questions: (context) => ({
      rows: pooled(
        context,
        reasons.map((reason) => reason.id),
      ),
    }),
    model: (context, { rows = [] }) =>
      pooledBars(
        context,
        'applications-reasons',
        rows,
        reasons.map((reason) => reason.id),
      ),
  },
  {
    id: 'applications-units-years',
    span: 12,
    questions: (context) => ({
      rows: byUnitAndYear(context, ['applications_new']),
    }),
    model: (context, { rows = [] }) =>
      unitYearHeat(
        context,
        {
          id: 'applications-units-years',
          title: context.t(`applications.units_years.title.${context.unit}`),
          subtitle: context.t('applications.units_years.subtitle'),
        },
        rows,
        'applications_new',
        sourceLine(context, 'mixed', reportsBehind(rows, ['applications_new'])),
      ),
  },
];
