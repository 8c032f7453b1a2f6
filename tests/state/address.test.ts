import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levels } from '../../src/dataset';
import { defaultFilters, fromAddress, mostAgencies, pageIds, toAddress, type Filters } from '../../src/state';

const filtersOf = (choice: Partial<Filters>): Filters => ({ ...defaultFilters, ...choice });

const id = fc.oneof(
  fc.stringMatching(/^[a-z0-9_~-]{1,20}$/),
  fc.constantFrom('3703~高新区', '990101001-2023', '中埠镇', 'a,b', 'a&b=c', '50%', '?#/', '🏛️'),
  fc
    .array(fc.nat({ max: 0x1ffff }), { minLength: 1, maxLength: 20 })
    .map((points) => String.fromCodePoint(...points))
    .filter((text) => !/[\p{Cc}\p{Surrogate}]/u.test(text)),
);
const year = fc.integer({ min: 2008, max: 2100 });
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const anyFilters: fc.Arbitrary<Filters> = fc.record({
  page: fc.constantFrom(...pageIds),
  dataset: orNull(id),
  area: fc.constantFrom('', '37', '3703', '370303', '370303101', '3703~高新区', '3703~高新区~中埠镇'),
  level: orNull(fc.constantFrom(...levels)),
  years: orNull(fc.tuple(year, year).map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]))),
  metric: orNull(id),
  agencies: fc.uniqueArray(id, { maxLength: mostAgencies }),
  report: orNull(id),
  chart: orNull(id),
  lang: fc.constantFrom('zh', 'en'),
});

describe('toAddress', () => {
  it('leaves defaults out', () => {
    expect(toAddress(defaultFilters)).toBe('#/overview');
  });

  it('writes short keys in one order', () => {
    const filters = filtersOf({ dataset: 'demo', area: '990101', level: 'bureau', years: [2019, 2025] });
    expect(toAddress(filters)).toBe('#/overview?d=demo&a=990101&l=bureau&y=2019-2025');
    expect(toAddress(filtersOf({ page: 'compare', years: [2020, 2020], agencies: ['b', 'a'] }))).toBe(
      '#/compare?y=2020&g=b,a',
    );
  });

  it('percent-encodes Chinese and separators', () => {
    expect(toAddress(filtersOf({ area: '3703~高新区', agencies: ['a,b'] }))).toBe(
      '#/overview?a=3703~%E9%AB%98%E6%96%B0%E5%8C%BA&g=a%2Cb',
    );
  });

  it('writes Chinese out for a reader whose own language is English, so that the link shows the same to all', () => {
    const own = filtersOf({ lang: 'en' });
    expect(toAddress(filtersOf({ lang: 'zh' }), own)).toBe('#/overview?lang=zh');
    expect(toAddress(own, own)).toBe('#/overview?lang=en');
  });

  it('never throws, not even on damaged text', () => {
    expect(toAddress(filtersOf({ dataset: '\ud800' }))).toBe('#/overview?d=%EF%BF%BD');
  });

  it('comes back equal', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        expect(fromAddress(toAddress(filters))).toEqual({ filters, problems: [] });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('fromAddress', () => {
  it.each(['', '#', '#/', '#/overview', '#overview', '#/overview?', '#/overview?v=1', '#/?&&'])(
    'takes %j for the defaults',
    (hash) => {
      expect(fromAddress(hash)).toEqual({ filters: defaultFilters, problems: [] });
    },
  );

  it('takes what an address leaves out from the reader’s own defaults', () => {
    const own = filtersOf({ lang: 'en' });
    expect(fromAddress('#/appeals', own).filters).toEqual(filtersOf({ page: 'appeals', lang: 'en' }));
    expect(fromAddress('#/appeals?lang=zh', own).filters).toEqual(filtersOf({ page: 'appeals' }));
  });

  it('reads Chinese that nobody encoded', () => {
    expect(fromAddress('#/overview?a=3703~高新区').filters.area).toBe('3703~高新区');
  });
});
