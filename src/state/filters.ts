import type { Level } from '../dataset';
import type { Lang } from '../i18n';

export const pageIds = ['overview', 'compare', 'publishing', 'applications', 'appeals', 'report'] as const;
export type PageId = (typeof pageIds)[number];
export const languages: readonly Lang[] = ['zh', 'en'];

/** Agencies that can be set side by side. */
export const mostAgencies = 6;

/** Everything a person has chosen. All of it is in the address. */
export interface Filters {
  readonly page: PageId;
  /** null: the first dataset. */
  readonly dataset: string | null;
  /** Area id; '' for the whole dataset. */
  readonly area: string;
  /** null: the level that the dataset shows first. */
  readonly level: Level | null;
  /** First and last report year; null for all. */
  readonly years: readonly [number, number] | null;
  readonly metric: string | null;
  /** Agencies picked for side by side, in the order of picking. */
  readonly agencies: readonly string[];
  readonly report: string | null;
  /** Number of the report whose evidence is open: a cell by its code, or what else has a place in the source. */
  readonly evidence: string | null;
  /** Chart that the link points at. */
  readonly chart: string | null;
  readonly lang: Lang;
}

export const defaultFilters: Filters = {
  page: 'overview',
  dataset: null,
  area: '',
  level: null,
  years: null,
  metric: null,
  agencies: [],
  report: null,
  evidence: null,
  chart: null,
  lang: 'zh',
};

/** Choices that lose their meaning when another one changes. */
const dependents: Readonly<Partial<Record<keyof Filters, readonly (keyof Filters)[]>>> = {
  dataset: ['area', 'level', 'years', 'agencies', 'report', 'evidence', 'chart'],
  area: ['agencies'],
  level: ['agencies'],
  page: ['metric', 'report', 'evidence', 'chart'],
  report: ['evidence'],
};

const same = (a: Filters[keyof Filters], b: Filters[keyof Filters]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** The filters after a choice: what depended on the old one returns to its default unless it is chosen along with it. */
export function change(filters: Filters, choice: Partial<Filters>): Filters {
  const changed = (Object.keys(choice) as (keyof Filters)[]).filter(
    (key) => !same(filters[key], choice[key] ?? null),
  );
  const dropped = changed.flatMap((key) => dependents[key] ?? []);
  return { ...filters, ...Object.fromEntries(dropped.map((key) => [key, defaultFilters[key]])), ...choice };
}
