import { readFileSync } from 'node:fs';
import { Regions } from './regions';

const folder = new URL('../../data/regions/', import.meta.url);
let regions: Regions | null = null;

/** The committed table of official divisions, read once. Node only. */
export function loadRegions(): Regions {
  regions ??= new Regions(
    new Map(
      ['provinces', 'cities', 'counties', 'townships'].flatMap((name) =>
        readFileSync(new URL(`${name}.csv`, folder), 'utf8')
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => line.split(',', 2) as [string, string]),
      ),
    ),
  );
  return regions;
}
