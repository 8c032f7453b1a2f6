import { limits } from '../limits';
import type { Fact, ReadingProblem } from '../types';
import {
  CLAUSE,
  isOfAllYears,
  isOfOtherYear,
  ofYear,
  OWN,
  PART_OF_YEAR,
  PLANNED,
  SENTENCE,
  startOf,
} from './context';
import { matches, type Prose } from './prose';
import { quantity, quantityPattern } from './quantity';

/** Units of published items; one that the page lost is an empty one. */
const UNITS = '条件篇份次期则项宗个';
const COUNT = new RegExp(`${quantityPattern(UNITS)}|${quantityPattern('')}`, 'g');

/** Affairs of others (村务公开) are no disclosure of the whole. */
const VERB = '(?<![党村财居警院校所]务)(?:新增|主动公开|公开|发布|公布|公示|更新|刊发|刊登|上传|推送|编发)';
const PLAIN = '(?:政府|政务|各类|各种|各级|各项|主动公开|公开|应公开|的|等|了|共|累计|合计|总计|总共)';
const THING = '(?:信息公开目录信息|信息|文稿|稿件|资讯)';
/** What may stand before the words of a total: nothing that would name a category. */
const START =
  '(?:^|年|年度|年内|[镇乡局县市区办委所站院厅]|网站|平台|街道|单位|部门|机关|等|累计|共计?|合计|总计|实际|对外|社会|公众|依法|及时|渠道|载体|方式|途径|其中|[,:])';
/** What may stand between the thing and its number. */
const TALLY =
  /(?:总数量?|总量|总条数|总篇数|条数|数量|数目|数|量|总计|合计|共计|累计|总共|共有|共|为|是|有|达到?|增至|计|:|约)+$/;
const SUM = /总|共|合计|累计|实际|新增|数/;

/** How the words before the number of all items end, the most telling first. `sum`: only with a word for a sum. */
const endings: readonly { readonly pattern: RegExp; readonly sum?: true }[] = [
  { pattern: new RegExp(`${VERB}(?:[^,。;\\d]{2,30}等(?=政府|政务|各类))?${PLAIN}{0,6}${THING}$`) },
  {
    pattern: new RegExp(`${START}${PLAIN}{0,4}${THING}(?:主动)?(?:公开|发布|更新|公布)?$`),
    sum: true,
  },
  { pattern: new RegExp(`${START}${VERB}${PLAIN}{0,3}$`), sum: true },
];
/** `共发布45条信息`: what stands after a number that follows its verb. */
const AFTER_VERB = /^(?:(?:\([^)]{1,4}\))?[,。;:()\n]|(?:政府|政务|各类|各种)*信息(?!公开))/;
const NUMBER_FIRST = new RegExp(`${VERB}${PLAIN}{0,3}$`);
const GENERIC_AFTER = /^(?:政府|政务|各类|各种)*信息(?!公开)/;

const CHANNEL =
  /微信|微博|公众号|抖音|快手|头条|客户端|视频号|公示栏|公开栏|宣传栏|LED|广播|电视|报纸|报刊|报》|APP|栏目|专栏|新媒体|公报|融媒/;
const SITE = /网站|平台|门户/;
const NOT_ITEMS =
  /访问|浏览|阅读|点击|粉丝|关注(?!热点)|留言|咨询|来信|来电|培训|会议|转载|转发|考核|诉求|工单|申请|答复|公报|简报|通报|报送|采用|录用|录入|复议|诉讼|应主动公开政府信息\d+/;
/** Counted since the beginning, or in another year. */
const CUMULATIVE =
  /历年|历史|存量|自20\d\d年[^,。;]{0,8}(?:以来|起|至今)|建站以来|开通以来|施行以来|实施以来/;
