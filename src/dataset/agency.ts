import type { AgencyKind } from '../reading';
import type { AreaLevel } from './area-id';
import { stem, type Area } from './regions';

/** Who reported, resolved to an area. */
export interface AgencyIdentity {
  readonly id: string;
  readonly name: string;
  readonly kind: AgencyKind;
  /** From the province down to the area it belongs to; empty where nothing is known. */
  readonly areas: readonly Area[];
}

/** Kinds whose body is the government of an area: the area is its identity, however the name is spelled. */
const governs: Readonly<Partial<Record<AgencyKind, AreaLevel>>> = {
  township: 'township',
  street: 'township',
  county: 'county',
  city: 'city',
  province: 'province',
};

const clean = (name: string) => name.normalize('NFKC').replace(/\([^)]*\)|[\s“”"'《》]/g, '');
const suffix = /^(省|市|自治区|自治州|地区|州|盟|自治县|县|区|旗)(?=..)/;

/** Drops one place from the front of a name; a bare stem only where the next place follows (淄博 高新区, not 天津 港). */
function dropPlace(name: string, { name: area, level }: Area, next: Area | undefined): string {
  if (name.startsWith(area) && name.length > area.length) return name.slice(area.length);
  const bare = stem(area, level);
  if (bare.length < 2 || !name.startsWith(bare)) return name;
  const rest = name.slice(bare.length);
  if (suffix.test(rest)) return rest.replace(suffix, '');
  return next && rest.startsWith(stem(next.name, next.level)) ? rest : name;
}

/** The name without the places before it: 淄博高新区建设局 in 淄博市 高新区 is 建设局. */
export function ownName(name: string, areas: readonly Area[]): string {
  const places = areas.filter(({ level }) => level !== 'township');
  const rest = places.reduce((left, area, i) => dropPlace(left, area, places[i + 1]), clean(name));
  return rest.replace(/^人民政府(?=.)/, '政府').replace(/委员会$/, '委');
}

/**
 * Stable id of an agency: the id of its area for the government of a place, `<area>-<own name>` for any other body,
 * so that two spellings of one agency are one.
 */
export function agencyId(name: string, kind: AgencyKind, areas: readonly Area[]): string {
  const governed = governs[kind];
  const seat = governed && areas.find((area) => area.level === governed);
  if (seat) return seat.id;
  const home = areas.filter((area) => area.level !== 'township').at(-1);
  return `${home?.id ?? '0'}-${ownName(name, areas)}`;
}
