/** Rules over reports → findings; numbers that are proven though not printed. Pure; browser and Node. */
export { deriveCells } from './derive';
export type { Finding, RuleId, SeriesFinding, Severity } from './finding';
