import { cellDefinition, isCellCode, type CellCode, type FormId, type TableId } from '../forms';
import type { AgencyKind, At, Cell, CellState, Change, CountedLabel, Precision, Scope } from '../reading';
import { checks, type Fields } from './checked';
import { DatasetError } from './errors';
import type { Place } from './regions';

export const kinds = [
  'township',
  'street',
  'bureau',
  'county',
  'city',
  'province',
  'other',
] as const satisfies readonly AgencyKind[];
const scopes = ['own', 'system', 'area', 'unknown'] as const satisfies readonly Scope[];
const formNames = ['2021', '2019', 'mixed', 'legacy'] as const;
const cellStates = [
  'value',
  'blank',
  'slash',
  'word',
  'row_missing',
  'unreadable',
] as const satisfies readonly CellState[];
const listStates = ['exact', 'partial', 'mismatch', 'no_total'] as const;

/** Facts of the narrative that are one number. The first eight are columns of `reports`, the others evidence only. */
export const statedFacts = [
  'published_total',
  'applications_received',
  'applications_carried_in',
  'applications_carried_out',
  'applications_answered',
  'reviews_total',
  'litigation_total',
  'reviews_upheld',
  'reviews_corrected',
  'reviews_other',
  'reviews_pending',
  'litigation_upheld',
  'litigation_corrected',
  'litigation_other',
  'litigation_pending',
  'fees_charged',
  'fee_cases',
] as const;
export type StatedFact = (typeof statedFacts)[number];

export interface Stated {
  readonly value: number;
  readonly precision: Precision;
  readonly raw: string | null;
  readonly at: At | null;
  /** Whose number it is, where the text says so. */
  readonly scope?: Scope;
}

export interface StatisticFact {
  readonly label: string;
  readonly unit: string | null;
  readonly value: number | null;
  readonly cumulative: number | null;
  readonly code: string | null;
  readonly at: At | null;
}

/** Figures of one report, collected by hand or by a third party: one line of a `.jsonl` source. */
export interface FactRecord {
  readonly agency: string;
  readonly kind: AgencyKind;
  readonly scope: Scope;
  readonly place: Place;
  readonly year: number;
  readonly published: string | null;
  readonly title: string | null;
  readonly url: string | null;
  /** Why there is no address: `copy` of the page, `rendering` by another tool. */
  readonly sourceNote: string | null;
  readonly form: (typeof formNames)[number] | null;
  /** Form of each table, when the report was seen whole: cells that are not listed are then missing in the source. */
  readonly forms: Partial<Record<TableId, FormId | 'mixed'>> | null;
  readonly cells: Partial<Record<CellCode, Cell>>;
  readonly facts: Partial<Record<StatedFact, Stated>>;
  /** How the applications compare with those of the year before. */
  readonly change: Change | null;
  readonly categories: readonly CountedLabel[];
  readonly categoryList: (typeof listStates)[number] | null;
  readonly channels: readonly CountedLabel[];
  readonly statistics: readonly StatisticFact[];
}

/** Largest count a cell may hold: columns are 32-bit integers. */
export const largestCount = 2 ** 31 - 1;

const is = checks((path, expected) => {
  throw new DatasetError('fact_invalid', `${path}: expected ${expected}`);
});

const notANumber = (path: string, n: number, wanted: string): never => {
  throw new DatasetError('fact_invalid', `${path}: ${n} is not ${wanted}`);
};

const isCount = (n: number): boolean => Number.isInteger(n) && n >= 0 && n <= largestCount;

function count(value: unknown, path: string): number {
  const n = is.integer(value, path);
  return isCount(n) ? n : notANumber(path, n, `a count up to ${largestCount}`);
}

function at(value: unknown, path: string): At {
  const fields = is.object(value, path);
  const keys = ['page', 'line', 'column', 'length', 'table', 'row', 'cell'] as const;
  return Object.fromEntries(
    keys.flatMap((key) => (fields[key] === undefined ? [] : [[key, count(fields[key], `${path}.${key}`)]])),
  );
}

/** What the form has in a cell: a count, a change that may be negative, or money. */
function numberOf(code: CellCode, value: unknown, path: string): number {
  const n = is.finite(value, path);
  const { number } = cellDefinition(code);
  if (number === 'decimal')
    return n >= 0 && n <= Number.MAX_SAFE_INTEGER ? n : notANumber(path, n, 'an amount of money');
  if (number === 'count') return isCount(n) ? n : notANumber(path, n, `a count up to ${largestCount}`);
  return isCount(Math.abs(n)) ? n : notANumber(path, n, `a change of up to ${largestCount}`);
}

function cell(code: CellCode, value: unknown, path: string): Cell {
  if (typeof value === 'number')
    return { value: numberOf(code, value, path), state: 'value', raw: null, at: null };
  const fields = is.object(value, path);
  const state = is.oneOf(fields['state'], cellStates, `${path}.state`);
  return {
    value: state === 'value' ? numberOf(code, fields['value'], `${path}.value`) : null,
    state,
    raw: is.optional(fields['raw'], `${path}.raw`, is.string) ?? null,
    at: is.optional(fields['at'], `${path}.at`, at) ?? null,
  };
}

function cells(value: unknown): Partial<Record<CellCode, Cell>> {
  const entries = Object.entries(is.object(value, 'cells')).map(([code, one]) => {
    if (!isCellCode(code)) throw new DatasetError('fact_invalid', `cells.${code}: no form has this cell`);
    return [code, cell(code, one, `cells.${code}`)] as const;
  });
  return Object.fromEntries(entries);
}

