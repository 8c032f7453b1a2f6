/** Seeded random numbers. Streams are forked by name, so that adding a draw to one body never shifts another's. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** A stream of its own, determined by this stream's seed and `name` alone. */
  fork(name: string): Random;
}

const FNV_PRIME = 0x01000193;

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const unit of text) h = Math.imul(h ^ (unit.codePointAt(0) ?? 0), FNV_PRIME);
  h = Math.imul(h ^ (h >>> 16), 0x45d9f3b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Mulberry32 over the hash of `seed`. */
export function random(seed: string): Random {
  let state = hash(seed);
  return {
    next() {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    },
    fork: (name) => random(`${seed}/${name}`),
  };
}

/** Integer in [low, high]. */
export const integer = (r: Random, low: number, high: number): number =>
  low + Math.floor(r.next() * (high - low + 1));

export const chance = (r: Random, probability: number): boolean => r.next() < probability;

/** One entry of a non-empty table. */
export function pick<T>(r: Random, table: readonly T[]): T {
  const entry = table[Math.floor(r.next() * table.length)];
  if (entry === undefined) throw new RangeError('cannot pick from an empty table');
  return entry;
}

/** A copy in random order. */
export function shuffled<T>(r: Random, table: readonly T[]): T[] {
  return table
    .map((entry) => ({ entry, key: r.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ entry }) => entry);
}

/** Standard normal (Box–Muller). */
export const normal = (r: Random): number =>
  Math.sqrt(-2 * Math.log(1 - r.next())) * Math.cos(2 * Math.PI * r.next());

/** Poisson; above a mean of 50 by the normal approximation, which is close enough for counts of cases. */
export function poisson(r: Random, mean: number): number {
  if (mean <= 0) return 0;
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(r)));
  const floor = Math.exp(-mean);
  let n = 0;
  for (let product = r.next(); product > floor; product *= r.next()) n++;
  return n;
}

export function binomial(r: Random, trials: number, probability: number): number {
  let n = 0;
  for (let i = 0; i < trials; i++) if (r.next() < probability) n++;
  return n;
}

/** Deals `count` items to the keys of `weights` one by one; every key is in the answer. */
export function deal<K extends string>(
  r: Random,
  count: number,
  weights: Readonly<Record<K, number>>,
): Record<K, number> {
  const entries = Object.entries(weights) as [K, number][];
  const sum = entries.reduce((total, [, weight]) => total + weight, 0);
  const dealt = Object.fromEntries(entries.map(([key]) => [key, 0])) as Record<K, number>;
  for (let i = 0; i < count; i++) {
    let left = r.next() * sum;
    const hit = entries.find(([, weight]) => (left -= weight) < 0) ?? entries[entries.length - 1];
    if (hit) dealt[hit[0]]++;
  }
  return dealt;
}

/** Inverse of the standard normal distribution (Acklam's central region suffices for 0.02–0.98). */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  const s = q * q;
  const top = [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  ];
  const bottom = [
    -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
  ];
  const polynomial = (factors: readonly number[]) => factors.reduce((sum, factor) => sum * s + factor, 0);
  return ((polynomial(top) * s + 2.506628277459239) * q) / (polynomial(bottom) * s + 1);
}
