import { areaLevel, levels, type Level, type Manifest } from '../../dataset';
import type { Offered } from '../../state';
import { comparable } from '../shared/comparable';
import type { Agency, Area } from './atlas.svelte';

/** The open dataset. */
export interface Held {
  readonly manifest: Manifest;
  readonly areas: ReadonlyMap<string, Area>;
  readonly agencies: ReadonlyMap<string, Agency>;
}

/** Levels with reports. */
export const levelsOf = (manifest: Manifest): readonly Level[] =>
  levels.filter((level) => (manifest.levels[level] ?? 0) > 0);

/** A township alone has nobody to be compared with: its county stands for it. */
export const comparedArea = (id: string, areas: ReadonlyMap<string, Area>): string =>
  areaLevel(id) === 'township' ? (areas.get(id)?.parent ?? id) : id;

/** Whether an agency is one of a level in an area. */
export const isIn = (agency: Agency, area: string, level: Level, root: string): boolean =>
  agency.level === level && (area === root || agency.areas.includes(area));

/** What an address may ask for of a dataset. */
export function offeredOf({ manifest, areas, agencies }: Held): Offered {
  const root = manifest.root_area;
  return {
    years: manifest.years,
    levels: levelsOf(manifest),
    defaultLevel: manifest.default_level,
    metrics: comparable,
    hasArea: (id) => id === root || areas.has(id),
    hasAgency: (id, area, level) => {
      const agency = agencies.get(id);
      return agency !== undefined && isIn(agency, comparedArea(area || root, areas), level, root);
    },
  };
}
