import type { FormId, TableId } from '../forms';
import * as applications from './applications';
import { blanksReadAsZero, brokenSums } from './arithmetic';
import * as claims from './claims';
import * as continuity from './continuity';
import * as documents from './documents';
import type { ReportRule, Rule, RuleId, SeriesRule } from './finding';
import * as narrative from './narrative';
import * as shape from './shape';
import { brokenStatistics } from './statistics';
import * as timeliness from './timeliness';

const both: readonly FormId[] = ['2021', '2019'];
/** Rules on text and dates hold whatever the tables are. */
const text = {
  tables: [] as readonly TableId[],
  forms: [] as readonly FormId[],
  concerns: 'agency',
} as const;
const t2 = { tables: ['t2'], concerns: 'agency' } as const;
const t3 = { tables: ['t3'], forms: both, concerns: 'agency' } as const;
const t4 = { tables: ['t4'], forms: both, concerns: 'agency' } as const;

const form2021 = '国办公开办函〔2021〕30号';
const form2019 = '国办公开办函〔2019〕60号';
const eitherForm = `${form2019}；${form2021}`;
const form2014 = '国办发〔2014〕32号';
const orders = '国务院令第492号第三十一条；国务院令第711号第四十九条';
/** No legal text: what careful readers of such reports check. */
const practice = 'practice';

