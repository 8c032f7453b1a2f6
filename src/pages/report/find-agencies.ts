import type { Query } from '../../dataset';
import { literal } from '../../metrics';
import type { Row } from '../shared/context';
import type { Agency } from '../shell/atlas.svelte';

/** Agencies that the finder lists at most. */
export const mostListed = 60;

export interface Wanted {
  readonly words: string;
  readonly area: string;
  /** The area that is the whole dataset and leaves nothing out. */
  readonly rootArea: string;
  readonly level: string;
}

export interface Found {
  readonly agencies: readonly Agency[];
  /** All that match, listed or not. */
  readonly total: number;
  /** Whether the chosen area and kind hold no match, and the rest of the dataset was searched instead. */
  readonly elsewhere: boolean;
}

/** Agencies with reports whose name holds every word: in the chosen area and kind, else anywhere. */
export function findAgencies(agencies: Iterable<Agency>, wanted: Wanted): Found {
  const words = wanted.words.toLowerCase().split(/\s+/u).filter(Boolean);
  const named = [...agencies].filter(
    ({ name, reports }) => reports > 0 && words.every((word) => name.toLowerCase().includes(word)),
  );
  const inScope = named.filter(
    ({ level, areas }) =>
      level === wanted.level && (wanted.area === wanted.rootArea || areas.includes(wanted.area)),
  );
  const elsewhere = inScope.length === 0 && words.length > 0 && named.length > 0;
  const found = elsewhere ? named : inScope;
  const sorted = found.sort((a, b) => b.reports - a.reports || a.name.localeCompare(b.name, 'zh'));
  return { agencies: sorted.slice(0, mostListed), total: found.length, elsewhere };
}

export interface FiledYear {
  readonly reportId: string;
  readonly agencyId: string;
  readonly year: number;
  readonly scope: string;
}

/** All reports of some agencies: the years that a reader can go to. */
export function filedYearsQuery(agencyIds: readonly string[]): Query {
  const columns = ['report_id', 'agency_id', 'year', 'scope'];
  return {
    sql: `SELECT ${columns.join(', ')} FROM reports
WHERE agency_id IN (${agencyIds.map(literal).join(', ')})
ORDER BY agency_id, year, is_primary DESC, report_id`,
    needs: { reports: [...columns, 'is_primary'] },
  };
}

export const filedYear = (row: Row): FiledYear => ({
  reportId: String(row['report_id']),
  agencyId: String(row['agency_id']),
  year: Number(row['year']),
  scope: String(row['scope']),
});

export function byAgency(filed: readonly FiledYear[]): ReadonlyMap<string, readonly FiledYear[]> {
  const groups = new Map<string, FiledYear[]>();
  for (const one of filed) groups.set(one.agencyId, [...(groups.get(one.agencyId) ?? []), one]);
  return groups;
}

/** The reports just before and after one year, of its own scope where there are several. */
export function neighbours(
  filed: readonly FiledYear[],
  of: { readonly year: number; readonly scope: string },
): { readonly previous: FiledYear | null; readonly next: FiledYear | null } {
  const nearest = (side: readonly FiledYear[]): FiledYear | null => {
    const best = side.reduce((least, one) => Math.min(least, Math.abs(one.year - of.year)), Infinity);
    const near = side.filter((one) => Math.abs(one.year - of.year) === best);
    return near.find((one) => one.scope === of.scope) ?? near[0] ?? null;
  };
  return {
    previous: nearest(filed.filter((one) => one.year < of.year)),
    next: nearest(filed.filter((one) => one.year > of.year)),
  };
}
