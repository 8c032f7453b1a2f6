import type { CellCode } from '../../forms';
import type { ReportContent } from '../content';
import type { Planted } from '../faults';

/**
 * A planter breaks one thing and leaves every other identity whole, so that a rule that fires elsewhere is wrong.
 * A consequence that cannot be avoided is listed as a fault of its own.
 */
export type Planter = (report: ReportContent, before: ReportContent | null) => Planted;
export type Cells = ReportContent['cells'];

/** Without these numbers a text that disagrees with its table does not contradict itself as well (N-BAL). */
export const unsaid = {
  applications_carried_in: null,
  applications_answered: null,
  applications_carried_out: null,
} as const;

export const numberOf = (cells: Cells, code: CellCode): number => cells[code] ?? 0;

export function changed(report: ReportContent, steps: Partial<Record<CellCode, number>>): ReportContent {
  const cells = { ...report.cells };
  for (const [code, step] of Object.entries(steps) as [CellCode, number][])
    cells[code] = numberOf(cells, code) + step;
  return { ...report, cells };
}
