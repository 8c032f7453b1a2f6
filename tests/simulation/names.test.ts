import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { city, district, province, simulateDistrict, townships } from '../../src/simulation';

/** Names and codes of every province, city, county and township of the committed tables. */
function officialRegions() {
  const rows = ['provinces', 'cities', 'counties', 'townships'].flatMap((level) =>
    readFileSync(`data/regions/${level}.csv`, 'utf8').trim().split('\n').slice(1),
  );
  return rows.map((row) => {
    const [code = '', name = ''] = row.split(',');
    return { code, name };
  });
}

const stem = (name: string) => name.replace(/(街道办事处|街道|地区|自治县|市辖区|镇|乡|区|县|市|省)$/, '');

describe('invented places', () => {
  const official = officialRegions();

  it('are not called like any real place, whatever its suffix', () => {
    const taken = new Set(official.flatMap(({ name }) => [name, stem(name)]));
    const invented = [province, city, district, ...townships].map(({ name }) => name);
    expect(official.length).toBeGreaterThan(40_000);
    expect(invented.filter((name) => taken.has(name) || taken.has(stem(name)))).toEqual([]);
  });

  it('have codes that no real place has', { timeout: 30_000 }, () => {
    expect(official.filter(({ code }) => code.startsWith(province.id))).toEqual([]);
    for (const { county_id, township_id } of simulateDistrict(1).roster)
      expect([county_id, township_id || county_id].every((code) => code.startsWith(district.id))).toBe(true);
  });
});
