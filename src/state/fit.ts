import type { Level } from '../dataset';
import type { AddressProblem } from './address';
import type { Filters } from './filters';

/** What the open dataset holds and the pages offer. */
export interface Offered {
  /** First and last report year. */
  readonly years: readonly [number, number];
  /** Levels with reports, and the one shown first. */
  readonly levels: readonly Level[];
  readonly defaultLevel: Level;
  /** The first one is the default. */
  readonly metrics: readonly string[];
  hasArea(id: string): boolean;
  /** Whether an agency is among those that can be compared in an area ('' for all) at a level. */
  hasAgency(id: string, area: string, level: Level): boolean;
}

export interface Fitted {
  readonly filters: Filters;
  readonly problems: readonly AddressProblem[];
}

type Step = (filters: Filters, offered: Offered) => Fitted;

const fine = (filters: Filters): Fitted => ({ filters, problems: [] });

const fitArea: Step = (filters, { hasArea }) =>
  filters.area === '' || hasArea(filters.area)
    ? fine(filters)
    : {
        filters: { ...filters, area: '' },
        problems: [{ code: 'unknown_area', key: 'a', value: filters.area }],
      };

const fitLevel: Step = (filters, { levels, defaultLevel }) =>
  filters.level === null || filters.level === defaultLevel || levels.includes(filters.level)
    ? fine(filters)
    : {
        filters: { ...filters, level: null },
        problems: [{ code: 'unknown_level', key: 'l', value: filters.level, shown: defaultLevel }],
      };

/** The years that the dataset has of those asked for; all of them when it has none. */
const fitYears: Step = (filters, { years: [first, last] }) => {
  if (filters.years === null) return fine(filters);
  const [from, to] = [Math.max(first, filters.years[0]), Math.min(last, filters.years[1])];
  if (from === filters.years[0] && to === filters.years[1]) return fine(filters);
  const years = from <= to && (from !== first || to !== last) ? ([from, to] as const) : null;
  const [value, shown] = [filters.years, years ?? [first, last]].map((range) =>
    [...new Set(range)].join('–'),
  );
  return {
    filters: { ...filters, years },
    problems: [{ code: 'years_outside', key: 'y', value: value ?? '', shown: shown ?? '' }],
  };
};

const fitMetric: Step = (filters, { metrics: [first = '', ...others] }) =>
  filters.metric === null || filters.metric === first || others.includes(filters.metric)
    ? fine(filters)
    : {
        filters: { ...filters, metric: null },
        problems: [{ code: 'unknown_metric', key: 'm', value: filters.metric, shown: first }],
      };

const fitAgencies: Step = (filters, { hasAgency, defaultLevel }) => {
  const has = (id: string) => hasAgency(id, filters.area, filters.level ?? defaultLevel);
  const unknown = filters.agencies.filter((id) => !has(id));
  if (unknown.length === 0) return fine(filters);
  return {
    filters: { ...filters, agencies: filters.agencies.filter(has) },
    problems: unknown.map((value) => ({ code: 'unknown_agency', key: 'g', value })),
  };
};

/** In this order: which agencies there are hangs on area and level. */
const steps: readonly Step[] = [fitArea, fitLevel, fitYears, fitMetric, fitAgencies];

/**
 * The filters as the open dataset can show them, and a problem for each part that it cannot. Filters that fit come back
 * as they are.
 */
export const fit = (wanted: Filters, offered: Offered): Fitted =>
  steps.reduce<Fitted>(({ filters, problems }, step) => {
    const next = step(filters, offered);
    return { filters: next.filters, problems: [...problems, ...next.problems] };
  }, fine(wanted));
