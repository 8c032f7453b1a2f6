import type { AreaLevel } from './area-id';
import { namedArea, type Area, type Regions } from './regions';

const zone = /^.{0,10}?(高新区|经开区|开发区|示范区|新区|风景区|管理区|保税区)/;
const township = /^.{1,10}?(街道|镇|民族乡|乡|苏木)/;
const longestName = 15;

/** The area whose name a text begins with, longest first, and what follows it. */
function leading(
  regions: Regions,
  among: readonly Area[],
  text: string,
  level: AreaLevel,
  parent?: Area,
): { readonly area: Area; readonly rest: string } | null {
  for (let n = Math.min(longestName, text.length - 1); n >= 2; n -= 1) {
    const name = text.slice(0, n);
    // A bare stem is too weak without its parent: 朝阳 begins 朝阳区 as well as 朝阳市.
    if (!parent && !among.some((area) => area.name === name)) continue;
    const area = regions.match(among, name, level, parent?.name);
    if (area) return { area, rest: text.slice(n) };
  }
  return null;
}

/**
 * The areas that the full name of an agency names, from the province down: 淄博高新区中埠镇人民政府 names a city, a zone
 * and a town. Empty when the name begins with no place, or with one that several places share.
 */
export function locate(regions: Regions, name: string): readonly Area[] {
  const text = name.normalize('NFKC').replace(/\s/g, '');
  const first = leading(regions, regions.children(''), text, 'province', { ...anywhere });
  let chain: readonly Area[] = first ? [first.area] : [];
  let rest = first?.rest ?? text;
  for (const level of ['city', 'county'] as const) {
    const parent = chain.at(-1);
    const among = parent ? below(regions, parent, level) : regions.all(level);
    const found = leading(regions, among, rest, level, parent);
    if (!found) continue;
    chain = regions.chain(found.area);
    rest = found.rest;
  }
  const last = chain.at(-1);
  if (last?.level === 'city' && zone.test(rest)) {
    const called = zone.exec(rest)?.[0] ?? '';
    chain = [...chain, namedArea(last, called, 'county')];
    rest = rest.slice(called.length);
  }
  return [...chain, ...town(regions, chain.at(-1), rest)];
}

/** Provinces are few and their short names clear: 山东 needs no 省. */
const anywhere: Area = { id: '', parent: null, level: 'province', name: '', official: false };

/** Areas of a level anywhere below: counties of 上海 or 海南 stand under a placeholder city. */
const below = (regions: Regions, parent: Area, level: AreaLevel): readonly Area[] => {
  const direct = regions.children(parent.id);
  return level === 'county' && parent.level === 'province'
    ? direct.flatMap((city) => regions.children(city.id))
    : direct;
};

function town(regions: Regions, parent: Area | undefined, text: string): readonly Area[] {
  const called = township.exec(text)?.[0];
  if (!called || !parent || parent.level === 'province') return [];
  const official = regions.match(regions.children(parent.id), called, 'township');
  if (official) return [official];
  return parent.level === 'county' ? [namedArea(parent, called, 'township')] : [];
}