/** What follows a number whose unit the page lost; digits behind the mark would be of the same number. */
const UNIT_LOST = /^(?:\n|[,。;、(](?!(?!20\d\d年)\d))/;
const PART = /其中|包括|涵盖|含|分别|占/;

export interface Total {
  readonly from: number;
  readonly to: number;
  readonly fact: Fact;
  readonly score: number;
  /** Said of a part of what was just counted: another total beside the whole. */
  readonly part: boolean;
}

interface Count {
  readonly start: number;
  readonly end: number;
  readonly unit: string;
  readonly groups: readonly (string | undefined)[];
}

function countOf(match: RegExpExecArray): Count {
  const groups = match[2] === undefined ? match.slice(7) : match.slice(1);
  return { start: match.index, end: match.index + match[0].length, unit: groups[4] ?? '', groups };
}

/** `依申请公开3条，主动公开210条`, in either order: all that is public, unless it is what became of documents. */
function isBesideRequests(core: string, sentence: string, after: string): boolean {
  if (!core.endsWith('主动公开') || /公文|文件|制发|制作|其中/.test(sentence)) return false;
  return (
    /^[条件份篇]?[,、]依申请公开/.test(after) ||
    /依申请公开\d{1,6}[条件份篇][,、][^,、\d]{0,6}$/.test(sentence)
  );
}

/** Rank of the phrasing of the words before a number, null when they name no total. */
function phrasing(head: string, after: string, unit: string): number | null {
  const core = head.replace(TALLY, '');
  const sum = SUM.test(head);
  const first = NUMBER_FIRST.test(core) && GENERIC_AFTER.test(after);
  if (first && unit !== '') return 0;
  const rank = endings.findIndex(
    (ending) =>
      ending.pattern.test(core) &&
      (!ending.sum || sum) &&
      (ending !== endings[2] || (AFTER_VERB.test(after) && unit !== '')),
  );
  if (rank < 0 || (rank > 0 && unit === '个')) return null;
  return rank;
}

/** The number of the year beside one since the beginning: `历年累计2680条，2023年新增96条`. */
const ofTheYear = ofYear(
  (year) => `(?:其中)?[,:]?(?:${year}年度?|本年度?|今年)(?:新增|新|主动|公开|发布|政府信息|信息)*$`,
);

function scoreOf(prose: Prose, count: Count, head: string, sentence: string, rank: number): number {
  const after = prose.text.slice(count.end, count.end + 6);
  const heading = prose.under(count.start);
  return (
    20 -
    rank * 3 +
    (SUM.test(head) ? 6 : 0) +
    (/主动公开/.test(head) ? 6 : 0) +
    (/政府信息|各类信息/.test(head) ? 3 : 0) +
    (OWN.test(head) ? 14 : 0) +
    (/^[,:;(。、]?(?:其中|包括|涵盖|含|分别|主要|具体)/.test(after) || /^[:(]/.test(after) ? 6 : 0) +
    (/主动公开|公开情况|总体|概述/.test(heading) ? 3 : 0) -
    (CHANNEL.test(head) ? 7 : 0) -
    (SITE.test(head) ? 3 : 0) -
    (/部门|各镇|乡镇|街道办|镇街/.test(head) && !/全|各级/.test(head) ? 9 : 0) -
    (CHANNEL.test(sentence) && !/等|渠道|载体|途径|多种|方式/.test(sentence) ? 3 : 0)
  );
}

const BROKEN_DOWN = /^[,。:(](?:其中|包括)/;
const OTHER_WAYS = /其[他它](?:方式|渠道|途径|载体|形式)/;

/** What one channel carried is no total, unless it is said to be all that was disclosed. */
function isOfChannel(head: string, sentence: string, after: string): boolean {
  if (OTHER_WAYS.test(head)) return true;
  if (/主动公开|等|信息公开(?:平台|网|目录|栏目)/.test(head) || /渠道|载体|途径|方式/.test(sentence))
    return false;
  if (/全[市县区省旗]|各级|各部门/.test(head) && !CHANNEL.test(head)) return false;
  const column = head.replace(/栏目|专栏/g, '');
  if (CHANNEL.test(SITE.test(head) && BROKEN_DOWN.test(after) ? column : head)) return true;
  return SITE.test(head) && !/共|总|累计|合计/.test(head) && !BROKEN_DOWN.test(after);
}

const PARTS = new RegExp(quantityPattern(UNITS), 'g');

const SUM_ALONE = /^(?:以上)?(?:共计|合计|总计|总共|共)$/;

/** `主动公开文件27条、动态12条，合计39条`: that the parts add up shows what the sum is of. */
function isSum(text: string, { start, unit, groups }: Count, head: string): boolean {
  if (unit === '' || !SUM_ALONE.test(head)) return false;
  const before = text.slice(startOf(text, start, '。\n'), start);
  if (!/主动公开|以上/.test(before)) return false;
  const parts = [...before.matchAll(PARTS)].map((part) => quantity(part.slice(1)).value);
  return parts.length > 1 && parts.reduce((all, part) => all + part, 0) === quantity(groups).value;
}

/** Rank of a total that only what stands beside it shows to be one. */
const shownBeside = (
  text: string,
  count: Count,
  head: string,
  sentence: string,
  after: string,
): number | null => (isSum(text, count, head) || isBesideRequests(head, sentence, after) ? 2 : null);

/** All statements of a total of published items, best first. Past years, applications and visits are not among them. */
export function findTotals(prose: Prose, year: number | null): Total[] {
  const { text } = prose;
  const found: Total[] = [];
  let cumulative = -1;
  for (const match of matches(prose, COUNT, { words: /\d/, most: limits.counts })) {
    const count = countOf(match);
    const { start, end, unit } = count;
    if (/[\d.%〔]/.test(text.charAt(start - 1)) || (unit === '' && !UNIT_LOST.test(text.slice(end, end + 6))))
      continue;
    const colon = text.charAt(start - 1) === ':' ? 1 : 0;
    const clauseFrom = startOf(text, start - colon, CLAUSE);
    const sentenceFrom = startOf(text, start, SENTENCE);
    const head = text.slice(clauseFrom, start);
    const sentence = text.slice(sentenceFrom, start);
    const after = text.slice(end, end + 10);
    prose.work.spend(sentence.length);
    if (isOfAllYears(text, end, year) && /信息|公开/.test(head)) {
      cumulative = start;
      continue;
    }
    const isNew = year !== null && cumulative >= sentenceFrom && ofTheYear(year).test(head);
    const rank = isNew ? 0 : (phrasing(head, after, unit) ?? shownBeside(text, count, head, sentence, after));
    if (rank === null || NOT_ITEMS.test(head) || PART_OF_YEAR.test(head) || PLANNED.test(sentence)) continue;
    if (/依申请|收到和处理|复议|收费/.test(prose.under(start))) continue;
    if (CUMULATIVE.test(sentence) && !isNew) {
      cumulative = start;
      continue;
    }
    if (!isNew && (isOfOtherYear(text, start, year) || isOfChannel(head, sentence, after))) continue;
    const { value, precision } = quantity(count.groups);
    const raw = prose.printed(clauseFrom, end).slice(-60);
    found.push({
      from: clauseFrom,
      to: end,
      score: scoreOf(prose, count, head, sentence, rank),
      part: !isNew && PART.test(text.slice(sentenceFrom, clauseFrom) + head.replace(/^[^()]*\)/, '')),
      fact: { value, approx: precision !== 'exact', precision, raw, at: prose.at(start, end) },
    });
  }
  return found.sort((a, b) => Number(a.part) - Number(b.part) || b.score - a.score || a.from - b.from);
}

/** Whether two statements may be of one number: a bound and an exact one above it, or the same. */
function agree(a: Fact, b: Fact): boolean {
  if (a.value === b.value) return true;
  if (a.precision === 'at_least' && b.value >= a.value && b.value < a.value * 1.2) return true;
  return a.precision === 'about' && Math.abs(a.value - b.value) <= a.value * 0.1;
}

/** How far one statement must be ahead of another that contradicts it to be the total all the same. */
const CLEARLY = 1;
/** A contradicting statement that is no further behind is told. */
const NEAR = 6;

/**
 * The total among its statements: none when two that are worded alike contradict each other. `totals_differ` says so,
 * and says of another number of nearly the same standing.
 */
export function chooseTotal(found: readonly Total[]): {
  readonly total: Total | null;
  readonly problems: readonly ReadingProblem[];
} {
  const [best] = found;
  if (!best || best.part) return { total: null, problems: [] };
  const same = found.filter(({ fact, part }) => !part && (agree(best.fact, fact) || agree(fact, best.fact)));
  const total = same.find(({ fact }) => fact.precision === 'exact') ?? best;
  const other = found.find(
    (it) => !same.includes(it) && !agree(it.fact, best.fact) && (it.part || best.score - it.score <= NEAR),
  );
  if (!other) return { total, problems: [] };
  const { at } = other.fact;
  const problem: ReadingProblem = {
    code: 'totals_differ',
    detail: `${total.fact.value};${other.fact.value}`,
    ...(at ? { at } : {}),
  };
  const open = !other.part && best.score - other.score < CLEARLY;
  return { total: open ? null : total, problems: [problem] };
}

const BLANK = new RegExp(
  `${VERB}${PLAIN}{0,4}信息(?:总数|总量|共计|共|累计)?(?:[上数几近][百千万])?[条篇件](?=[,。;]|$)`,
  'g',
);

/** A total whose number the page left blank, or that is none: `主动公开信息  条`, `发布信息数百条`. */
export function findBlanks(prose: Prose): ReadingProblem[] {
  const match = [...matches(prose, BLANK)].find(
    ({ index }) => !/未|没有|申请/.test(prose.text.slice(startOf(prose.text, index, CLAUSE), index)),
  );
  if (!match) return [];
  const at = prose.at(match.index, match.index + match[0].length);
  return [{ code: 'number_missing', detail: 'published_total', at }];
}
