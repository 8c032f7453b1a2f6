import { cellDefinition, isCellCode } from '../../forms';
import type { Lang, Translate } from '../../i18n';
import type { Place } from './records';
import { channelId, dateId, factPrefix, itemId, statisticId, type Held } from './source/targets';
import { countWords, exactNumber, factWord, tableWord } from './words';

/** A number that is no cell of the form: a fact of the text, an entry of a list, a row of the table before 2019. */
export interface ChosenFact {
  /** Where it belongs, in words. */
  readonly kicker: string;
  readonly title: string;
  /** Whether the title is the source's own. */
  readonly isAsWritten: boolean;
  /** Set for the publication date. */
  readonly isDate?: true;
  readonly value: string;
  readonly raw: string | null;
  readonly at: Place;
}

/** What an id names that is no cell; null where the dataset has nothing of this id. */
export function chosenFact(t: Translate, lang: Lang, held: Held, id: string): ChosenFact | null {
  const number = exactNumber(lang);
  const shown = (value: number | null): string => (value === null ? t('report.no_number') : number(value));
  const listed = held.items.find(({ position }) => itemId(position) === id);
  const channel = held.channels.find(({ position }) => channelId(position) === id);
  const counted = listed ?? channel;
  if (counted)
    return {
      kicker: t(listed ? 'report.list.category' : 'report.list.channel'),
      title: counted.label,
      isAsWritten: true,
      value: countWords(t, number(counted.count), counted.approx ? 'about' : null),
      raw: null,
      at: counted.at,
    };
  const row = held.statistics.find(({ position }) => statisticId(position) === id);
  if (row)
    return {
      kicker: t('report.evidence.statistic'),
      title: row.label,
      isAsWritten: true,
      value: shown(row.value),
      raw: null,
      at: row.at,
    };
  const date = id === dateId && held.evidence.find(({ code }) => code === dateId);
  if (date)
    return {
      kicker: t('report.evidence.date'),
      title: t('report.head.published'),
      isAsWritten: false,
      isDate: true,
      value: date.raw ?? '',
      raw: date.raw,
      at: date.at,
    };
  const fact = id.startsWith(factPrefix) && held.evidence.find(({ code }) => code === id);
  return fact
    ? {
        kicker: t('report.evidence.fact'),
        title: factWord(t, id.slice(factPrefix.length)),
        isAsWritten: false,
        value: shown(fact.value),
        raw: fact.raw,
        at: fact.at,
      }
    : null;
}

/** Short name of what an id names, for who hears the source text read out. */
export const labelOfTarget =
  (t: Translate, lang: Lang, held: Held) =>
  (id: string): string =>
    isCellCode(id)
      ? `${tableWord(t, cellDefinition(id).table)} ${cellDefinition(id).label[lang]}`
      : (chosenFact(t, lang, held, id)?.title ?? id);

/** Words to look for on the public page: those of a fact as written, the label of a row of the form. */
export function soughtWords(id: string | null, fact: ChosenFact | null): string | null {
  if (id !== null && isCellCode(id)) return cellDefinition(id).label.zh.split(' · ')[0] ?? null;
  return fact && (fact.raw ?? (fact.isAsWritten ? fact.title : null));
}
