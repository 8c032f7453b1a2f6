import { areaLevels, type AreaLevel } from './area-id';

/** Names of a place as a report or a record gives them, with or without suffix. */
export type Place = Readonly<Partial<Record<AreaLevel, string>>>;

export interface Area {
  readonly id: string;
  readonly parent: string | null;
  readonly level: AreaLevel;
  readonly name: string;
  /** False for a place without a code, whose id is `<parent>~<name>`. */
  readonly official: boolean;
}

/** Rows of the four files of `data/regions`: code without trailing zeros → official name. */
export type RegionTable = ReadonlyMap<string, string>;

const suffixes: Readonly<Record<AreaLevel, RegExp>> = {
  province: /(省|市|自治区)$/,
  city: /(市|地区|盟|自治州|州)$/,
  county: /(自治县|自治旗|林区|特区|县|区|市|旗)$/,
  township: /(街道办事处|街道|民族乡|镇|乡|苏木)$/,
};

/** Names of the peoples in names of autonomous places: 耿马县 is 耿马傣族佤族自治县, 黔东南州 is 黔东南苗族侗族自治州. */
const peoples =
  '蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 拉祜 水 东乡 纳西 景颇 柯尔克孜 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 塔吉克 普米 鄂温克 保安 裕固 鄂伦春 各';
const people = new RegExp(
  `(?:(?:${peoples
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .join('|')})族)+`,
);
/** The few peoples whose names places write without 族: 克孜勒苏柯尔克孜自治州, 甘孜… is not among them. */
const shortPeople = /(维吾尔|柯尔克孜|哈萨克|达斡尔|鄂温克|蒙古)$/;

/** Short names that no rule derives. */
const spoken: Readonly<Record<string, string>> = {
  克州: '克孜勒苏柯尔克孜自治州',
  巴州: '巴音郭楞蒙古自治州',
  博州: '博尔塔拉蒙古自治州',
  海西州: '海西蒙古族藏族自治州',
  驩城镇: '欢城镇',
};

/** A name without suffix and peoples: 黔东南苗族侗族自治州 is 黔东南. */
export function stem(name: string, level: AreaLevel): string {
  const bare = name.replace(suffixes[level], '');
  const place = bare.replace(people, '');
  const short = place.replace(shortPeople, '');
  return short.length > 1 ? short : place;
}

/** A county becomes a district or a city, and a city a district; never the other way (洪江区 is not 洪江市). */
const grownFrom: Readonly<Record<string, RegExp>> = {
  县: /[县市区旗]$/,
  市: /[市区]$/,
  区: /区$/,
  旗: /[旗区市]$/,
};

function sameCounty(official: string, wanted: string): boolean {
  const suffix = suffixes.county.exec(wanted)?.[0].at(-1);
  return (
    stem(official, 'county') === stem(wanted, 'county') && (!suffix || grownFrom[suffix]!.test(official))
  );
}

/** A zone's name without the words that vary: 郑州高新技术产业开发区 and 高新区 of 郑州 are one. */
export function zoneName(name: string, city: string): string {
  const local = name.startsWith(city) ? name.slice(city.length).replace(/^市/, '') : name;
  return local
    .replace(/高新技术(产业)?开发区$/, '高新区')
    .replace(/经济技术开发区$|经济开发区$/, '经开区')
    .replace(/管理区$/, '区');
}

/** A name as it is spoken: 耿马县 for 耿马傣族佤族自治县. */
export function shortName(name: string, level: AreaLevel): string {
  const suffix = suffixes[level].exec(name)?.[0] ?? '';
  return stem(name, level) + (suffix.length > 2 ? suffix.slice(-1) : suffix);
}

const clean = (name: string) => name.normalize('NFKC').replace(/[\s()（）]/g, '');

