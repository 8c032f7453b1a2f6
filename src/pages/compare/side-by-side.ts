import { metric, valueOf, type Question } from '../../metrics';
import { datumOf, labelOf, unitOf, where, type Answers, type PageContext, type Row } from '../shared/context';
import type { Datum } from '../../charts';
import { comparable } from './charts';

export interface SideBySide {
  readonly columns: readonly { readonly id: string; readonly name: string; readonly href: string | null }[];
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly unit: string;
    readonly cells: readonly Datum[];
    readonly whole: Datum;
  }[];
}

const measures = [...comparable];

/** The picked agencies and, beside them, all agencies of the level in the area. */
export const sideBySideQuestions = (context: PageContext): Readonly<Record<string, Question>> => ({
  rows: {
    from: 'reports',
    measures,
    by: ['agency'],
    where: where(context, { agencies: context.filters.agencies }),
  },
  whole: { from: 'reports', measures, by: [], where: where(context) },
});

const datum = (row: Row | undefined, id: string): Datum =>
  row ? datumOf(valueOf(row, id)) : { value: null, absence: 'none' };

export function sideBySide(context: PageContext, { rows = [], whole = [] }: Answers): SideBySide {
  const at = new Map(rows.map((row) => [String(row['agency_id']), row]));
  const picked = context.filters.agencies;
  return {
    columns: picked.map((id) => ({ id, name: context.nameOf('agency', id), href: context.reportHref(id) })),
    rows: measures.map((id) => ({
      id,
      label: labelOf(context, id),
      unit: unitOf(context, id),
      cells: picked.map((agency) => datum(at.get(agency), id)),
      // A sum over the whole area is no yardstick for one agency; a pooled rate is.
      whole: metric(id).kind === 'rate' ? datum(whole[0], id) : { value: null },
    })),
  };
}
