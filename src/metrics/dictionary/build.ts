import { series, type Label, type SeriesBreak, type T3Column } from '../../forms';
import { columnOf } from '../expression';
import type { CountMetric, Expression, RateMetric } from '../types';

const cases: Label = { zh: '件', en: 'cases' };
const none: Label = { zh: '', en: '' };

/** Where a series breaks, by its name in the forms; throws a RangeError for an unknown one. */
export const breaksOf = (name: string): readonly SeriesBreak[] => {
  const found = series.find((entry) => entry.series === name);
  if (!found) throw new RangeError(`no series ${name}`);
  return found.breaks;
};

/** A cell of table 3. */
export const t3 = (row: string, column: T3Column = 'total'): Expression => columnOf(`t3_${row}_${column}`);

export const count = (
  id: string,
  label: Label,
  value: Expression,
  about: Label,
  extra: Partial<CountMetric> = {},
): CountMetric => ({
  id,
  kind: 'count',
  label,
  value,
  about,
  caveat: none,
  unit: cases,
  breaks: [],
  ...extra,
});

/** A share in per cent, unless `extra` says otherwise. */
export const rate = (
  id: string,
  label: Label,
  numerator: Expression,
  denominator: Expression,
  about: Label,
  extra: Partial<RateMetric> = {},
): RateMetric => ({
  id,
  kind: 'rate',
  label,
  numerator,
  denominator,
  about,
  caveat: none,
  unit: { zh: '%', en: '%' },
  breaks: breaksOf('disclosure_rate'),
  scale: 100,
  share: true,
  ...extra,
});