function stated(value: unknown, path: string): Stated {
  if (typeof value === 'number')
    return { value: count(value, path), precision: 'exact', raw: null, at: null };
  const fields = is.object(value, path);
  const precision = is.optional(fields['precision'], `${path}.precision`, (p, at): Precision =>
    is.oneOf(p, ['exact', 'at_least', 'about'] as const, at),
  );
  const approx = is.optional(fields['approx'], `${path}.approx`, is.boolean) ?? false;
  const scope = is.optional(fields['scope'], `${path}.scope`, (one, at) => is.oneOf(one, scopes, at));
  return {
    value: count(fields['value'], `${path}.value`),
    precision: precision ?? (approx ? 'about' : 'exact'),
    raw: is.optional(fields['raw'], `${path}.raw`, is.string) ?? null,
    at: is.optional(fields['at'], `${path}.at`, at) ?? null,
    ...(scope ? { scope } : {}),
  };
}

function change(value: unknown, path: string): Change {
  const fields = is.object(value, path);
  return {
    value: is.finite(fields['value'], `${path}.value`),
    unit: is.oneOf(fields['unit'], ['cases', 'percent'] as const, `${path}.unit`),
    raw: is.optional(fields['raw'], `${path}.raw`, is.string) ?? '',
    at: is.optional(fields['at'], `${path}.at`, at) ?? null,
  };
}

const labels = (value: unknown, path: string): readonly CountedLabel[] =>
  is.list(value, path).map((one, i) => {
    const fields = is.object(one, `${path}[${i}]`);
    return {
      label: is.string(fields['label'], `${path}[${i}].label`),
      count: count(fields['count'], `${path}[${i}].count`),
      approx: is.optional(fields['approx'], `${path}[${i}].approx`, is.boolean) ?? false,
      at: is.optional(fields['at'], `${path}[${i}].at`, at) ?? null,
    };
  });

const statistics = (value: unknown, path: string): readonly StatisticFact[] =>
  is.list(value, path).map((one, i) => {
    const fields = is.object(one, `${path}[${i}]`);
    const text = (key: string) => is.optional(fields[key], `${path}[${i}].${key}`, is.string) ?? null;
    const number = (key: string) => is.optional(fields[key], `${path}[${i}].${key}`, is.finite) ?? null;
    return {
      label: is.string(fields['label'], `${path}[${i}].label`),
      unit: text('unit'),
      value: number('value'),
      cumulative: number('cumulative'),
      code: text('code'),
      at: is.optional(fields['at'], `${path}[${i}].at`, at) ?? null,
    };
  });

function forms(value: unknown, path: string): Partial<Record<TableId, FormId | 'mixed'>> {
  const fields = is.object(value, path);
  return Object.fromEntries(
    (['t2', 't3', 't4'] as const).flatMap((table) =>
      fields[table] === undefined
        ? []
        : [[table, is.oneOf(fields[table], ['2021', '2019', 'mixed'], `${path}.${table}`)]],
    ),
  );
}

function year(value: unknown, path: string): number {
  const n = is.integer(value, path);
  if (n < 2000 || n > 2100) throw new DatasetError('fact_invalid', `${path}: ${n} is not a report year`);
  return n;
}

function place(fields: Fields): Place {
  return Object.fromEntries(
    (['province', 'city', 'county', 'township'] as const).flatMap((level) => {
      const name = is.optional(fields[level], level, is.string);
      return name ? [[level, name]] : [];
    }),
  );
}

/**
 * Checks one parsed line. A record states what was seen; what it leaves out was not collected, which is not 0. Throws
 * `DatasetError` `fact_invalid` naming the field.
 */
export function parseFact(json: unknown): FactRecord {
  const fields = is.object(json, 'record');
  const narrative = is.optional(fields['narrative'], 'narrative', is.object) ?? {};
  const text = (key: string) => is.optional(fields[key], key, is.string) ?? null;
  return {
    agency: is.string(fields['agency'], 'agency'),
    kind: is.oneOf(fields['kind'], kinds, 'kind'),
    scope: is.optional(fields['scope'], 'scope', (value, path) => is.oneOf(value, scopes, path)) ?? 'unknown',
    place: place(fields),
    year: year(fields['year'], 'year'),
    published: is.optional(fields['published'], 'published', is.date) ?? null,
    title: text('title'),
    url: text('url'),
    sourceNote: text('source_note'),
    form: is.optional(fields['form'], 'form', (value, path) => is.oneOf(value, formNames, path)) ?? null,
    forms: is.optional(fields['forms'], 'forms', forms) ?? null,
    cells: is.optional(fields['cells'], 'cells', cells) ?? {},
    facts: Object.fromEntries(
      statedFacts.flatMap((key) => {
        const fact = is.optional(narrative[key], `narrative.${key}`, stated);
        return fact ? [[key, fact]] : [];
      }),
    ),
    change: is.optional(narrative['applications_change'], 'narrative.applications_change', change) ?? null,
    categories: is.optional(narrative['published_by_category'], 'published_by_category', labels) ?? [],
    categoryList:
      is.optional(narrative['category_list'], 'category_list', (value, path) =>
        is.oneOf(value, listStates, path),
      ) ?? null,
    channels: is.optional(narrative['channels'], 'channels', labels) ?? [],
    statistics: is.optional(fields['statistical_table'], 'statistical_table', statistics) ?? [],
  };
}
