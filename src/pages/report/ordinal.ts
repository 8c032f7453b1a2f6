import type { Lang } from '../../i18n';

const numerals = '一二三四五六七八九十';
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** Ordinal of a row as it stands before its label: 一、 （一） 1. in Chinese, I. (1) 1. in English. */
export function ordinalWords(ordinal: string, lang: Lang): string {
  const bare = numerals.indexOf(ordinal);
  if (ordinal.length === 1 && bare >= 0) return lang === 'zh' ? `${ordinal}、` : `${roman[bare]}. `;
  if (lang === 'zh') return ordinal;
  const bracketed = numerals.indexOf(/^（(.)）$/.exec(ordinal)?.[1] ?? ' ');
  return bracketed >= 0 ? `(${bracketed + 1}) ` : `${ordinal} `;
}
