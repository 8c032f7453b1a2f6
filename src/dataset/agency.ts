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
  /** The areas that fit, when it is not certain which one is meant; `areas` then has what they share. */
  readonly candidates?: readonly Area[];
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

/** One body under several spellings: written out, and as it is spoken. Whole names only. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^[省市县区旗州盟]?(?:人民)?政?府办(?:公室)?$/, '政府办公室'],
  [/^[省市县区旗州盟]?(?:人民)?政府办公厅$/, '政府办公厅'],
  [/^(?:发展和改革|发展改革|发改)(?=[局委])/, '发展改革'],
  [/^(?:卫生健康|卫健)(?=[局委])/, '卫生健康'],
  [/^(?:人力资源和社会保障|人力资源社会保障|人社)(?=[局厅])/, '人力资源社会保障'],
  [/^(?:市场监督管理|市场监管|市监)(?=局)/, '市场监督管理'],
  [/^(?:住房和城乡建设|住房城乡建设|住建)(?=[局厅委])/, '住房城乡建设'],
  [/^(?:农业农村和水利|农业农村水利)(?=局)/, '农业农村水利'],
  [/^(?:教育和体育|教育体育|教体)(?=局)/, '教育体育'],
];
/** Parts of a body that its reports cover or leave out: the scope, not another body. */
const scopeWords = /(?<=[局委厅会院部处署办])(?:机关|系统|本级)$/;

/** The name without the places before it: 淄博高新区建设局 in 淄博市 高新区 is 建设局. */
export function ownName(name: string, areas: readonly Area[]): string {
  const places = areas.filter(({ level }) => level !== 'township');
  const rest = places
    .reduce((left, area, i) => dropPlace(left, area, places[i + 1]), clean(name))
    .replace(/^人民政府(?=.)/, '政府')
    .replace(scopeWords, '')
    .replace(/(?:管理委员会|管委会)$/, '管委会')
    .replace(/委员会$/, '委');
  const spelling = spellings.find(([pattern]) => pattern.test(rest));
  return spelling ? rest.replace(...spelling) : rest;
}

/**
 * Stable id of an agency: the id of its area for the government of a place, `<area>-<own name>` for any other body,
 * so that two spellings of one agency are one.
 * @param site host of its reports, where its area is not certain: bodies of one name on two sites are two
 */
export function agencyId(
  name: string,
  kind: AgencyKind,
  areas: readonly Area[],
  site: string | null = null,
): string {
  const governed = governs[kind];
  const seat = governed && areas.find((area) => area.level === governed);
  if (seat) return seat.id;
  const home = areas.filter((area) => area.level !== 'township').at(-1);
  return [home?.id ?? '0', ...(site === null ? [] : [site]), ownName(name, areas)].join('-');
}
