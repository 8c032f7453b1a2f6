import type { Label } from '../forms';

export interface Channel {
  readonly id: string;
  readonly label: Label;
  readonly about: Label;
  /** Tried on the label in this order of channels; the first match decides. */
  readonly patterns: readonly RegExp[];
}

/** Channels of different kinds counted as one: they cannot be split, and belong to `other`. */
const several: readonly RegExp[] = [
  /网站.*(微信|新媒体|公众号|直播|微博)|公开栏和政府网站|网站公开栏|公众号、短视频、/,
  /线上线下|新媒体平台$|微信群报刊|县门户网今日平江/,
];

/** The common list of channels. A label that names several goes to the first of them. */
export const channelsTaxonomy = [
  {
    id: 'gazette',
    label: { zh: '政府公报', en: 'Gazette' },
    about: { zh: '政府公报', en: 'The gazette of a government' },
    patterns: [/公报/],
  },
  {
    id: 'weibo',
    label: { zh: '微博', en: 'Weibo' },
    about: { zh: '政务微博', en: 'Microblogs' },
    patterns: [/^(政务|新浪|政府)?微博(?!微信)/],
  },
  {
    id: 'video',
    label: { zh: '视频号、抖音等', en: 'Short video' },
    about: { zh: '视频号、抖音、快手、直播', en: 'WeChat video, Douyin, Kuaishou, live broadcasts' },
    patterns: [/^(?!.*公众号).*(视频|抖音|快手|直播)/],
  },
  {
    id: 'wechat',
    label: { zh: '微信', en: 'WeChat' },
    about: { zh: '微信公众号、小程序、美篇', en: 'WeChat accounts, mini-programs and posts' },
    patterns: [/^(?!.*(微博|等$)).*(微信|公众号|公众平台|美篇)|悦读嵩明/],
  },
  {
    id: 'app',
    label: { zh: '客户端', en: 'Apps' },
    about: { zh: '移动客户端、今日头条等', en: 'Mobile apps and news feeds' },
    patterns: [/APP|客户端|头条|渝快办|南方\+|东区发布|今日平江/i],
  },
  {
    id: 'new_media',
    label: { zh: '政务新媒体（未细分）', en: 'New media, not split' },
    about: { zh: '新媒体合计，两微合计，融媒体', en: 'New media or WeChat and Weibo together' },
    patterns: [/新媒体|两微|微博|微信|融媒|公众号/],
  },
  {
    id: 'notice_board',
    label: { zh: '公开栏等线下', en: 'Boards and other offline' },
    about: {
      zh: '公示栏、宣传栏、电子屏、广播、纸质等线下渠道',
      en: 'Notice boards, screens, village loudspeakers, print and other offline channels',
    },
    patterns: [/(?<!网站)(公示栏|公开栏(?!目)|公告栏|宣传栏|显示屏|电子屏|LED|大喇叭)|传统|线下/i],
  },
  {
    id: 'press',
    label: { zh: '报刊广播电视', en: 'Press and broadcasting' },
    about: { zh: '各级媒体刊播', en: 'Newspapers, radio, television and other media' },
    patterns: [/媒体|报刊|电视|新闻稿|稿件|新闻网站|国家级|省市级平台|县级平台/],
  },
  {
    id: 'website',
    label: { zh: '政府网站与公开平台', en: 'Websites and disclosure platforms' },
    about: {
      zh: '政府门户网站、部门网站、信息公开平台与专栏',
      en: 'Portals, sites of departments, disclosure platforms and their columns',
    },
    patterns: [/网站|网$|政府网|官网|平台|专栏|专题|专区|子站点|信息公开(页面|栏目)|网上公开/],
  },
  {
    id: 'other',
    label: { zh: '其他或多渠道合计', en: 'Other or several together' },
    about: {
      zh: '不明渠道，或把几类渠道合在一起计数',
      en: 'Not clear which, or channels of several kinds counted as one',
    },
    patterns: [],
  },
] as const satisfies readonly Channel[];

export type ChannelId = (typeof channelsTaxonomy)[number]['id'];

/** Channel of a label as a report writes it. */
export function channelOf(label: string): ChannelId {
  const simple = label.normalize('NFKC').replace(/[\s“”"']/g, '');
  if (several.some((pattern) => pattern.test(simple))) return 'other';
  const match = (channelsTaxonomy as readonly Channel[]).find(({ patterns }) =>
    patterns.some((pattern) => pattern.test(simple)),
  );
  return (match?.id as ChannelId | undefined) ?? 'other';
}
