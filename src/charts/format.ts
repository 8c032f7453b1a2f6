import type { Format } from './types';

/**
 * Numbers of a language. Short counts read 1.2万 in Chinese and 12K in English, and are exact below ten thousand
 * (Chinese) or one thousand (English, where the compact notation begins). Percentages come in as 0–100.
 */
export function makeFormat(lang: string): Format {
  const whole = new Intl.NumberFormat(lang, { maximumFractionDigits: 0 });
  const short = new Intl.NumberFormat(lang, {
    notation: 'compact',
    compactDisplay: 'short',
    maximumFractionDigits: 1,
  });
  const decimal = new Intl.NumberFormat(lang, { maximumFractionDigits: 2 });
  const percents = new Map<number, Intl.NumberFormat>();

  const percentFormat = (digits: number): Intl.NumberFormat => {
    const known = percents.get(digits);
    if (known !== undefined) return known;
    const made = new Intl.NumberFormat(lang, {
      style: 'percent',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    percents.set(digits, made);
    return made;
  };

  return {
    count: (value, isShort = false) =>
      isShort && Math.abs(value) >= 10_000 ? short.format(value) : whole.format(value),
    percent: (value, digits = 0) => percentFormat(digits).format(value / 100),
    decimal: (value) => decimal.format(value),
  };
}
