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
import { comparable } from '../shared/comparable';

export interface SideBySide {
  readonly columns: readonly { readonly id: string; readonly name: string; readonly href: string | null }[];
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly unit: string;
    readonly years: string;
    readonly cells: readonly Datum[];
    readonly whole: Datum;
  }[];
}

const measures = [...comparable];

const sums = measures.filter((id) => metric(id).overYears !== 'latest');
const stocks = measures.filter((id) => metric(id).overYears === 'latest');

/** The picked agencies and, beside them, all agencies of the level in the area; stocks of the last year apart. */
export function sideBySideQuestions(context: PageContext): Readonly<Record<string, Question>> {
  const picked = (ids: readonly string[]): Question => ({
    from: 'reports',
    measures: ids,
    by: ['agency'],
    where: where(context, { agencies: context.filters.agencies, years: pooledYears(context, ids) }),
  });
  return { rows: picked(sums), stocks: picked(stocks), whole: pooled(context, sums) };
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
      // A sum over the whole area is no yardstick for one agency; a pooled rate is.
      whole: metric(id).kind === 'rate' ? datum(whole[0], id) : { value: null },
    })),
  };
}
