import type { AgencyKind } from '../reading';
import type { AreaLevel } from './area-id';
import type { Area } from './regions';

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
const short = (name: string) => name.replace(/(省|市|自治区|自治州|地区|盟|州|自治县|县|区|旗)$/, '');

/** The name without the places before it: 淄博高新区建设局 in 淄博市 高新区 is 建设局. */
export function ownName(name: string, areas: readonly Area[]): string {
  let rest = clean(name);
  for (const { level, name: area } of areas) {
    if (level === 'township') continue;
    const spellings = [area, ...[short(area)].filter((stem) => stem.length > 1)];
    const prefix = spellings.find((spelling) => rest.startsWith(spelling) && rest.length > spelling.length);
    if (prefix) rest = rest.slice(prefix.length).replace(/^[省市州盟县区旗](?=..)/, '');
  }
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
