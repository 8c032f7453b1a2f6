import type { TableId } from '../../forms';
import type { Lang, MessageKey, Translate } from '../../i18n';
import { hasMessage } from '../../i18n';

/** A word for a value that came from data; the value itself where no language has a word for it. */
const wordOf = (t: Translate, prefix: string, value: string): string => {
  const key = `${prefix}.${value}`;
  return hasMessage(key) ? t(key) : value;
};

export const scopeWord = (t: Translate, scope: string): string => wordOf(t, 'report.scope', scope);
export const originWord = (t: Translate, origin: string): string => wordOf(t, 'report.origin', origin);
export const formWord = (t: Translate, form: string): string => wordOf(t, 'report.form', form);
export const severityWord = (t: Translate, severity: string): string =>
  wordOf(t, 'report.severity', severity);
export const factWord = (t: Translate, fact: string): string => wordOf(t, 'report.fact', fact);
/** `title` as the form gives it, with its number. */
export const tableTitle = (t: Translate, table: TableId, title: string): string =>
  t(`report.title.${table}`, { title });
export const tableWord = (t: Translate, table: string): string => wordOf(t, 'report.table', table);

/** Units of the official forms, which spell them in Chinese. */
const units: Readonly<Record<string, MessageKey>> = {
  件: 'report.unit.cases',
  项: 'report.unit.matters',
  个: 'report.unit.projects',
  万元: 'report.unit.ten_thousand_yuan',
};
export const unitWord = (t: Translate, unit: string): string => {
  const key = units[unit];
  return key ? t(key) : unit;
};

/** A count with its precision in words: exact, at least, about. */
export function countWords(t: Translate, number: string, precision: string | null): string {
  const key: MessageKey | null =
    precision === 'at_least' ? 'report.at_least' : precision === 'about' ? 'report.about' : null;
  return key ? t(key, { number }) : number;
}

/** A change from the year before with its sign: so many cases, or per cent. */
export function changeWords(t: Translate, value: number, number: string, unit: string | null): string {
  const signed = `${value > 0 ? '+' : ''}${number}`;
  return unit === 'percent' ? t('report.change.percent', { number: signed }) : signed;
}

/** Numbers as a report prints them: every digit, and groups from five digits on, so that a year is no amount. */
export function exactNumber(lang: Lang): (value: number) => string {
  const format = new Intl.NumberFormat(lang, { maximumFractionDigits: 6, useGrouping: 'min2' });
  return (value) => format.format(value);
}
