import type { CategoryId } from './categories';

/** Labels that belong to a category although a pattern of another one matches them, or none does. */
const words: Partial<Record<CategoryId, string>> = {
  by_channel: `
    其他方式 今日平江 兴仁新闻 悦读嵩明 省市级平台 县级平台 县本级 部门信息公开 镇街信息公开
    部门专栏 乡镇信息主动公开 门户网站政务信息 县政府公报 政府公报期数 政府网站信息 政府公报
  `,
  disclosure_work: `
    指南 制度 年度报告 年报 组织管理 业务培训 公开制度 新开设专栏 优化专栏 重点领域标准目录
  `,
  policy_interpretation: `
    政策简明问答 政策咨询问答 政策咨询问答库 民政政策宣讲
  `,
  policy_documents: `
    政策类 政策公开 政府政策 民生政策措施 惠企政策 扶贫政策 公文 规章制度 公文法规
    行政公文和政策解读 履职依据 工作规则 行政决议 决策与文件 文件、总结及其他
  `,
  finance: `
    督察和审计 政府性基金及机构运行表
  `,
  planning: `
    规范计划 报告 政务报告 规划设计 城乡规划 政府工作报告、会议、重点工作、建议提案、回应关切
  `,
  enforcement: `
    处罚强制 处罚/强制 收费 收费目录清单 双公示 监督检查 市场监管类 行政职权 机构职权信息 办事指南
    便民服务 镇村两级办件 管理和服务公开 管理公开 业务事项 公共服务 市场监管与安全生产 户籍管理
  `,
  projects: `
    项目实施 招商引资 扩大有效投资
  `,
  interaction: `
    业务咨询 常见问题 热点回应 征集调查 公众意见 回复群众诉求 回复网络申请 网民留言 新闻发布会
    在线访谈 决策公开 重大行政决策 政协答复 人大政协答复 市人大建议答复 社会认可度调查
  `,
  key_fields: `
    劳务 资规管理 村社区栏目 社区基础信息和建设经费 低保五保、部门预决算等 计划生育 旅游资讯
    饮用水安全 切身利益信息 价格监测 全域无垃圾 学生管理 城乡建设 公共企事业 基层政务
  `,
  personnel: `
    人事任免文件
  `,
  institutions: `
    概况类 主要职责 下属单位 机构设置和人事任免 简介 通讯地址 基本信息 基础信息 政府职能
    政府职能党建 组织架构 机关干部社区一览表
  `,
  work_news: `
    动态 重点工作 业务工作 业务信息 工作信息 滚动信息 转载新闻 焦点图片 要闻及领导调研 日常工作情况
    政务活动 重要部署 贯彻落实 廉政警示教育 专项活动开展 工作简报 法律宣传 党建 纪检监察 妇联 综治
    党管武装 人大 团委 工会 党务 党委和政府工作信息 党政信息 工作类信息 时政 执行和结果公开
    结果公开 政策执行情况 政策落实及重大项目
  `,
};

export const categoryLabels: ReadonlyMap<string, CategoryId> = new Map(
  Object.entries(words).flatMap(([id, text]) =>
    text
      .trim()
      .split(/\s+/)
      .map((label) => [label, id as CategoryId] as const),
  ),
);
