import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultFilters,
  fromAddress,
  toAddress,
  type AddressProblemCode,
  type Filters,
} from '../../src/state';

/** Address, what is wrong with it (code and key), and what is still understood. */
const broken: readonly [string, readonly [AddressProblemCode, string][], Partial<Filters>][] = [
  // pages
  ['#/nowhere', [['unknown_page', 'page']], {}],
  ['#/Overview', [['unknown_page', 'page']], {}],
  ['#/overview/', [['unknown_page', 'page']], {}],
  ['#/compare/2023?d=demo', [['unknown_page', 'page']], { dataset: 'demo' }],
  ['#//', [['unknown_page', 'page']], {}],
  ['#/%E6%80%BB%E8%A7%88', [['unknown_page', 'page']], {}],
  ['#?d=demo', [], { dataset: 'demo' }],
  ['#d=demo', [['unknown_page', 'page']], {}],
  // versions
  ['#/compare?v=2&d=demo', [['unknown_version', 'v']], { page: 'compare' }],
  ['#/compare?v=&d=demo', [['unknown_version', 'v']], { page: 'compare' }],
  ['#/compare?d=demo&v=1', [], { page: 'compare', dataset: 'demo' }],
  // keys
  ['#/overview?x=1', [['unknown_key', 'x']], {}],
  ['#/overview?dataset=demo', [['unknown_key', 'dataset']], {}],
  ['#/overview?D=demo', [['unknown_key', 'D']], {}],
  ['#/overview?=demo', [['unknown_key', '']], {}],
  ['#/overview?d=demo&utm_source=chat', [['unknown_key', 'utm_source']], { dataset: 'demo' }],
  ['#/overview?__proto__=1', [['unknown_key', '__proto__']], {}],
  ['#/overview?constructor=1', [['unknown_key', 'constructor']], {}],
  ['#/overview?d=demo&d=real', [['repeated_key', 'd']], { dataset: 'demo' }],
  // encoding
  ['#/overview?d=%', [['bad_encoding', 'd']], {}],
  ['#/overview?d=%E6%80', [['bad_encoding', 'd']], {}],
  ['#/overview?a=3703~%D6%D0', [['bad_encoding', 'a']], {}],
  ['#/overview?d=a%00b', [['bad_value', 'd']], {}],
  ['#/overview?d=a%0Ab', [['bad_value', 'd']], {}],
  // ids
  ['#/overview?d=', [['bad_value', 'd']], {}],
  ['#/overview?d', [['bad_value', 'd']], {}],
  [`#/overview?r=${'x'.repeat(121)}`, [['bad_value', 'r']], {}],
  // areas
  ['#/overview?a=abc', [['bad_value', 'a']], {}],
  ['#/overview?a=123', [['bad_value', 'a']], {}],
  ['#/overview?a=3703~', [['bad_value', 'a']], {}],
  ['#/overview?a=370303101~x', [['bad_value', 'a']], {}],
  ['#/overview?a=%E6%B7%84%E5%8D%9A', [['bad_value', 'a']], {}],
  ["#/overview?a=37' or 1=1 --", [['bad_value', 'a']], {}],
  // levels
  ['#/overview?l=village', [['bad_value', 'l']], {}],
  ['#/overview?l=', [['bad_value', 'l']], {}],
  // years
  ['#/overview?y=2019-', [['bad_value', 'y']], {}],
  ['#/overview?y=-2025', [['bad_value', 'y']], {}],
  ['#/overview?y=2025-2019', [['bad_value', 'y']], {}],
  ['#/overview?y=1999-2025', [['bad_value', 'y']], {}],
  ['#/overview?y=2019-2999', [['bad_value', 'y']], {}],
  ['#/overview?y=2019-2020-2021', [['bad_value', 'y']], {}],
  ['#/overview?y=2019,2020', [['bad_value', 'y']], {}],
  ['#/overview?y=NaN', [['bad_value', 'y']], {}],
  ['#/overview?y=２０１９', [['bad_value', 'y']], {}],
  // agencies
  ['#/compare?g=', [['bad_value', 'g']], { page: 'compare' }],
  ['#/compare?g=a,,b', [['bad_value', 'g']], { page: 'compare' }],
  ['#/compare?g=a,a', [['bad_value', 'g']], { page: 'compare' }],
  ['#/compare?g=a,b,c,d,e,f,g', [['bad_value', 'g']], { page: 'compare' }],
  // language
  ['#/overview?lang=fr', [['bad_value', 'lang']], {}],
  ['#/overview?lang=zh-CN', [['bad_value', 'lang']], {}],
  // pasted together, cut off, or far too long
  ['#/overview?d=demo?a=37', [], { dataset: 'demo?a=37' }],
  ['#/overview?d=demo&y=20', [['bad_value', 'y']], { dataset: 'demo' }],
  ['#/overview?d=demo&amp;l=bureau', [['unknown_key', 'amp;l']], { dataset: 'demo' }],
  [`#/overview?d=${'%E9'.repeat(1000)}`, [['too_long', '']], {}],
  [
    '#/nope?v=1&d=demo&l=x&y=1&zz=%',
    [
      ['unknown_page', 'page'],
      ['bad_value', 'l'],
      ['bad_value', 'y'],
      ['unknown_key', 'zz'],
    ],
    { dataset: 'demo' },
  ],
];

/** Nobody's defaults: every key is written. */
const nothing: Filters = {
  ...defaultFilters,
  dataset: '-',
  area: '-',
  level: 'other',
  years: [0, 0],
  metric: '-',
  agencies: ['-'],
  report: '-',
  chart: '-',
  lang: 'en',
};

describe('a broken link', () => {
  it.each(broken)('%j', (hash, problems, understood) => {
    const result = fromAddress(hash);
    expect(result.problems.map(({ code, key }) => [code, key])).toEqual(problems);
    expect(result.filters).toEqual({ ...defaultFilters, ...understood });
    expect(result.problems.every(({ value }) => value.length <= 60)).toBe(true);
  });

  it('never leads to a blank page, whatever it is, and is mended at once', () => {
    const hash = fc.oneof(
      fc.array(fc.nat({ max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
      fc
        .array(
          fc.tuple(
            fc.constantFrom('d', 'a', 'l', 'y', 'm', 'g', 'r', 'e', 'c', 'lang', 'v', '%', ''),
            fc.string(),
          ),
        )
        .map((pairs) => `#/overview?${pairs.map((pair) => pair.join('=')).join('&')}`),
    );
    fc.assert(
      fc.property(hash, (text) => {
        const { filters, problems } = fromAddress(text);
        expect(fromAddress(toAddress(filters))).toEqual({ filters, problems: [] });
        // What is asked for is shown or named.
        const taken = new URLSearchParams(toAddress(filters, nothing).split('?')[1]);
        const named = new Set(problems.map(({ key }) => key));
        if (named.has('v') || named.has('') || named.has('page')) return;
        for (const part of text.split('?').slice(1).join('?').split('&')) {
          const [key = '', ...value] = part.split('=');
          if (key === '' || key === 'v') continue;
          const isTaken = taken.get(key) === decodeURIComponent(named.has(key) ? '' : value.join('='));
          expect(named.has(key) || isTaken, part).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
