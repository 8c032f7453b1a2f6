import type { CountedLabel } from '../types';
import { isOfAllYears, isOfOtherYear } from './context';
import { matches, type Prose } from './prose';
import { quantity, quantityPattern } from './quantity';

const Q = quantityPattern('条件篇份次期个则项');
const NAMES =
  '政务微信公众号|微信公众号|微信公众平台|微信订阅号|政务微信|微信工作群|微信群|微信|公众号|视频号|政务微博|微博|今日头条号|抖音号|抖音|快手号|快手|今日头条|头条号|头条|客户端|手机APP|APP|美篇|' +
  '政府门户网站|门户网站|政府网站|官方网站|官网|网站|信息公开平台|公开平台|政务新媒体|新媒体|三务公开网站|政务公开栏|公开栏(?!目)|公示栏|公告栏|宣传栏|' +
  'LED屏|电子屏|电子显示屏|橱窗|LED显示屏|显示屏|大喇叭|广播电视|电视台|广播|电视|报刊|报纸|日报》|晚报》|时报》|政府公报|公报';
const NAME = new RegExp(NAMES);
export const isChannel = (text: string): boolean => NAME.test(text);
/** A channel has its number in its sentence, behind it. */
const COUNTED = new RegExp(`(?:${NAMES}|融媒)[^]*\\d`);
/** The name of an account behind its kind. */
const QUOTED = '(?:(?<=公众号|视频号|抖音号|微博|微信)[“"][^”"\\n]{1,12}[”"])?';
const CHANNEL = new RegExp(
  `((?:[“"《][^”"》\\n]{1,12}[”"》])?[^,。;:、()\\d\\n“”"]{0,8}?(?:${NAMES})${QUOTED}|[“"][^”"\\n]{0,8}融媒[体]?[”"](?![^,。;]{0,6}(?:${NAMES})))`,
  'g',
);
const COUNT = new RegExp(`^((?:20\\d\\d年度?|\\d{1,2}月|[^。;\\d\\n]){0,40}?)${Q}`);
const ITEMS = new RegExp(`^(?:共|计|合计)?${quantityPattern('条篇件')}`);
/** Readers and visits before the items: `阅读量126万次，关注用户3.8万人，推送信息860条`. */
const AUDIENCE = new RegExp(
  `^[^。;\\d\\n]{0,20}?(?:访问|浏览|阅读|点击|粉丝|关注|用户|点赞|播放量)[^。;\\d\\n]{0,8}[\\d.,]{1,12}[万亿]?余?(?:人次|[次人个户])`,
);
const LONGEST_NAME = 8;
/** A channel that shares its count with the one before it: `微信和微博发布100条`. */
const AMONG = new RegExp(`(?:${NAMES})[”"]?(?:[、和及与].?|[和及与])$`);
/** Several channels together have one count: it is none's. */
const TOGETHER = /等(?:平台|渠道|载体|方式|形式|途径|媒介|媒体|多)|等[,，]/;
const NOT_ITEMS =
  /访问|浏览|阅读|点击|粉丝|关注|用户|留言|咨询|开设|开通|运营|账号|个数|专栏|检查|抽查|申请|培训|备案|点赞|播放量|接待|互动|党务|村务/;
const LEADING =
  /^(?:其中|通过|利用|在|依托|借助|以及|和|及|与|并|等|对|按照|[我全](?:街道|[镇乡局县市区办委院厅旗州])|20\d\d年度?|年度?|全年|主要|发布|更新|公开(?!栏))+/;

export interface Channel {
  readonly item: CountedLabel;
  /** Where its count ends in the text. */
  readonly to: number;
}

/**
 * Counts by channel: a channel's name with the next count of its sentence, when nothing between says that something
 * else than items is counted. `total` is where the count of all items ends, which is no channel's. Numbers of channels may overlap each other and the total.
 */
export function findChannels(prose: Prose, total: number, year: number | null): Channel[] {
  const { text } = prose;
  const found = new Map<number, Channel>();
  for (const match of matches(prose, CHANNEL, { words: COUNTED })) {
    if (AMONG.test(text.slice(Math.max(0, match.index - LONGEST_NAME), match.index) + match[0].charAt(0)))
      continue;
    let end = match.index + match[0].length;
    for (let i = 0; i < 3; i++) end += AUDIENCE.exec(text.slice(end, end + 60))?.[0].length ?? 0;
    const first = COUNT.exec(text.slice(end, end + 60));
    if (!first) continue;
    const between = first[1] ?? '';
    const then = end + first[0].length;
    // `78期312条`: issues with the items in them.
    const second = first[6] === '期' ? ITEMS.exec(text.slice(then, then + 20)) : null;
    const count = second ? ['', '', ...second.slice(1)] : first;
    const start = second ? then : end + between.length;
    const stop = then + (second?.[0].length ?? 0);
    if (
      stop === total ||
      TOGETHER.test(between) ||
      NOT_ITEMS.test(between) ||
      isChannel(between) ||
      count[6] === '人次'
    )
      continue;
    const unit = count[6] ?? '';
    if (unit === '个' && !/视频|作品/.test(between)) continue;
    if (/[\d.%]/.test(text.charAt(start - 1)) && !second) continue;
    if (/^[^,。;]{0,3}/.exec(text.slice(stop, stop + 4))?.some((after) => NOT_ITEMS.test(after))) continue;
    if (/公报$/.test(match[0]) && /[期册份]/.test(unit)) continue;
    const published = /发布|推送|公开|公示|更新|刊|信息|转载|播|编|发稿|推文|张贴/.test(between + match[0]);
    if (!published && !/^[共计合总]?$/.test(between)) continue;
    if (isOfOtherYear(text, start, year) || isOfAllYears(text, stop, year)) continue;
    const { value, precision } = quantity(count.slice(2));
    const label = match[0].replace(LEADING, '').replace(/^[“"《](?=[^”"》]*$)/, '');
    const item = { label, count: value, approx: precision !== 'exact', at: prose.at(start, stop) };
    if (!found.has(start)) found.set(start, { item, to: stop });
  }
  return [...found.values()];
}
