import type { Report } from '../../../reading';
import type { EvidenceRecord, ReportRecord } from '../records';
import { factsOf } from './targets';

/** A number that the dataset and a copy of the report give differently; null: printed without a number. */
export interface Difference {
  readonly id: string;
  readonly held: number | null;
  readonly copy: number | null;
}

export interface Comparison {
  /** The year that the copy states, where it is another. */
  readonly otherYear: number | null;
  /** The agency that the copy states, where it is another. */
  readonly otherAgency: string | null;
  /** How many numbers both have. */
  readonly compared: number;
  readonly differences: readonly Difference[];
}

/** States in which a source says what stands in the cell. */
const said: ReadonlySet<string> = new Set(['value', 'blank', 'slash', 'word']);

const bare = (name: string): string => name.replace(/\s|人民政府|办公室|办事处/g, '');
/** Names of one agency are longer in one place and shorter in another. */
const isSameName = (a: string, b: string): boolean => bare(a).includes(bare(b)) || bare(b).includes(bare(a));

/** Compares a copy that was read just now with what the dataset holds of the report. */
export function compareCopy(
  report: ReportRecord,
  evidence: readonly EvidenceRecord[],
  copy: Report,
): Comparison {
  const inCopy = new Map<string, number | null>([
    ...Object.entries(copy.cells)
      .filter(([, { state }]) => said.has(state))
      .map(([code, { value }]) => [code, value] as const),
    ...factsOf(copy).map(({ id, value }) => [id, value] as const),
  ]);
  // A number that is not printed but proven stands in no copy.
  const held = evidence.filter(
    ({ code, state, derived }) => inCopy.has(code) && said.has(state) && (state === 'value' || !derived),
  );
  const { year, agency } = copy;
  return {
    otherYear: year === null || year === report.year ? null : year,
    otherAgency: agency.name === null || isSameName(agency.name, report.agency) ? null : agency.name,
    compared: held.length,
    differences: held.flatMap(({ code, value }): Difference[] => {
      const found = inCopy.get(code) ?? null;
      return found === value ? [] : [{ id: code, held: value, copy: found }];
    }),
  };
}
