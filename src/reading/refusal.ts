import { isAgencyName, beforeSubject } from './agency';
import { type Block, textOf } from './blocks';
import { fold } from './normalize';
import { isTitleLine } from './title';
import { ReadingError, type NotReportReason } from './types';

/** What is known of a page when it is judged. */
export interface Judged {
  readonly source: string;
  readonly title: string | null;
  readonly pageTitle: string | null;
  readonly agency: string | null;
  readonly year: number | null;
  readonly blocks: readonly Block[];
  /** Sections of the form, by number, of which a heading was found. */
  readonly parts: ReadonlySet<number>;
  readonly headings: number;
  /** Whether anything of a table was seen, and how many of its cells, or of the rows of an older table, say something. */
  readonly anchored: boolean;
  readonly filled: number;
  /** Whether scripts write on the page. */
  readonly scripted: boolean;
}

type Rule = readonly [NotReportReason, RegExp];

/** Pages about reports by their titles, without the name of the agency. */
const byTitle: readonly Rule[] = [
  ['interpretation', /解读|一图读懂|看懂|图解|图说|动漫/],
  ['template', /模板|样本|范本|样表|格式$|[XxＸｘ×╳]{2,}|(?:20|二〇)[Xx×╳*_]{2}/],
  ['summary', /汇总|一览表|评估|排名|结果(?:的?通报)?$/],
  ['rules', /制度|办法|规定|指南|目录|细则|规程/],
  ['notice', /通知|通报|方案|要点|公告$|通告$|提醒|函$/],
  ['news', /召开|举办|会议|培训|座谈|调研|推进|部署/],
];
/** A notice by which a report is made known holds it. */
const MADE_KNOWN = /(?:印发|转发|公布|发布).*报告/;
/** Cells with which a table is more than the form. */
const FILLED = 5;

/** Pages that stand in for another. */
const technical: readonly Rule[] = [
  ['captcha', /验证码|(?:安全|人机)验证|拼图|访问过于频繁|checking your browser|just a moment/i],
  ['login', /(?:登录|登陆|login)[^]*(?:密码|口令|password)|(?:用户名|账号)[^]*(?:登录|登陆)/i],
  [
    'error_page',
    /页面(?:不存在|未找到|找不到|丢失|已被?删除)|无法找到|不存在或已|信息已(?:删除|下线)|\b40[034]\b|\b50[0234]\b|not found|forbidden|bad gateway/i,
  ],
  ['script_only', /(?:启用|开启|打开|支持)\s*java\s*script|without javascript|enable javascript/i],
];
/** Longest text of such pages, of a page that scripts fill, and shortest of a report in prose. */
const LONGEST_TECHNICAL = 1_500;
const LONGEST_UNWRITTEN = 60;
const SHORTEST_REPORT = 120;
/** Shortest prose of early years, and the longest that only covers an attachment. */
const SHORTEST_PROSE = 60;
const LONGEST_COVER = 200;
/** Lines that name reports, from which on a page without anything else lists them. */
const FEWEST_LISTED = 4;
const LONGEST_LINE = 90;

/** Sites under the names of others: brands, another country's words, the reading of characters beside them. */
const BRANDS =
  /娱乐城|博彩|六合彩|赌场|新葡京|威尼斯人|皇冠体育|开云体育|亚博|澳门.{0,4}(?:官网|平台|网站)|bet\d{3}|365体育|体育(?:官网|平台|app)|电竞平台/i;
const FOREIGN_WORDS = ['資訊', '規範性檔案', '軟體', '網路', '專案', '影片', '資料庫', '透過'];
const FEWEST_FOREIGN = 2;
const READINGS = /\p{Script=Han}[(（][a-zA-Zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zA-Z]*[)）]/gu;
/** What every reading has. */
const TONES = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/;
const FEWEST_READINGS = 3;
/** Characters by which a copy is told. */
const SAMPLE = 20_000;
/** Lines at the head in which a page says what it is. */
const HEAD = 12;
const LONGEST_DETAIL = 200;

