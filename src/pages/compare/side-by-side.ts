import { metric, valueOf, type Question } from '../../metrics';
import {
  datumOf,
  labelOf,
  pooled,
  pooledYears,
  pooledYearsText,
  unitOf,
  where,
  type Answers,
  type PageContext,
  type Row,
} from '../shared/context';
import type { Datum } from '../../charts';
import { quantile } from '../shared/dots';
import { comparable } from '../shared/comparable';

export interface SideBySide {
  readonly columns: readonly { readonly id: string; readonly name: string; readonly href: string | null }[];
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly unit: string;
    readonly years: string;
    readonly cells: readonly Datum[];
    /** What they are measured by: the pooled rate of all agencies, or the median of their counts. */
    readonly whole: { readonly kind: 'pooled' | 'median'; readonly datum: Datum };
  }[];
}

const measures = [...comparable];

const sums = measures.filter((id) => metric(id).overYears !== 'latest');
const stocks = measures.filter((id) => metric(id).overYears === 'latest');

/** All agencies of the level in the area, the picked ones among them; stocks of the last year apart. */
export function sideBySideQuestions(context: PageContext): Readonly<Record<string, Question>> {
  const each = (ids: readonly string[]): Question => ({
    from: 'reports',
    measures: ids,
    by: ['agency'],
    where: where(context, { years: pooledYears(context, ids) }),
  });
  return { rows: each(sums), stocks: each(stocks), whole: pooled(context, sums) };
}

/** The middle one of the agencies that state a count; a sum over the whole area is no yardstick for one agency. */
function medianOf(rows: readonly Row[], id: string): Datum {
  const numbers = rows.flatMap((row) => datum(row, id).value ?? []).sort((a, b) => a - b);
  const value = quantile(numbers, 0.5);
  return value === null ? { value, absence: 'missing' } : { value, n: numbers.length };
}

const datum = (row: Row | undefined, id: string): Datum =>
  row ? datumOf(valueOf(row, id)) : { value: null, absence: 'none' };

export function sideBySide(
  context: PageContext,
  { rows = [], stocks: latest = [], whole = [] }: Answers,
): SideBySide {
  const index = (list: readonly Row[]) => new Map(list.map((row) => [String(row['agency_id']), row]));
  const [at, atLast] = [index(rows), index(latest)];
  const picked = context.filters.agencies;
  return {
    columns: picked.map((id) => ({ id, name: context.nameOf('agency', id), href: context.reportHref(id) })),
    rows: measures.map((id) => ({
      id,
      label: labelOf(context, id),
      unit: unitOf(context, id),
      years: pooledYearsText(context, [id]),
      cells: picked.map((agency) => datum((stocks.includes(id) ? atLast : at).get(agency), id)),
      whole:
        metric(id).kind === 'rate'
          ? { kind: 'pooled', datum: datum(whole[0], id) }
          : { kind: 'median', datum: medianOf(stocks.includes(id) ? latest : rows, id) },
    })),
  };
}
