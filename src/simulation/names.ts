import type { Agency } from './content';

/**
 * The invented places. None of these names, nor its stem with another suffix, occurs among China's provinces, cities,
 * counties and townships; `tests/simulation/names.test.ts` checks them against the committed table of regions.
 */
export const province = { id: '99', name: '模拟省' } as const;
export const city = { id: '9901', name: '云岑市' } as const;
export const district = { id: '990101', name: '霁川区' } as const;

export interface Township {
  readonly name: string;
  /** Rank of its publishing among the sixteen, 0 lowest. */
  readonly publishing: number;
  /** Expected applications a year about 2021. */
  readonly demand: number;
  /** Yearly growth of what it publishes; 1 is none. */
  readonly growth: number;
}

/** Nine of sixteen never get an application: most real townships do not (`metrics.md`, 180 of 254 reports). */
export const townships: readonly Township[] = [
  { name: '露桥街道', publishing: 15, demand: 13, growth: 1.14 },
  { name: '笺桥街道', publishing: 13, demand: 7, growth: 1.12 },
  { name: '晴汀街道', publishing: 10, demand: 3, growth: 1.1 },
  { name: '琴浦街道', publishing: 12, demand: 1.5, growth: 1.03 },
  { name: '烟堤街道', publishing: 8, demand: 0, growth: 1.01 },
  { name: '霁桥街道', publishing: 6, demand: 0.8, growth: 1 },
  { name: '青霭镇', publishing: 14, demand: 0.5, growth: 1.02 },
  { name: '萤溪镇', publishing: 9, demand: 0, growth: 0.98 },
  { name: '缃河镇', publishing: 11, demand: 0.3, growth: 1.04 },
  { name: '墨原镇', publishing: 5, demand: 0, growth: 1.02 },
  { name: '荷霁镇', publishing: 7, demand: 0, growth: 1 },
  { name: '蝉溪镇', publishing: 4, demand: 0, growth: 0.97 },
  { name: '枫汀镇', publishing: 3, demand: 0, growth: 1.05 },
  { name: '暮山乡', publishing: 0, demand: 0, growth: 1 },
  { name: '素湾乡', publishing: 2, demand: 0, growth: 1.03 },
  { name: '苓溪乡', publishing: 1, demand: 0, growth: 0.96 },
];

export interface Bureau {
  readonly name: string;
  /** Rank of its applications among the twenty-four, 0 lowest. */
  readonly demand: number;
  /** Rank of its publishing, 0 lowest. */
  readonly publishing: number;
  /** Decisions a year. */
  readonly licences: number;
  readonly penalties: number;
  readonly coercion: number;
  /** Fees a year, 万元. */
  readonly fees: number;
  readonly since?: number;
}

const bureau = (
  name: string,
  demand: number,
  publishing: number,
  [licences, penalties, coercion, fees]: readonly [number, number, number, number] = [0, 0, 0, 0],
  since?: number,
): Bureau => ({ name, demand, publishing, licences, penalties, coercion, fees, ...(since ? { since } : {}) });

export const bureaus: readonly Bureau[] = [
  bureau('发展和改革局', 15, 18, [140, 3, 0, 0]),
  bureau('教育局', 17, 22, [60, 4, 0, 1840.5]),
  bureau('科学技术局', 3, 8),
  bureau('工业和信息化局', 8, 11, [5, 2, 0, 0]),
  bureau('公安局', 21, 15, [38000, 14500, 2600, 412.36]),
  bureau('民政局', 14, 20, [90, 1, 0, 0]),
  bureau('司法局', 12, 13, [30, 0, 0, 0]),
  bureau('财政局', 13, 23, [25, 3, 0, 0]),
  bureau('人力资源和社会保障局', 18, 21, [420, 35, 0, 56.8]),
  bureau('住房和城乡建设局', 23, 19, [860, 120, 6, 3210.75]),
  bureau('城市管理局', 20, 12, [1900, 2300, 310, 268.4]),
  bureau('交通运输局', 16, 14, [2600, 740, 45, 0]),
  bureau('水务局', 10, 9, [75, 28, 2, 188.92]),
  bureau('商务局', 6, 10, [18, 6, 0, 0]),
  bureau('审计局', 4, 4),
  bureau('统计局', 2, 5, [0, 9, 0, 0]),
  bureau('市场监督管理局', 19, 17, [9400, 860, 190, 12.6]),
  bureau('行政审批局', 11, 16, [21000, 0, 0, 0]),
  bureau('信访局', 9, 2),
  bureau('林业局', 7, 6, [110, 16, 1, 34.5]),
  bureau('体育局', 0, 3, [12, 0, 0, 0]),
  bureau('国有资产监督管理局', 5, 1),
  bureau('房产管理局', 22, 7, [3300, 42, 0, 0]),
  bureau('医疗保障局', 1, 0, [0, 11, 0, 0], 2019),
];

const twoDigits = (n: number) => String(n).padStart(2, '0');

/** `index` from 0, in the order of `townships`. */
export function townshipAgency(township: Township, index: number): Agency & { readonly township_id: string } {
  const street = township.name.endsWith('街道');
  const township_id = `${district.id}${String(index + 1).padStart(3, '0')}`;
  return {
    id: `demo-${township_id}`,
    name: `${district.name}${township.name}${street ? '办事处' : '人民政府'}`,
    kind: street ? 'street' : 'township',
    township_id,
  };
}

export const bureauAgency = (entry: Bureau, index: number): Agency => ({
  id: `demo-${district.id}b${twoDigits(index + 1)}`,
  name: `${district.name}${entry.name}`,
  kind: 'bureau',
});

export const districtAgency: Agency = {
  id: `demo-${district.id}`,
  name: `${district.name}人民政府`,
  kind: 'county',
};

/** Everybody who files: the district, its townships and streets, its bureaus. */
export const agencies: readonly Agency[] = [
  districtAgency,
  ...townships.map(townshipAgency),
  ...bureaus.map(bureauAgency),
];