const FILE = /[^\s|《》<>"'：:，,；;。]{1,60}\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar|jpe?g|png)(?![a-z])/gi;
const ATTACHED = /附件|下载/;

/** The words of a title beside the name of the agency and what stands in brackets behind. */
function subjectOf(title: string): string {
  const bare = title.replace(/[（(【[][^（）()【】[\]]{0,12}[】\])）]$/, '');
  const name = beforeSubject(bare);
  return isAgencyName(name) ? bare.replace(name, '') : bare;
}

function isCopy({ title, pageTitle, blocks }: Judged): boolean {
  if ([title, pageTitle].some((it) => it !== null && BRANDS.test(it))) return true;
  const text = blocks.map(textOf).join('\n').slice(0, SAMPLE);
  const readings = (TONES.test(text) ? text.match(READINGS)?.length : 0) ?? 0;
  return (
    readings >= FEWEST_READINGS ||
    FOREIGN_WORDS.filter((word) => text.includes(word)).length >= FEWEST_FOREIGN
  );
}

/** What a page about reports is, by its title or, without one, by the lines at its head. */
function titledAs({ title, pageTitle, blocks, filled, parts }: Judged): NotReportReason | null {
  const said = [pageTitle ?? '', ...blocks.slice(0, HEAD).map(textOf)];
  const about = said.filter((it) => it.length <= LONGEST_LINE && /公开|年报/.test(it) && !/[>＞]/.test(it));
  for (const text of title === null ? about : [title]) {
    const subject = subjectOf(text.replace(/\s+/g, ''));
    const [reason] = byTitle.find(([, pattern]) => pattern.test(subject)) ?? [];
    if (!reason) continue;
    if (reason === 'interpretation') return reason;
    if (filled < FILLED && !(parts.size > 1 && MADE_KNOWN.test(subject))) return reason;
  }
  return null;
}

/** Names of the files that a page offers, for who reads it. */
const filesOf = (text: string): string =>
  [...new Set(text.match(FILE) ?? [])].join(', ').slice(0, LONGEST_DETAIL);

/** What a page without any part of a report is. */
function without({ title, blocks, headings, scripted }: Judged): readonly [NotReportReason, string?] | null {
  const texts = blocks.map(textOf);
  const text = texts.join('\n');
  const prose = texts.filter((it) => /[。；]/.test(it)).join('').length;
  if (text.length <= LONGEST_TECHNICAL && prose < SHORTEST_REPORT) {
    const stand = technical.find(([, pattern]) => pattern.test(text));
    if (stand) return [stand[0]];
    if (scripted && text.length <= LONGEST_UNWRITTEN && blocks.length <= 2 && !ATTACHED.test(text))
      return ['script_only'];
  }
  const listed = new Set(texts.filter(isTitleLine).map((it) => fold(it)));
  if (listed.size >= FEWEST_LISTED && prose < SHORTEST_REPORT) return ['list'];
  if (title === null) return ['other'];
  const files = filesOf(text);
  const attached = files !== '' || ATTACHED.test(text);
  // Prose of early years has headings of its own, or none.
  if (headings >= 2 || prose >= (attached ? LONGEST_COVER : SHORTEST_PROSE)) return null;
  return attached ? ['attachment', files] : ['empty_body'];
}

/**
 * Throws `not_a_report` for what is none, with the reason: pages about reports, pages in place of one, copies, the
 * empty form. A page with a part of a report is one, whatever its title.
 */
export function refuse(page: Judged): void {
  const no = (reason: NotReportReason, detail: string = page.title ?? page.pageTitle ?? ''): never => {
    throw new ReadingError('not_a_report', page.source, detail, reason);
  };
  if (isCopy(page)) no('copy');
  const titled = titledAs(page);
  if (titled) no(titled);
  const { anchored, parts, filled, title } = page;
  if (anchored && filled === 0 && page.year === null && page.agency === null) no('template');
  if (anchored || filled >= FILLED || (title === null ? parts.size > 1 : parts.size > 0)) return;
  const found = without(page);
  if (found) no(...found);
}
