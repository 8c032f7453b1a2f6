import { unitYearHeat } from '../shared/heat';
import type { ChartModel, Datum, Emphasis, NamedSeries } from '../../charts';
import { metric, valueOf } from '../../metrics';
import {
  breaksOf,
  byUnit,
  byUnitAndYear,
  byYear,
  datumOf,
  labelOf,
  noReport,
  pooled,
  pooledYearsText,
  unitDatum,
  unitId,
  unitName,
  yearsOf,
  type ChartSpec,
  type PageContext,
  type Row,
} from '../shared/context';
import { comparable } from '../shared/comparable';
import { quantile, unitDots } from '../shared/dots';
import {
  axisOf,
  emptyOf,
  reportsBehind,
  rowsByYear,
  sortedEntries,
  sourceLine,
  yearLines,
} from '../shared/models';

export const metricOf = (context: PageContext): string => context.filters.metric ?? comparable[0];

const sourceOf = (id: string): 't2' | 't3' | 't4' | 'text' | 'mixed' => {
  if (id === 'published_items') return 'text';
  if (id === 'applications_new' || id === 'reviews' || id === 'suits') return 'mixed';
  if (id.startsWith('review') || id.startsWith('litigation')) return 't4';
  return id.startsWith('documents') || id.startsWith('admin') ? 't2' : 't3';
};

/** Colours of the named lines in turn; the second one belongs to the area as a whole. */
const emphases: readonly Emphasis[] = ['first', 'third'];
/** Lines named without a choice: more would not be told apart. */
const namedByDefault = 2;

/** Intervals of many lines would cover each other; they are in the dot plot. */
const withoutInterval = (datum: Datum): Datum =>
  datum.value === null ? datum : { value: datum.value, ...(datum.n === undefined ? {} : { n: datum.n }) };

/** What a line is compared with: the pooled rate of the area, or the median of a count. */
function wholeLine(
  context: PageContext,
  rows: readonly Row[],
  total: readonly Row[],
  id: string,
): NamedSeries {
  const years = yearsOf(context);
  if (metric(id).kind === 'rate') {
    const at = rowsByYear(total);
    const data = years.map((year) => {
      const row = at.get(year);
      return row ? withoutInterval(datumOf(valueOf(row, id))) : noReport;
    });
    return {
      id: 'whole',
      name: context.t('dots.area', { area: context.area.name, level: context.t(`level.${context.level}`) }),
      emphasis: 'second',
      data,
    };
  }
  const data = years.map((year): Datum => {
    const numbers = rows
      .filter((row) => Number(row['year']) === year)
      .flatMap((row) => unitDatum(context, row, id).value ?? [])
      .sort((a, b) => a - b);
    const median = quantile(numbers, 0.5);
    return median === null ? noReport : { value: median, n: numbers.length };
  });
  return { id: 'whole', name: context.t('dots.median'), emphasis: 'second', data };
}

/** One line for each agency; the chosen ones, else the largest, stand out. */
function unitLines(
  context: PageContext,
  rows: readonly Row[],
  total: readonly Row[],
  id: string,
): ChartModel {
  const { t } = context;
  const years = yearsOf(context);
  const heading = {
    id: 'compare-lines',
    title: t('compare.lines.title', { metric: labelOf(context, id) }),
    subtitle: t(context.filters.agencies.length ? 'compare.lines.subtitle.picked' : 'compare.lines.subtitle'),
  };
  const latest = rows.filter((row) => Number(row['year']) === context.years[1]);
  const order = sortedEntries(context, latest.length ? latest : rows, id).map((entry) => entry.id);
  const named = (
    context.filters.agencies.length ? [...context.filters.agencies] : order.slice(0, namedByDefault)
  ).slice(0, 6);
  const units = new Map<string, { name: string; at: Map<number, Row> }>();
  for (const row of rows) {
    const key = unitId(context, row);
    const unit = units.get(key) ?? { name: unitName(context, row), at: new Map<number, Row>() };
    unit.at.set(Number(row['year']), row);
    units.set(key, unit);
  }
  const series: NamedSeries[] = [...units.entries()].map(([key, unit]) => ({
    id: key,
    name: unit.name,
    emphasis: named.includes(key) ? (emphases[named.indexOf(key) % emphases.length] ?? 'first') : 'rest',
    data: years.map((year) => {
      const row = unit.at.get(year);
      return row ? withoutInterval(unitDatum(context, row, id)) : noReport;
    }),
  }));
  const source = sourceLine(context, sourceOf(id), reportsBehind(rows, [id]));
  const table = unitYearHeat(context, heading, rows, id, source);
  if (!series.some((one) => one.data.some((datum) => datum.value !== null)))
    return { ...table, ...emptyOf(context) };
  const whole = wholeLine(context, rows, total, id);
  return {
    ...table,
    drawing: {
      type: 'line',
      years,
      series: [...series, whole],
      breaks: breaksOf(context, [id]),
      axis: axisOf(context, id),
    },
  };
}

export const compareCharts: readonly ChartSpec<ChartModel>[] = [
  {
    id: 'compare-dots',
    span: 7,
    questions: (context) => ({
      rows: byUnit(context, [metricOf(context)]),
      total: pooled(context, [metricOf(context)]),
    }),
    model: (context, { rows = [], total = [] }) => {
      const id = metricOf(context);
      return unitDots(
        context,
        {
          id: 'compare-dots',
          title: context.t('compare.dots.title', { metric: labelOf(context, id) }),
          subtitle: context.t(
            axisOf(context, id).kind === 'share'
              ? 'compare.dots.subtitle.rate'
              : 'compare.dots.subtitle.count',
            { years: pooledYearsText(context, [id]) },
          ),
        },
        rows,
        total[0],
        id,
        sourceLine(context, sourceOf(id), reportsBehind(rows, [id])),
      );
    },
  },
  {
    id: 'compare-whole',
    span: 5,
    questions: (context) => ({ rows: byYear(context, [metricOf(context)]) }),
    model: (context, { rows = [] }) => {
      const id = metricOf(context);
      return yearLines(
        context,
        {
          id: 'compare-whole',
          title: context.t('compare.whole.title', {
            area: context.area.name,
            level: context.t(`level.${context.level}`),
          }),
          subtitle: context.t('compare.whole.subtitle', { metric: labelOf(context, id) }),
        },
        rows,
        [id],
        sourceLine(context, sourceOf(id), reportsBehind(rows, [id])),
      );
    },
  },
  {
    id: 'compare-heat',
    span: 7,
    questions: (context) => ({
      rows: byUnitAndYear(context, [metricOf(context)]),
    }),
    model: (context, { rows = [] }) => {
      const id = metricOf(context);
      return unitYearHeat(
        context,
        {
          id: 'compare-heat',
          title: context.t(`compare.heat.title.${context.unit}`, { metric: labelOf(context, id) }),
          subtitle: context.t('compare.heat.subtitle'),
        },
        rows,
        id,
        sourceLine(context, sourceOf(id), reportsBehind(rows, [id])),
      );
    },
  },
  {
    id: 'compare-lines',
    span: 5,
    questions: (context) => ({
      rows: byUnitAndYear(context, [metricOf(context)]),
      total: byYear(context, [metricOf(context)]),
    }),
    model: (context, { rows = [], total = [] }) => unitLines(context, rows, total, metricOf(context)),
  },
];
