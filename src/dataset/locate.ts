import type { AreaLevel } from './area-id';
import { namedArea, shortName, stem, zoneName, type Area, type Regions } from './regions';

/** A place from the province down. */
export type Chain = readonly Area[];

/** What beside its name tells where an agency is. */
export interface Context {
  /** Lines at the head and the end of the page: where it stands in its site, who publishes and signs. */
  readonly lines: readonly string[];
  /** Where other agencies of the same site certainly are, from the province down as far as they agree. */
  readonly site: Chain;
}

export interface Location {
  /** The place; of several that fit what they have in common, which may be nothing. */
  readonly areas: Chain;
  /** The places that fit, when it is not certain which one is meant; empty when it is. */
  readonly candidates: readonly Chain[];
}

const nowhere: Location = { areas: [], candidates: [] };
const noContext: Context = { lines: [], site: [] };

const zone = /^.{0,10}?(?:高新区|经开区|开发区|示范区|新区|风景区|管理区|保税区)/;
const township = /^.{1,10}?(?:街道|镇|民族乡|乡|苏木)/;
const longestName = 15;
/** What goes on with these was no whole name: 吉林 in 吉林市, 重庆 in 重庆路街道. */
const goesOn = /^(?:[省市县区旗州盟路街]|.{0,4}(?:街道|镇|乡|苏木)(?!.*(?:镇|乡|街道)))/;
const governmentOf = /^人民政府(?=.{1,10}(?:街道|镇|乡|苏木))/;

/** Provinces are few and their short names clear: 山东 needs no 省. */
const anywhere: Area = { id: '', parent: null, level: 'province', name: '', official: false };

interface Reading {
  readonly chain: Chain;
  readonly rest: string;
  /** Letters that official names account for. */
  readonly official: number;
  /** A town by its own name alone: another of that name may be missing in the table. */
  readonly bare?: true;
}

/** Areas of a level anywhere below: counties of 上海 or 海南 stand under a placeholder city. */
const below = (regions: Regions, parent: Area, level: AreaLevel): readonly Area[] => {
  const direct = regions.children(parent.id);
  return level === 'county' && parent.level === 'province'
    ? direct.flatMap((city) => regions.children(city.id))
    : direct;
};

/** Areas that a name without any before it can mean; a city's bare name only before its zone (淄博高新区). */
const calledAlone = (regions: Regions, name: string, after: string, level: AreaLevel): readonly Area[] =>
  level === 'city' && zone.test(after) && !goesOn.test(after)
    ? regions.all('city').filter((city) => city.name === name || stem(city.name, 'city') === name)
    : regions.called(name, level);

/** The areas of a level whose name a text begins with, the longest name only. */
function leading(regions: Regions, { chain, rest, official }: Reading, level: AreaLevel): readonly Reading[] {
  const parent = chain.at(-1) ?? (level === 'province' ? anywhere : undefined);
  // Names that begin otherwise cannot match, but for zones, which leave out the city that they are named after.
  const among = (
    parent && (level === 'province' ? regions.children('') : below(regions, parent, level))
  )?.filter(({ name }) => name.charAt(0) === rest.charAt(0) || zone.test(name));
  for (let n = Math.min(longestName, rest.length); n >= 2; n -= 1) {
    const name = rest.slice(0, n);
    const after = rest.slice(n);
    const one = parent && regions.match(among ?? [], name, level, parent.name);
    const found = one ? [one] : parent ? [] : calledAlone(regions, name, after, level);
    if (found.length === 0 || (stem(name, level) === name && goesOn.test(after))) continue;
    return found.map((area) => ({ chain: regions.chain(area), rest: after, official: official + n }));
  }
  return [];
}

/** A zone of a city or a municipality that has no code. */
function inZone({ chain, rest, official }: Reading, regions: Regions): readonly Reading[] {
  const last = chain.at(-1);
  const called = zone.exec(rest)?.[0];
  const city = last?.level === 'city' ? last : last && regions.children(last.id)[0];
  if (!last || !called || !city || last.level === 'county' || !isCity(city)) return [];
  // 天津港保税区 is no zone 港保税区: of a municipality only its whole name stands before a zone.
  if (last.level === 'province' && official < last.name.length) return [];
  const area = namedArea(city, zoneName(called, stem(city.name, 'city')), 'county');
  return [{ chain: [...regions.chain(city), area], rest: rest.slice(called.length), official }];
}
/** Cities, and the placeholder above the districts of a municipality. */
const isCity = ({ level, name }: Area): boolean => level === 'city' && (!/县$/.test(name) || name === '辖县');

/** Names of towns that a text may begin with, the longest first: 古镇镇 before 古镇. */
const townsOf = (text: string): readonly string[] =>
  [...text.slice(0, longestName).matchAll(/街道|[镇乡]|苏木/g)]
    .filter(({ index }) => index > 0)
    .map(({ index, 0: suffix }) => text.slice(0, index + suffix.length))
    .reverse();

