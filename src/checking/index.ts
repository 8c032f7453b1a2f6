/** Rules over reports → findings; numbers that are proven though not printed. Pure; browser and Node. */
export { check, checkSeries } from './check';
export { deadlineFor, deadlines, type Deadline } from './deadlines';
export { deriveCells } from './derive';
export { ruleIds, type Finding, type Rule, type RuleId, type SeriesFinding, type Severity } from './finding';
export { ruleOf, rules } from './rules';
