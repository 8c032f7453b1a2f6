import type { CountedLabel, ListState } from '../types';
import { limits } from '../limits';
import { lastMatch } from './last-match';
import type { Prose } from './prose';
import { ITEM_UNITS, quantity, quantityPattern } from './quantity';

/** An enumeration of counted things as it stands in the text. */
export interface List {
  readonly items: readonly CountedLabel[];
  readonly from: number;
  readonly to: number;
  /** The words before it: 其中, 主要类别有, … */
  readonly intro: string;
  readonly incomplete: boolean;
}

const Q = quantityPattern(ITEM_UNITS);
const ITEM = new RegExp(Q, 'g');
const INTRO =
  /^(?:其中|包括|包含|涵盖|含|涉及|主要|具体|分别|有|为(?!民|企|农|老|群)|是|类别|内容|如下|[:,;(、]|一是|二是|三是|四是|五是|六是|七是|八是|和|及|以及|\d{1,2}[.、)](?!\d)|[①-⑳]|\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]、)+/;
/** `市水利局主动公开文件`: who published, and that it did. */
const SUBJECT =
  /^[^,、:;]{0,24}?(?:政府|[局委办厅部院处所镇乡旗县区市省]|中心|街道|苏木|单位|机关|部门|网站|平台|[”"])(?:共|累计|合计|主动|及时|依法|全年|已|还)*(?:公开|发布|公布|公示|印发|制发|出台|推送)了?(?=..)(?!类|栏|专栏|平台|指南|年报|年度报告|目录|制度|情况|内容|公告|会)/;
const VERBS =
  /^(?:全年|年内|本年度?|今年|20\d\d年度?|我(?:街道|[镇乡局县市区办委院厅校站所])|累计|共计|共|总计|主动公开|公开发布|发布|公开(?!指南|年报|目录|制度|栏|平台|年度报告)|公布|更新|刊登|刊发|编发|推送|制作|制发|归集|开设(?![“"])|出台|印发|(?:[省市县区州乡镇](?:人民)?)?政府(?:及[^,、]{1,4})?(?:办公?室?)?(?=共|主动|发布|公开|公布|制发|出台|印发)|上传|并(?=发布|公开|推送)|新增|完成|开展|收到|组织召开|组织(?=在线|线上|新闻)|召开|举办|及时|通过|在(?!线)|对|了|的|各类)+(?=.{2})/;
/** What ends a label without being part of it. */
const TAIL =
  /(?:公开了|发布了|(?<=类|信息|公示)公开|(?<=文件|信息)数|出刊|出版|共计|共|总计|合计|累计|数量|约|为|有|达到|达|[:,、"“”《》]|的)+$/;
const NO_LABEL =
  /[较比](?:20\d\d年|[去上]年)|访问|浏览|阅读量|点击|粉丝|关注量|同比|增长|下降|增加|减少|占比|季度|[上下]半年|全文电子化/;
/** An item before this one whose number is none. */
const TORN_ITEM = new RegExp(`^.*\\d[${ITEM_UNITS}]、`);
const BROKEN = /[。!?\n]/;

/** `通过门户网站公开政策解读`: how it was published is no part of the label. */
const MEANS = /通过|利用|依托|借助|在|等/;
const PUBLISHED = /(?:公开|发布|公布|推送|刊登|制作|召开|举办|编印|制发|归集|”等)(?=[^条件篇份次栏].)/g;

function withoutMeans(text: string): string {
  const last = lastMatch(text, PUBLISHED);
  const means = last && (last[0] === '”等' || MEANS.test(text.slice(0, last.index)));
  return last && means ? text.slice(last.index + last[0].length) : text;
}

/** `“政策法规”栏目发布信息`: the name of the column is the label. */
const QUOTED =
  /^[“"《]([^”"》]{2,20})[”"》](?:(?:栏目|专栏|类|板块)(?:共|累计)?(?:发布|公开|更新)?(?:政府)?(?:信息)?|(?:共|累计)?(?:发布|公开|更新)(?:政府)?(?:信息)?)?$/;

function cleanLabel(text: string): string {
  let label = withoutMeans(text.replace(/^[^(]*\)/, ''));
  for (let i = 0; i < 4; i++) {
    const next = label.replace(INTRO, '').replace(SUBJECT, '').replace(VERBS, '');
    if (next === label) break;
    label = next;
  }
  return (QUOTED.exec(label)?.[1] ?? label)
    .replace(/(?<=开设|优化|新建)公开(?=专栏)/, '')
    .replace(TAIL, '')
    .replace(/^[“"]([^“”"]*)["”]?$|^([^“”"]*)[”"]$/, '$1$2')
    .replace(/^.*人民(?=政府公报$)/, '');
}

const VERB_ONLY =
  /^(?:共|全年|累计|主动|公开|发布|公布|更新|刊登|刊发|编发|编印|推送|制作|制发|归集|开设(?![“"])|出台|印发|(?:[省市县区州乡镇](?:人民)?)?政府(?:及[^,、]{1,4})?(?:办公?室?)?(?=共|主动|发布|公开|公布|制发|出台|印发)|上传|新增|完成|开展|收到|组织召开|召开|举办|报送|撰写|其中|信息)+$/;

const isLabel = (label: string): boolean =>
  !VERB_ONLY.test(label) &&
  label.length >= 2 &&
  label.length <= 30 &&
  /[\u4e00-\u9fff]{2}/.test(label) &&
  !NO_LABEL.test(label) &&
  !/^\d/.test(label);

/** Label of a number that stands before what it counts: `119期政策简明问答`. */
const FOLLOWING = /^([^\d,。;:、()!?\n占]{2,20})/;

/** An item with where it stands in the text, and where its number with its unit does. */
export interface Counted extends CountedLabel {
  readonly from: number;
  readonly to: number;
  readonly at1: number;
  readonly at2: number;
}

/** Items between two indices of the text. A comma separates items, 、 may stand inside a label. */
export function itemsIn(prose: Prose, from: number, to: number): Counted[] {
  const { text, work } = prose;
  const items: Counted[] = [];
  let last = from;
  const part = text.slice(from, to);
  work.spend(part.length);
  ITEM.lastIndex = 0;
  for (let match = ITEM.exec(part); match; match = ITEM.exec(part)) {
    const start = from + match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(last, start - limits.label), start);
    work.spend(limits.label);
    if (items.length >= limits.items) {
      prose.cut('list', start);
      break;
    }
    const preceding = text.charAt(start - 1);
    if (/[\d.%〔]/.test(preceding) || /^\s?\d/.test(text.slice(end))) continue;
    // Only what stands since the last separator counts, unless an intro's comma precedes the label itself.
    const named = before
      .slice(Math.max(...[...',;。\n:'].map((mark) => before.lastIndexOf(mark))) + 1)
      .replace(TORN_ITEM, '')
      .replace(/^占[\d.]+%/, '');
    let label = cleanLabel(named);
    let stop = end;
    if (!isLabel(label)) {
      const following = FOLLOWING.exec(text.slice(end, to))?.[1]?.replace(/(?:和|及|以及|与)$/, '');
      const reversed = following ? cleanLabel(following.replace(/^的/, '')) : '';
      if (!isLabel(reversed) || cleanLabel(named).length > 6) {
        last = end;
        continue;
      }
      label = reversed;
      stop = end + (following?.length ?? 0);
    }
    const { value, precision } = quantity(match.slice(1));
    if (match[5] !== '人次')
      items.push({
        label,
        count: value,
        approx: precision !== 'exact',
        at: prose.at(start, end),
        from: start,
        to: stop,
        at1: start,
        at2: end,
      });
    last = stop;
    ITEM.lastIndex = stop - from;
  }
  return items;
}

const NAMED = /其中|包括|包含|涵盖|含|具体为|分别为|主要/;

/** What no longer belongs to the list before it. */
const ASIDE = /[,;](?:另|此外|除此之外|同时)/;
const ORDINAL = /^\([\d一二三四五六七八九十]{1,2}\)/;

/** A point of a list in lines of its own: `(1)…；\n(2)…`. */
const POINT = /^\n(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]、|\d{1,2}[.、](?!\d)|[①-⑳])/;

const endsList = (text: string, index: number): boolean =>
  BROKEN.test(text.charAt(index)) &&
  !(/[:;,、]/.test(text.charAt(index - 1)) && POINT.test(text.slice(index, index + 6)));

/** What begins something new behind a list: another clause with its own verb, or a channel. */
const ANOTHER =
  /;|(?:发布|推送|公开)(?:了|各类|政府|政务)*(?:信息|视频|图文)?$|^[,、](?:制作|召开|举办|组织|发布|推送)/;

/** The first items that add up to the total, where what follows them is no part of the list by its words either. */
function upToTotal(text: string, items: readonly Counted[], total: number | null): readonly Counted[] {
  const gap = (i: number): string => text.slice(items[i - 1]?.to ?? 0, items[i]?.at1 ?? 0);
  let sum = 0;
  for (const [i, { count }] of items.entries()) {
    sum += count;
    if (sum !== total || i === 0 || i === items.length - 1) continue;
    const [inner, next] = [gap(i), gap(i + 1)];
    if (ANOTHER.test(next) && !ANOTHER.test(inner)) return items.slice(0, i + 1);
  }
  return items;
}

/** End of the enumeration that starts at an index: the full stop, or the last of several 一是…；二是… */
function listEnd(prose: Prose, from: number): number {
  const { text } = prose;
  let end = from;
  while (end < text.length && end - from < limits.list && !endsList(text, end)) end++;
  if (end - from >= limits.list) prose.cut('list', end);
  // A bracket opened before its first item closes the list.
  if (text.charAt(from) === '(' && !ORDINAL.test(text.slice(from, from + 4))) {
    let depth = 0;
    for (let i = from; i < end; i++) {
      if (text.charAt(i) === '(') depth++;
      else if (text.charAt(i) === ')' && --depth === 0) return i + 1;
    }
  }
  return end;
}

/** Items without those that stand in brackets after another item: a nested list breaks its parent item down. */
export function outermost(text: string, items: readonly Counted[], from: number): Counted[] {
  const opened = text.charAt(from) === '(' ? 1 : 0;
  let [depth, i] = [0, from];
  return items.filter((item) => {
    for (; i < item.from; i++) {
      const char = text.charAt(i);
      if (char === '(') depth++;
      else if (char === ')' && depth > 0) depth--;
    }
    return depth <= opened;
  });
}

interface ListLimits {
  readonly least?: number;
  readonly until?: number;
  readonly total?: number | null;
}

/** The enumeration that follows an index, null when fewer than two things are counted there. */
export function listFrom(
  prose: Prose,
  index: number,
  { least = 2, until = Infinity, total = null }: ListLimits = {},
): List | null {
  const { text } = prose;
  const from = /[,;:。、]/.test(text.charAt(index)) ? index + 1 : index;
  const end = Math.min(listEnd(prose, from), until);
  const aside = text.slice(from, end).search(ASIDE);
  const all = outermost(text, itemsIn(prose, from, aside < 0 ? end : from + aside), from);
  const items = upToTotal(text, all, total);
  const to = items.length < all.length ? (items.at(-1)?.to ?? end) : aside < 0 ? end : from + aside;
  const intro = text.slice(index, Math.min(items[0]?.from ?? index, index + 30));
  // One thing makes a list only if it is introduced as one.
  if (items.length < (NAMED.test(intro) ? 1 : least)) return null;
  const tail = text.slice(items.at(-1)?.to ?? to, to);
  return {
    items: items.map(({ label, count, approx, at }) => ({ label, count, approx, at })),
    from,
    to,
    intro,
    incomplete:
      items.length >= limits.items ||
      to - from >= limits.list ||
      /^等/.test(tail) ||
      /主要(?!类别|包括|为|有)/.test(intro),
  };
}

/** How a list stands to the stated total. */
export function listState(list: List, total: number | null, approx: boolean): ListState {
  if (total === null) return 'no_total';
  const sum = list.items.reduce((all, item) => all + item.count, 0);
  if (sum === total) return 'exact';
  if (list.incomplete) return 'partial';
  if (approx || list.items.some((item) => item.approx))
    return sum < total * 0.5 ? 'partial' : sum > total * 1.5 ? 'mismatch' : 'partial';
  return sum < total * 0.8 ? 'partial' : 'mismatch';
}