/** Rules on one report, in the order in which findings are shown. */
export const reportRules: readonly ReportRule[] = [
  { ...text, id: 'S-1', severity: 'warning', concerns: 'reading', source: eitherForm, find: shape.lostCells },
  {
    ...text,
    id: 'S-3',
    severity: 'warning',
    concerns: 'reading',
    source: eitherForm,
    find: shape.headingWithoutTable,
  },
  { ...text, id: 'S-4', severity: 'info', source: eitherForm, find: shape.otherForm },
  {
    ...text,
    id: 'S-SOURCES',
    severity: 'warning',
    concerns: 'reading',
    source: practice,
    find: shape.differingSources,
  },
  {
    ...text,
    id: 'S-YEAR',
    severity: 'warning',
    concerns: 'reading',
    source: practice,
    find: timeliness.uncertainYear,
  },
  {
    ...text,
    id: 'S-AREA',
    severity: 'warning',
    concerns: 'reading',
    source: practice,
    find: shape.uncertainPlace,
  },
  {
    ...text,
    id: 'BLANK-AS-ZERO',
    severity: 'info',
    source: practice,
    find: blanksReadAsZero(['t3', 't4']),
  },
  { ...t3, id: 'T3-BAL', severity: 'error', source: eitherForm, find: brokenSums('balance', 't3') },
  { ...t3, id: 'T3-SUM', severity: 'error', source: eitherForm, find: brokenSums('outcomes', 't3') },
  { ...t3, id: 'T3-ROW', severity: 'error', source: eitherForm, find: brokenSums('applicants', 't3') },
  { ...t3, id: 'T3-ROW0', severity: 'info', source: practice, find: applications.blankRowTotals },
  { ...t3, id: 'T3-CARRY', severity: 'error', source: eitherForm, find: applications.carriedOutOfNothing },
  { ...t3, id: 'T3-CAP', severity: 'error', source: eitherForm, find: applications.beyondCap },
  { ...t3, id: 'T3-SEC-INT', severity: 'error', source: eitherForm, find: applications.notCounts },
  { ...t3, id: 'T3-OUT-AGE', severity: 'info', source: practice, find: applications.oldCasesCarriedOut },
  { ...t4, id: 'T4-SUM-R', severity: 'error', source: eitherForm, find: brokenSums('review', 't4') },
  { ...t4, id: 'T4-SUM-D', severity: 'error', source: eitherForm, find: brokenSums('lit_direct', 't4') },
  {
    ...t4,
    id: 'T4-SUM-A',
    severity: 'error',
    source: eitherForm,
    find: brokenSums('lit_after_review', 't4'),
  },
  {
    ...t2,
    id: 'T2-RULE-AUTH',
    forms: both,
    severity: 'warning',
    source: '立法法（2023年修正）第九十一条、第九十三条',
    find: documents.rulesWithoutAuthority,
  },
  {
    ...t2,
    id: 'T2-STOCK',
    forms: ['2021'],
    severity: 'warning',
    source: form2021,
    find: documents.issuedBeyondStock,
  },
  {
    ...t2,
    id: 'T2-FEE-UNIT',
    forms: ['2021'],
    severity: 'warning',
    source: form2021,
    find: documents.feesInYuan,
  },
  {
    ...t2,
    id: 'T2-2019-MADE',
    forms: ['2019'],
    severity: 'info',
    source: form2019,
    find: documents.disclosedBeyondMade,
  },
  {
    ...t2,
    id: 'T2-2019-TOT',
    forms: ['2019'],
    severity: 'warning',
    source: form2019,
    find: documents.newBeyondTotal,
  },
  {
    ...t2,
    id: 'T2-2019-SUM',
    forms: ['2019'],
    severity: 'warning',
    source: form2019,
    find: documents.decisionsThatAreItems,
  },
  { ...t3, id: 'N-APP', severity: 'warning', source: practice, find: narrative.otherNumberOfApplications },
  { ...t3, id: 'N-APP0', severity: 'error', source: practice, find: narrative.applicationsDespiteNone },
  { ...t3, id: 'N-ANS', severity: 'warning', source: practice, find: claims.otherNumberAnswered },
  { ...t3, id: 'N-CARRY', severity: 'warning', source: practice, find: claims.otherNumberCarried },
  { ...text, id: 'N-BAL', severity: 'warning', source: practice, find: claims.unbalancedText },
  { ...t4, id: 'N-REV', severity: 'warning', source: practice, find: claims.otherNumberOfReviews },
  { ...t4, id: 'N-LIT', severity: 'warning', source: practice, find: claims.otherNumberOfSuits },
  { ...t3, id: 'N-FEE', severity: 'warning', source: practice, find: claims.feeForNothing },
  { ...text, id: 'N-CAT', severity: 'info', source: practice, find: narrative.listBesidesTotal },
  { ...text, id: 'D-LATE', severity: 'error', source: orders, find: timeliness.late },
  { ...text, id: 'D-EARLY', severity: 'info', source: orders, find: timeliness.early },
  { ...text, id: 'D-NODATE', severity: 'info', source: orders, find: timeliness.undated },
  { ...text, id: 'D-MIGR', severity: 'info', source: orders, find: timeliness.redated },
  { ...text, id: 'D-PERIOD', severity: 'warning', source: eitherForm, find: timeliness.otherPeriod },
  { ...text, id: 'L-SUM', severity: 'error', source: form2014, find: brokenStatistics },
];

/** Rules on two reports of the same agency and scope, one year apart. */
export const seriesRules: readonly SeriesRule[] = [
  { ...t3, id: 'X-CARRY', severity: 'error', source: eitherForm, findBetween: continuity.brokenCarry },
  {
    ...t2,
    id: 'X-STOCK',
    forms: ['2021'],
    severity: 'warning',
    source: form2021,
    findBetween: continuity.brokenStock,
  },
  { ...text, id: 'X-SAME', severity: 'warning', source: practice, findBetween: continuity.repeated },
  { ...t3, id: 'X-GROWTH', severity: 'info', source: practice, findBetween: continuity.otherGrowth },
  { ...t4, id: 'T4-LINK', severity: 'info', source: practice, findBetween: continuity.suitsWithoutReviews },
  {
    ...t2,
    id: 'T2-DEC',
    forms: both,
    severity: 'info',
    source: practice,
    findBetween: continuity.leapsOfDecisions,
  },
];

export const rules: readonly Rule[] = [...reportRules, ...seriesRules];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The entry of a rule; throws a RangeError for an id that no rule has. */
export function ruleOf(id: RuleId): Rule {
  const rule = byId.get(id);
  if (!rule) throw new RangeError(`no rule ${id}`);
  return rule;
}
