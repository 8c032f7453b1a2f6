import type { EChartsCoreOption } from 'echarts/core';
import type { DrawingWords } from './block-types';

export type * from './block-types';

/**
 * Why a point has no number. `missing`: nobody states it (hatched); `na`: the denominator is 0 (a dash outside the
 * scale); `none`: there is no report at all (hatched, fainter). A zero is a value and drawn as a hairline tick.
 */
export type Absence = 'missing' | 'na' | 'none';

/** One number to draw, or the reason why there is none. `low`–`high`: 95 % interval. `n`: reports behind it. */
export interface Datum {
  readonly value: number | null;
  readonly absence?: Absence;
  readonly low?: number;
  readonly high?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly n?: number;
  /** The text says "more than" or "about". */
  readonly approx?: boolean;
}

/** Chosen things in a colour each, `first` in accent; `whole`, what they are measured by, in ink; `rest` in grey. */
export type Emphasis = 'first' | 'second' | 'third' | 'fourth' | 'fifth' | 'sixth' | 'whole' | 'rest';

/** A year at which a series breaks: drawn as a dashed rule with its reason; lines stop there. */
export interface Break {
  readonly year: number;
  readonly reason: string;
}

export interface NamedSeries {
  readonly id: string;
  readonly name: string;
  readonly emphasis: Emphasis;
  /** One datum for each entry of the axis. */
  readonly data: readonly Datum[];
}

export interface Axis {
  readonly kind: 'value' | 'share';
  readonly unit: string;
}

export interface LineModel {
  readonly type: 'line';
  readonly years: readonly number[];
  readonly series: readonly NamedSeries[];
  readonly breaks: readonly Break[];
  readonly axis: Axis;
  /** A band per year, e.g. P10–P90. */
  readonly band?: {
    readonly name: string;
    readonly data: readonly { readonly low: number | null; readonly high: number | null }[];
  };
}

/** Horizontal bars, sorted by the caller. */
export interface BarModel {
  readonly type: 'bar';
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly emphasis: Emphasis;
    readonly datum: Datum;
    readonly note?: string;
  }[];
  readonly axis: Axis;
}

/** Bars of parts that keep one colour and pattern everywhere. */
export interface StackModel {
  readonly type: 'stack';
  /** Categories of the axis: years (vertical bars) or agencies (horizontal bars). */
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly absence?: Absence;
    /** Stands at the end of a bar, or on a column, instead of its total. */
    readonly note?: string;
  }[];
  readonly parts: readonly {
    readonly id: string;
    readonly name: string;
    readonly tone: Tone;
    readonly data: readonly Datum[];
  }[];
  readonly orientation: 'vertical' | 'horizontal';
  /** Draw shares of the row's sum instead of counts. */
  readonly shares: boolean;
  readonly breaks: readonly Break[];
  readonly axis: Axis;
}

/** Sorted dots with 95 % intervals, the area's value as a rule and P10–P90 as a band. `note` stands at the right edge. */
export interface DotModel {
  readonly type: 'dot';
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly emphasis: Emphasis;
    readonly datum: Datum;
    readonly note?: string;
  }[];
  readonly axis: Axis;
  readonly reference?: { readonly name: string; readonly value: number };
  readonly band?: { readonly name: string; readonly low: number; readonly high: number };
}

/** Rows × columns shaded by value, one hue; absences hatched or dashed. */
export interface HeatModel {
  readonly type: 'heat';
  readonly rows: readonly { readonly id: string; readonly name: string; readonly emphasis: Emphasis }[];
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  /** cells[row][column] */
  readonly cells: readonly (readonly Datum[])[];
  readonly breaks: readonly Break[];
  readonly axis: Axis;
}

export type Drawing = LineModel | BarModel | StackModel | DotModel | HeatModel;

/** A colour role of `tokens`: outcome groups and appeal results keep theirs everywhere. */
export type Tone =
  | 'granted'
  | 'partially_granted'
  | 'denied'
  | 'unable'
  | 'not_processed'
  | 'other'
  | 'upheld'
  | 'corrected'
  | 'other_result'
  | 'pending'
  | 'series_1'
  | 'series_2'
  | 'series_3'
  | 'series_4'
  | 'series_5'
  | 'series_6'
  | 'rest';

/** A cell without a number says why: the table and CSV spell it with `DrawingWords`. Null is an empty cell. */
export interface AbsentCell {
  readonly absence: Absence;
}
export type TableCell = string | number | AbsentCell | null;

/** The same result as a table: what "table" shows and CSV holds. */
export interface TableModel {
  readonly columns: readonly {
    readonly key: string;
    readonly label: string;
    readonly numeric: boolean;
    readonly unit?: string;
    readonly digits?: number;
  }[];
  readonly rows: readonly {
    readonly id: string;
    readonly cells: readonly TableCell[];
    readonly href?: string;
  }[];
}

/** Everything a chart block shows. Title states a finding only when it is computed from the data. */
export interface ChartModel {
  readonly id: string;
  readonly title: string;
  /** What is drawn, in one line. */
  readonly subtitle: string;
  /** Null when there is nothing to draw; `empty` then says why and what to do. */
  readonly drawing: Drawing | null;
  readonly empty?: string;
  readonly table: TableModel;
  /** Source line: where from, how many reports. */
  readonly source: string;
  /** Definition and caveats, one click away. */
  readonly notes: readonly string[];
  /** Extra line under the drawing, e.g. what was left out. */
  readonly remark?: string;
}

/** How numbers are written: language, theme and what must stand on every export. */
export interface DrawingContext {
  readonly tokens: Tokens;
  readonly width: number;
  readonly compact: boolean;
  readonly format: Format;
  readonly words: DrawingWords;
  readonly reducedMotion: boolean;
  /** Tell groups apart by lines too: print, and whoever asks for it. */
  readonly patterns: boolean;
}

export interface Format {
  /** A count with separators; 万 from ten thousand up in Chinese when `short`. */
  count(value: number, short?: boolean): string;
  /** `value` is already in percent. */
  percent(value: number, digits?: number): string;
  decimal(value: number): string;
}

/** Colours of the running theme, read from CSS custom properties. */
export interface Tokens {
  readonly paper: string;
  readonly raised: string;
  readonly ink: string;
  readonly muted: string;
  readonly rule: string;
  readonly accent: string;
  readonly accentLight: string;
  readonly second: string;
  readonly third: string;
  readonly rest: string;
  readonly tones: Readonly<Record<Tone, string>>;
  /** The badge of simulated data: its ink on two stripes. */
  readonly badge: { readonly ink: string; readonly a: string; readonly b: string };
  readonly font: string;
}

export type Option = EChartsCoreOption;

/** A part of the drawing that answers to the pointer: `lines` say what it shows, the first is its name. */
export interface Hit {
  /** What a click selects; null when there is nothing to select. */
  readonly id: string | null;
  /** The second choice inside the row: a column of a heat map, a part of a stack, a year of a line. */
  readonly part?: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** A drawing laid out for one width. */
export interface Drawn {
  readonly option: Option;
  readonly height: number;
  /** Later ones lie on top of earlier ones. */
  readonly hits: readonly Hit[];
}
