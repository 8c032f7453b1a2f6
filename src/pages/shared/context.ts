import type { Absence, Break, Datum, Format } from '../../charts';
import type { Level, Manifest } from '../../dataset';
import type { SeriesBreak } from '../../forms';
import { hasMessage, type Lang, type MessageKey, type Translate } from '../../i18n';
import { metric, valueOf, type Metric, type Question, type Value, type Where } from '../../metrics';
import type { Filters } from '../../state';

/** An agency or an area: what the rows of a chart can be. */
export interface Unit {
  readonly id: string;
  readonly name: string;
}

export interface Filing {
  readonly expected: number;
  readonly lacking: readonly Unit[];
}

/** Everything a chart needs to ask and to speak. Pure data and functions, no engine and no screen. */
export interface PageContext {
  readonly manifest: Manifest;
  readonly filters: Filters;
  readonly area: Unit;
  readonly level: Level;
  readonly years: readonly [number, number];
  /** Whether rows stand for agencies or, where there are too many, for the areas below. */
  readonly unit: 'agency' | 'area';
  /** Agencies in the filtered area and level, whether or not they have filed. */
  readonly unitCount: number;
  readonly lang: Lang;
  readonly t: Translate;
  readonly format: Format;
  nameOf(kind: 'agency' | 'area', id: string, fallback?: string): string;
  /** Address of the same view with other filters. */
  href(change: Partial<Filters>): string;
  /**
   * Who is expected to file for a year, and whose report the dataset does not hold; null where no roster is known or
   * only a sample was collected, which says nothing about who did not file.
   */
  filingIn(year: number): Filing | null;
  /** Newest report of an agency within the years shown, as a link; null when it has none. */
  reportHref(agencyId: string): string | null;
}

export type Row = Readonly<Record<string, unknown>>;
export type Answers = Readonly<Record<string, readonly Row[]>>;

/** A chart as a page declares it: what it asks, and how the answers become a model. */
export interface ChartSpec<M> {
  readonly id: string;
  /** Columns of twelve. */
  readonly span: 4 | 5 | 6 | 7 | 8 | 12;
  questions(context: PageContext): Readonly<Record<string, Question>>;
  model(context: PageContext, answers: Answers): M;
}

export const where = (context: PageContext, change: Partial<Where> = {}): Where => ({
  area: context.area.id,
  level: context.level,
  years: context.years,
  ...change,
});

/** A question by year over the whole area. */
export const byYear = (context: PageContext, measures: readonly string[], spread = false): Question => ({
  from: 'reports',
  measures,
  by: ['year'],
  where: where(context),
  ...(spread ? { spread } : {}),
});

/** Where the series of some metrics break inside the years shown, oldest first. */
function breaksWithin(
  { years: [from, to] }: PageContext,
  measures: readonly string[],
): readonly SeriesBreak[] {
  return measures
    .flatMap((id) => metric(id).breaks)
    .filter(({ year }) => from < year && year <= to)
    .sort((a, b) => a.year - b.year);
}

/**
 * Years that may be taken together for some metrics: those since the last break of their series, or only the last one
 * of a stock or of appeals.
 */
export function pooledYears(context: PageContext, measures: readonly string[]): readonly [number, number] {
  const [from, to] = context.years;
  if (measures.some((id) => metric(id).overYears === 'latest')) return [to, to];
  return [Math.max(from, ...breaksWithin(context, measures).map(({ year }) => year)), to];
}

/** The years of `pooledYears` in words. */
export const pooledYearsText = (context: PageContext, measures: readonly string[]): string => {
  const [from, to] = pooledYears(context, measures);
  return from === to ? String(from) : `${from}–${to}`;
};

/** All reports of the area taken together. */
export const pooled = (context: PageContext, measures: readonly string[]): Question => ({
  from: 'reports',
  measures,
  by: [],
  where: where(context, { years: pooledYears(context, measures) }),
});

/** A question by agency or, where there are too many, by the areas below. */
export const byUnit = (
  context: PageContext,
  measures: readonly string[],
  change: Partial<Where> = {},
): Question => ({
  from: 'reports',
  measures,
  by: [context.unit],
  where: where(context, { years: pooledYears(context, measures), ...change }),
  ...byArea(context),
});

