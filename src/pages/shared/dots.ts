import type { ChartModel, Datum } from '../../charts';
import { metric, valueOf, type Value } from '../../metrics';
import { areaRemark, notesOf, pooledYears, unitDatum, type PageContext, type Row } from './context';
import { axisOf, drawn, emptyOf, reportsBehind, sortedEntries, type Heading } from './models';
import { unitTable } from './tables';

/** Linear-interpolated quantile of sorted numbers, as `quantile_cont` of SQL. */
export function quantile(sorted: readonly number[], p: number): number | null {
  if (!sorted.length) return null;
  const position = (sorted.length - 1) * p;
  const low = Math.floor(position);
  const a = sorted[low]!;
  const b = sorted[Math.min(low + 1, sorted.length - 1)]!;
  return a + (b - a) * (position - low);
}

/** Cases below which a rate is never ranked by its point value alone (`domain/metrics.md`). */
export const smallSample = 30;
/** Values below which a band says nothing. */
export const bandNeeds = 5;

const noteOf = ({ t, format }: PageContext, { numerator = 0, denominator }: Datum): string => {
  if (denominator === undefined) return '';
  return numerator === 0 && denominator === 0
    ? t('dots.no_cases')
    : `${format.count(numerator)}/${format.count(denominator)}`;
};

/** A count at the right edge; of an area with the number of reports that its median rests on. */
function countNote(context: PageContext, datum: Datum): string {
  if (datum.value === null) return '';
  const number = context.format.decimal(datum.value);
  return context.unit === 'area'
    ? context.t('dots.of_reports', { number, reports: context.format.count(datum.n ?? 0) })
    : number;
}

/** Says so when years before a break were left out. */
function breakRemark(context: PageContext, id: string): string {
  const [from] = pooledYears(context, [id]);
  return from > context.years[0] && metric(id).overYears !== 'latest'
    ? context.t('dots.break', { year: from })
    : '';
}

/** Whether a 95 % interval covers the area's own rate: then the difference is not distinguishable from chance. */
const covers = (value: Value, reference: number): boolean =>
  value.state === 'value' &&
  value.low !== undefined &&
  value.high !== undefined &&
  value.low <= reference &&
  reference <= value.high;

/**
 * One metric over agencies or areas, sorted, with intervals for rates, the area's own value as a rule (`total`: the
 * pooled row) and P10–P90 of the rows as a band.
 */
export function unitDots(
  context: PageContext,
  heading: Heading,
  rows: readonly Row[],
  total: Row | undefined,
  id: string,
  source: string,
): ChartModel {
  const { t } = context;
  const one = metric(id);
  const entries = sortedEntries(context, rows, id);
  const values = entries.map((entry) => valueOf(entry.row, id));
  const numbers = entries
    .flatMap((entry) => unitDatum(context, entry.row, id).value ?? [])
    .sort((a, b) => a - b);
  const pooled = total ? valueOf(total, id) : undefined;
  const median = quantile(numbers, 0.5);
  const reference =
    one.kind === 'rate'
      ? pooled?.state === 'value'
        ? {
            name: t('dots.area', { area: context.area.name, level: context.t(`level.${context.level}`) }),
            value: pooled.value,
          }
        : undefined
      : median === null
        ? undefined
        : { name: t('dots.median'), value: median };
  // A band of rates over a case or two would span everything.
  const solid = entries
    .map((entry) => unitDatum(context, entry.row, id))
    .flatMap((datum) => ((datum.denominator ?? smallSample) >= smallSample ? (datum.value ?? []) : []))
    .sort((a, b) => a - b);
  const low = quantile(solid, 0.1);
  const high = quantile(solid, 0.9);
  const picked = new Set(context.filters.agencies);
  const { shown, remark: left } = drawn(
    context,
    entries,
    (entry) => valueOf(entry.row, id).state !== 'missing',
  );
  // One case out of one is no difference: only bodies with enough cases are told apart, or not.
  const enough = values.filter((value) => value.state === 'value' && (value.denominator ?? 0) >= smallSample);
  const alike = reference ? enough.filter((value) => covers(value, reference.value)).length : 0;
  const small = values.filter(
    (value) => value.state === 'value' && (value.denominator ?? smallSample) < smallSample,
  );
  const remark = [
    one.kind === 'rate' && reference && enough.length > 0 && numbers.length > 1
      ? t('dots.alike', { alike, all: enough.length, cases: smallSample, whole: reference.name })
      : '',
    one.kind === 'rate' && small.length ? t('dots.small', { count: small.length, cases: smallSample }) : '',
    areaRemark(context, id) ?? '',
    breakRemark(context, id),
    left ?? '',
  ]
    .filter(Boolean)
    .join(' ');
  const base = {
    ...heading,
    table: unitTable(context, entries, [id]),
    source,
    notes: notesOf(context, [id]),
    ...(remark ? { remark } : {}),
  };
  if (!numbers.length) return { ...base, ...emptyOf(context, reportsBehind(rows, [id])) };
  return {
    ...base,
    drawing: {
      type: 'dot',
      rows: shown.map((entry) => {
        const datum = unitDatum(context, entry.row, id);
        const note = noteOf(context, datum) || countNote(context, datum);
        return {
          id: entry.id,
          name: entry.name,
          emphasis: picked.has(entry.id) ? 'first' : 'rest',
          datum,
          ...(note ? { note } : {}),
        };
      }),
      axis: axisOf(context, id),
      ...(reference ? { reference } : {}),
      ...(low !== null && high !== null && solid.length >= bandNeeds
        ? { band: { name: t('dots.band'), low, high } }
        : {}),
    },
  };
}
