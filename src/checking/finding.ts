import type { CellCode, FormId, TableId } from '../forms';
import type { Subject } from './subject';

/** `error`: the published numbers contradict each other; `warning`: probably wrong; `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

export const ruleIds = [
  'S-1',
  'S-3',
  'S-4',
  'S-SOURCES',
  'S-YEAR',
  'S-AREA',
  'BLANK-AS-ZERO',
  'T3-BAL',
  'T3-SUM',
  'T3-ROW',
  'T3-ROW0',
  'T3-CARRY',
  'T3-CAP',
  'T3-SEC-INT',
  'T3-OUT-AGE',
  'T4-SUM-R',
  'T4-SUM-D',
  'T4-SUM-A',
  'T2-RULE-AUTH',
  'T2-STOCK',
  'T2-FEE-UNIT',
  'T2-2019-MADE',
  'T2-2019-TOT',
  'T2-2019-SUM',
  'X-CARRY',
  'X-STOCK',
  'X-SAME',
  'X-GROWTH',
  'T4-LINK',
  'T2-DEC',
  'N-APP',
  'N-APP0',
  'N-ANS',
  'N-CARRY',
  'N-BAL',
  'N-REV',
  'N-LIT',
  'N-FEE',
  'N-CAT',
  'D-LATE',
  'D-EARLY',
  'D-NODATE',
  'D-MIGR',
  'D-PERIOD',
  'L-SUM',
] as const;
/** Id of a rule; its texts are `rule.<id>.title` and `rule.<id>.about` in `i18n`. */
export type RuleId = (typeof ruleIds)[number];

/** One thing to explain. Numbers and dates only, no prose: the wording belongs to `i18n`. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly table: TableId | null;
  readonly codes: readonly CellCode[];
  /** What the rule expects and what is printed; null where the rule compares no numbers. */
  readonly expected: number | null;
  readonly found: number | null;
  /** A further fact, e.g. the date, the other year or the number of cells. */
  readonly detail: string | null;
}

/** A finding that needs two years; it belongs to the report of `year`. */
export interface SeriesFinding extends Finding {
  readonly year: number;
}

/** What a rule hands over; the rest of the finding is the rule's own. `severity` where it departs from the rule's. */
export interface Found {
  readonly severity?: Severity;
  readonly table?: TableId;
  readonly codes?: readonly CellCode[];
  readonly expected?: number;
  readonly found?: number;
  readonly detail?: string;
}

export type ReportFinder = (subject: Subject) => readonly Found[];
/** `previous` is the same agency and scope one year before `current`. */
export type SeriesFinder = (previous: Subject, current: Subject) => readonly Found[];

interface RuleEntry {
  readonly id: RuleId;
  /** Tables that must be there; none for rules on text and dates. */
  readonly tables: readonly TableId[];
  /** Forms of these tables for which the rule is made. */
  readonly forms: readonly FormId[];
  /** At its most; a single finding may be milder. */
  readonly severity: Severity;
  /** Whose fault a finding shows: `reading` may be ours, or lie in how the table was published. */
  readonly concerns: 'agency' | 'reading';
  /** Where the rule stands. */
  readonly source: string;
}
export interface ReportRule extends RuleEntry {
  readonly find: ReportFinder;
}
export interface SeriesRule extends RuleEntry {
  readonly findBetween: SeriesFinder;
}
export type Rule = ReportRule | SeriesRule;
