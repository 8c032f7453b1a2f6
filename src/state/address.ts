import { areaLevel, levels } from '../dataset';
import { defaultFilters, languages, mostAgencies, pageIds, type Filters } from './filters';

/** Version of the address. Left out while it is 1. */
const version = '1';
const longestAddress = 2000;
const longestId = 120;
const longestProblemText = 60;
/** The first reports are of 2008. */
const [firstYear, lastYear] = [2008, 2100];

export type AddressProblemCode =
  | 'too_long'
  | 'unknown_page'
  | 'unknown_version'
  | 'unknown_key'
  | 'repeated_key'
  | 'bad_encoding'
  | 'bad_value'
  | 'unknown_area'
  | 'unknown_level'
  | 'years_outside'
  | 'unknown_metric'
  | 'unknown_agency'
  | 'unknown_chart';

/** A part of an address that was not understood, or that the dataset does not have, and was replaced. */
export interface AddressProblem {
  readonly code: AddressProblemCode;
  readonly key: string;
  /** As it stands in the address; cut when it is no id. */
  readonly value: string;
  /** What stands in its place, where that hangs on the dataset: a level, years, a metric. */
  readonly shown?: string;
}

type Key = Exclude<keyof Filters, 'page'>;

interface Codec<T> {
  readonly short: string;
  /** undefined for a text that is no such value. */
  read(text: string): T | undefined;
  write(value: T): string;
}

// A lone surrogate cannot be percent-encoded; it can only come from damaged data.
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '�'));

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

const isId = (text: string): boolean => text !== '' && text.length <= longestId && !/\p{Cc}/u.test(text);

function readId(text: string): string | undefined {
  const id = decode(text);
  return id !== undefined && isId(id) ? id : undefined;
}

const id = (short: string): Codec<string | null> => ({
  short,
  read: readId,
  write: (value) => encode(value ?? ''),
});

const oneOf = <T extends string>(short: string, values: readonly T[]) => ({
  short,
  read: (text: string): T | undefined => values.find((value) => value === text),
  write: (value: T | null): string => value ?? '',
});

/** The one table of short keys, in the order in which they are written. */
const codecs: { readonly [K in Key]: Codec<Filters[K]> } = {
  dataset: id('d'),
  area: {
    short: 'a',
    read: (text) => {
      const area = readId(text);
      return area !== undefined && areaLevel(area) !== null ? area : undefined;
    },
    write: encode,
  },
  level: oneOf('l', levels),
  years: {
    short: 'y',
    read: (text) => {
      const [, from, to = from] = /^(\d{4})(?:-(\d{4}))?$/.exec(text) ?? [];
      const years = [Number(from), Number(to)] as const;
      return years[0] >= firstYear && years[0] <= years[1] && years[1] <= lastYear ? years : undefined;
    },
    write: (years) => [...new Set(years ?? [])].join('-'),
  },
  metric: id('m'),
  agencies: {
    short: 'g',
    read: (text) => {
      const ids = text.split(',').map(readId);
      const known = ids.filter((one) => one !== undefined);
      return known.length === ids.length && known.length <= mostAgencies && new Set(ids).size === ids.length
        ? known
        : undefined;
    },
    write: (agencies) => agencies.map(encode).join(','),
  },
  report: id('r'),
  evidence: id('e'),
  chart: id('c'),
  lang: oneOf('lang', languages),
};

const keys = Object.keys(codecs) as Key[];
const keyOf = new Map(keys.map((key) => [codecs[key].short, key]));

const written = <K extends Key>(key: K, filters: Filters): string => codecs[key].write(filters[key]);

/**
 * The address of a view, from `#`. Defaults are left out. `own` holds the reader's own defaults (the language): what
 * differs from them is written too, so that the address means the same to anybody.
 */
export function toAddress(filters: Filters, own: Filters = defaultFilters): string {
  const parameters = keys.flatMap((key) => {
    const value = written(key, filters);
    const isDefault = value === written(key, defaultFilters) && value === written(key, own);
    return isDefault ? [] : [`${codecs[key].short}=${value}`];
  });
  return `#/${filters.page}${parameters.length > 0 ? `?${parameters.join('&')}` : ''}`;
}

/**
 * What an address asks for. Never throws: whatever is not understood is reported and replaced by its default, taken
 * from `own`.
 */
export function fromAddress(
  hash: string,
  own: Filters = defaultFilters,
): { readonly filters: Filters; readonly problems: readonly AddressProblem[] } {
  const problems: AddressProblem[] = [];
  const report = (code: AddressProblemCode, key: string, value: string) =>
    problems.push({ code, key, value: value.slice(0, longestProblemText) });
  if (hash.length > longestAddress) {
    report('too_long', '', hash);
    return { filters: own, problems };
  }
  const [path = '', ...rest] = hash.replace(/^#?\/?/, '').split('?');
  const page = path === '' ? own.page : pageIds.find((one) => one === path);
  if (page === undefined) report('unknown_page', 'page', path);
  let filters: Filters = { ...own, page: page ?? own.page };

  const seen = new Map<string, string>();
  for (const part of rest.join('?').split('&')) {
    if (part === '') continue;
    const [short = '', ...value] = part.split('=');
    if (seen.has(short)) report('repeated_key', short, part);
    else seen.set(short, value.join('='));
  }
  const asked = seen.get('v') ?? version;
  seen.delete('v');
  if (asked !== version) {
    // Its keys may mean other things: better the whole dataset than a wrong view.
    report('unknown_version', 'v', asked);
    return { filters, problems };
  }
  for (const [short, text] of seen) {
    const key = keyOf.get(short);
    const value = key && codecs[key].read(text);
    if (key === undefined) report('unknown_key', short, text);
    else if (decode(text) === undefined) report('bad_encoding', short, text);
    else if (value === undefined) report('bad_value', short, text);
    else filters = { ...filters, [key]: value };
  }
  return { filters, problems };
}
