import type { ReadingFailure, ReportWithText } from '../../../reading';

/** Page → worker: the file itself, whose bytes the page never holds. */
export interface ToReader {
  readonly file: File;
}

/** Worker → page. pdf.js posts messages of its own from the same worker: only those with our type are ours. */
export type FromReader =
  | ({ readonly type: 'read' } & ReportWithText)
  | { readonly type: 'refused'; readonly failure: ReadingFailure };
