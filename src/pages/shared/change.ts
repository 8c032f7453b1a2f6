import { breakBetween, metric, valueOf } from '../../metrics';
import type { Row } from './context';

/** Change against the year before, or the reason why it is withheld. */
export type Change =
  | { readonly state: 'value'; readonly percent: number; readonly before: number }
  | { readonly state: 'break'; readonly year: number }
  | { readonly state: 'none' };

/**
 * Change of a count from one year to the next. Withheld over a break of the series, without both numbers, from zero,
 * and when the two years rest on different numbers of reports: then the difference would be one of who reported.
 */
export function changeOf(id: string, now: Row | undefined, before: Row | undefined, year: number): Change {
  if (!now || !before) return { state: 'none' };
  const broken = breakBetween(metric(id), year - 1, year);
  if (broken !== null) return { state: 'break', year: broken };
  const a = valueOf(now, id);
  const b = valueOf(before, id);
  if (a.state !== 'value' || b.state !== 'value' || b.value === 0 || a.n !== b.n) return { state: 'none' };
  return { state: 'value', percent: ((a.value - b.value) / b.value) * 100, before: b.value };
}
