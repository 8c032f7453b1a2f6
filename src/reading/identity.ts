import { type Block, textOf } from './blocks';
import { fold } from './normalize';
import type { Regions } from './regions';
import { agencyKind, scopeOf } from './agency';
import { findPublished } from './dates';
import { ReadingError, type ReadingHints, type Report } from './types';

type Identity = Pick<Report, 'title' | 'agency' | 'scope' | 'year' | 'published' | 'url'>;

const TITLE = /(?:信息公开|政务公开|政府信息)[^。]{0,12}?(?:报告|年报|情况)/;
const TITLE_LABEL = /^(?:标题|名称|信息名称|题名|文件名称)[:：\s|]+/;
/** Pages about reports. The first kind is never a report, the second only when it holds none of its parts. */
const NEVER = /解读|年度?报告制度|一图读懂|图解|编制指南|格式(?:的通知|$)/;
const RARELY = /通知|汇总|会议|培训|工作推进|考核|通报|办法|规定|方案|指南|目录|列表|专栏/;
const LONGEST_TITLE = 90;
/** Pages that name more reports than this list them. */
const MOST_TITLES = 8;
const SHORTEST_REPORT = 120;

/** Title without the site's name that a page title carries. */
const bare = (text: string): string =>
  text
    .replace(TITLE_LABEL, '')
    .replace(/^[|#*\s]+|[|#*\s]+$/g, '')
    .replace(/\s+/g, '')
    .replace(/[-_—|]+[^-_—|报]{2,30}$/, '');

function findTitle(blocks: readonly Block[], pageTitle: string | null, regions: Regions): string | null {
  const first = regions.headings[0]?.block ?? Math.min(blocks.length, 80);
  const head = blocks.slice(0, Math.max(first, 6)).filter((block) => textOf(block).length <= LONGEST_TITLE);
  const lines = head.flatMap((block) =>
    block.kind === 'row' ? block.cells.map((cell) => cell.text) : [block.text],
  );
  const fitting = lines
    .map((line, i) => ({ line: bare(line), i, labelled: TITLE_LABEL.test(line.trim()) }))
    .filter(
      ({ line }) =>
        TITLE.test(line) && !/[。；]/.test(line) && !/^(?:根据|按照|依据|当前位置|本报告|本年度)/.test(line),
    );
  const dated = fitting.filter(({ line }) => /20[0-3]\d|二[〇○零O0]/.test(line));
  const best = dated.find(({ labelled }) => labelled) ?? dated[0] ?? fitting[0];
  if (best) {
    // A title broken after the name of its agency.
    const before = bare(lines[best.i - 1] ?? '');
    const broken =
      /^(?:20[0-3]\d|关于|政府信息公开|信息公开)/.test(best.line) &&
      agencyKind(before) !== 'other' &&
      before.length <= 24;
    return broken && !best.line.includes(before) ? `${before}${best.line}` : best.line;
  }
  return pageTitle && TITLE.test(bare(pageTitle))
    ? bare(pageTitle)
    : pageTitle && NEVER.test(pageTitle)
      ? pageTitle
      : null;
}

const DIGITS = '〇一二三四五六七八九';

/** Year of a text: 2023, 二〇二三, 二0二三; null when there is none. */
export function yearIn(text: string): number | null {
  const arabic = /(?<!\d)(20[0-3]\d)(?=年)/.exec(text) ?? /(?<!\d)(20[0-3]\d)(?!\d)/.exec(text);
  if (arabic?.[1]) return Number(arabic[1]);
  const chinese = /二[〇○零oO0][〇○零oO0一二三][〇○零oO0一二三四五六七八九]/.exec(text)?.[0];
  return chinese
    ? Number([...chinese.replace(/[○零oO0]/g, '〇')].map((char) => DIGITS.indexOf(char)).join(''))
    : null;
}

/** Report year: the title's; else the period's; else that of the first section; never that of the path. */
function findYear(title: string | null, text: string): number | null {
  const fromTitle = title ? yearIn(title) : null;
  if (fromTitle !== null) return fromTitle;
  const period = /(20[0-3]\d)年?1?月?1?日?[起至到,，—-]/.exec(text)?.[1];
  if (period) return Number(period);
  const counts = new Map<string, number>();
  for (const [, year = ''] of text.slice(0, 4000).matchAll(/(?<!\d)(20[0-3]\d)年/g))
    counts.set(year, (counts.get(year) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most ? Number(most[0]) : null;
}

const YEAR = '(?:20[0-3]\\d|二[〇○零oO0][〇○零oO0一二三][〇○零oO0一二三四五六七八九])';
const BEFORE_NAME = new RegExp(`^(?:关于)?(?:${YEAR}年?度?)?(?:关于)?`);
const AFTER_NAME = new RegExp(`(?:关于)?(?:${YEAR}.*|(?:政府|政务)?信息公开.*|政务公开.*|年度.*)$`);

/** Name of the agency in a title, as written there; null when the title has none. */
export function agencyIn(title: string): string | null {
  const name = title
    .replace(BEFORE_NAME, '')
    .replace(AFTER_NAME, '')
    .replace(/[的关于,，:：]+$/, '');
  return name.length >= 2 && name.length <= 40 ? name : null;
}

/** 单位 names an agency, or what a table counts in. */
const AGENCY_LABEL =
  /(?:发布机构|公开机构|发布单位|单位|信息来源|公开责任部门|发文机关)[:：\s|]+(?!(?:[万亿]?元|[件条项次个份篇])[)）]*(?:[\s|,，。]|$))([^\s|:：,，。]{2,30})/;

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
  const text = fold(
    blocks
      .filter((block) => block.kind === 'line')
      .map(textOf)
      .join('\n'),
  );
  const head = blocks.slice(0, 60).map(textOf);
  const labelled = head.map((line) => AGENCY_LABEL.exec(line)?.[1]).find((name) => name !== undefined);
  const name = hints.agency ?? (title ? agencyIn(title) : null) ?? labelled ?? null;
  const kind = agencyKind(name ?? '');
  const year = findYear(title, text);
  const url =
    hints.url ??
    head
      .map((line) => /https?:\/\/[^\s"'<>|]+/.exec(line))
      .find((match) => match?.input.match(/链接|来源|网址|url/i))?.[0] ??
    null;
  return {
    title,
    agency: { name, kind },
    scope: scopeOf(title ?? '', kind, text),
    year,
    published: findPublished(blocks, year, url, hints.published ?? null),
    url,
  };
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
