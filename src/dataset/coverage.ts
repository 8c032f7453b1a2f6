import type { Tables } from './assemble';

/** How much of what the sources say was understood. Counts. */
export interface Coverage {
  /** Occurrences of labels of published items. */
  readonly labels: number;
  /** Labels that say "other" themselves. */
  readonly statedOther: number;
  /** Labels in the category `other`: those that no rule understands. */
  readonly notUnderstood: number;
  /** Reports by where their agency stands: in areas with official codes, in a place without a code, or nowhere. */
  readonly located: number;
  readonly inNamedPlace: number;
  readonly nowhere: number;
}

export function coverageOf({ items, areas, reports }: Pick<Tables, 'items' | 'areas' | 'reports'>): Coverage {
  const inCategory = (id: string) => items.filter((row) => row['category'] === id).length;
  const named = new Set(areas.filter((area) => area['official'] === false).map((area) => area['area_id']));
  const lowest = reports.map(
    (row) => row['township_id'] ?? row['county_id'] ?? row['city_id'] ?? row['province_id'] ?? null,
  );
  return {
    labels: items.length,
    statedOther: inCategory('stated_other'),
    notUnderstood: inCategory('other'),
    located: lowest.filter((id) => id !== null && !named.has(id)).length,
    inNamedPlace: lowest.filter((id) => named.has(id)).length,
    nowhere: lowest.filter((id) => id === null).length,
  };
}
