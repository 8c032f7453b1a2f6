import { ReadingError } from './types';

/** What one file may cost. Real reports stay under 300 KB; saved pages with their scripts under 3 MB. */
export const limits = {
  /** Largest file, in bytes. */
  bytes: 16 * 1024 * 1024,
  /** Longest time for one file, in milliseconds. */
  milliseconds: 1_500,
  /** Most cells that a row with its spans may cover. */
  columns: 500,
  /** Most lines and rows of a document. */
  blocks: 20_000,
  /** Most rows that are compared with those of a form. */
  rows: 1_000,
  /** Longest prose, in characters, and longest list in it. */
  prose: 150_000,
  list: 4_000,
  /** Longest run of text without any end of a clause; prose and tables pressed into one line stay far below. */
  clause: 8_000,
  /** Most places where one phrasing is tried. */
  phrases: 300,
} as const;

/** A clock that a long loop asks now and then. */
export class Deadline {
  readonly #end: number;

  constructor(
    readonly source: string,
    milliseconds: number = limits.milliseconds,
  ) {
    this.#end = performance.now() + milliseconds;
  }

  /** Throws a `timeout` once the time is over. */
  check(): void {
    if (performance.now() > this.#end) throw new ReadingError('timeout', this.source);
  }
}
