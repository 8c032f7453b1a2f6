import { ReadingError } from './types';

/** What one file may cost. Real reports stay under 300 KB; saved pages with their scripts under 3 MB. */
export const limits = {
  /** Largest file that is opened, in bytes, and what may be left of it without the pictures that are written into it. */
  file: 48 * 1024 * 1024,
  bytes: 16 * 1024 * 1024,
  /** Largest archive of reports, each of which is a file of its own. */
  archive: 256 * 1024 * 1024,
  /**
   * Most work on one file, in steps: a letter that one phrasing looks at, or a byte or an open element of a page. Known
   * reports take up to 300 thousand, a saved page of 3 MB some 8 million.
   */
  steps: 30_000_000,
  /** Most cells that a row with its spans may cover. */
  columns: 500,
  /** Most lines and rows of a document, and most letters in them. */
  blocks: 20_000,
  letters: 1_000_000,
  /** Most rows that are compared with those of a form. */
  rows: 1_000,
  /** Longest prose, and longest sentence and enumeration in it, in characters. */
  prose: 150_000,
  sentence: 4_000,
  list: 4_000,
  /** Most things that one enumeration counts. */
  items: 200,
  /** Letters before a number among which its label is sought. */
  label: 120,
  /** Longest run of text without any end of a clause; prose and tables pressed into one line stay far below. */
  clause: 8_000,
  /** Most places where one phrasing is tried. */
  phrases: 300,
  /** Most numbers that are looked at. */
  counts: 2_000,
} as const;

/** Throws `too_large` for more lines than are read: a part of a file would pass for the whole. */
export function refuseLines(lines: number, source: string): void {
  if (lines >= limits.blocks) throw new ReadingError('too_large', source, `${limits.blocks} lines`);
}

/**
 * The work on one file. Counted rather than timed: the same bytes give the same report on an idle machine and on a
 * loaded one, where a clock would drop good reports.
 */
export class Work {
  #spent = 0;

  constructor(
    readonly source: string,
    readonly most: number = limits.steps,
  ) {}

  get spent(): number {
    return this.#spent;
  }

  /** Throws a `timeout` once more than `most` steps are spent. */
  spend(steps: number): void {
    this.#spent += steps;
    if (this.#spent > this.most) throw new ReadingError('timeout', this.source);
  }
}
