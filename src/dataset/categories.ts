import type { Label } from '../forms';

export interface Category {
  readonly id: string;
  readonly label: Label;
  /** What it holds, and what it does not. */
  readonly about: Label;
  /** Tried on the simplified label (see `categoryOf`), category by category in this order; the first match decides. */
  readonly patterns: readonly RegExp[];
}

/**
 * The common taxonomy of published items, after Art. 19–20 of the Regulations (国务院令第711号) and the columns of
 * government websites. A label that names several subjects goes to the first of them that has a category.
 */
export const categories = [
  {
    id: 'by_channel',
    label: { zh: '按渠道或单位计', en: 'Counted by channel or body' },
    about: {
      zh: '清单按网站、微信等渠道或按报送单位而非主题计数的部分，不能归入任何主题',
      en: 'Entries of a list that count by channel (website, WeChat) or by contributing body, not by subject',
    },
    patterns: [
      /^(微信|网站|公众号)_?(原创|转发|转载)$/,
      /^(政务|政府)?新媒体(文章)?$|^(微信微博|微博|政务微博|政务微信|美篇微信|视频号)$/,
      /公众号$|公众平台$|微信(小程序|群)|融媒号|^大喇叭$|电子屏/,
      /^(县|市|区|镇|乡|电子)?(政府|政务|门户)*网站?$|政府门户网站$|^区门户网$|公众信息网$|网站栏目(信息)?$|网站等$/,
      /公(示|开)栏(资料)?$|^传统(载体|渠道)$|线下公开栏|(信息公开|监管)平台$|^信息公开专栏$/,
      /^(.*级)?(以上)?媒体(发布)?$|^央媒$|^新闻报刊$|报刊公示栏/,
      /(网站|公众号|微博|视频号|抖音|快手|公开栏|公示栏)(公开|发布)(的)?(政府)?信息$/,
      /^各部门各乡镇$|^县直及各乡镇$|^门户网站公开栏$/,
    ],
  },
  {
    id: 'disclosure_work',
    label: { zh: '信息公开工作', en: 'Disclosure work itself' },
    about: {
      zh: '公开指南、目录、年报、制度，政务公开的组织、培训与保障',
      en: 'Guides, catalogues, annual reports and rules of disclosure; its organisation and training',
    },
    patterns: [
      /公开(工作)?(年度)?(年报|报告|指南|目录|制度)|^公开基本目录$|基本目录$/,
      /主动公开事项目录|查阅场所|监督保障/,
      /^政务公开(组织|培训|基础|工作|专栏)|^政务公开$|^政府信息公开$|公开基础建设/,
    ],
  },
  {
    id: 'policy_interpretation',
    label: { zh: '政策解读', en: 'Policy interpretation' },
    about: { zh: '对政策文件的解读、问答', en: 'Explanations of policy documents, questions and answers' },
    patterns: [/^(?!.*(文件和|文件及|法规文件及|会议及)).*解读/],
  },
  {
    id: 'policy_documents',
    label: { zh: '政策文件', en: 'Policy documents' },
    about: {
      zh: '法规、规章、规范性文件和其他公文',
      en: 'Laws, rules, normative and other official documents',
    },
    patterns: [
      /^(?!重点领域|招标).*(政策|规范性|部门|政府|乡镇|规章|本级|工作|法定|党委|法规|公开|各类|其他|镇|通知)?文件(类|信息|公开|等|和解读|及解读|、)*/,
      /^(政策)?法规|规范性文件|规章|发文类$/,
    ],
  },
  {
    id: 'meetings',
    label: { zh: '会议信息', en: 'Meetings' },
    about: {
      zh: '政府、部门的会议及其议定事项',
      en: 'Meetings of the government or a department and their results',
    },
    patterns: [/会议|主任办公会/],
  },
  {
    id: 'emergency',
    label: { zh: '应急与安全', en: 'Emergencies and safety' },
    about: {
      zh: '安全生产、应急管理、预警、救灾、疫情防控',
      en: 'Work safety, emergency plans and warnings, disaster relief, epidemic control',
    },
    patterns: [/^安全|^应急|突发|预警信息|^疫情|灾害事故|^救灾|^综治应急|^抢险/],
  },
  {
    id: 'finance',
    label: { zh: '财政与采购', en: 'Finance and procurement' },
    about: {
      zh: '预算决算、三公经费、专项资金、政府采购、审计',
      en: 'Budgets and final accounts, earmarked funds, government procurement, audit',
    },
    patterns: [/预决算|预算|决算|^财政|^财务|财经|三公|资金|经费|采购|减税降费|年度财政/],
  },
  {
    id: 'planning',
    label: { zh: '规划计划与统计', en: 'Plans, reports and statistics' },
    about: {
      zh: '规划、计划、工作总结、政府工作报告、统计数据',
      en: 'Plans, summaries, work reports of the government, statistics',
    },
    patterns: [
      /规划计划|^(?!土地).*(规划|计划)(类|信息|总结|及统计|方案意见)?$|计划总结|规划总结|统计|(工作|建设)(年度)?报告/,
    ],
  },
  {
    id: 'enforcement',
    label: { zh: '许可执法与服务', en: 'Licences, enforcement and services' },
    about: {
      zh: '行政许可、处罚、强制、检查、收费、权责清单、办事服务',
      en: 'Licences, penalties, coercion, inspections, fees, lists of powers, services',
    },
    patterns: [/行政(许可|处罚|执法|权力|确认|审批|强制)|双随机|权责清单|涉企行政检查/],
  },
  {
    id: 'projects',
    label: { zh: '重大项目与公共资源', en: 'Projects and public resources' },
    about: {
      zh: '重大建设项目、招标投标、公共资源配置、征地与用地',
      en: 'Major construction projects, tenders, allocation of public resources, land',
    },
    patterns: [/重大(建设)?(项目|工程)|建设项目|招标|投标|公共资源|征地|^土地利用|集体土地|宅基地|小额工程/],
  },
  {
    id: 'interaction',
    label: { zh: '回应与互动', en: 'Response and participation' },
    about: {
      zh: '回应关切、意见征集、建议提案办理、信箱留言、访谈、新闻发布、政府开放日、重大决策',
      en: 'Responses, consultations, answers to proposals of deputies, letters, interviews, press conferences, decision making',
    },
    patterns: [/建议提案|提案|人大建议/, /回应关切|征集|征求意见|信箱|政府开放/],
  },
  {
    id: 'key_fields',
    label: { zh: '重点领域与民生', en: 'Key fields and livelihood' },
    about: {
      zh: '教育、医疗、社保、救助、就业、住房、环保、农业、乡村振兴、基层政务公开等领域',
      en: 'Education, health, social security, housing, environment, farming, rural revitalisation, grassroots fields',
    },
    patterns: [
      /重点领域|试点领域|基层|两化|民生|为民办实事|民生实事/,
      /乡村振兴|扶贫|脱贫|贫困|惠民|惠农|涉农|农业|农村|补贴|救助|低保|社会福利|养老/,
      /社(会)?保|就业|劳动|民政|教育|科教|文体|文化|医疗|卫生|环境保护|环保|公卫|国土资源|住房|保障性|危房|公益|公共法律/,
    ],
  },
  {
    id: 'personnel',
    label: { zh: '领导与人事', en: 'Leadership and personnel' },
    about: {
      zh: '领导信息与分工、人事任免、招考录用',
      en: 'Leaders and their duties, appointments, recruitment',
    },
    patterns: [/^(?!.*(要闻|政务公开)).*领导|人事|招考|招聘|招录|录用|人才|人员招/],
  },
  {
    id: 'institutions',
    label: { zh: '机构职能', en: 'Institutions' },
    about: { zh: '机构设置、职能、概况、联系方式', en: 'Institutions, their duties, profile and contacts' },
    patterns: [/机构|机关(职能|简介)|概况|联系方式/],
  },
  {
    id: 'notices',
    label: { zh: '通知公告', en: 'Notices' },
    about: { zh: '通知、公告、公示', en: 'Notices, announcements and public displays' },
    patterns: [/(通知|公告|公示|通告)/],
  },
  {
    id: 'work_news',
    label: { zh: '工作动态', en: 'Work news' },
    about: {
      zh: '工作与政务动态、新闻、重点工作进展、活动',
      en: 'News of current work, progress of key tasks, activities',
    },
    patterns: [/动态|新闻|工作(进展|推进|信息)|业务工作/],
  },
  {
    id: 'stated_other',
    label: { zh: '其他（原文如此）', en: 'Other, as the agency says' },
    about: {
      zh: '报告自己归为“其他”的部分',
      en: 'What the report itself calls “other”',
    },
    patterns: [],
  },
  {
    id: 'other',
    label: { zh: '未能归类', en: 'Not classified' },
    about: {
      zh: '标签看不出主题，例如“政务信息”“法定主动公开”',
      en: 'The label does not show a subject, e.g. “government information”',
    },
    patterns: [],
  },
] as const satisfies readonly Category[];

export type CategoryId = (typeof categories)[number]['id'];
