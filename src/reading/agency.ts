import type { AgencyKind, Scope } from './types';

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
  if (/街道(?:办|办事处)?$|街道党工委/.test(bare)) return 'street';
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
