import fc from 'fast-check';
import { levels } from '../../src/dataset';
import { mostAgencies, pageIds, type Filters } from '../../src/state';

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

/** Whatever an address can say. */
export const anyFilters: fc.Arbitrary<Filters> = fc.record({
  page: fc.constantFrom(...pageIds),
  dataset: orNull(id),
  area: fc.constantFrom('', '37', '3703', '370303', '370303101', '3703~高新区', '3703~高新区~中埠镇'),
  level: orNull(fc.constantFrom(...levels)),
  years: orNull(fc.tuple(year, year).map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]))),
  metric: orNull(id),
  agencies: fc.uniqueArray(id, { maxLength: mostAgencies }),
  report: orNull(id),
  evidence: orNull(id),
  chart: orNull(id),
  lang: fc.constantFrom('zh', 'en'),
});
