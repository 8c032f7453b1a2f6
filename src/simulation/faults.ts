import type { CellCode, TableId } from '../forms';
import type { ReportContent } from './content';
import { plantedFaults, type FaultPlan } from './fault-plan';
import { district } from './names';

/** One entry of the ground truth. `rule` is a code of `rules.md`, or MISSING, or AGG-GAP. */
export interface PlantedFault {
  readonly rule: string;
  /** Agency id. */
  readonly agency: string;
  readonly year: number;
  readonly table?: TableId;
  readonly codes?: readonly CellCode[];
  readonly what: string;
}

/** A report with its faults, or null when it was never filed; and what each fault is, in the order of its rules. */
export interface Planted {
  readonly report: ReportContent | null;
  readonly faults: readonly Omit<PlantedFault, 'agency' | 'year'>[];
}

const reportKey = (name: string, year: number) => `${name}/${year}`;
const keyOf = (plan: FaultPlan) => reportKey(`${district.name}${plan.agency}`, plan.year);

/** Applies the plan. A plan for a report that does not exist is a mistake in the plan: RangeError. */
export function plantFaults(reports: readonly ReportContent[]): {
  reports: readonly ReportContent[];
  faults: readonly PlantedFault[];
} {
  const byKey = new Map<string, ReportContent | null>(
    reports.map((report) => [reportKey(report.agency.name, report.year), report]),
  );
  const faults: PlantedFault[] = [];
  for (const plan of plantedFaults) {
    const report = byKey.get(keyOf(plan));
    if (!report) throw new RangeError(`no report to plant a fault in: ${keyOf(plan)}`);
    const before = byKey.get(reportKey(report.agency.name, report.year - 1)) ?? null;
    const planted = plan.plant(report, before);
    faults.push(
      ...planted.faults.map(({ rule, ...rest }) => ({
        rule,
        agency: report.agency.id,
        year: report.year,
        ...rest,
      })),
    );
    const rules = planted.faults.map(({ rule }) => rule);
    byKey.set(keyOf(plan), planted.report && { ...planted.report, faults: [...report.faults, ...rules] });
  }
  return { reports: [...byKey.values()].filter((report) => report !== null), faults };
}
