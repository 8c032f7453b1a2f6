import type { Tables } from './assemble';

/** How much of what the sources say was understood. Counts. */
export interface Coverage {
  /** Occurrences of labels of published items. */
  readonly labels: number;
  /** Labels that say 其他 or 其它 and nothing else. */
  readonly literallyOther: number;
  /** Further labels in the category `other`: those that no rule understands. */
  readonly notUnderstood: number;
  /** Reports by where their agency stands: in areas with official codes, in a place without a code, or nowhere. */
  readonly located: number;
  readonly inNamedPlace: number;
  readonly nowhere: number;
}

export function coverageOf({ items, areas, reports }: Pick<Tables, 'items' | 'areas' | 'reports'>): Coverage {
  const other = items.filter((row) => row['category'] === 'other');
  const literal = other.filter((row) => /^其[他它]$/.test(String(row['label'])));
  const named = new Set(areas.filter((area) => area['official'] === false).map((area) => area['area_id']));
  const lowest = reports.map(
    (row) => row['township_id'] ?? row['county_id'] ?? row['city_id'] ?? row['province_id'] ?? null,
  );
  return {
    labels: items.length,
    literallyOther: literal.length,
    notUnderstood: other.length - literal.length,
    located: lowest.filter((id) => id !== null && !named.has(id)).length,
    inNamedPlace: lowest.filter((id) => named.has(id)).length,
    nowhere: lowest.filter((id) => id === null).length,
  };
}
