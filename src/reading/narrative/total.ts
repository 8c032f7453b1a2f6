import type { Fact } from '../types';
import { matches, type Prose } from './prose';
import { ITEM_UNITS, quantity, quantityPattern } from './quantity';

const VERB = '(?:主动公开|公开|发布|公布|更新|刊发|刊登|上传|推送|新增|发文|编发|审核发布)';
const THING = '(?:政府信息|政务信息|信息公开|公开信息|各类信息|信息|文稿|稿件|动态|要闻|资讯)';
const Q = quantityPattern(ITEM_UNITS);
const GAP = '[^,。;:!?()\\d\\n]';

/** How the total is phrased, the most telling first. Group order: the six of a quantity. */
const phrasings: readonly RegExp[] = [
  new RegExp(`${VERB}${GAP}{0,24}?${THING}${GAP}{0,14}?[:]?${Q}`, 'g'),
  new RegExp(`${THING}(?:公开|发布|更新|公布)?(?:总数|总量|数量|数|条数)${GAP}{0,6}?[:]?${Q}`, 'g'),
  new RegExp(`${VERB}${GAP}{0,6}?${Q}(?:政府|政务|各类)?信息`, 'g'),
  new RegExp(`(?:共|累计|合计|总计|共计)${VERB}${GAP}{0,12}?${Q}`, 'g'),
];

const NUMBER = /\d/;

const WHOLE = /累计|总共|共计|合计|总计|总数|总量|全年|共|各类/;
const CHANNEL =
  /微信|微博|公众号|抖音|快手|头条|客户端|视频号|网站|平台|公示栏|公开栏|宣传栏|LED|广播|电视|报纸|APP|栏目|政务新媒体|新媒体|公报/;
const NOT_ITEMS =
  /访问|浏览|阅读|点击|粉丝|关注|留言|咨询|来信|来电|培训|会议|转载|考核|诉求|工单|申请|答复|公报|简报|通报|栏目/;
const PAST = /(?:上年|去年|历年|历史|以来|20\d\d年[以至])/;

interface Found {
  readonly from: number;
  readonly to: number;
  readonly fact: Fact;
  readonly score: number;
}

const LONGEST_SENTENCE = 400;

/** Start of the clause in which an index stands. */
function clauseStart(text: string, index: number, marks: string): number {
  for (let i = index - 1; i >= Math.max(0, index - LONGEST_SENTENCE); i--)
    if (marks.includes(text.charAt(i))) return i + 1;
  return Math.max(0, index - LONGEST_SENTENCE);
}

/** All statements of a total of published items, best first. Past years, applications and visits are not among them. */
export function findTotals(prose: Prose, year: number | null): Found[] {
  const { text } = prose;
  const found = new Map<number, Found>();
  phrasings.forEach((pattern, rank) => {
    for (const match of matches(prose, pattern, NUMBER)) {
      const end = match.index + match[0].length;
      const clause = text.slice(clauseStart(text, match.index, ',。;:\n'), end);
      const sentence = text.slice(clauseStart(text, match.index, '。;\n'), end);
      if (NOT_ITEMS.test(clause) || /其中|含|占/.test(clause.slice(0, clause.length - match[0].length + 2)))
        continue;
      // What one channel carried is no total, unless it is said to be all that was disclosed.
      if (CHANNEL.test(clause) && !/主动公开|等/.test(clause) && !/渠道|载体|途径/.test(sentence)) continue;
      const heading = prose.under(match.index);
      if (/依申请|收到和处理|复议|收费/.test(heading)) continue;
      if (
        year !== null &&
        new RegExp(`(?:${year - 1}|${year - 2})年[^,。]*$`).test(clause) &&
        !clause.includes(String(year))
      )
        continue;
      const groups = match.slice(1);
      const { value, precision } = quantity(groups);
      const after = text.slice(end, end + 6);
      const score =
        20 -
        rank * 3 +
        (WHOLE.test(clause) ? 6 : 0) +
        (/主动公开/.test(match[0]) ? 6 : 0) +
        (/政府信息|各类信息/.test(match[0]) ? 3 : 0) +
        (/^[,:;(。、]?(?:其中|包括|涵盖|含|分别|主要|具体)/.test(after) || /^[:(]/.test(after) ? 6 : 0) +
        (/主动公开|公开情况|总体|概述/.test(heading) ? 3 : 0) -
        (CHANNEL.test(match[0])
          ? 7
          : CHANNEL.test(sentence) && !/等|渠道|载体|途径|多种/.test(sentence)
            ? 3
            : 0) -
        (PAST.test(clause) ? 8 : 0) -
        (/其中/.test(sentence.slice(0, -match[0].length)) ? 8 : 0);
      const quantityText = new RegExp(`${Q}`).exec(match[0])?.[0] ?? match[0];
      const from = match.index + match[0].lastIndexOf(quantityText);
      const known = found.get(end);
      if (known && known.score >= score) continue;
      found.set(end, {
        from: match.index,
        to: end,
        score,
        fact: {
          value,
          approx: precision !== 'exact',
          precision,
          raw: match[0].slice(0, 60),
          at: prose.at(from, end),
        },
      });
    }
  });
  return [...found.values()].sort((a, b) => b.score - a.score || a.from - b.from);
}
