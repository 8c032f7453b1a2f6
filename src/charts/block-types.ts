/** Words that drawings need; from `i18n`. */
export interface DrawingWords {
  readonly missing: string;
  readonly na: string;
  readonly none: string;
  readonly interval: string;
  readonly reports: string;
  readonly approx: string;
  readonly total: string;
}

/** Lines of provenance that every export carries. */
export interface Provenance {
  readonly dataset: string;
  readonly version: string;
  readonly simulated: boolean;
  /** Text of the badge, e.g. 模拟数据; only when simulated. */
  readonly badge: string;
  readonly filters: string;
  /** The filters one by one, as columns of a CSV. */
  readonly scope: readonly { readonly label: string; readonly value: string }[];
  readonly link: string;
}

export type BlockState = 'loading' | 'ready' | 'failed';

export interface BlockError {
  readonly message: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** All texts of a chart block; from `i18n`. `{…}` marks a place that is filled in. */
export interface ChartWords extends DrawingWords {
  readonly chart: string;
  readonly table: string;
  readonly download: string;
  readonly csv: string;
  readonly png: string;
  readonly svg: string;
  readonly link: string;
  readonly copied: string;
  /** When the clipboard is refused: the link is shown to be copied by hand. */
  readonly copyByHand: string;
  readonly definition: string;
  readonly close: string;
  readonly loading: string;
  /** The button that holds the tools on a phone. */
  readonly tools: string;
  /** Said when a drawing or a file cannot be made. */
  readonly drawFailed: string;
  readonly saveFailed: string;
  /** For who cannot see the drawing, e.g. `最高 {high}，最低 {low}`. */
  readonly extent: string;
  /** Columns that every row of a CSV carries. */
  readonly contents: string;
  readonly dataset: string;
  readonly version: string;
  readonly nature: string;
  readonly real: string;
  readonly simulated: string;
}
