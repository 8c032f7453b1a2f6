import type { Scope } from '../types';
import { lastMatch } from './last-match';

/** Characters before an index in which its clause or sentence begins, at most. */
const LONGEST = 400;

/** Where what an index stands in begins: after the last of some marks. */
export function startOf(text: string, index: number, marks: string): number {
  const least = Math.max(0, index - LONGEST);
  const before = text.slice(least, index);
  let last = -1;
  for (const mark of marks) last = Math.max(last, before.lastIndexOf(mark));
  return least + last + 1;
}

export const CLAUSE = ',。;:\n(';
export const SENTENCE = '。;\n';

/**
 * A year that a sentence speaks of; one that it only compares with, carries from, or that is part of a name (`2022年决算`)
 * is left out.
 */
const YEAR =
  /(?<![较比与同和从自至〔\d])(?:(20\d\d)年(?!的|结转|转结|以来|[^,。;\d]{0,12}(?:要点|方案|通知|规划|安排|部署|任务|预算|预决算|决算|年报|年度报告))|(去年|上年度?|上一年度?)(?!结转|转结|度结转|度转结|度?转入|同期|的)|(今年|本年|当年))/g;

/** What all of them have. */
const ANY_YEAR = '年';

/** `2022年、2023年分别公开9条、12条`: which number is whose only their order says. */
const RESPECTIVELY = /(?:20\d\d年?度?[、,和与及至-])+20\d\d年?度?[^。;\n]{0,30}分别/;

/** Whether the words before an index speak of another year than the report's. */
export function isOfOtherYear(text: string, index: number, year: number | null): boolean {
  if (year === null) return false;
  const sentence = text.slice(startOf(text, index, SENTENCE), index);
  if (!sentence.includes(ANY_YEAR)) return false;
  const before = sentence.replace(/《[^》]*》/g, '');
  const last = lastMatch(before, YEAR);
  if (!last) return false;
  if (RESPECTIVELY.test(before)) return true;
  return last[2] !== undefined || (last[1] !== undefined && Number(last[1]) !== year);
}

/** A pattern that names the report year, made once for each. */
export function ofYear(source: (year: number) => string): (year: number) => RegExp {
  const patterns = new Map<number, RegExp>();
  return (year) => {
    const pattern = patterns.get(year) ?? new RegExp(source(year));
    patterns.set(year, pattern);
    return pattern;
  };
}

const newOfYear = ofYear(
  (year) =>
    `^[,(](?:(?:其中)?[,:]?(?:${year}年度?|本年度?|今年)(?:新增|新公开|新发布|新)|其中[,:]?(?:${year}年度?|本年度?|今年)(?:主动)?(?:公开|发布)?(?:政府)?(?:信息)?\\d)`,
);

/** Whether the number that ends at an index is of all years, as this year's stands beside it: `（2023年新增388条）`. */
export const isOfAllYears = (text: string, end: number, year: number | null): boolean =>
  year !== null && newOfYear(year).test(text.slice(end, end + 24));

/** What is planned, demanded or quoted is no fact. */
export const PLANNED = /下一步|计划(?:公开|发布|新增)|力争|不少于|不低于|目标|明年|今后|拟公开|预计|下一年将/;

/** Quarters, halves and months; what ends with December is the year. */
export const PART_OF_YEAR =
  /第?[一二三四]季度|[上下]半年|(?<!\d)\d{1,2}月?(?:份)?[-‐-―−~至](?!12月)\d{1,2}月(?!\d)|(?<!\d)(?!1月?[-‐-―−~至])\d{1,2}月?[-‐-―−~至]12月(?!\d)|\d月份/;

const scopes: readonly (readonly [Scope, RegExp])[] = [
  ['system', /全系统|系统内|系统共|及(?:所属|下属|直属)单位/],
  ['area', /全[市县区省镇乡州盟旗](?!级)|各级(?:行政)?机关|各级各部门/],
  ['own', /本级|本机关|局机关|委机关|厅机关|机关本级/],
];

/** Whose number it is, where the words before it say so. */
export const scopeOf = (words: string): Scope | undefined =>
  scopes.find(([, pattern]) => pattern.test(words))?.[0];

/** The body that reports speaks of itself: its own number is meant where others' are quoted. */
export const OWN =
  /我(?:[镇乡局县市区办委厅院所站会]|街道|单位|部门|中心)|本(?:[镇乡局县市区办委厅院所站会]|街道|单位|部门|机关|中心)/;
