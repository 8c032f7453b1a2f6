import type { BodyKind, LabelledCount } from './content';
import { chance, deal, integer, normal, normalQuantile, pick, shuffled, type Random } from './random';
import { categoryConcepts, channelConcepts } from './vocabulary';

/** How one body publishes; fixed for all its years. */
export interface PublishingHabit {
  /** Items about 2021. */
  readonly level: number;
  readonly growth: number;
  /** Standard deviation of the logarithm from year to year. */
  readonly noise: number;
  readonly weights: Readonly<Record<string, number>>;
  readonly channels: readonly { readonly label: string; readonly share: number; readonly from: number }[];
}

export interface Published {
  readonly total: number;
  readonly categories: readonly LabelledCount[];
  readonly channels: readonly LabelledCount[];
}

/**
 * Items of the body of a given rank when levels are log-normal with this median and 95th percentile: stratified, so that
 * a district of few bodies still has the distribution of the real ones.
 */
export function levelOfRank(rank: number, bodies: number, median: number, p95: number): number {
  const sigma = Math.log(p95 / median) / 1.645;
  return median * Math.exp(sigma * normalQuantile((rank + 0.5) / bodies));
}

const audience = (kind: BodyKind) =>
  kind === 'bureau' ? 'bureau' : kind === 'county' ? 'county' : 'grassroots';

export function publishingHabit(r: Random, kind: BodyKind, level: number, growth: number): PublishingHabit {
  const open = categoryConcepts.filter((concept) => !concept.kinds || concept.kinds.includes(audience(kind)));
  // Everybody reports its daily work; which other columns a body keeps is its own affair.
  const kept = [...open.slice(0, 2), ...shuffled(r, open.slice(2)).slice(0, integer(r, 3, 7))];
  const wanted = kind === 'county' ? 5 : integer(r, 1, 3);
  return {
    level,
    growth,
    noise: growth > 1.08 ? 0.06 : 0.16,
    weights: Object.fromEntries(
      kept.map((concept) => [pick(r, concept.labels), concept.weight * (0.5 + r.next())]),
    ),
    channels: [...channelConcepts.slice(0, 1), ...shuffled(r, channelConcepts.slice(1)).slice(0, wanted)].map(
      (concept) => ({
        label: pick(r, concept.labels),
        share: Math.min(1, concept.share * (0.7 + 0.5 * r.next())),
        from: concept.from,
      }),
    ),
  };
}

/** A year's items by category (adding up to the total) and by channel (overlapping, as channels do). */
export function simulatePublishing(r: Random, year: number, habit: PublishingHabit): Published {
  const total = Math.max(
    3,
    Math.round(habit.level * habit.growth ** (year - 2021) * Math.exp(habit.noise * normal(r))),
  );
  return { total, ...split(r, year, habit, total) };
}

/** Splits a known total, as for the district, whose total is the sum of its bodies'. */
export function split(
  r: Random,
  year: number,
  habit: PublishingHabit,
  total: number,
): Omit<Published, 'total'> {
  const dealt = deal(r, total, habit.weights);
  return {
    categories: Object.entries(dealt)
      .map(([label, count]) => ({ label, count }))
      .filter(({ count }) => count > 0 || chance(r, 0.3)),
    channels: habit.channels
      .filter((channel) => channel.from <= year)
      .map(({ label, share }) => ({ label, count: Math.round(total * share * (0.9 + 0.1 * r.next())) }))
      .filter(({ count }) => count > 0),
  };
}
