import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levels } from '../../src/dataset';
import {
  AppState,
  defaultFilters,
  fit,
  fromAddress,
  Preferences,
  toAddress,
  type Filters,
  type Offered,
} from '../../src/state';
import { anyFilters } from './arbitrary-filters';
import { FakeBrowser } from './fake-browser';

const offered: Offered = {
  years: [2017, 2021],
  levels: ['grassroots', 'bureau'],
  defaultLevel: 'grassroots',
  metrics: ['published', 'reviews'],
  hasArea: (id) => ['37', '3703', '370303'].includes(id),
  hasAgency: (id, area, level) => ['a', 'b'].includes(id) && area !== '3703' && level === 'grassroots',
};
const filtersOf = (choice: Partial<Filters>): Filters => ({ ...defaultFilters, ...choice });

const fitting: fc.Arbitrary<Filters> = anyFilters.chain((any) =>
  fc.record({
    page: fc.constant(any.page),
    dataset: fc.constant(any.dataset),
    area: fc.constantFrom('', '37', '370303'),
    level: fc.constantFrom(null, 'grassroots' as const),
    years: fc.constantFrom(null, [2017, 2021] as const, [2019, 2019] as const),
    metric: fc.constantFrom(null, 'published', 'reviews'),
    agencies: fc.subarray(['a', 'b']),
    report: fc.constant(any.report),
    evidence: fc.constant(any.evidence),
    chart: fc.constant(any.chart),
    lang: fc.constant(any.lang),
  }),
);

describe('fit', () => {
  it.each<[Partial<Filters>, Partial<Filters>, readonly (readonly [string, string, string?])[]]>([
    [{ area: '11', agencies: ['a'] }, { area: '', agencies: ['a'] }, [['unknown_area', '11']]],
    [{ level: 'city' }, { level: null }, [['unknown_level', 'city', 'grassroots']]],
    [{ years: [2009, 2012] }, { years: null }, [['years_outside', '2009–2012', '2017–2021']]],
    [{ years: [2009, 2019] }, { years: [2017, 2019] }, [['years_outside', '2009–2019', '2017–2019']]],
    [{ years: [2021, 2030] }, { years: [2021, 2021] }, [['years_outside', '2021–2030', '2021']]],
    [{ years: [2008, 2100] }, { years: null }, [['years_outside', '2008–2100', '2017–2021']]],
    [{ metric: 'happiness' }, { metric: null }, [['unknown_metric', 'happiness', 'published']]],
    [
      { agencies: ['x', 'b', 'y', 'a'] },
      { agencies: ['b', 'a'] },
      [
        ['unknown_agency', 'x'],
        ['unknown_agency', 'y'],
      ],
    ],
    [{ area: '3703', agencies: ['a'] }, { area: '3703', agencies: [] }, [['unknown_agency', 'a']]],
    [{ level: 'bureau', agencies: ['a'] }, { level: 'bureau', agencies: [] }, [['unknown_agency', 'a']]],
  ])('of %j shows %j and says why', (wanted, shown, why) => {
    const { filters, problems } = fit(filtersOf(wanted), offered);
    expect(filters).toEqual(filtersOf(shown));
    expect(
      problems.map(({ code, value, shown: instead }) =>
        instead === undefined ? [code, value] : [code, value, instead],
      ),
    ).toEqual(why);
  });

  it('leaves what fits as it is, and has nothing to say', () => {
    fc.assert(
      fc.property(fitting, (filters) => {
        expect(fit(filters, offered)).toEqual({ filters, problems: [] });
        expect(fit(fromAddress(toAddress(filters)).filters, offered)).toEqual({ filters, problems: [] });
      }),
    );
  });

  it('makes anything fit, and names each part that it changes and no other', () => {
    const keys = { a: 'area', l: 'level', y: 'years', m: 'metric', g: 'agencies' } as const;
    fc.assert(
      fc.property(anyFilters, (wanted) => {
        const { filters, problems } = fit(wanted, offered);
        expect(fit(filters, offered)).toEqual({ filters, problems: [] });
        expect(levels).toContain(filters.level ?? offered.defaultLevel);
        const named = new Set(problems.map(({ key }) => keys[key as keyof typeof keys]));
        const changed = (Object.keys(wanted) as (keyof Filters)[]).filter(
          (key) => JSON.stringify(filters[key]) !== JSON.stringify(wanted[key]),
        );
        expect(changed.toSorted()).toEqual([...named].toSorted());
      }),
      { numRuns: 1000 },
    );
  });
});

describe('AppState.mend', () => {
  it('writes what is shown in place and keeps all problems until the next choice', () => {
    const browser = new FakeBrowser('#/compare?d=demo&y=2009-2019&l=village');
    const app = new AppState(new Preferences(browser), browser);
    app.mend(fit(app.filters, offered));
    expect(browser.entries).toEqual(['#/compare?d=demo&y=2017-2019']);
    expect(app.problems.map(({ code }) => code)).toEqual(['bad_value', 'years_outside']);
    app.mend(fit(app.filters, offered));
    expect(app.problems).toHaveLength(2);
    app.set({ level: 'bureau' });
    expect(app.problems).toEqual([]);
  });
});