function inTown(regions: Regions, { chain, rest, official }: Reading): readonly Reading[] {
  const text = rest.replace(governmentOf, '');
  const parent = chain.at(-1);
  const known = townsOf(text).find((it) =>
    parent
      ? regions.match(regions.children(parent.id), it, 'township')
      : regions.called(it, 'township').length > 0,
  );
  const called = known ?? township.exec(text)?.[0];
  if (!called) return [];
  const after = text.slice(called.length);
  if (!parent) {
    const areas = regions.called(called, 'township');
    return areas.map((area) => ({
      chain: regions.chain(area),
      rest: after,
      official: called.length,
      bare: true,
    }));
  }
  const area = regions.match(regions.children(parent.id), called, 'township');
  if (area) return [{ chain: [...chain, area], rest: after, official: official + called.length }];
  return parent.level === 'county'
    ? [{ chain: [...chain, namedArea(parent, called, 'township')], rest: after, official }]
    : [];
}

/** Every way to read the places at the beginning of a name, the fullest only. */
function readingsOf(regions: Regions, text: string): readonly Reading[] {
  let readings: readonly Reading[] = [{ chain: [], rest: text, official: 0 }];
  for (const level of ['province', 'city', 'county'] as const)
    readings = readings.flatMap((it) => [it, ...leading(regions, it, level)]);
  readings = readings.flatMap((it) => [it, ...inZone(it, regions)]);
  readings = readings.flatMap((it) => [it, ...inTown(regions, it)]).filter(({ chain }) => chain.length > 0);
  const fullest = Math.max(...readings.map(({ official }) => official));
  const official = readings.filter((it) => it.official === fullest);
  const shortest = Math.min(...official.map(({ rest }) => rest.length));
  const best = official.filter(({ rest }) => rest.length === shortest);
  return [...new Map(best.map((it) => [it.chain.at(-1)?.id, it])).values()];
}

/** What all chains have in common, from the province down. */
export function common(chains: readonly Chain[]): Chain {
  const [first = [], ...others] = chains;
  const differs = first.findIndex((area, i) => others.some((chain) => chain[i]?.id !== area.id));
  return differs < 0 ? first : first.slice(0, differs);
}

const namesOf = ({ name, level }: Area): readonly string[] => [name, shortName(name, level)];
const within = (chain: Chain, { id }: Area): boolean => chain.some((area) => area.id === id);

/** Evidence by which one of several places is told, the stronger first. */
const evidence: readonly ((chain: Chain, context: Context) => boolean)[] = [
  // 长春市朝阳区: the place after one that it lies in.
  (chain, { lines }) => {
    const last = chain.at(-1);
    const above = chain.slice(0, -1).flatMap(namesOf);
    const own = last ? namesOf(last) : [];
    return lines.some((line) => above.some((name) => own.some((it) => line.includes(name + it))));
  },
  (chain, { site }) => {
    const lowest = site.at(-1);
    return lowest !== undefined && lowest.level !== 'province' && within(chain, lowest);
  },
  (chain, { lines }) =>
    chain.slice(0, -1).some((area) => lines.some((line) => namesOf(area).some((it) => line.includes(it)))),
  (chain, { site }) => chain[0] !== undefined && chain[0].id === site[0]?.id,
];

/** Letters before a name among which the places that it lies in are sought. */
const longestPlace = 16;

/** Names in the context that end like the agency's and begin with a place: 沭阳县审计局 for 审计局. */
function inContext(regions: Regions, name: string, lines: readonly string[]): readonly Reading[] {
  for (const line of lines) {
    const at = line.indexOf(name);
    if (at <= 0) continue;
    const before = /\p{Script=Han}*$/u.exec(line.slice(Math.max(0, at - longestPlace), at))?.[0] ?? '';
    for (let from = 0; from < before.length; from++) {
      const readings = readingsOf(regions, before.slice(from) + name).filter(({ rest }) =>
        name.endsWith(rest),
      );
      if (readings.length > 0) return readings;
    }
  }
  return [];
}

/**
 * Where the agency of a name is: 淄博高新区中埠镇人民政府 names a city, a zone and a town. Of several places of one name
 * the context tells which, or all of them are kept as candidates.
 */
export function locate(regions: Regions, name: string, context: Context = noContext): Location {
  const text = name.normalize('NFKC').replace(/\s/g, '');
  const lines = context.lines.map((line) => line.normalize('NFKC').replace(/\s/g, ''));
  const own = readingsOf(regions, text);
  const readings = own.length > 0 ? own : inContext(regions, text, lines);
  if (readings.length === 0) return nowhere;
  const chains = readings.map(({ chain }) => chain);
  if (readings.length === 1 && !readings[0]?.bare) return { areas: common(chains), candidates: [] };
  for (const fits of evidence) {
    const told = chains.filter((chain) => fits(chain, { lines, site: context.site }));
    if (told.length === 1) return { areas: told[0] ?? [], candidates: [] };
  }
  return { areas: chains.length > 1 ? common(chains) : [], candidates: chains };
}
