import type { Manifest, Query } from '../../dataset';
import type { Engine } from '../../engine';
import { literal } from '../../metrics';
import type { Row } from '../shared/context';
import { rowsOf } from '../shell/atlas.svelte';

/** Id of the report that stands for an agency and year where several differ in scope. */
export const primaryReport = (agencyId: string, year: number): string => `${agencyId}-${year}`;

export interface FiledYear {
  readonly reportId: string;
  readonly agencyId: string;
  readonly year: number;
  readonly scope: string;
}

const columns = ['report_id', 'agency_id', 'year', 'scope'] as const;

/** All reports of an agency. */
export const filedYearsQuery = (agencyId: string): Query => ({
  sql: `SELECT ${columns.join(', ')} FROM reports WHERE agency_id = ${literal(agencyId)}`,
  needs: { reports: columns },
});

const filedYear = (row: Row): FiledYear => ({
  reportId: String(row['report_id']),
  agencyId: String(row['agency_id']),
  year: Number(row['year']),
  scope: String(row['scope']),
});

/** Up to here the columns themselves are fewer bytes than the engine, and are there before it. */
const fewReports = 20_000;

/** The reports of an agency, oldest first: the years that a reader can go to. Rejects as the engine does. */
export async function readFiledYears(
  engine: Engine,
  manifest: Manifest,
  agencyId: string,
  signal: AbortSignal,
): Promise<readonly FiledYear[]> {
  const table =
    manifest.tables.reports.rows <= fewReports
      ? await engine.readTable('reports', columns, { signal })
      : await engine.run(filedYearsQuery(agencyId), { signal });
  return rowsOf(table)
    .map(filedYear)
    .filter((one) => one.agencyId === agencyId)
    .sort((a, b) => a.year - b.year || a.scope.localeCompare(b.scope));
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
