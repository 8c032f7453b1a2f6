import { forms } from './cells';
import type { FormId } from './types';

/** The six outcome groups of table 3, in printed order. */
export const outcomeGroups = [
  'granted',
  'partially_granted',
  'denied',
  'unable',
  'not_processed',
  'other',
] as const;
export type OutcomeGroup = (typeof outcomeGroups)[number];

/** Row codes of table 3 that make up an outcome group in a form; a group that is one row is its own only member. */
export function outcomeRows(form: FormId, group: OutcomeGroup): readonly string[] {
  const rows = forms[form].tables.t3.rows;
  const own = rows.find((row) => row.code === group);
  return own && own.kind !== 'group'
    ? [group]
    : rows.filter((row) => row.parent === group).map((row) => row.code);
}
