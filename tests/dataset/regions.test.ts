import { describe, expect, it } from 'vitest';
import { agencyId, loadRegions, locate, type Place } from '../../src/dataset/node';

const regions = loadRegions();
const lowest = (place: Place) => regions.resolve(place).at(-1);
const id = (place: Place) => lowest(place)?.id;

describe('the committed table', () => {
  it('has the 31 provinces and everything below them', () => {
    expect(regions.all('province')).toHaveLength(31);
    expect(regions.all('city')).toHaveLength(342);
    expect(regions.all('county')).toHaveLength(2974);
    expect(regions.all('township')).toHaveLength(41352);
  });

  it('leaves no area without one above it', () => {
    const orphans = (['city', 'county', 'township'] as const).flatMap((level) =>
      regions.all(level).filter((area) => area.parent === null),
    );
    expect(orphans).toEqual([]);
  });
});

describe('resolve', () => {
  it.each<[string, Place, string]>([
    ['a full chain', { province: '江苏', city: '宿迁市', county: '沭阳县' }, '321322'],
    ['names without suffix', { province: '江苏', city: '宿迁', county: '沭阳' }, '321322'],
    ['an autonomous region', { province: '内蒙古', city: '兴安盟', county: '扎赉特旗' }, '152223'],
    ['a short autonomous county', { province: '云南', city: '临沧市', county: '耿马县' }, '530926'],
    ['a short autonomous prefecture', { province: '贵州', city: '黔东南州', county: '黄平县' }, '522622'],
    ['a spoken name', { province: '新疆', city: '克州', county: '乌恰县' }, '653024'],
    [
      'a district of a municipality',
      { province: '上海', city: '上海市', county: '普陀区', township: '长征镇' },
      '310107102',
    ],
    ['a county of 重庆', { province: '重庆', city: '重庆市', county: '石柱县' }, '500240'],
    ['a municipality alone', { province: '北京', city: '北京市' }, '11'],
    ['a county that the province governs', { province: '湖北', city: '天门市', county: '天门市' }, '429006'],
    ['the same named as a city only', { province: '海南', city: '琼海市' }, '469002'],
    [
      'a town of a city without counties',
      { province: '广东', city: '中山市', county: '中山市', township: '古镇镇' },
      '442000105',
    ],
    ['a zone that has a code', { province: '河南', city: '郑州市', county: '高新区' }, '410172'],
    [
      'a town that is now a 地区',
      { province: '北京', city: '北京市', county: '大兴区', township: '瀛海镇' },
      '110115008',
    ],
  ])('finds %s', (_, place, code) => {
    expect(id(place)).toBe(code);
    expect(lowest(place)?.official).toBe(true);
  });

  it('keeps a place without a code by its name, under the last one that has a code', () => {
    const place = { province: '山东', city: '淄博市', county: '高新区', township: '中埠镇' };
    expect(regions.resolve(place).map((area) => area.id)).toEqual([
      '37',
      '3703',
      '3703~高新区',
      '3703~高新区~中埠镇',
    ]);
    expect(lowest(place)?.official).toBe(false);
  });

  it('does not take one place for another of a similar name', () => {
    expect(id({ province: '湖南', city: '怀化市', county: '洪江区' })).toBe('431271');
    expect(id({ province: '湖南', city: '怀化市', county: '洪江市' })).toBe('431281');
    expect(id({ province: '辽宁', city: '铁岭市', county: '铁岭县' })).toBe('211221');
    expect(id({ province: '四川', city: '泸州市', county: '古蔺县', township: '白沙场镇' })).toContain('~');
  });

  it('says nothing without a province', () => {
    expect(regions.resolve({ county: '沭阳县' })).toEqual([]);
    expect(regions.resolve({ province: '不存在省', city: '淮安市' })).toEqual([]);
  });
});

describe('locate', () => {
  const at = (name: string, lines: readonly string[] = [], site: Place = {}) => {
    const { areas, candidates } = locate(regions, name, { lines, site: regions.resolve(site) });
    return [areas.at(-1)?.id, candidates.length];
  };

  it.each([
    ['上海市普陀区长征镇人民政府', '310107102'],
    ['沭阳县发展和改革局', '321322'],
    ['淄博市高新区中埠镇人民政府', '3703~高新区~中埠镇'],
    ['淄博高新技术产业开发区建设局', '3703~高新区'],
    ['山东省人民政府办公厅', '37'],
    ['黔东南苗族侗族自治州农业农村局', '5226'],
    ['耿马县大兴乡', '530926200'],
    ['重庆市渝中区人民政府朝天门街道办事处', '500103010'],
    ['中山市古镇镇人民政府', '442000105'],
    ['福田区福田街道', '440304004'],
    ['吉林市龙潭区人民政府', '220203'],
  ])('%s lies in %s', (name, area) => {
    expect(at(name)).toEqual([area, 0]);
  });

  it.each(['霁川区教育局', '审计局', '天气预报'])('finds no place in %s', (name) => {
    expect(at(name)).toEqual([undefined, 0]);
  });

  it.each([
    ['朝阳区财政局', ['110105', '220104']],
    ['鼓楼区', ['320106', '320302', '350102', '410204']],
    ['落水镇人民政府', ['530381107']],
  ])('keeps every place that %s may lie in', (name, ids) => {
    const { areas, candidates } = locate(regions, name);
    expect([areas, candidates.map((chain) => chain.at(-1)?.id)]).toEqual([[], ids]);
  });

  it('keeps what the candidates have in common', () => {
    const { areas, candidates } = locate(regions, '河北省长安区城关镇财政局');
    expect(candidates.length).not.toBe(1);
    expect(areas[0]?.id ?? '13').toBe('13');
  });

  it('tells one of several by the town in it', () => {
    expect(at('长安区砲里街道')).toEqual(['610116024', 0]);
  });

  it.each<[string, string, readonly string[], Place, string]>([
    ['the name of the site', '朝阳区财政局', ['财政局-长春市朝阳区人民政府'], {}, '220104'],
    ['the way to the page', '朝阳区财政局', ['首页 > 吉林省 > 朝阳区'], {}, '220104'],
    ['the signature', '落水镇人民政府', ['宣威市落水镇人民政府'], {}, '530381107'],
    ['a signature of the whole name', '审计局', ['沭阳县审计局 2024年1月10日'], {}, '321322'],
    ['its site', '城关镇人民政府', [], { province: '陕西', city: '宝鸡市', county: '陇县' }, '610327100'],
  ])('tells one of several by %s', (_, name, lines, site, id) => {
    expect(at(name, lines, site)).toEqual([id, 0]);
  });

  it('does not choose where the evidence names several', () => {
    expect(at('朝阳区财政局', ['友情链接：北京市 吉林省 辽宁省'])).toEqual([undefined, 2]);
  });
});

