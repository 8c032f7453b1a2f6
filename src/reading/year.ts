import { fold } from './normalize';
import type { ReadingProblem } from './types';

const DIGITS = '〇一二三四五六七八九';
const ZERO = '[〇○零oO0]';
const CHINESE = `二${ZERO}(?:${ZERO}|[一二三])(?:${ZERO}|[一二三四五六七八九])`;
/** A report year in digits or Chinese numerals, as a source of patterns for folded text. */
export const YEAR = `(?:20[0-3]\\d|${CHINESE})`;

/** Years that are said as such: a full date is of something else. */
const SAID = new RegExp(
  `(?<!\\d)(${YEAR})年(?![\\d一二三四五六七八九十]{1,3}月[\\d一二三四五六七八九十]{1,3})`,
  'g',
);
/** Titles leave 年 out; what goes on as a date or as the number of a document is no report year. */
const BARE = new RegExp(`(?<!\\d)(?<!20\\d\\d[-/.]\\d{0,2})(${YEAR})(?!年|\\d|[-/.]\\d|[〕\\])】])`);
/** 年度报告（2023）: in brackets only at the end, where no number of a document stands. */
const BRACKETED = new RegExp(`[(](${YEAR})[)]$`);
/** A whole year from its first day or month to its last, marks and digits lost now and then; never a date alone. */
const FIRST_DAY = '(?<!\\d)(20[0-3]\\d)[年\\-/.]?0?1[月\\-/.]0?1日?';
const FIRST_MONTH = '(?<!\\d)(20[0-3]\\d)年0?1(?:月份?)?';
const TO = '起?,?(?:至|到|[-—–―─~〜]+)(?:(20[0-3]\\d)|[当同本])?';
const LAST = '[年\\-/.]*12(?:[月\\-/.]*31|月)';
const periods = [
  new RegExp(`${FIRST_DAY}${TO}${LAST}`),
  new RegExp(`${FIRST_MONTH}${TO}${LAST}`),
  // 202111日至20211231日: 年 and 月 lost with their spans, 日 left on both sides.
  /(?<!\d)(20[0-3]\d)年?0?10?1日起?[至到](20[0-3]\d)1231日/,
  // 起至 means a period even where the digits of its end are lost.
  new RegExp(`${FIRST_DAY}起,?[至到](?![今现目])(?:(20[0-3]\\d)|[当同本])?`),
];

const toYear = (text: string): number =>
  /^\d/.test(text)
    ? Number(text)
    : Number([...text.replace(/[○零oO0]/g, '〇')].map((char) => DIGITS.indexOf(char)).join(''));

const said = (folded: string): number[] => [...folded.matchAll(SAID)].map(([, year = '']) => toYear(year));

function yearsOfTitle(title: string): readonly number[] {
  const folded = fold(title);
  const years = said(folded);
  const bare = BARE.exec(folded)?.[1] ?? BRACKETED.exec(folded)?.[1];
  return years.length > 0 || bare === undefined ? [...new Set(years)] : [toYear(bare)];
}

/** Year of a title: 2023年, ２０２３, 二〇二三; null when there is none, or only a date. */
export const yearIn = (title: string): number | null => yearsOfTitle(title)[0] ?? null;

/** The year that the statistics cover from its first day or month to its last; null where no such period is said. */
export function yearOfPeriod(folded: string): number | null {
  const line = folded.replaceAll('\n', '');
  for (const period of periods) {
    const [, from, to = from] = period.exec(line) ?? [];
    if (from !== undefined && from === to) return Number(from);
  }
  return null;
}

/** Notices on the forms, with lost brackets: a report that cites one is of its year or a later one. */
const documents: readonly (readonly [number, RegExp])[] = [
  [2021, /办函\D{0,2}2021\D?30号/],
  [2019, /办函\D{0,2}2019\D?60号/],
];
/** Year of the newest notice that a text cites: the first on which it can report. */
const yearOfDocument = (folded: string): number | null =>
  documents.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;

/** Fewest mentions, and share of all, by which a text speaks of one year. */
const FEWEST_MENTIONS = 2;
const CLEAR_SHARE = 2 / 3;

/** The year said most often; none when two are said equally often. */
function yearOfText(folded: string): { readonly year: number; readonly clear: boolean } | null {
  const counts = new Map<number, number>();
  for (const year of said(folded)) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [most, next] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!most || most[1] === next?.[1]) return null;
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return { year: most[0], clear: most[1] >= FEWEST_MENTIONS && most[1] >= all * CLEAR_SHARE };
}

/**
 * Report year: the title's, else the period's, else the one of which the first section speaks.
 * @param text folded lines of the report, one a line
 * @param lead the part of `text` up to the end of the first section
 * @returns with a `year_unclear` where there is none, where a notice of a later year is cited, where they differ, or where only a few mentions decide
 */
export function findYear(
  title: string | null,
  text: string,
  lead: string,
): { readonly year: number | null; readonly problems: readonly ReadingProblem[] } {
  const titled = title ? yearsOfTitle(title) : [];
  const period = yearOfPeriod(text);
  const spoken = yearOfText(lead);
  const year = titled[0] ?? period ?? spoken?.year ?? null;
  const document = yearOfDocument(text);
  const witnesses = [
    ...titled.map((it) => ['title', it] as const),
    ...(period === null ? [] : [['period', period] as const]),
    ...(spoken ? [['text', spoken.year] as const] : []),
    ...(document !== null && year !== null && document > year ? [['document', document] as const] : []),
  ];
  const strong = witnesses.filter(([from]) => from !== 'text' || spoken?.clear);
  if (strong.length > 0 && strong.every(([, it]) => it === year)) return { year, problems: [] };
  const detail = witnesses.map(([from, it]) => `${from}=${it}`).join(' ');
  return { year, problems: [{ code: 'year_unclear', ...(detail ? { detail } : {}) }] };
}
