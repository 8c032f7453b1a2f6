import type { NumberType } from '../forms';
import type { CellState } from './types';
import { fold } from './normalize';
import { remembered } from './remembered';

export interface CellReading {
  readonly state: Extract<CellState, 'value' | 'blank' | 'slash' | 'word' | 'unreadable'>;
  readonly value: number | null;
  /** Set when the printed unit is not the form's and the number was converted. */
  readonly converted?: boolean;
}

const SLASH = /^[/\\|\-‐-―−﹣_~—ー一]+$/;
const WORD = /^(?:无|没有|未发生|零报告|无此项|不适用|暂无|未开展|未涉及|空)$/;
const UNITS = '条件项个份次篇宗起例元万人期封则户家笔';
const UNIT = new RegExp(`^[(]?(?:单位:)?(?:亿元|万元|[${UNITS}])[)]?$`);
const ENDS_UNIT: ReadonlySet<string> = new Set([...UNITS, ')', '）']);
const ZERO = /^[零〇]$/;
const SUFFIXES: ReadonlySet<string> = new Set(['', '亿元', '万元', '元', ...UNITS]);
const NUMBER = new RegExp(
  `^(¥|人民币)?([+-]?)(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?[(]?(亿元|万元|元|[${UNITS}])?[)]?[.。;,]?$`,
);

const blank: CellReading = { state: 'blank', value: null };
const unreadable: CellReading = { state: 'unreadable', value: null };

/** Most cells: digits and nothing else. */
const PLAIN = /^(?:0|[1-9]\d{0,11})$/;
/**
 * Stands where a value should: a formula without its result, an error of Excel or of a script, what is no text (□),
 * decimals alone, a letter or mark that may be a nought.
 */
const FAILED =
  /^(?:\.\d+|=[A-Z(+$'-].*|[\d.,-]*□[\d.,□-]*|#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|#+)|[Oo○×*]|null|NaN|undefined|None|N\/A|暂无数据)$/;
const EMPTY = /^[\s\u00a0\u00ad\u180e\u200b-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]*$/;
/** What a value may begin with; most cells that are labels are told by their first letter. */
const BEGINS =
  /^[\s\u00a0\u3000\u200b*'"‘’“”]*(?:$|[.=OoNnu○×#□\d０-９+＋\-－‐-―−/／\\|﹣_＿~～—ー一无没未不暂空零〇¥￥人])/;

/** Mark of a note behind a number: normalized, 12① would be 121. */
const NOTE = /(?<=\d\D{0,2})(?:[¹²³⁰⁴-⁹₀-₉①-⑳]{1,2}|\[[注*]?[\d①-⑳*]{0,2}\])$/;
const withoutNote = (text: string): string => text.trimEnd().replace(NOTE, '');

/** Whether the text names the unit of values and nothing else. */
export const isUnit = (text: string): boolean =>
  text.length <= 8 && ENDS_UNIT.has(text.at(-1) ?? '') && UNIT.test(fold(text));

/** Letters from the first printed one to the last of ASCII, and from the first behind the widest space to the marks of order. */
const isPrinted = (code: number): boolean => (code > 0x20 && code < 0x7f) || (code > 0x3000 && code < 0xfe00);

/** Whether the text is nothing but white space: its first letter tells nearly always. */
export const isBlank = (text: string): boolean =>
  text === '' || (!isPrinted(text.charCodeAt(0)) && EMPTY.test(text));

const LONGEST_VALUE = 40;
const isOtherValue = remembered((text): boolean => {
  const folded = fold(withoutNote(text));
  return (
    NUMBER.test(folded) || SLASH.test(folded) || WORD.test(folded) || FAILED.test(folded) || ZERO.test(folded)
  );
});

/**
 * Whether a cell's text can only be a value: a number, a dash, a word for nothing, or the mark of a value that failed.
 * Blank is no evidence.
 */
export function isValueLike(text: string): boolean {
  if (PLAIN.test(text)) return true;
  return text.length <= LONGEST_VALUE && BEGINS.test(text) && isOtherValue(text);
}

/**
 * Reads the text of one cell. Digits kept apart by white space are not one number, and digits with leading zeros are
 * several cells that ran together: both are `unreadable`. `unit` is the form's, `headed` what the labels of an amount
 * print for it; an amount in 元 for one in 万元 is converted.
 */
export function readCell(printed: string, number: NumberType = 'count', unit = '', headed = ''): CellReading {
  if (headed === '' && PLAIN.test(printed)) return { state: 'value', value: Number(printed) };
  const text = withoutNote(printed);
  if (/\p{No}/u.test(text)) return unreadable;
  const folded = fold(text);
  if (folded === '') return blank;
  if (/\d[\s\u00a0\u3000]+[\d.]/.test(text.normalize('NFKC').trim())) return unreadable;
  if (ZERO.test(folded)) return { state: 'value', value: 0 };
  if (SLASH.test(folded)) return { state: 'slash', value: null };
  if (WORD.test(folded)) return { state: 'word', value: null };
  const match = NUMBER.exec(folded.replace(/−/g, '-'));
  if (!match) return unreadable;
  const [, currency, sign = '', whole = '', fraction = '', suffix = number === 'decimal' ? headed : ''] =
    match;
  if (!SUFFIXES.has(suffix) || (currency && number !== 'decimal')) return unreadable;
  if (/^0\d/.test(whole)) return unreadable;
  const value = Number(`${sign}${whole.replaceAll(',', '')}${fraction}`);
  if (!Number.isSafeInteger(Math.trunc(value))) return unreadable;
  // A count is whole and not negative; a change may be negative, money may have decimals.
  if (number !== 'decimal' && !Number.isInteger(value)) return unreadable;
  if (number !== 'signed' && value < 0) return unreadable;
  if (suffix.endsWith('元') && number !== 'decimal') return unreadable;
  if (suffix === '亿元' || (suffix === '万' && number !== 'decimal')) return unreadable;
  if (suffix === '元' && unit === '万元' && value !== 0)
    return { state: 'value', value: value / 10_000, converted: true };
  return { state: 'value', value: value === 0 ? 0 : value };
}
