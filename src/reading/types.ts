import type { CellCode, FormId, TableId } from '../forms';

/**
 * Why a cell has, or has not, a number. Only `value` carries one; nothing else is ever turned into 0.
 * `blank`, `slash` (/ - —) and `word` (无, 零报告) are printed so; `row_missing` and `table_missing` are absences in the
 * source; `unreadable` is our failure; `not_collected` says that nobody looked.
 */
export type CellState =
  'value' | 'blank' | 'slash' | 'word' | 'row_missing' | 'table_missing' | 'unreadable' | 'not_collected';

/**
 * Where something stands in its source: lines, paragraphs and columns from 1; tables, rows and cells from 1 within the
 * document.
 */
export interface At {
  /** Line of a text; of a web page the line of its source, of Word the paragraph. */
  readonly line?: number;
  /** Paragraph of a page or PDF, which have no lines of their own to count letters in. */
  readonly paragraph?: number;
  /** Letter in the paragraph, else in the line. */
  readonly column?: number;
  /** Length of the highlighted text, in UTF-16 units. */
  readonly length?: number;
  readonly table?: number;
  readonly row?: number;
  readonly cell?: number;
  /** Page of a PDF, from 1, and the box there: left, top, width, height in points from the top left. */
  readonly page?: number;
  readonly box?: readonly [number, number, number, number];
}

export interface Cell {
  /** The printed number; null in every state but `value`. */
  readonly value: number | null;
  readonly state: CellState;
  /** The cell's text as printed, cut at 40 characters; null where the source has no such cell. */
  readonly raw: string | null;
  readonly at: At | null;
  /** Set when the digits of several cells ran together and only the sums of the table told where this one's end. */
  readonly derived_from_identities?: true;
}

/** `exact`; `at_least` for 余 多 超 以上; `about` for 约 近. */
export type Precision = 'exact' | 'at_least' | 'about';

/** Something as the source prints it. */
export interface Printed {
  readonly raw: string;
  readonly at: At | null;
}

/** A number stated in prose. `approx` is true unless `precision` is `exact`. */
export interface Fact {
  readonly value: number;
  readonly approx: boolean;
  readonly precision: Precision;
  readonly raw: string;
  readonly at: At | null;
  /** Whose number it is, where the sentence says so: 本级, 全系统, 全市. */
  readonly scope?: Scope;
}

/** How a number compares with that of the year before, as the text says: `cases` or `percent`, less is negative, 持平 is 0. */
export interface Change {
  readonly value: number;
  readonly unit: 'cases' | 'percent';
  readonly raw: string;
  readonly at: At | null;
}

/** One entry of an enumeration, label as written. */
export interface CountedLabel {
  readonly label: string;
  readonly count: number;
  readonly approx: boolean;
  readonly at: At | null;
}

/** `exact`: adds up to the stated total; `partial`: introduced as incomplete or below it; `mismatch`: contradicts it. */
export type ListState = 'exact' | 'partial' | 'mismatch' | 'no_total';

/** Facts of the narrative. A fact that the text does not state is absent, which is not 0. */
export interface Narrative {
  published_total?: Fact;
  /** The list of categories, or, without a whole one, the labelled counts of what was published. */
  published_by_category?: readonly CountedLabel[];
  category_list?: ListState;
  channels?: readonly CountedLabel[];
  /** The widest scope of those stated. */
  applications_received?: Fact;
  applications_change?: Change;
  applications_carried_in?: Fact;
  applications_carried_out?: Fact;
  applications_answered?: Fact;
  reviews_total?: Fact;
  litigation_total?: Fact;
  /** Fees for information given on application, in yuan (not 10,000 yuan as the fees of table 2). */
  fees_charged?: Fact;
  /** Applications for which such a fee was demanded. */
  fee_cases?: Fact;
}

export interface Section {
  /** 1–6 in the forms of 2019 and 2021; null for a heading of another kind. */
  readonly n: number | null;
  readonly title: string;
  readonly text: string;
  readonly at: At;
}

/** A row of a statistical table of 2008–2018. `code` is set when the label is known to `forms`. */
export interface StatisticalRow {
  readonly label: string;
  readonly unit: string | null;
  readonly value: number | null;
  readonly cumulative: number | null;
  readonly code: string | null;
  readonly at: At | null;
}

export type AgencyKind = 'township' | 'street' | 'bureau' | 'county' | 'city' | 'province' | 'other';
/** 本级 (the office alone), 系统 (with its subordinate bodies), 全域 (the whole area's aggregate). */
export type Scope = 'own' | 'system' | 'area' | 'unknown';

