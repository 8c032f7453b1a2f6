/**
 * How bodies name what they publish. Each concept has several spellings (realworld.md §6): a body chooses one of each
 * for good, so that names differ between bodies and stay within one.
 */
export interface Concept {
  readonly labels: readonly string[];
  /** Relative share of the items. */
  readonly weight: number;
  readonly kinds?: readonly ('grassroots' | 'bureau' | 'county')[];
}

export const categoryConcepts: readonly Concept[] = [
  { labels: ['工作动态', '政务动态', '工作进展信息', '部门动态'], weight: 38 },
  { labels: ['通知公告', '公示公告', '公告公示'], weight: 16 },
  { labels: ['机构职能', '机构信息', '机构概况'], weight: 4 },
  { labels: ['领导信息', '人事信息', '人事任免'], weight: 3 },
  { labels: ['政策文件', '政策法规', '规范性文件', '其他文件'], weight: 8 },
  { labels: ['政策解读'], weight: 4 },
  { labels: ['会议信息', '会议公开'], weight: 4 },
  { labels: ['财政预决算', '财政信息', '财政资金'], weight: 5 },
  { labels: ['规划计划', '计划总结', '发展规划'], weight: 3 },
  { labels: ['重点领域', '重点领域信息'], weight: 10 },
  { labels: ['乡村振兴', '社会救助', '民生信息'], weight: 7, kinds: ['grassroots'] },
  { labels: ['应急管理', '安全生产'], weight: 4, kinds: ['grassroots', 'county'] },
  { labels: ['行政执法', '行政许可和处罚'], weight: 6, kinds: ['bureau', 'county'] },
  { labels: ['统计信息', '统计数据'], weight: 2, kinds: ['bureau', 'county'] },
  { labels: ['政府采购', '招标采购'], weight: 3, kinds: ['bureau', 'county'] },
  { labels: ['建议提案', '建议提案办理'], weight: 2, kinds: ['bureau', 'county'] },
  { labels: ['公开指南', '公开年报', '公开制度'], weight: 1 },
];

/** Labels by channel; `share` is of the published total, 1 for a channel that carries everything. */
export const channelConcepts: readonly {
  readonly labels: readonly string[];
  readonly share: number;
  readonly from: number;
}[] = [
  { labels: ['政府网站', '政府门户网站', '区政府网站'], share: 0.92, from: 2017 },
  { labels: ['微信公众号', '政务微信公众号'], share: 0.55, from: 2017 },
  { labels: ['政务公开栏', '公示栏'], share: 0.12, from: 2017 },
  { labels: ['政务微博', '微博'], share: 0.2, from: 2017 },
  { labels: ['抖音', '视频号'], share: 0.1, from: 2021 },
];
