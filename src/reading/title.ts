import { beforeSubject, isAgencyName } from './agency';
import { type Block, textOf } from './blocks';
import type { Regions } from './regions';
import { YEAR, yearIn } from './year';

const TITLE = /(?:信息公开|政务公开|政府信息)[^。]{0,12}?(?:报告|年报|情况)/;
/** Titles cut at their end, or with their letters mixed up: an agency, a year and the subject are left. */
const SUBJECT = /信息公开|政务公开/;
const TITLE_LABEL = /^(?:标题|名称|信息名称|题名|文件名称)[:：\s|]+/;
const LONGEST_TITLE = 90;
/** Letters of a line that may be the part of a title before its break. */
const LONGEST_PART = 24;
/** Lines at the head among which a title stands where no heading follows. */
const HEAD = 80;

/** Title without the site's name that a page title carries. */
const bare = (text: string): string =>
  text
    .replace(TITLE_LABEL, '')
    .replace(/^[|#*\s]+|[|#*\s]+$/g, '')
    .replace(/\s+/g, '')
    .replace(/[-_—|]+[^-_—|报]{2,30}$/, '');

/** Headings of sections and sentences speak of the same things. */
const NOT_TITLE =
  /[。；;，,！!？?]|如下|现将|^(?:根据|按照|依据|当前位置|本报告|本年度|[（(]?[一二三四五六七八九十]+[）)、.．]|第[一二三四五六七八九十]+部分|\d{1,2}[.、．])/;
const isTitle = (line: string): boolean => TITLE.test(line) && !NOT_TITLE.test(line);
const isDamaged = (line: string): boolean =>
  SUBJECT.test(line) && !NOT_TITLE.test(line) && yearIn(line) !== null && isAgencyName(beforeSubject(line));

/** Whether a line names a report. */
export const isTitleLine = (text: string): boolean =>
  text.length <= LONGEST_TITLE && /[信政]/.test(text) && isTitle(bare(text));

const YEAR_ALONE = new RegExp(`^${YEAR}年?度?$`);
const YEAR_BEHIND = new RegExp(`^(.+?)${YEAR}年度?$`);

/** Whether a line may be the part of a title before its break: the agency, the year, or both. */
const isPart = (text: string): boolean =>
  text.length <= LONGEST_PART &&
  (YEAR_ALONE.test(text) || isAgencyName(text) || isAgencyName(YEAR_BEHIND.exec(text)?.[1] ?? ''));

/** A title broken after the name of its agency or after its year, with what stands on the lines before. */
function whole(lines: readonly string[], i: number): string {
  let title = bare(lines[i] ?? '');
  for (let n = 1; n <= 2 && beforeSubject(title) === ''; n++) {
    const before = bare(lines[i - n] ?? '');
    if (!isPart(before) || title.includes(before)) break;
    title = `${before}${title}`;
  }
  return title;
}

/**
 * The one of several titles. Of reports of different years, as a list of all of them beside the page has, that of the
 * page's own title, else of the period of the statistics, else the first.
 */
function titleOfReport<T extends { readonly title: string }>(
  titles: readonly T[],
  own: string | null,
  period: () => number | null,
): T | undefined {
  const years = titles.map(({ title }) => yearIn(title));
  if (new Set(years).size < 2) return titles[0];
  const year = [() => yearIn(own ?? ''), period]
    .map((of) => of())
    .find((it) => it !== null && years.includes(it));
  return titles[year === undefined ? 0 : years.indexOf(year)];
}

/**
 * The title of a report: a line at the head that names one, with its year if any does; else the page's own title.
 * @param period year of the period of the statistics, asked where several titles have different years
 */
export function findTitle(
  blocks: readonly Block[],
  pageTitle: string | null,
  regions: Regions,
  period: () => number | null,
): string | null {
  const first = regions.headings[0]?.block ?? Math.min(blocks.length, HEAD);
  const head = blocks.slice(0, Math.max(first, 6)).filter((block) => textOf(block).length <= LONGEST_TITLE);
  const lines = head.flatMap((block) =>
    block.kind === 'row' ? block.cells.map((cell) => cell.text) : [block.text],
  );
  const fitting = lines.flatMap((line, i) =>
    isTitle(bare(line)) ? [{ title: whole(lines, i), labelled: TITLE_LABEL.test(line.trim()) }] : [],
  );
  const dated = fitting.filter(({ title }) => yearIn(title) !== null);
  const own = pageTitle === null ? null : bare(pageTitle);
  return (
    (dated.find(({ labelled }) => labelled) ?? titleOfReport(dated, own, period))?.title ??
    lines.map(bare).find(isDamaged) ??
    fitting[0]?.title ??
    (own !== null && (isTitle(own) || isDamaged(own)) ? own : null)
  );
}
