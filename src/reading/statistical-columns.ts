import { legacyForms as declared, type LegacyForm } from '../forms';
import { fold } from './normalize';
import { remembered } from './remembered';

const legacyForms: readonly LegacyForm[] = declared;
const formLabels = new Set(legacyForms.map((form) => fold(form.columns[0] ?? '')));
const formValues = new Set(legacyForms.map((form) => fold(form.valueColumn)));

/** What a column of a statistical table holds. `other`: numbers of other years or of some bodies only. */
export type ColumnKind = 'label' | 'unit' | 'code' | 'value' | 'cumulative' | 'other' | 'note';

export interface Column {
  readonly kind: ColumnKind;
  /** Of several columns of values the highest holds the year's. */
  readonly rank: number;
}

const YEAR_HEADING = /^(20\d\d)年?度?(?:数量?|累计|合计|统计数|情况)?$/;
/** Headings by what they name, the more particular first. */
const kinds: readonly (readonly [ColumnKind, number, RegExp])[] = [
  ['unit', 0, /^(?:计量|统计)?单位$/],
  ['code', 0, /^(?:(?:指标|统计)?(?:代码|编号|编码)|序号|行次|行号)$/],
  ['value', 5, /^(?:本年|当年)度?累计(?:数量?)?$/],
  ['cumulative', 0, /历年|历史|以来|^(?:总)?累计(?:数量?|总数)?$/],
  ['value', 4, /^(?:本|当)年度?(?:数量?|合计|实际|统计数)?$/],
  ['value', 3, /^(?:合计|总计|总数)$/],
  ['value', 2, /^(?:统计数据?|数量|数值|数据|本期(?:实际|数)?)$/],
  [
    'other',
    0,
    /^(?:上一?年度?|去年|前一年|政府(?:本级)?|(?:各|直属|[省市县区]直?)?部门|乡镇(?:街道)?|街道)(?:数量?|合计)?$/,
  ],
  ['note', 0, /^(?:备注|说明|同比.{0,6}|增减.{0,6}|增长率?)$/],
];

/** Headings that only together with known rows are those of a statistical table. */
const WEAK_LABEL = /^(?:统计)?(?:指标|项目|事项|内容)(?:名称|内容)?$/;

const [first = '', ...others] = formLabels;
/** Letters that all such headings have, whatever stands between them. */
const headingLetters = [...first].filter((letter) => others.every((it) => it.includes(letter)));

/** Whether a text may hold such a heading: asked of everything, at little cost. */
export const mayHoldFormHeading = (text: string): boolean =>
  headingLetters.every((letter) => text.includes(letter));

/** Whether a text is the heading under which a form before 2019 lists its indicators. */
export const isFormHeading = (text: string): boolean => formLabels.has(fold(text));

/** What a heading announces: a column, the year of one, or nothing. */
const announced = remembered((text): Column | number | null => {
  const folded = fold(text).replace(/[(][^()]*[)]$/, '');
  if (folded.length > 16) return null;
  if (formLabels.has(folded) || WEAK_LABEL.test(folded)) return { kind: 'label', rank: 0 };
  const printed = YEAR_HEADING.exec(folded)?.[1];
  if (printed !== undefined) return Number(printed);
  const known = kinds.find(([, , pattern]) => pattern.test(folded));
  if (known) return { kind: known[0], rank: known[1] };
  return formValues.has(folded) ? { kind: 'value', rank: 2 } : null;
});

/** What a heading announces; null for a text that is none. `year` tells its column from those of other years. */
export function columnOf(text: string, year: number | null): Column | null {
  const found = announced(text);
  if (typeof found !== 'number') return found;
  return found === year ? { kind: 'value', rank: 4 } : { kind: 'other', rank: 1 };
}

/** Index of the year's column: the highest of those with values; the only column there is; -1 where none stands out. */
export function valueColumn(columns: readonly Column[]): number {
  const best = Math.max(...columns.map(({ kind, rank }) => (kind === 'value' ? rank : 0)));
  const fitting = columns.flatMap(({ kind, rank }, i) => (kind === 'value' && rank === best ? [i] : []));
  const [only = -1] = fitting;
  if (fitting.length > 0) return fitting.length === 1 ? only : -1;
  const others = columns.flatMap(({ kind, rank }, i) => (kind === 'other' && rank > 0 ? [i] : []));
  return others.length === 1 ? (others[0] ?? -1) : -1;
}

export const isNumeric = ({ kind }: Column): boolean =>
  kind === 'value' || kind === 'cumulative' || kind === 'other';
