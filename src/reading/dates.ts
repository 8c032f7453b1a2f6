import { type Block, type GridCell, textOf, within } from './blocks';
import { squeeze } from './normalize';
import type { At, Printed } from './types';

/** What every date here has. */
const CENTURY = /20|２０|二[〇○零]/;
const DAY = '(20[0-3]\\d)\\s*[年\\-/.]\\s*(\\d{1,2})\\s*[月\\-/.]\\s*(\\d{1,2})(?!\\d)';
const COMPACT = '(20[0-3]\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?!\\d)';
const SPELLED =
  '(二[〇○零][〇○零一二三][〇○零一二三四五六七八九])年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日';
const DATE = new RegExp(`(?<!\\d)(?:${DAY}|${COMPACT})|${SPELLED}`, 'g');
const IN_URL = /(?:\/|t|_)(20[0-3]\d)[-/]?(0[1-9]|1[0-2]|[1-9])[-/]?(0[1-9]|[12]\d|3[01]|[1-9])(?=[_/.])/g;

/** Right before a date: what it is the date of. */
const LABEL =
  /(?:(?:发布|公开|发文|成文|生成|印发|录入|更新|信息|发表|上传|公布|公告|签发|制发|创建|修改|编辑)(?:日期|时间)|发布于|发布\s*[:：]|(?:^|[\s|])(?:日期|时间)\s*[:：])[\s:：|[【(（]*$/;
/** Dates of other things, and clocks of the page and of whoever saved it. */
const OTHER_LABEL =
  /(?:采集|抓取|打印|下载|访问|失效|废止|截止|生效|实施|施行|留言|答复|回复|办结|反馈|受理|页面生成|当前|系统)(?:日期|时间)?[\s:：|]*$/;
const OTHER_LINE = /采集|抓取|页面生成|当前时间|系统时间|星期|今天是|打印(?:日期|时间)|下载时间/;
/** Beside a date and a time of day, at the head of a page. */
const META = /来源|浏览|点击|阅读|编辑|字体|字号|作者|访问次数/;
const CLOCK = /^\s*\d{1,2}[:：时]\d{2}/;

/** Letters of an agency's name that may stand on the line of its date. */
const LONGEST_SIGNATURE = 24;
const NO_SIGNATURE = /[至自截到起，,。；;]|期限|报告期|篇|报告|年报|通知|公告|召开|会议|电话|邮编/;
const LONGEST_LINE = 400;
const LONGEST_ALONE = 60;
const HEAD = 30;
const FOOT = 25;

/** A publication date, with what is printed and where; nothing of these for one that the address or the caller told. */
export interface Publication {
  readonly date: string;
  readonly printed?: Printed;
}

const NUMERALS = '〇一二三四五六七八九';
function numeral(text: string): number {
  const digit = (one: string): number => NUMERALS.indexOf(one.replace(/[○零]/, '〇'));
  if (!text.includes('十')) return Number([...text].map(digit).join(''));
  const [tens = '', ones = ''] = text.split('十');
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0);
}

/** `YYYY-MM-DD`, null for a day that does not exist. */
function iso(parts: readonly string[]): string | null {
  const [y = 0, m = 0, d = 0] = parts.map((part) => (/^\d/.test(part) ? Number(part) : numeral(part)));
  const moment = new Date(Date.UTC(y, m - 1, d));
  const exists = moment.getUTCMonth() === m - 1 && moment.getUTCDate() === d;
  return exists ? moment.toISOString().slice(0, 10) : null;
}

interface Found {
  readonly date: string;
  readonly from: number;
  readonly to: number;
}

const datesIn = (text: string, pattern: RegExp): Found[] =>
  [...text.matchAll(pattern)].flatMap((match): Found[] => {
    const date = iso(match.slice(1).filter((part) => part !== undefined));
    return date === null ? [] : [{ date, from: match.index, to: match.index + match[0].length }];
  });

/** Digits of the full width in the plain one, letter for letter. */
const plain = (text: string): string =>
  text.replace(/[０-９]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** The cell that a letter of the joined text of a row is of. */
function cellAt(cells: readonly GridCell[], index: number): At | null {
  let end = -1;
  return cells.find(({ text }) => (end += text.length + 1) > index)?.at ?? null;
}

function placeOf(block: Block, { from, to }: Found): At | null {
  if (block.kind === 'row') return cellAt(block.cells, from);
  const { column } = block.at;
  return column === undefined ? block.at : within(block.at, column + from, to - from);
}

/** Whether a line has, but for its dates, no more than a name: of who signs, or the title of the report. */
function isAlone(text: string, dates: readonly Found[], title: string | null): boolean {
  if (text.length >= LONGEST_ALONE + (title?.length ?? 0)) return false;
  let rest = text;
  for (const { from, to } of dates.toReversed()) rest = rest.slice(0, from) + rest.slice(to);
  const name = rest.replace(/[\s日|[\]【】()（）]|\d{1,2}[:：]\d{2}(?:[:：]\d{2})?/g, '');
  return name === squeeze(title ?? '|') || (name.length <= LONGEST_SIGNATURE && !NO_SIGNATURE.test(name));
}

function datesOf(block: Block, atEnd: boolean, title: string | null): Publication[] {
  const printed = textOf(block);
  if (printed.length >= LONGEST_LINE || !CENTURY.test(printed) || OTHER_LINE.test(printed)) return [];
  const text = plain(printed);
  const dates = datesIn(text, DATE);
  if (dates.length === 0) return [];
  const alone = atEnd && isAlone(text, dates, title);
  const meta = atEnd && META.test(text);
  return dates.flatMap((found, i): Publication[] => {
    const before = text.slice(Math.max(dates[i - 1]?.to ?? 0, found.from - 20), found.from);
    if (OTHER_LABEL.test(before)) return [];
    const compact = /^\d{8}$/.test(text.slice(found.from, found.to));
    const clocked = meta && CLOCK.test(text.slice(found.to));
    const bare = i === 0 && meta && /^[\s\S]*[】\]|\s]$|^$/.test(before);
    if (!LABEL.test(before) && (compact || !(alone || clocked || bare))) return [];
    return [
      { date: found.date, printed: { raw: printed.slice(found.from, found.to), at: placeOf(block, found) } },
    ];
  });
}

/** A report on year N is not published before November of N. */
const FIRST_DAY = '-11-01';

/**
 * Earliest credible publication date: labelled dates, those that stand alone at the head or with the signature, the
 * address. What is before the end of the report year is none of it; a page that was moved may have later ones only.
 */
export function findPublished(
  blocks: readonly Block[],
  {
    year,
    title,
    url,
    hint,
  }: {
    readonly year: number | null;
    readonly title: string | null;
    readonly url: string | null;
    readonly hint: string | null;
  },
): Publication | null {
  const printed: Publication[] = [];
  blocks.forEach((block, i) => {
    printed.push(...datesOf(block, i < HEAD || i >= blocks.length - FOOT, title));
  });
  const told = [...(url ? datesIn(url, IN_URL).map(({ date }) => date) : []), ...(hint ? [hint] : [])];
  const all: Publication[] = [...printed, ...told.map((date) => ({ date }))];
  const credible = all.filter(({ date }) => year === null || date >= `${year}${FIRST_DAY}`);
  return credible.reduce<Publication | null>(
    (first, one) => (first && first.date <= one.date ? first : one),
    null,
  );
}
