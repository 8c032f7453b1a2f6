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
  it.each([
    ['上海市普陀区长征镇人民政府', '310107102'],
    ['沭阳县发展和改革局', '321322'],
    ['淄博市高新区中埠镇人民政府', '3703~高新区~中埠镇'],
    ['山东省人民政府办公厅', '37'],
    ['黔东南苗族侗族自治州农业农村局', '5226'],
  ])('%s lies in %s', (name, area) => {
    expect(locate(regions, name).at(-1)?.id).toBe(area);
  });

  it.each(['中埠镇人民政府', '朝阳区财政局', '霁川区教育局', '审计局'])(
    'does not guess where %s is',
    (name) => {
      expect(locate(regions, name)).toEqual([]);
    },
  );
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
});
