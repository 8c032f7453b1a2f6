import { describe, expect, it } from 'vitest';
import { demoSeed, simulateDistrict, type BodyYear } from '../../src/simulation';
import { quantile } from './quantile';

/** Bounds around the figures of the real bodies (issue 2, metrics.md); the seed of the demo and two others. */
describe.each([demoSeed, 1, 2])('district of seed %i', (seed) => {
  const world = simulateDistrict(seed);
  const yearsOf = (...kinds: string[]): BodyYear[] =>
    world.roster
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap(({ agency_id }) => world.truth.get(agency_id) ?? []);
  const grassroots = yearsOf('township', 'street');
  const bureaus = yearsOf('bureau');
  const [district = []] = world.roster.map(({ agency_id }) => world.truth.get(agency_id) ?? []);
  const applications = ({ figures }: BodyYear) => figures.t3_new_received_total;
  const sum = (years: readonly BodyYear[], value: (year: BodyYear) => number) =>
    years.reduce((total, year) => total + value(year), 0);

  it('has sixteen townships and streets, twenty-four bureaus and the government', () => {
    const count = (kind: string) => world.roster.filter((entry) => entry.kind === kind).length;
    expect(count('township') + count('street')).toBe(16);
    expect([count('bureau'), count('county')]).toEqual([24, 1]);
  });

  it('leaves about seven township reports in ten without any application', () => {
    const none = grassroots.filter((year) => applications(year) === 0).length / grassroots.length;
    expect(none).toBeGreaterThan(0.64);
    expect(none).toBeLessThan(0.76);
    expect(quantile(grassroots.map(applications), 0.95)).toBeLessThanOrEqual(20);
  });

  it('publishes about 110 items in the median township and 1,000 at the 95th percentile', () => {
    const items = grassroots.map(({ published }) => published.total);
    expect(quantile(items, 0.5)).toBeGreaterThan(85);
    expect(quantile(items, 0.5)).toBeLessThan(140);
    expect(quantile(items, 0.95)).toBeGreaterThan(750);
    expect(quantile(items, 0.95)).toBeLessThan(1400);
  });

  it('sends the median bureau about 3 applications and 95 at the 95th percentile', () => {
    const counts = bureaus.map(applications);
    expect(quantile(counts, 0.5)).toBeGreaterThanOrEqual(2);
    expect(quantile(counts, 0.5)).toBeLessThanOrEqual(4);
    expect(quantile(counts, 0.95)).toBeGreaterThan(65);
    expect(quantile(counts, 0.95)).toBeLessThan(130);
  });

  it('keeps the three disclosure rates apart', () => {
    const total = (prefix: string) =>
      sum(district, ({ figures }) =>
        Object.entries(figures)
          .filter(([code]) => code.startsWith(`t3_${prefix}`) && code.endsWith('_total'))
          .reduce((value, [, count]) => value + count, 0),
      );
    const open = total('granted') + total('partially_granted');
    const rates = [
      open / sum(district, ({ figures }) => figures.t3_results_total_total),
      open / (open + total('denied') + total('unable')),
      open / (open + total('denied')),
    ];
    const [all = 0, substantive = 0, merits = 0] = rates;
    expect(all).toBeGreaterThan(0.4);
    expect(substantive - all).toBeGreaterThan(0.05);
    expect(merits - substantive).toBeGreaterThan(0.1);
  });

  it('brings fewer direct suits once reconsideration comes first', () => {
    const perYear = (from: number, to: number) =>
      sum(
        district.filter(({ year }) => year >= from && year <= to),
        ({ figures }) => figures.t4_lit_direct_total,
      ) /
      (to - from + 1);
    expect(perYear(2024, 2025)).toBeLessThan(perYear(2019, 2023) / 2);
    expect(sum(district, ({ figures }) => figures.t4_review_total)).toBeGreaterThan(100);
  });
});
