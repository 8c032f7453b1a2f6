import { hasMessage, translator, type Lang } from '../../i18n';
import { isMetricId, metric } from '../../metrics';
import type { AddressProblem } from '../../state';

/** A part of an address that could not be used, and what is shown instead, in one sentence. */
export function describeProblem({ code, key, value, shown = '' }: AddressProblem, lang: Lang): string {
  const t = translator(lang);
  const named = (text: string): string => {
    const level = `level.${text}`;
    if (code === 'unknown_level' && hasMessage(level)) return t(level);
    return code === 'unknown_metric' && isMetricId(text) ? metric(text).label[lang] : text;
  };
  const instead = `address.instead.${key}`;
  return t(`address.${code}`, {
    key,
    value: named(value),
    shown: named(shown),
    instead: hasMessage(instead) ? t(instead) : '',
  });
}
