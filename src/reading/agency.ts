import { remembered } from './remembered';
import type { AgencyKind, Scope } from './types';
import { YEAR } from './year';

/** Kinds by the end of a name, the more particular first. */
const endings: readonly (readonly [AgencyKind, RegExp])[] = [
  [
    'bureau',
    /(?:局|委员会|委|办公室|办公厅|厅|署|队|中心|院|站|处|协会|联合会|总社|集团|公司|分局|支队|部|馆|所|学校|大学|医院|政府办|县府办|市府办|区府办)$/,
  ],
  ['street', /(?:街道|街道办|街道办事处|地区办事处)$/],
  ['township', /(?:镇|乡|苏木|民族乡)(?:人民)?(?:政府)?$/],
  ['province', /(?:省|自治区|北京市|上海市|天津市|重庆市)(?:人民政府)?$/],
  ['county', /(?:县|区|旗|自治县)(?:人民政府)?(?:管委会|管理委员会)?$/],
  ['city', /(?:市|州|盟)(?:人民政府)?$/],
];

/** Kind of an agency by its name; `other` when the name does not tell. */
export function agencyKind(name: string): AgencyKind {
  const bare = name.replace(/[（(][^）)]*[）)]$/, '');
  if (/街道(?:办|办事处)?(?:党政|综合)?(?:办公室)?$|街道党工委/.test(bare)) return 'street';
  // The office of a town publishes the report of the town.
  if (/[镇乡](?:人民政府)?(?:党政|综合)?办公室$|苏木(?:人民政府)?办公室$/.test(bare)) return 'township';
  if (/(?:开发区|实验区|高新区|新区|示范区|管理区)(?:管委会|管理委员会)?$/.test(bare)) return 'county';
  return endings.find(([, ending]) => ending.test(bare))?.[0] ?? 'other';
}

const governs: ReadonlySet<AgencyKind> = new Set(['county', 'city', 'province']);

/** Whose work the figures cover, by title and text: 系统, 本级, or a whole area when a government speaks of 全市. */
export function scopeOf(title: string, kind: AgencyKind, text: string): Scope {
  if (/系统/.test(title)) return 'system';
  if (/本级|机关(?!事务)/.test(title)) return 'own';
  if (governs.has(kind))
    return /全[省市县区旗州盟]|各(?:县|区|镇|乡|街道|部门|有关部门)/.test(text) ? 'area' : 'unknown';
  return kind === 'other' ? 'unknown' : 'own';
}

/** Ends of names beyond those that tell the kind. */
const otherEnds =
  '政府 部门 办 室 会 残联 妇联 文联 工商联 科协 小组 党校 中学 小学 学院 幼儿园 园区 产业园 农场 林场 银行 分行 支行 兵团 电视台 气象台 社区 村'.split(
    ' ',
  );
/** Ends and wholes that only look like a name's. */
const notAgencies =
  /(?:网站|本站|平台|(?:座谈|发布|培训|推进|动员|听证|大|机|社)会|\d.?)$|^(?:全部|内部|外部|好处|用处|之处|城乡)$/;
/** A word for any agency names none. */
const anyAgency =
  /^(?:人民)?(?:政府|办公室|办公厅|委员会|管委会|管理委员会|街道|街道办|街道办事处|办事处|地区|中心|机关|公司|学校)?$/;
const ofSpeech =
  /^(?:我|各|该|其|有关|相关|本(?:局|镇|乡|机关|单位|部门|级|区|县|市|街道|委|办|厅|院|站|处|所|中心|公司|行政)|全[省市县区镇乡旗盟]|[一二三四五六七八九十]+、)|情况|报告|年报|如下|按照|根据|主动公开|依申请|总体|存在的/;
const LONGEST_NAME = 40;

/** Whether a text can be the name of an agency: it ends like one and is no unit, heading or part of a sentence. */
export function isAgencyName(text: string): boolean {
  const bare = text.replace(/[（(]\p{Script=Han}+[）)]$/u, '');
  if (bare.length < 2 || text.length > LONGEST_NAME || !/^[\p{Script=Han}A-Za-z\d·]+$/u.test(bare))
    return false;
  if (anyAgency.test(bare) || notAgencies.test(bare) || ofSpeech.test(bare)) return false;
  return agencyKind(bare) !== 'other' || otherEnds.some((end) => bare.endsWith(end));
}

const BEFORE_NAME = new RegExp(`^(?:关于)?(?:${YEAR}年?度?)?(?:关于)?`);
const AFTER_NAME = new RegExp(`(?:关于)?(?:${YEAR}.*|(?:政府|政务)?信息公开.*|政务公开.*|年度.*)$`);

/** What a title says before its year and subject: the name of the agency, unless the title has none. '' for nothing. */
export const beforeSubject = remembered((title): string =>
  title
    .replace(/\p{Nd}/gu, (digit) => digit.normalize('NFKC'))
    .replace(/\s+/g, '')
    .replace(/^关于(?:印发|转发|公布|发布)[《“]/, '')
    .replace(BEFORE_NAME, '')
    .replace(AFTER_NAME, '')
    .replace(/[的关于,，:：]+$/, ''),
);
