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
