import { type Block, textOf } from './blocks';
import { fold } from './normalize';
import type { Regions } from './regions';
import { agencyKind, beforeSubject, isAgencyName, scopeOf } from './agency';
import { findPublished } from './dates';
import { limits } from './limits';
import { ReadingError, type ReadingHints, type ReadingProblem, type Report } from './types';
import { findYear, yearIn } from './year';

type Identity = Pick<Report, 'title' | 'agency' | 'scope' | 'year' | 'published' | 'url' | 'problems'>;

const TITLE = /(?:信息公开|政务公开|政府信息)[^。]{0,12}?(?:报告|年报|情况)/;
const TITLE_LABEL = /^(?:标题|名称|信息名称|题名|文件名称)[:：\s|]+/;
/** Pages about reports. The first kind is never a report, the second only when it holds none of its parts. */
const NEVER = /解读|年度?报告制度|一图读懂|图解|编制指南|格式(?:的通知|$)/;
const RARELY = /通知|汇总|会议|培训|工作推进|考核|通报|办法|规定|方案|指南|目录|列表|专栏/;
const LONGEST_TITLE = 90;
/** Pages that name more reports than this list them. */
const MOST_TITLES = 8;
const SHORTEST_REPORT = 120;
/** Characters of the first section in which years are counted. */
const LONGEST_LEAD = 4_000;

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
const isTitleLine = (text: string): boolean => text.length <= LONGEST_TITLE && isTitle(bare(text));

function findTitle(blocks: readonly Block[], pageTitle: string | null, regions: Regions): string | null {
  const first = regions.headings[0]?.block ?? Math.min(blocks.length, 80);
  const head = blocks.slice(0, Math.max(first, 6)).filter((block) => textOf(block).length <= LONGEST_TITLE);
  const lines = head.flatMap((block) =>
    block.kind === 'row' ? block.cells.map((cell) => cell.text) : [block.text],
  );
  const fitting = lines
    .map((line, i) => ({ line: bare(line), i, labelled: TITLE_LABEL.test(line.trim()) }))
    .filter(({ line }) => isTitle(line));
  const dated = fitting.filter(({ line }) => yearIn(line) !== null);
  const best = dated.find(({ labelled }) => labelled) ?? dated[0] ?? fitting[0];
  if (best) {
    // A title broken after the name of its agency.
    const before = bare(lines[best.i - 1] ?? '');
    const broken =
      /^(?:\p{Nd}{4}|关于|政府信息公开|信息公开)/u.test(best.line) &&
      isAgencyName(before) &&
      before.length <= 24;
    return broken && !best.line.includes(before) ? `${before}${best.line}` : best.line;
  }
  return pageTitle && isTitle(bare(pageTitle))
    ? bare(pageTitle)
    : pageTitle && NEVER.test(pageTitle)
      ? pageTitle
      : null;
}

/** 单位 names an agency, or what a table counts in. */
const AGENCY_LABEL =
  /(?:发布机构|公开机构|发布单位|单位|信息来源|公开责任部门|发文机关)[:：\s|]+(?!(?:[万亿]?元|[件条项次个份篇])[)）]*(?:[\s|,，。]|$))([^\s|:：,，。]{2,30})/g;
/** Characters of a refused name that a problem quotes. */
const LONGEST_DETAIL = 40;

/**
 * Who reports, on which year, since when. Throws `not_a_report` for pages about reports and pages that hold neither
 * a report's title nor any of its parts.
 */
export function readIdentity(
  blocks: readonly Block[],
  pageTitle: string | null,
  regions: Regions,
  hints: ReadingHints,
  source: string,
): Identity {
  const title = findTitle(blocks, pageTitle, regions);
  refuse(title, blocks, regions, source);
  const text = folded(blocks, limits.prose);
  const head = blocks.slice(0, 60).map(textOf);
  const agency = findAgency(title, head, hints.agency);
  const kind = agencyKind(agency.name ?? '');
  const first = blocks.slice(0, regions.headings[1]?.block).filter((block) => !isTitleLine(textOf(block)));
  const lead = folded(first, LONGEST_LEAD);
  const { year, problems } = findYear(title, text, lead);
  const url =
    hints.url ??
    head
      .map((line) => /https?:\/\/[^\s"'<>|]+/.exec(line))
      .find((match) => match?.input.match(/链接|来源|网址|url/i))?.[0] ??
    null;
  return {
    title,
    agency: { name: agency.name, kind },
    scope: scopeOf(title ?? '', kind, text),
    year,
    published: findPublished(blocks, year, url, hints.published ?? null),
    url,
    problems: [...agency.problems, ...problems],
  };
}

/** Lines without what differs only in writing, up to so many characters. */
function folded(blocks: readonly Block[], most: number): string {
  const lines: string[] = [];
  let [length, printed] = [0, 0];
  for (const block of blocks) {
    if (block.kind !== 'line' || length > most || printed > limits.prose) continue;
    const line = fold(block.text.slice(0, limits.prose - printed));
    lines.push(line);
    length += line.length + 1;
    printed += block.text.length + 1;
  }
  return lines.join('\n').slice(0, most);
}

/** The name in the title; else, as a guess, that of who published the page. `agency_unclear` for a guess and for none. */
function findAgency(
  title: string | null,
  head: readonly string[],
  hint: string | undefined,
): { readonly name: string | null; readonly problems: readonly ReadingProblem[] } {
  const titled = beforeSubject(title ?? '');
  const sure = hint ?? (isAgencyName(titled) ? titled : null);
  if (sure !== null) return { name: sure, problems: [] };
  const labels = head.flatMap((line) => [...line.matchAll(AGENCY_LABEL)].map(([, label = '']) => label));
  const name = labels.find(isAgencyName) ?? null;
  const detail = name ?? titled.slice(0, LONGEST_DETAIL);
  return { name, problems: [{ code: 'agency_unclear', ...(detail ? { detail } : {}) }] };
}

function refuse(title: string | null, blocks: readonly Block[], regions: Regions, source: string): void {
  const no = (detail: string): never => {
    throw new ReadingError('not_a_report', source, detail);
  };
  if (title && NEVER.test(title)) no(title);
  const hasPart = regions.headings.some((heading) => heading.n !== null);
  if (hasPart || regions.t2 || regions.t3 || regions.t4) return;
  if (!title || RARELY.test(title)) no(title ?? '');
  const texts = blocks.map(textOf);
  const titles = texts.filter((text) => text.length < LONGEST_TITLE && TITLE.test(text) && yearIn(text));
  if (titles.length > MOST_TITLES) no('list');
  // Prose of early years has headings of its own, or none.
  if (regions.headings.length < 2 && texts.join('').length < SHORTEST_REPORT) no(title ?? '');
}
