import { limits } from '../limits';
import type { CountedLabel, ListState } from '../types';
import { isChannel } from './channels';
import { isOfOtherYear, PLANNED, SENTENCE, startOf } from './context';
import { itemsIn, type Counted, type List, listFrom, listState, outermost } from './lists';
import { matches, type Prose } from './prose';
import { ITEM_UNITS, quantityPattern } from './quantity';
import type { Total } from './total';

export interface Categories {
  readonly items: readonly CountedLabel[];
  readonly state: ListState;
}

const ANY_COUNT = new RegExp(quantityPattern(ITEM_UNITS));
const BODIES =
  /(?:[县区市乡镇级]|街道|局|委|办|部门|单位|镇街|机关|系统)(?:\(.*\))?(?:主动)?(?:公开)?(?:政府信息|信息|文件)?$/;
/** What names no category. */
const GENERIC =
  /^(?:.*等(?=政府|政务|各类))?(?:各类|各|全部|相关|有关|上述|政府|政务|主动公开|公开|领域|该类)*(?:信息量?|文件信息|内容|数量)$/;
const BY_CATEGORY = /类别(?:有|为|包括|是|如下)?[:,]?|按(?:信息)?(?:类别|内容)/g;
const TRIGGER = /(?:其中|包括|包含|涵盖|分别为|分别是|具体为|一是)[:,]?/g;
/** How a list that breaks the total down begins; a comparison with the year before may come first. */
const COMPARISON = /^[,(](?:同比|较|比|与|占|其中20\d\d年|20\d\d年)[^,;。:)\n]{0,30}\)?(?=[,:。(])/;
const INTRODUCED = /^[,。;(]?(?:其中|包括|包含|涵盖|涉及|含|主要|具体|分别|按|有|一是|为)|^[:(]/;

/** Nouns of what is published, and what else is counted with them. */
const CLASSES =
  /信息(?!公开.|发布.|化|员)|文件|公文|规章|解读|问答|图解|一图读懂|公报|发布会|吹风会|访谈|征集|意见|公告|公示|通知|动态|要闻|预算|决算|经费|规划|计划|机构|职能|职责|领导|人事|任免|许可|处罚|采购|补贴|救助|专栏|清单|指南|年报|年度报告|目录|结果|预案|通告|价格|收费项目|政策|制度|纪要|一图看懂|短视频/;
const PUBLISHING =
  /公开|发布|公布|公示|制作|解读|征集|归集|编发|编印|刊登|印发|出台|制发|召开|举办|开设|推出/;
const OTHER_SUBJECT =
  /申请|培训|复议|诉讼|访问|考核|会议(?!信息|公开|纪要)|通报|编制|问题|评查|检查(?!结果|信息)|提案(?!.{0,6}结果)|建议(?!.{0,6}结果)|账号|人员|简报|报送|上报|采用|数据(?!类)|留言|来信|来电|来访|咨询|热线|工单|赠|发放|张贴|录入|梳理|完善|修订|清理|废止|备案|审查|涉及|起草|失效|有效|回复|答复|转载|转发|撰写|维护|参加|删除|撤下|下架|关停|历年|累计存量|受理|处理|资料|宣传|活动|督查|督导|批示|接收|移交|产生|属性|党务|村务|村级事务|刊登[^,]{0,24}(?:文件|政策)|宣讲|补录|调研|学习|测评|评估|督办|自查|整改|巡查|走访|接待/;
/** What a channel carried is of this category too. */
const DOCUMENTS = /解读|规章|文件|问答|图解|征集|预算|决算/;
/** Units of other things than documents: what is counted must end there, so that no further noun is. */
const LOOSE_UNIT = /[个项次场册部]/;

const isOfBodies = ({ label }: CountedLabel): boolean => BODIES.test(label);
/** A gazette is a publication where its issues are counted. */
const isOfChannel = ({ label }: CountedLabel): boolean => isChannel(label) && !/公报$|专栏|栏目$/.test(label);

/** A list is of categories rather than of bodies, channels or outcomes; more items and a fitting sum speak for it. */
function weight(list: List, total: number | null, attached: boolean, byCategory: boolean): number {
  const sum = list.items.reduce((all, item) => all + item.count, 0);
  const most = (test: (item: CountedLabel) => boolean) =>
    list.items.filter(test).length * 2 >= list.items.length;
  if (most(isOfBodies) || most(isOfChannel)) return 0;
  return (
    list.items.length + (attached ? 6 : 0) + (byCategory ? 10 : 0) + (total !== null && sum === total ? 6 : 0)
  );
}

/** Whether a counted thing is a published one of a known kind. */
function isPublished(prose: Prose, item: Counted, from: number, year: number | null): boolean {
  const { text } = prose;
  const start = startOf(text, item.at1, ',;。\n');
  const clause = text.slice(Math.max(from, start), item.to).replace(/“[^”]*”/g, '');
  const unit = text.charAt(item.at2 - 1);
  return (
    CLASSES.test(item.label) &&
    !GENERIC.test(item.label) &&
    !OTHER_SUBJECT.test(clause) &&
    (!isOfBodies(item) || /文件$/.test(item.label)) &&
    !isOfChannel(item) &&
    (unit !== '次' || /发布会|吹风会|征集|访谈/.test(item.label)) &&
    (!LOOSE_UNIT.test(unit) || item.to > item.at2 || /[,。;:、()\n]|^$/.test(text.charAt(item.at2))) &&
    !isOfOtherYear(text, item.at1, year)
  );
}

/** Counted things of the sentences on publishing. What breaks one of them down is part of it. */
function scattered(prose: Prose, year: number | null, taken: (item: Counted) => boolean): CountedLabel[] {
  const { text } = prose;
  const items: CountedLabel[] = [];
  let from = 0;
  let counted = false;
  for (const { index: end } of text.matchAll(/[。;\n]|$/g)) {
    if (items.length >= limits.items) {
      prose.cut('list', from);
      break;
    }
    const sentence = text.slice(from, end);
    const heading = prose.under(from);
    const suits =
      (PUBLISHING.test(sentence) || /主动公开|信息管理/.test(heading)) &&
      !/依申请|监督|保障/.test(heading) &&
      !/申请/.test(sentence) &&
      !PLANNED.test(sentence);
    let closed = !suits || (counted && /^其中/.test(sentence));
    counted = false;
    for (const item of suits ? outermost(text, itemsIn(prose, from, end), from) : []) {
      if (closed) break;
      counted = true;
      const { label, count, approx, at } = item;
      if (!taken(item) && isPublished(prose, item, from, year)) items.push({ label, count, approx, at });
      closed =
        !GENERIC.test(label) && /^[,:(]?(?:其中|包括|包含|含|分别)/.test(text.slice(item.to, item.to + 6));
    }
    from = end + 1;
  }
  return items;
}

/** Lists that break the stated total down: behind it, in the next sentence, or before it in its own. */
function listsOf(prose: Prose, total: Total): { list: List; attached: boolean }[] {
  const { text } = prose;
  const whole = { total: total.fact.value };
  const to = total.to + (COMPARISON.exec(text.slice(total.to, total.to + 40))?.[0].length ?? 0);
  const attached = INTRODUCED.test(text.slice(to, to + 8));
  const found: { list: List | null; attached: boolean }[] = [{ list: listFrom(prose, to, whole), attached }];
  // 。其中 begins a sentence of its own.
  const next = /^[^。\n]{0,40}[。\n]/.exec(text.slice(total.to, total.to + 42));
  if (next && /^(?:其中|包括|主要|具体|按)/.test(text.slice(total.to + next[0].length, total.to + 50)))
    found.push({ list: listFrom(prose, total.to + next[0].length, whole), attached: true });
  const before = startOf(text, total.from, SENTENCE);
  if (before < total.from)
    found.push({ list: listFrom(prose, before, { until: total.from }), attached: false });
  return found.flatMap(({ list, attached: is }) => {
    const sum = list?.items.reduce((all, { count }) => all + count, 0);
    return list && (is || sum === total.fact.value) ? [{ list, attached: is }] : [];
  });
}

/** Whether the words before an introduction count something that it then breaks down and that is not the total. */
function breaksDownOther(prose: Prose, index: number, total: Total | null): boolean {
  const from = startOf(prose.text, index, SENTENCE);
  if (total && total.to >= from && total.to <= index) return false;
  return ANY_COUNT.test(prose.text.slice(from, index));
}

/**
 * What was published, by category: a list, completed by what else is counted unless it is whole.
 * @param elsewhere where the counts of totals and of channels end
 */
export function findCategories(
  prose: Prose,
  total: Total | null,
  year: number | null,
  elsewhere: { readonly totals: ReadonlySet<number>; readonly channels: ReadonlySet<number> },
): Categories | null {
  const { text } = prose;
  const value = total?.fact.value ?? null;
  const lists: { list: List; weight: number }[] = [];
  const add = (list: List | null, attached: boolean, byCategory: boolean): void => {
    const items = list?.items.filter(({ label }) => !GENERIC.test(label)) ?? [];
    if (list && items.length > 0)
      lists.push({
        list: { ...list, items },
        weight: weight({ ...list, items }, value, attached, byCategory),
      });
  };
  for (const { list, attached } of total ? listsOf(prose, total) : []) add(list, attached, false);
  for (const match of matches(prose, BY_CATEGORY))
    add(listFrom(prose, match.index + match[0].length), false, true);
  for (const match of matches(prose, TRIGGER)) {
    const sentence = text.slice(Math.max(0, match.index - 80), match.index);
    if (/申请|复议|诉讼/.test(sentence) || /依申请/.test(prose.under(match.index))) continue;
    if (!/公开|发布|信息/.test(sentence) || breaksDownOther(prose, match.index, total)) continue;
    add(listFrom(prose, match.index + match[0].length, { least: 3 }), false, false);
  }
  const best = lists.sort((a, b) => b.weight - a.weight).find((it) => it.weight > 0);
  const list = best?.list;
  const state = list && listState(list, value, total?.fact.approx ?? false);
  if (list && state !== 'partial') return { items: list.items, state: state ?? 'no_total' };
  const taken = ({ at2, label }: Counted) =>
    elsewhere.totals.has(at2) ||
    (elsewhere.channels.has(at2) && !DOCUMENTS.test(label)) ||
    (list !== undefined && at2 > list.from && at2 <= list.to);
  const others = scattered(prose, year, taken);
  const listed = list?.items ?? [];
  // A kind that is counted twice, by the year and by what a gazette printed of it, counts where it stands first.
  const first = others.filter(
    ({ label }, i) =>
      !listed.some((item) => item.label === label) && others.findIndex((item) => item.label === label) === i,
  );
  const items = [...listed, ...first];
  if (items.length === 0) return null;
  const sum = items.reduce((all, { count }) => all + count, 0);
  return {
    items,
    state: value === null ? 'no_total' : sum === value && items.length > 1 ? 'exact' : 'partial',
  };
}
