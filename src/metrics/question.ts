import type { Level } from '../dataset';

/** What rows are grouped by. `area` is the level of area below the one asked about. */
export type Dimension = 'year' | 'agency' | 'area' | 'category' | 'channel';

/** Which reports count. Always the one primary report of an agency and year, always one level. */
export interface Where {
  /** '' for everything in the dataset. */
  readonly area: string;
  readonly level: Level;
  readonly years: readonly [number, number];
  /** Only these agencies. */
  readonly agencies?: readonly string[];
}

/**
 * A question about a dataset. The answer is an Arrow table with the columns of `by` (`agency` gives `agency_id` and
 * `agency`), `reports` (how many reports the row rests on), and per measure
 * - count: `<id>` (sum, double) and `<id>__n` (reports that state it), with `spread` also `__p10 __p50 __p90`;
 * - rate: `<id>__num`, `<id>__den`, `<id>__n`, over the reports that state all of its parts.
 * From `items` and `channels`: `count` (double) and `reports`.
 */
export interface Question {
  readonly from: 'reports' | 'items' | 'channels';
  readonly measures: readonly string[];
  readonly by: readonly Dimension[];
  readonly where: Where;
  readonly spread?: boolean;
}
