import type { CellCode, FormId, TableId } from '../forms';

/** Kinds of body that a district has; `county` is the district's own aggregate report. */
export type BodyKind = 'township' | 'street' | 'bureau' | 'county';

export interface Agency {
  /** `demo-<code>`; codes begin with 99, which no province has. */
  readonly id: string;
  readonly name: string;
  readonly kind: BodyKind;
}

export interface LabelledCount {
  readonly label: string;
  readonly count: number;
}

/** A stated number; `at_least` prints 余 after it, `about` prints 约 before it. */
export interface StatedTotal {
  readonly value: number;
  readonly precision: 'exact' | 'at_least' | 'about';
}

/** What the prose says. A null is not said at all; it is not 0. Counts, in 条 or 件. */
export interface NarrativeContent {
  readonly published_total: StatedTotal | null;
  readonly published_by_category: readonly LabelledCount[];
  /** `open` lists are introduced as incomplete (主要包括…等). */
  readonly category_list: 'closed' | 'open';
  readonly channels: readonly LabelledCount[];
  readonly applications_received: number | null;
  readonly applications_carried_in: number | null;
  readonly applications_answered: number | null;
  readonly applications_carried_out: number | null;
  readonly reviews_total: number | null;
  readonly litigation_total: number | null;
}

/** How a cell without a number is printed. */
export type EmptyStyle = 'blank' | 'slash';

/** Everything one report says, and nothing about how it looks. */
export interface ReportContent {
  readonly agency: Agency;
  readonly year: number;
  /** null: prose with the statistical table of 2014, as before the form of 2019. */
  readonly form: FormId | null;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly published: string;
  readonly url?: string;
  /** Cells of `form`; null is printed in `empty` style. */
  readonly cells: Partial<Record<CellCode, number | null>>;
  readonly empty: EmptyStyle;
  /** Tables whose heading stands without a table, as when it was published as a picture. */
  readonly omitted: readonly TableId[];
  /** Values of the statistical table by indicator code of `legacyForms`; only when `form` is null. */
  readonly statistics: Readonly<Record<string, number>>;
  readonly narrative: NarrativeContent;
  /** Year that the prose speaks of, when it was copied from an older report. */
  readonly narrativeYear?: number;
  /** Rule codes of the faults planted in this report. */
  readonly faults: readonly string[];
}