describe('agencyId', () => {
  const zhongbu = regions.resolve({ province: '山东', city: '淄博市', county: '高新区', township: '中埠镇' });
  const zone = zhongbu.slice(0, 3);

  it('is the area for its government, however the name is spelled', () => {
    expect(agencyId('中埠镇人民政府', 'township', zhongbu)).toBe('3703~高新区~中埠镇');
    expect(agencyId('淄博高新区中埠镇', 'township', zhongbu)).toBe('3703~高新区~中埠镇');
  });

  it('is the area and the own name for any other body', () => {
    expect(agencyId('淄博高新区建设局', 'bureau', zone)).toBe('3703~高新区-建设局');
    expect(agencyId('高新区建设局', 'bureau', zone)).toBe('3703~高新区-建设局');
  });

  it('does not cut a name at a stem that only looks like the place', () => {
    const tianjin = regions.resolve({ province: '天津', city: '天津市', county: '滨海新区' });
    expect(agencyId('天津港保税区管委会', 'other', tianjin)).toBe('120116-天津港保税区管委会');
  });

  const shuyang = regions.resolve({ province: '江苏', city: '宿迁市', county: '沭阳县' });

  it.each([
    ['沭阳县人民政府办公室', '县府办', '沭阳县政府办', '沭阳县府办公室'],
    ['沭阳县发展和改革局', '县发展改革局', '沭阳县发改局'],
    ['沭阳县卫生健康委员会', '沭阳县卫健委'],
    ['沭阳县经济开发区管理委员会', '沭阳县经济开发区管委会'],
    ['沭阳县市场监督管理局', '沭阳县市场监督管理局（系统）', '沭阳县市监局机关'],
  ])('is one for all spellings of %s', (first, ...others) => {
    const idOf = (name: string) => agencyId(name.replace(/^县(?!府)/, ''), 'bureau', shuyang);
    expect(others.map(idOf)).toEqual(others.map(() => idOf(first)));
  });

  it.each([
    ['沭阳县教育局', '沭阳县教育考试院'],
    ['沭阳县人民政府办公室', '沭阳县机关事务管理局'],
    ['沭阳县人民政府办公室', '沭阳县人民政府办公厅'],
    ['沭阳县卫生健康委员会', '沭阳县卫生监督所'],
    ['沭阳县农业农村局', '沭阳县水利局'],
  ])('is not one for %s and %s', (one, other) => {
    expect(agencyId(one, 'bureau', shuyang)).not.toBe(agencyId(other, 'bureau', shuyang));
  });

  it('keeps bodies of one name apart that nobody can place', () => {
    expect(agencyId('审计局', 'bureau', [], 'a.gov.cn')).not.toBe(
      agencyId('审计局', 'bureau', [], 'b.gov.cn'),
    );
  });

  it('never is the same for a name in two places', () => {
    const counties = regions.all('county').map((area) => regions.chain(area));
    for (const own of ['人民政府办公室', '城关镇人民政府', '财政局', '经济开发区管委会']) {
      const ids = counties.map((areas) => agencyId(`${areas.at(-1)?.name ?? ''}${own}`, 'bureau', areas));
      expect(new Set(ids).size).toBe(counties.length);
    }
  });
});

describe('every place of the table', () => {
  it.each(['county', 'township'] as const)(
    'of level %s is found by its full name, or among the candidates',
    (level) => {
      const missed = regions.all(level).filter((area, i) => {
        // Farms, zones and the like have codes of towns and names of their own.
        if (level === 'township' && (i % 20 !== 0 || !/(?<![农林牧渔])(?:街道|镇|乡|苏木)$/.test(area.name)))
          return false;
        const chain = regions.chain(area).filter(({ name }) => !/辖区|辖县|直辖/.test(name));
        const { areas, candidates } = locate(regions, chain.map(({ name }) => name).join(''));
        return ![areas, ...candidates].some((found) => found.at(-1)?.id === area.id);
      });
      expect(missed.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
    },
  );
});
