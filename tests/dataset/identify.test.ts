import { describe, expect, it } from 'vitest';
import { assemble, fileDocument, identify, loadRegions, siteOf, sitesOf } from '../../src/dataset/node';
import { document, filedFact } from './fixtures';

const regions = loadRegions();
const of = (name: string, over: { url?: string; places?: readonly string[] } = {}, sites = new Map()) =>
  identify(document({ agency: { name, kind: 'bureau' }, title: null, ...over }), name, regions, sites);

describe('identify', () => {
  it('keeps the candidates of a name that several places share, in its id the site', () => {
    const agency = of('朝阳区财政局', { url: 'http://www.czj.example.gov.cn/1.html' });
    expect(agency.id).toBe('0-czj.example.gov.cn-朝阳区财政局');
    expect(agency.candidates?.map(({ id }) => id)).toEqual(['110105', '220104']);
  });

  it('is sure where a line of the page tells the place', () => {
    const agency = of('朝阳区财政局', { places: ['主办：长春市朝阳区人民政府'] });
    expect([agency.id, agency.candidates]).toEqual(['220104-财政局', undefined]);
  });

  it('takes a city in a city for a county', () => {
    const report = document({ agency: { name: '桂林市荔浦市', kind: 'city' } });
    expect(identify(report, '桂林市荔浦市', regions)).toMatchObject({ kind: 'county', id: '450381' });
  });

  it('learns from other agencies of a site where it is', () => {
    const sites = sitesOf([filedFact({ url: 'https://www.shuyang.gov.cn/1.html' })]);
    expect(sites.get('shuyang.gov.cn')?.at(-1)?.name).toBe('马厂镇');
    expect([siteOf(null), siteOf('no address')]).toEqual([null, null]);
  });

  it('says in the dataset which places fit', () => {
    const report = document({ agency: { name: '朝阳区财政局', kind: 'bureau' }, title: null });
    const filed = fileDocument(report, identify(report, '朝阳区财政局', regions));
    expect(filed.problems).toContainEqual({ code: 'area_unclear', detail: '110105 220104' });
    const { reports, agencies } = assemble([filed]);
    for (const [row] of [reports, agencies]) expect(row?.['area_candidates']).toBe('110105 220104');
    expect(assemble([filedFact()]).reports[0]?.['area_candidates']).toBeNull();
  });
});