/** Names → codes of the official divisions. Pure; `region-files.ts` loads the table in Node. */
export class Regions {
  readonly #children = new Map<string, Area[]>();
  readonly #byId = new Map<string, Area>();
  readonly #byName = new Map<string, Area[]>();
  readonly #byLevel: Readonly<Record<AreaLevel, Area[]>> = {
    province: [],
    city: [],
    county: [],
    township: [],
  };

  constructor(table: RegionTable) {
    for (const [id, name] of table) this.#add(id, name, table);
  }

  #add(id: string, name: string, table: RegionTable): void {
    const level = areaLevels[[2, 4, 6, 9].indexOf(id.length)];
    if (!level) throw new RangeError(`region code ${id}: expected 2, 4, 6 or 9 digits`);
    const parent =
      [6, 4, 2].map((n) => id.slice(0, n)).find((code) => code !== id && table.has(code)) ?? null;
    const area: Area = { id, parent, level, name, official: true };
    this.#byId.set(id, area);
    this.#byLevel[level].push(area);
    for (const key of new Set([name, shortName(name, level)].map((it) => `${level} ${it}`))) {
      const same = this.#byName.get(key);
      if (same) same.push(area);
      else this.#byName.set(key, [area]);
    }
    const siblings = this.#children.get(parent ?? '');
    if (siblings) siblings.push(area);
    else this.#children.set(parent ?? '', [area]);
  }

  get(id: string): Area | undefined {
    return this.#byId.get(id);
  }

  /** Every area of a level that has a name, whole or as it is spoken; never without what kind of place it is. */
  called(name: string, level: AreaLevel): readonly Area[] {
    return stem(name, level) === name ? [] : (this.#byName.get(`${level} ${name}`) ?? []);
  }

  /** Every area of a level, in the order of codes. */
  all(level: AreaLevel): readonly Area[] {
    return this.#byLevel[level];
  }

  /** An area with those above it, from the province down. */
  chain(area: Area): readonly Area[] {
    const above = area.parent === null ? undefined : this.#byId.get(area.parent);
    return above ? [...this.chain(above), area] : [area];
  }

  children(id: string): readonly Area[] {
    return this.#children.get(id) ?? [];
  }

  /**
   * The areas of a place from the province down, as far as names are given. A name that no code has becomes an area of
   * its own, `<parent>~<name>`. Empty when the province is unknown: nothing can be said without it.
   */
  resolve(place: Place): readonly Area[] {
    const province = this.match(this.children(''), place.province, 'province');
    if (!province) return [];
    const chain: Area[] = [province];
    const county = this.#directCounty(province, place);
    if (county) chain.push(...county);
    else {
      this.#descend(chain, 'city', this.#isProvince(province, place.city) ? undefined : place.city);
      const repeated =
        place.county !== undefined && place.county === place.city && !place.county.endsWith('县');
      this.#descend(chain, 'county', repeated ? undefined : place.county);
    }
    this.#descend(chain, 'township', place.township);
    return chain;
  }

  #isProvince(province: Area, city: string | undefined): boolean {
    return city !== undefined && stem(clean(city), 'province') === stem(province.name, 'province');
  }

  /** Counties that no city governs: those of 上海 or 重庆, and 仙桃 or 琼海, which records also name as a city. */
  #directCounty(province: Area, place: Place): readonly Area[] | null {
    const holders = this.children(province.id).filter((city) => /(辖区|辖县|直辖县)$/.test(city.name));
    if (holders.length === 0) return null;
    const named = [place.county, place.city].filter((name): name is string => name !== undefined);
    for (const name of named) {
      for (const holder of holders) {
        const county = this.match(this.children(holder.id), name, 'county');
        if (county) return [holder, county];
      }
    }
    const holder = holders[0];
    if (!holder || !this.#isProvince(province, place.city) || place.county === undefined) return null;
    return [holder, namedArea(holder, place.county, 'county')];
  }

  #descend(chain: Area[], level: AreaLevel, name: string | undefined): void {
    const parent = chain.at(-1);
    if (name === undefined || !parent) return;
    chain.push(
      this.match(this.children(parent.id), name, level, parent.name) ?? namedArea(parent, clean(name), level),
    );
  }

  /** The area of a level among some that a name means, or null when none or several do. */
  match(areas: readonly Area[], name: string | undefined, level: AreaLevel, parent = ''): Area | null {
    if (name === undefined) return null;
    const wanted = spoken[clean(name)] ?? clean(name);
    const of = areas.filter((area) => area.level === level);
    const city = stem(parent, 'city');
    const tests: readonly ((area: Area) => boolean)[] = [
      (area) => area.name === wanted,
      (area) => level === 'township' && sameTownship(area.name, wanted),
      (area) => level === 'county' && sameCounty(area.name, wanted),
      (area) => (level === 'province' || level === 'city') && stem(area.name, level) === stem(wanted, level),
      (area) => level === 'county' && zoneName(area.name, city) === zoneName(wanted, city),
    ];
    for (const test of tests) {
      const found = of.filter(test);
      if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
    }
    return null;
  }
}

/** 长底乡 and 长底布依族乡 are one, as are a town and a 地区 of 北京; 城关镇 and 城关乡 are not. */
function sameTownship(official: string, wanted: string): boolean {
  const bare = (name: string) =>
    name
      .replace(/民族乡$/, '乡')
      .replace(people, '')
      .replace(/街道办事处$/, '街道')
      .replace(/地区(办事处)?$/, '镇')
      .replace(/^(.{2,})(?:哈萨克|蒙古|柯尔克孜|达斡尔|鄂温克)乡$/, '$1乡');
  const unsuffixed = stem(wanted, 'township') === wanted;
  return bare(official) === bare(wanted) || (unsuffixed && stem(official, 'township') === wanted);
}

/** An area without a code. */
export const namedArea = (parent: Area, name: string, level: AreaLevel): Area => ({
  id: `${parent.id}~${name}`,
  parent: parent.id,
  level,
  name,
  official: false,
});
