/** A text in the languages of the interface. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

export type FormId = '2021' | '2019';
export type TableId = 't2' | 't3' | 't4';
/** `input`: entered by the agency; `total`: must equal `sumOf`; `group`: a heading without a value. */
export type IndicatorKind = 'input' | 'total' | 'group';
/** `count`: non-negative integer; `signed`: integer; `decimal`: non-negative, money. */
export type NumberType = 'count' | 'signed' | 'decimal';

/** One row or column of a form. `parent`, `group`, `children` and `sumOf` name codes of the same table. */
export interface Indicator {
  readonly code: string;
  readonly label: Label;
  readonly kind: IndicatorKind;
  readonly unit?: string;
  readonly level?: number;
  readonly ordinal?: string;
  readonly parent?: string;
  readonly group?: string;
  readonly number?: NumberType;
  readonly aliases?: readonly string[];
  readonly sumOf?: readonly string[];
  readonly children?: readonly string[];
  readonly note?: string;
}

export interface Block {
  readonly code: string;
  readonly label: Label;
  readonly columns: readonly Indicator[];
  readonly rows: readonly Indicator[];
}

export interface Form {
  readonly id: FormId;
  readonly title: Label;
  readonly documentNumber: string;
  readonly issuedBy: string;
  readonly legalBasis: string;
  readonly reportYears: string;
  readonly tables: {
    /** Blocks of their own columns each. Cell code: `t2_<row>_<column>`. */
    readonly t2: { readonly title: Label; readonly blocks: readonly Block[] };
    /** Rows × seven applicant columns. Cell code: `t3_<row>_<column>`. */
    readonly t3: {
      readonly title: Label;
      readonly cornerNote: string;
      readonly columnGroups: readonly Indicator[];
      readonly columns: readonly Indicator[];
      readonly rows: readonly Indicator[];
    };
    /** One row. Cell code: `t4_<column>`. */
    readonly t4: {
      readonly title: Label;
      readonly titleVariants: readonly string[];
      readonly columnGroups: readonly Indicator[];
      readonly columns: readonly Indicator[];
    };
  };
}

export interface LegacyIndicator extends Indicator {
  readonly officialCode?: string;
  readonly verified?: boolean;
}

export interface LegacyForm {
  readonly id: string;
  readonly title: Label;
  readonly documentNumber: string | null;
  readonly columns: readonly string[];
  readonly valueColumn: string;
  readonly indicators: readonly LegacyIndicator[];
}

export interface CrosswalkMapping {
  readonly fromForm: string;
  readonly fromCode: string;
  readonly toForm: string;
  readonly toCode: string | null;
  readonly relation: 'exact' | 'approximate' | 'not_comparable';
  readonly note: string;
  readonly transform?: string;
}

/** A year from which a series is not comparable with the years before. */
export interface SeriesBreak {
  readonly year: number;
  readonly reason: Label;
}

export interface Series {
  readonly series: string;
  readonly unit: string;
  readonly formula?: string;
  readonly points: Readonly<Record<string, string>>;
  readonly comparability: string;
  readonly breaks: readonly SeriesBreak[];
}
