import type { AgencyKind } from '../reading';

/** Sums run over one level at a time: a county's own report already contains its departments and townships. */
export const levels = ['grassroots', 'bureau', 'county', 'city', 'province', 'other'] as const;
export type Level = (typeof levels)[number];

export function levelOf(kind: AgencyKind): Level {
  return kind === 'township' || kind === 'street' ? 'grassroots' : kind;
}
