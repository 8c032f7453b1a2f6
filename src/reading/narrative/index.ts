import type { Block } from '../blocks';
import { limits, type Work } from '../limits';
import type { CountedLabel, Fact, ListState, Narrative, ReadingProblem } from '../types';
import { findCases } from './applications';
import { findChannels, isChannel } from './channels';
import { itemsIn, type List, listFrom, listState } from './lists';
import { joinProse, matches, type Prose } from './prose';
import { findTotals } from './total';

interface Categories {
  readonly items: readonly CountedLabel[];
  readonly state: ListState;
}

const BODIES = /(?:县|区|市|乡|镇|街道|局|委|办|部门|单位|级)(?:主动公开政府信息|公开)?$/;
const BY_CATEGORY = /类别(?:有|为|包括|是|如下)?[:,]?|按(?:信息)?(?:类别|内容)/g;
const PUBLISHING = /主动公开|公开|发布|公布|制作|解读|征集|归集|编发|刊登|印发/;
const OTHER_SUBJECT =
  /申请|培训|复议|诉讼|访问|考核|会议(?!信息|公开|纪要)|通报|编制|问题|评查|检查|提案|建议|账号|人员/;

/** A list is of categories rather than of bodies, channels or outcomes; more items and a fitting sum speak for it. */
function weight(list: List, total: number | null, attached: boolean, byCategory: boolean): number {
  const sum = list.items.reduce((all, item) => all + item.count, 0);
  const bodies = list.items.filter((item) => BODIES.test(item.label)).length;
  return (
    list.items.length +
    (attached ? 6 : 0) +
    (byCategory ? 10 : 0) +
    (total !== null && sum === total ? 6 : 0) -
    (bodies * 2 >= list.items.length ? 12 : 0)
  );
}

/** Counted things of the sentences on publishing, for reports that give no list of categories. */
function scattered(prose: Prose): CountedLabel[] {
  const { text } = prose;
  const items: CountedLabel[] = [];
  let from = 0;
  for (const { index: end } of text.matchAll(/[。;\n]|$/g)) {
    if (items.length >= limits.items) {
      prose.cut('list', from);
      break;
    }
    const sentence = text.slice(from, end);
    const heading = prose.under(from);
    const published = PUBLISHING.test(sentence) || /主动公开|信息管理/.test(heading);
    const suits = published && !/依申请|监督|保障/.test(heading) && !/申请/.test(sentence);
    if (suits)
      for (const item of itemsIn(prose, from, end)) {
        const clause = text.slice(Math.max(from, item.from - 24), item.to);
        const things = /[个部册]/.test(clause) && !/专栏|栏目/.test(item.label);
        if (
          !things &&
          !isChannel(item.label) &&
          !OTHER_SUBJECT.test(clause.slice(clause.lastIndexOf(',') + 1)) &&
          !BODIES.test(item.label)
        ) {
          const { label, count, approx, at } = item;
          items.push({ label, count, approx, at });
        }
      }
    from = end + 1;
  }
  return items;
}

function findCategories(prose: Prose, total: { fact: Fact; to: number } | null): Categories | null {
  const { text } = prose;
  const value = total?.fact.value ?? null;
  const lists: { list: List; weight: number }[] = [];
  const add = (list: List | null, attached: boolean, byCategory: boolean): void => {
    if (list) lists.push({ list, weight: weight(list, value, attached, byCategory) });
  };
  if (total) {
    add(listFrom(prose, total.to), true, false);
    // 。其中 begins a sentence of its own.
    const next = /^[^。\n]{0,40}[。\n]/.exec(text.slice(total.to));
    if (next && /^(?:其中|包括|主要|具体|按)/.test(text.slice(total.to + next[0].length)))
      add(listFrom(prose, total.to + next[0].length), true, false);
  }
  for (const match of matches(prose, BY_CATEGORY))
    add(listFrom(prose, match.index + match[0].length), false, true);
  for (const match of matches(prose, /(?:其中|包括|涵盖|分别为|具体为|一是)[:,]?/g)) {
    const sentence = text.slice(Math.max(0, match.index - 80), match.index);
    if (/申请|复议|诉讼/.test(sentence) || /依申请/.test(prose.under(match.index))) continue;
    if (!/公开|发布|信息/.test(sentence)) continue;
    add(listFrom(prose, match.index + match[0].length, 3), false, false);
  }
  const best = lists.sort((a, b) => b.weight - a.weight)[0];
  if (best && best.weight > 0)
    return { items: best.list.items, state: listState(best.list, value, total?.fact.approx ?? false) };
  const items = scattered(prose).filter((item) => item.count !== value);
  if (items.length === 0) return null;
  return { items, state: value === null ? 'no_total' : 'partial' };
}

/**
 * Facts stated in prose. A fact that the text does not state is absent; "none" in any phrasing is 0.
 * @param blocks lines of prose before the section on problems, tables left out
 * @param year the report year: counts of the years before it are not the report's
 * @returns with a `narrative_cut` for each limit that left a part of the text unread
 */
export function readNarrative(
  blocks: readonly Block[],
  year: number | null,
  work: Work,
): { readonly narrative: Narrative; readonly problems: readonly ReadingProblem[] } {
  const prose = joinProse(blocks, work);
  const [total] = findTotals(prose, year);
  const categories = findCategories(prose, total ?? null);
  const channels = findChannels(prose, total?.to ?? -1);
  const narrative = {
    ...(total ? { published_total: total.fact } : {}),
    ...(categories ? { published_by_category: categories.items, category_list: categories.state } : {}),
    ...(channels.length > 0 ? { channels } : {}),
    ...findCases(prose),
  };
  return { narrative, problems: prose.problems };
}