/** A question by agency, or area, and year. */
export const byUnitAndYear = (context: PageContext, measures: readonly string[]): Question => ({
  from: 'reports',
  measures,
  by: [context.unit, 'year'],
  where: where(context),
  ...byArea(context),
});

/** Areas are drawn by the median of their reports, which needs the spread. */
const byArea = (context: PageContext): { readonly spread?: true } =>
  context.unit === 'area' ? { spread: true } : {};

/**
 * What stands for an agency or an area in a drawing: an agency's own number; of an area the median of its reports,
 * since a sum would rank areas by how many reports there are. Rates are pooled in both.
 */
export function unitDatum(context: PageContext, row: Row, id: string): Datum {
  const datum = datumOf(valueOf(row, id));
  const median = row[`${id}__p50`];
  return context.unit === 'area' && typeof median === 'number' && datum.value !== null
    ? { ...datum, value: median }
    : datum;
}

export const unitId = (context: PageContext, row: Row): string =>
  String(row[context.unit === 'agency' ? 'agency_id' : 'area_id'] ?? '');

export const unitName = (context: PageContext, row: Row): string => {
  const id = unitId(context, row);
  return context.nameOf(context.unit, id, typeof row['agency'] === 'string' ? row['agency'] : undefined);
};

export const labelOf = (context: PageContext, id: string): string => metric(id).label[context.lang];

/** Why there is no number, in words. Figures collected by hand lack what nobody looked for. */
export const absenceWord = (context: PageContext, absence: Absence): string =>
  absence === 'missing' && context.manifest.by_hand > 0
    ? context.t('absence.uncollected')
    : context.t(`absence.${absence}`);

/** A metric's value as something to draw. */
export function datumOf(value: Value): Datum {
  if (value.state === 'missing') return { value: null, absence: 'missing' };
  if (value.state === 'na')
    return { value: null, absence: 'na', numerator: value.numerator, denominator: 0, n: value.n };
  const { value: number, n, numerator, denominator, low, high } = value;
  return {
    value: number,
    n,
    ...(numerator === undefined || denominator === undefined ? {} : { numerator, denominator }),
    ...(low === undefined || high === undefined ? {} : { low, high }),
  };
}

export const noReport: Datum = { value: null, absence: 'none' };

/** The years shown, oldest first. */
export const yearsOf = (context: PageContext): readonly number[] => {
  const [from, to] = context.years;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
};

/** The breaks as a drawing marks them, in a few words. */
export const breaksOf = (context: PageContext, measures: readonly string[]): readonly Break[] =>
  [...new Set(breaksWithin(context, measures).map(({ year }) => year))].map((year) => ({
    year,
    reason: markOfBreak(context.t, year),
  }));

const markOfBreak = (t: Translate, year: number): string => {
  const key = `break.${year}`;
  return hasMessage(key) ? t(key) : t('break.other', { year });
};

/** Unit of a metric in words, '' for a bare count. */
export const unitOf = (context: PageContext, id: string): string => metric(id).unit[context.lang];

/** Definition and caveats of metrics and why their series break, for the notes of a chart. */
export const notesOf = (context: PageContext, measures: readonly string[]): readonly string[] => {
  const { lang } = context;
  const lines = measures
    .map((id): Metric => metric(id))
    .map((one) => {
      const caveat = one.caveat[lang];
      return `${one.label[lang]}${lang === 'zh' ? '：' : ': '}${one.about[lang]}${caveat ? ` ${caveat}` : ''}`;
    });
  const reasons = breaksWithin(context, measures).map(({ year, reason }) =>
    context.t('notes.break', { year, reason: reason[lang] }),
  );
  return [...new Set([...lines, ...reasons])];
};

export const levelKey = (level: Level): MessageKey => `level.${level}`;

/** Says that the numbers of areas are medians. */
export const areaRemark = (context: PageContext, id: string): string | undefined =>
  context.unit === 'area' && metric(id).kind !== 'rate' ? context.t('chart.area_median') : undefined;
