import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultFilters, fromAddress, toAddress, type Filters } from '../../src/state';
import { anyFilters } from './arbitrary-filters';

const filtersOf = (choice: Partial<Filters>): Filters => ({ ...defaultFilters, ...choice });

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
