import type { ChartSpec } from './context';

export interface Placed<M> {
  readonly spec: ChartSpec<M>;
  /** Place in reading order, for one column on a phone. */
  readonly order: number;
}

export interface Band<M> {
  readonly columns: readonly { readonly share: number; readonly charts: readonly Placed<M>[] }[];
}

/**
 * Charts into bands of columns. Neighbours of 7 and 5 twelfths form two columns that each flow on their own, so that a
 * tall chart leaves no hole beside it; others fill a band in their order until its twelve columns are full.
 */
export function layOut<M>(charts: readonly ChartSpec<M>[]): readonly Band<M>[] {
  const bands: Band<M>[] = [];
  let index = 0;
  while (index < charts.length) {
    const start = index;
    const isPair = (spec: ChartSpec<M> | undefined): boolean => spec?.span === 7 || spec?.span === 5;
    if (isPair(charts[index])) {
      while (isPair(charts[index])) index += 1;
      const placed = charts.slice(start, index).map((spec, offset) => ({ spec, order: start + offset }));
      const first = placed[0]?.spec.span ?? 7;
      bands.push({
        columns: [first, 12 - first].map((share) => ({
          share,
          charts: placed.filter(({ spec }) => spec.span === share),
        })),
      });
      continue;
    }
    let width = 0;
    while (index < charts.length && !isPair(charts[index]) && width + (charts[index]?.span ?? 12) <= 12) {
      width += charts[index]?.span ?? 12;
      index += 1;
    }
    bands.push({
      columns: charts
        .slice(start, index)
        .map((spec, offset) => ({ share: spec.span, charts: [{ spec, order: start + offset }] })),
    });
  }
  return bands;
}
