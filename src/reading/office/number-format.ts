/** How Excel prints a number, as far as the format of the cell tells. */

import { UNREADABLE } from './docx-text';

/** Formats that files name by number only; 14 to 22 and 45 to 47 are dates and times. */
const builtIn: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [37, '#,##0 ;(#,##0)'],
  [38, '#,##0 ;(#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;(#,##0.00)'],
  [41, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '],
  [42, '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ '],
  [43, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  [44, '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ '],
  [49, '@'],
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id): [number, string] => [
    id,
    'yyyy-mm-dd',
  ]),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id): [number, string] => [id, 'hh:mm']),
]);

export const formatOf = (id: number, own: ReadonlyMap<number, string>): string =>
  own.get(id) ?? builtIn.get(id) ?? 'General';

/** Digits that Excel itself keeps of a number. */
const DIGITS = 15;
/** Days from the first day that Excel counts from to 1970, in either way of counting. */
const EPOCH = { 1900: 25_569, 1904: 24_107 } as const;
const DAY = 86_400_000;
const LAST_DAY = 2_958_465;

interface Section {
  /** Text with quotes, paddings and colours taken away; letters that were quoted are in private use. */
  readonly pattern: string;
  readonly literals: readonly string[];
}

const HELD = 0xe000;

/** Splits a format at its semicolons and holds quoted text apart, so that its letters are no codes. */
function sectionsOf(format: string): Section[] {
  const sections: { pattern: string; literals: string[] }[] = [{ pattern: '', literals: [] }];
  const codes = /"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|;|[^"\\]/gsu;
  for (const [code, quoted, escaped] of format.matchAll(codes)) {
    const section = sections.at(-1);
    const literal = quoted ?? escaped;
    if (code === ';') sections.push({ pattern: '', literals: [] });
    else if (!section) continue;
    else if (literal !== undefined)
      section.pattern += String.fromCharCode(HELD + section.literals.push(literal) - 1);
    else if (/^\[(?:[<>=]|h+\]|m+\]|s+\])/i.test(code)) section.pattern += code;
    else if (!/^(?:_|\*|\[)/.test(code)) section.pattern += code;
  }
  return sections;
}

const withLiterals = (text: string, { literals }: Section): string =>
  text.replace(/[\ue000-\uf8ff]/g, (char) => literals[char.charCodeAt(0) - HELD] ?? '');

/** A day as `YYYY-MM-DD`, with the time when there is one: never a number that could be taken for a count. */
function date(serial: number, since1904: boolean): string | null {
  if (serial < 0 || serial > LAST_DAY) return null;
  const iso = new Date(Math.round((serial - EPOCH[since1904 ? 1904 : 1900]) * DAY)).toISOString();
  const time = iso.slice(11, 16);
  if (serial < 1) return time;
  return Number.isInteger(serial) ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}

function digits(magnitude: number, decimals: string, hasThousands: boolean): string {
  const needed = (decimals.match(/0/g) ?? []).length;
  const rounded = Number(`${Math.round(Number(`${magnitude}e${decimals.length}`))}e-${decimals.length}`);
  const fixed = (Number.isFinite(rounded) ? rounded : magnitude).toFixed(decimals.length);
  const [whole = '', fraction = ''] = fixed.split('.');
  const kept = fraction.slice(0, needed) + fraction.slice(needed).replace(/0+$/, '');
  const grouped = hasThousands ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return kept ? `${grouped}.${kept}` : grouped;
}

const GENERAL = /^(?:general|g\/通用格式)$/i;
const PLACES = /^([^#0?.]*)([#0?,]*[#0?])?(?:\.([#0?]*))?([^#0?.,]*)$/;
/** Excel takes no longer format and prints no more decimals. */
const LONGEST_FORMAT = 255;
const MOST_DECIMALS = 30;
/** Codes that print something other than the number: dates, fractions, powers, conditions. */
const UNKNOWN = /[\][/@a-df-z]|e[+-]/i;

/** Text of a number, `null` when the format prints it in a way that is not followed here. */
function printed(value: number, section: Section, sign: string): string | null {
  const { pattern } = section;
  if (pattern.trim() === '') return '';
  if (GENERAL.test(pattern.trim())) return sign + String(Number(value.toPrecision(DIGITS)));
  const match = PLACES.exec(pattern);
  if (!match || UNKNOWN.test(pattern)) return null;
  const [, before = '', whole = '', decimals = '', after = ''] = match;
  if (decimals.length > MOST_DECIMALS) return null;
  const hasPlaces = whole !== '' || decimals !== '';
  const shifted = pattern.includes('%') ? Number((value * 100).toPrecision(DIGITS)) : value;
  const least = (whole.match(/0/g) ?? []).length;
  const number = digits(shifted, decimals, whole.includes(','));
  // `#` prints no zero of its own, `000` prints all.
  const padded = number.replace(/^\d+/, (it) => (least === 0 && it === '0' ? '' : it.padStart(least, '0')));
  return withLiterals(`${before}${sign}${hasPlaces ? padded : ''}${after}`, section).trim();
}

/**
 * A number as its cell prints it. A date becomes `YYYY-MM-DD`; a number whose format cannot be followed is marked, so
 * that it is not read as a count.
 */
export function formatNumber(value: number, format: string, since1904: boolean): string {
  if (format.length > LONGEST_FORMAT) return `${UNREADABLE}${value}`;
  const sections = sectionsOf(format);
  const [first, negative, zero] = sections;
  const isText = sections.length === 1 && format.trim() === '@';
  if (!first || isText) return String(Number(value.toPrecision(DIGITS)));
  const used = value < 0 && negative ? negative : value === 0 && zero ? zero : first;
  const isDate = !GENERAL.test(used.pattern.trim()) && /[ymdhs年月日]/i.test(used.pattern);
  const text = isDate
    ? date(value, since1904)
    : printed(Math.abs(value), used, value < 0 && used === first ? '-' : '');
  return text ?? `${UNREADABLE}${value}`;
}