/** What can be left unread, or be a guess. The interface has words for each: `problem.<code>.title` and `.about`. */
export const problemCodes = [
  /** No name, or a guess. */
  'agency_unclear',
  /** No year, or title, period and text differ (as in `detail`). */
  'year_unclear',
  /** A limit left text unread (`detail`: prose, sentence, list, phrases). */
  'narrative_cut',
  'table_missing',
  /** Digits ran together: the sums of the form told them apart, or could not. */
  'table_divided',
  'table_run_together',
  'form_unclear',
  'columns_reordered',
  'columns_unclear',
  /** Headings name all columns of a block but that of the cell in `detail`. */
  'column_missing',
  'row_missing',
  'rows_reordered',
  'row_repeated',
  'row_unclear',
  'row_cells_unclear',
  'cell_unreadable',
  'unit_converted',
  /** Of datasets: two files of the same report give different numbers for the cell or fact in `detail`. */
  'sources_differ',
  /** Two numbers of one fact (`detail`: both, the one that is used first). */
  'totals_differ',
  'received_differ',
  /** The text has a unit without its number (`detail`: the fact). */
  'number_missing',
  /** A second table of the kind has other numbers: the first is read. */
  'table_repeated',
  /** Of a page of a PDF file (`detail`: its number): it is a picture or blank. */
  'page_without_text',
  /** Text that cannot be seen, guessed from a picture, was left out. */
  'text_invisible',
  /** Turned text with digits beside text that stands upright was left out. */
  'text_turned',
  /** Letters of a font that cannot be read show as □. */
  'font_unreadable',
  /** Too many lines are drawn on it to find tables by them. */
  'drawing_unread',
  /** Of datasets: several places bear the name (`detail`). */
  'area_unclear',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Something that the reader could not read or had to guess. `code` is stable; `detail` is data, not prose. */
export interface ReadingProblem {
  readonly code: ProblemCode;
  readonly table?: TableId;
  readonly detail?: string;
  readonly at?: At;
}

export interface Report {
  /** Name of the file or address it was read from. */
  readonly source: string;
  readonly title: string | null;
  readonly agency: { readonly name: string | null; readonly kind: AgencyKind };
  /** Lines at the head and the end of the page that may tell where the agency is; absent where there are none. */
  readonly places?: readonly string[];
  readonly scope: Scope;
  readonly year: number | null;
  /** Earliest credible publication date, `YYYY-MM-DD`. */
  readonly published: string | null;
  /** What `published` was read from; absent where the address or the caller told it. */
  readonly published_as?: Printed;
  /** Public address, when the document itself states it. */
  readonly url: string | null;
  /** Form of each table by its labels; absent when the table was not found. Table 4 is the same in both: `2021`. */
  readonly forms: Partial<Record<TableId, FormId | 'mixed'>>;
  readonly cells: Partial<Record<CellCode, Cell>>;
  readonly narrative: Narrative;
  readonly sections: readonly Section[];
  readonly statistical_table?: readonly StatisticalRow[];
  readonly problems: readonly ReadingProblem[];
}

/** What the caller knows and the file may not say. */
export interface ReadingHints {
  readonly url?: string;
  readonly agency?: string;
  readonly published?: string;
}

/**
 * What a page is that is no report. About reports: `interpretation` 解读, `notice` 通知 方案, `rules` 制度 指南, `news` 会议
 * 培训, `summary` 汇总 评估, `list`. In place of one: `attachment` (the report is a file that the page offers), `empty_body`
 * (a title alone), `script_only` (scripts write the page), `login`, `captcha`, `error_page`. `copy`: a site under the
 * name of another; `template`: the empty form. The interface has words for each: `reading.not_a_report.<reason>`.
 */
export const notReportReasons = [
  'interpretation',
  'notice',
  'rules',
  'news',
  'summary',
  'list',
  'attachment',
  'empty_body',
  'script_only',
  'login',
  'captcha',
  'error_page',
  'copy',
  'template',
  'other',
] as const;
export type NotReportReason = (typeof notReportReasons)[number];

/** Why a file is no readable report. The interface has words for each: `reading.<code>`. */
export const readingErrorCodes = [
  'empty',
  'too_large',
  'unsupported_format',
  'not_text',
  'not_a_report',
  'timeout',
  'protected',
  'damaged',
  'no_text',
] as const;
export type ReadingErrorCode = (typeof readingErrorCodes)[number];

/** What went wrong, as exactly as there are words for it. */
export type ReadingFailure = ReadingErrorCode | `not_a_report.${Exclude<NotReportReason, 'other'>}`;

/**
 * A file that is not a readable report. `reason` is set for `not_a_report`, whose `detail` is the title of the page, or
 * for `attachment` the names of the files, where there are any.
 */
export class ReadingError extends Error {
  constructor(
    readonly code: ReadingErrorCode,
    readonly source: string,
    readonly detail = '',
    readonly reason: NotReportReason | null = null,
  ) {
    super(`${source}: ${[code, reason].filter(Boolean).join(' ')}${detail ? ` (${detail})` : ''}`);
    this.name = 'ReadingError';
  }

  /** Name of the most particular message on it: `reading.<failure>`. */
  get failure(): ReadingFailure {
    return this.reason === null || this.reason === 'other' ? this.code : `not_a_report.${this.reason}`;
  }
}
