import type { Precision } from '../types';

/** Units in which information is counted. */
export const ITEM_UNITS = '条件篇份次期个则项宗起封场册部';
/** Units in which applications are counted. */
export const CASE_UNITS = '件条份宗起次项封例个';

/**
 * Digits that are no number of their own: the rest of one that blanks, dashes or commas part (`1 234`, `3-5`, `1百2`),
 * of an article (第12条), or led by zeros.
 */
const APART = '(?<![\\d〔第]|\\d[\\s,.、/+_^~‐-―−\\-至到万千百亿零〇])(?!0\\d)';
const WHOLE = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)';
/** Money has decimals; of things only ten thousands have. */
const decimals = (units: string): string => (units === '元' ? '(?:\\.\\d+)?' : '(?:\\.\\d+(?=[万千百亿]))?');
/**
 * A quantity in prose: `(约)(1,234.5)(万)(余)(条)(以上)`; use with {@link quantity}. Groups: before, number, times, more,
 * unit, after. Without units the unit is empty: the page lost it.
 */
export const quantityPattern = (units: string): string =>
  `(将近|接近|不足|不到|约|近|超过|超|逾|达到|达|大约)?(?=\\d)${APART}(${WHOLE}${decimals(units)})(万|千|百|亿)?(余|多|几|来)?(${units === '' ? '' : `[${units}]|人次`})(以上|左右|余)?`;

const TIMES: Readonly<Record<string, number>> = { 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 };

export interface Quantity {
  readonly value: number;
  readonly precision: Precision;
}

/** Value and precision from the groups of {@link quantityPattern}: 余 多 超 以上 bound from below, 约 近 不足 左右 are about. */
export function quantity(groups: readonly (string | undefined)[]): Quantity {
  const [before = '', number = '0', times = '', more = '', , after = ''] = groups;
  const scaled = Number(number.replaceAll(',', '')) * (TIMES[times] ?? 1);
  const value = Math.round(scaled * 1e6) / 1e6;
  const precision: Precision =
    more || after === '以上' || after === '余' || /超|逾/.test(before)
      ? 'at_least'
      : /约|近|不/.test(before) || after === '左右'
        ? 'about'
        : 'exact';
  return { value, precision };
}
