import type { PageContext } from './context';

/** The sentence under a page's title: which reports it rests on. */
export function scopeSentence(context: PageContext): string {
  const { t, format } = context;
  const [from, to] = context.years;
  return t('scope.sentence', {
    area: context.area.name,
    level: t(`level.${context.level}`),
    years: from === to ? String(from) : `${from}–${to}`,
    units: format.count(context.unitCount),
  });
}
