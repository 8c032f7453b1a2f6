import { appeals } from './dictionary/appeals';
import { applications } from './dictionary/applications';
import { publishing } from './dictionary/publishing';
import type { Metric } from './types';

export {
  appealOutcomes,
  appealProcedures,
  type AppealOutcome,
  type AppealProcedure,
} from './dictionary/appeals';

/** Every metric the dashboard can draw. Definitions: `domain/metrics.md`, forms 国办公开办函〔2021〕30号 and 〔2019〕60号. */
export const metrics: readonly Metric[] = [...publishing, ...applications, ...appeals];

const byId = new Map(metrics.map((metric) => [metric.id, metric]));

export const isMetricId = (id: string): boolean => byId.has(id);

/** The metric of an id; throws a RangeError for an unknown one. */
export function metric(id: string): Metric {
  const found = byId.get(id);
  if (!found) throw new RangeError(`no metric ${id}`);
  return found;
}
