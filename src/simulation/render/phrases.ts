/**
 * Ways of saying a fact, written by us after the patterns of realworld.md §6 and §7. {y} year, {n} number, {list} an
 * enumeration, {we} the body's word for itself. The number of a phrase is part of a body's style and never changes.
 */
export const publishedTotal = [
  '{y}年，{we}累计主动公开政府信息{n}条',
  '{y}年度共主动公开政府信息{n}条',
  '全年主动公开政府信息总数{n}条',
  '{y}年{we}公开各类信息{n}条',
  '本年度共发布政府信息{n}条',
] as const;

/** Introductions of a complete enumeration, with the mark between its entries. */
export const closedList = [
  { lead: '。其中，', mark: '、' },
  { lead: '，其中：', mark: '，' },
  { lead: '，包括', mark: '、' },
  { lead: '。其中：', mark: '；' },
  { lead: '，具体为：', mark: '，' },
] as const;

/** Introductions of an enumeration that says of itself that it is incomplete. */
export const openList = [
  { lead: '，主要包括', mark: '、', end: '等' },
  { lead: '，主要为', mark: '、', end: '等' },
] as const;

export const channelList = [
  { lead: '全年通过', verb: '发布信息', unit: '条', mark: '，通过' },
  { lead: '', verb: '公开信息', unit: '条', mark: '、' },
  { lead: '', verb: '发布政府信息', unit: '条', mark: '，' },
] as const;

export const nothingReceived = [
  '{y}年，{we}未收到政府信息公开申请。',
  '{y}年度{we}没有收到依申请公开政府信息的申请。',
  '本年度{we}未接到政府信息公开申请。',
  '{y}年共收到政府信息公开申请0件。',
] as const;

export const received = [
  '{y}年，{we}共收到政府信息公开申请{n}件',
  '{y}年度新收政府信息公开申请{n}件',
  '本年度{we}收到政府信息公开申请{n}件',
  '全年共受理政府信息公开申请{n}件',
] as const;

export const carriedIn = ['，上年结转{n}件', '，上年度结转{n}件'] as const;
export const answered = ['，已办结{n}件', '，答复{n}件'] as const;
export const carriedOut = ['，结转下年度继续办理{n}件', '，结转下年度{n}件'] as const;

export const noAppeals = [
  '未发生因政府信息公开引起的行政复议、行政诉讼。',
  '{y}年没有因政府信息公开申请行政复议、提起行政诉讼的情况。',
] as const;

/** {n} reconsiderations, {m} suits. */
export const appeals = [
  '因政府信息公开被申请行政复议{n}件、提起行政诉讼{m}件。',
  '{y}年政府信息公开行政复议{n}件，行政诉讼{m}件。',
] as const;

export const opening = [
  '本报告根据《中华人民共和国政府信息公开条例》编制。所列数据的统计期限自{y}年1月1日起至{y}年12月31日止。',
  '按照政府信息公开条例的要求，现公布{we}{y}年政府信息公开工作年度报告。数据统计期限为{y}年1月1日至{y}年12月31日。',
] as const;

export const management = [
  '落实信息发布审核制度，对公开内容逐级把关，并定期清理失效内容。',
  '明确专人负责信息的采集、审核与归档，做到先审查后公开。',
] as const;

export const platform = [
  '及时维护公开专栏，方便群众查阅。',
  '完善公开栏目设置，做好线上线下公开场所的日常管理。',
] as const;

export const supervision = [
  '把政务公开纳入年度考核，开展业务学习，主动接受社会监督。',
  '由办公室牵头开展自查，对发现的问题限期整改。',
] as const;

export const problems = [
  '公开内容的深度还不够，政策解读的形式较为单一。下一步将丰富解读方式，加强业务培训。',
  '工作人员更替较快，信息发布的及时性有待提高。今后将健全工作机制，压实责任。',
] as const;

export const otherMatters = ['{y}年未收取信息处理费。', '无其他需要报告的事项。'] as const;

/** Headings of the prose years, which had no common form. */
export const proseHeadings = [
  '概述',
  '主动公开政府信息情况',
  '依申请公开政府信息情况',
  '行政复议和行政诉讼情况',
  '存在的主要问题和改进措施',
  '附表',
] as const;

/** Stands in every document under its title. */
export const simulatedNotice = '【模拟数据，非真实报告】本文件由程序生成，机构、地名和数据均为虚构。';
