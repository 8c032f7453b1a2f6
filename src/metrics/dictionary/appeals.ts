import { forms, type Label } from '../../forms';
import { columnOf, minus, plus } from '../expression';
import type { Expression, Metric } from '../types';
import { breaksOf, count, rate, t3 } from './build';

const D = t3('results_total');
const t4 = (column: string): Expression => columnOf(`t4_${column}`);
const decided = (procedure: string): Expression =>
  plus(t4(`${procedure}_upheld`), t4(`${procedure}_corrected`), t4(`${procedure}_other`));

const appealsBreak = breaksOf('review_concluded');
const appealsCaveat: Label = {
  zh: '当年未审结的案件会带着结果再次出现在下一年，因此不同年份的总数不可相加。',
  en: 'A case pending at year end returns with its result next year, so totals are never added over years.',
};

const appealProcedures = ['review', 'lit_direct', 'lit_after_review'] as const;
export type AppealProcedure = (typeof appealProcedures)[number];
export const appealOutcomes = ['upheld', 'corrected', 'other', 'pending'] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];
export { appealProcedures };

const appealLabel = (procedure: AppealProcedure, result: AppealOutcome | 'total'): Label => {
  const { columns, columnGroups } = forms['2021'].tables.t4;
  const group = columnGroups.find((entry) => entry.code === procedure)?.label;
  const column = columns.find((entry) => entry.code === `${procedure}_${result}`)?.label;
  if (!group || !column) throw new RangeError(`no column ${procedure}_${result}`);
  return { zh: `${group.zh}：${column.zh}`, en: `${group.en}: ${column.en}` };
};

/** Reconsiderations and suits: table 4. */
export const appeals: readonly Metric[] = [
  count(
    'reviews',
    { zh: '行政复议', en: 'Reconsiderations' },
    columnOf('reviews'),
    {
      zh: '因政府信息公开被申请行政复议的件数，含尚未审结。',
      en: 'Administrative reconsiderations over disclosure, pending ones included.',
    },
    { breaks: appealsBreak, caveat: appealsCaveat, overYears: 'latest', summary: true },
  ),
  count(
    'suits',
    { zh: '行政诉讼', en: 'Suits' },
    columnOf('suits'),
    {
      zh: '未经复议直接起诉与复议后起诉之和，含尚未审结。',
      en: 'Direct suits plus suits after reconsideration, pending ones included.',
    },
    { breaks: appealsBreak, caveat: appealsCaveat, overYears: 'latest', summary: true },
  ),
  ...appealProcedures.flatMap((procedure) => [
    ...appealOutcomes.map((result) =>
      count(
        `${procedure}_${result}`,
        appealLabel(procedure, result),
        t4(`${procedure}_${result}`),
        {
          zh: '第四表的一格。',
          en: 'One cell of table 4.',
        },
        { breaks: appealsBreak, caveat: appealsCaveat, overYears: 'latest', summary: true },
      ),
    ),
    count(
      `${procedure}_total`,
      appealLabel(procedure, 'total'),
      t4(`${procedure}_total`),
      {
        zh: '第四表的总计。',
        en: 'A total of table 4.',
      },
      { breaks: appealsBreak, caveat: appealsCaveat, overYears: 'latest' },
    ),
  ]),
  rate(
    'review_correction_rate',
    { zh: '复议纠错率', en: 'Correction rate in reconsideration' },
    t4('review_corrected'),
    decided('review'),
    {
      zh: '结果纠正 ÷（维持＋纠正＋其他结果）。',
      en: 'Corrected ÷ (upheld + corrected + other result).',
    },
    {
      breaks: appealsBreak,
      caveat: { zh: '尚未审结的不在分母中。', en: 'Pending cases are not in the denominator.' },
      summary: true,
    },
  ),
  rate(
    'litigation_loss_rate',
    { zh: '诉讼败诉率', en: 'Loss rate in litigation' },
    plus(t4('lit_direct_corrected'), t4('lit_after_review_corrected')),
    plus(decided('lit_direct'), decided('lit_after_review')),
    {
      zh: '两类诉讼的结果纠正 ÷ 两类诉讼的（维持＋纠正＋其他结果）。',
      en: 'Corrected ÷ (upheld + corrected + other result), both kinds of suit together.',
    },
    {
      breaks: appealsBreak,
      caveat: { zh: '尚未审结的不在分母中。', en: 'Pending cases are not in the denominator.' },
      summary: true,
    },
  ),
  rate(
    'dispute_ratio',
    { zh: '争议比', en: 'Dispute ratio' },
    plus(t4('review_total'), t4('lit_direct_total')),
    D,
    {
      zh: '（行政复议＋直接起诉）÷ 办结总数，按百件计。',
      en: '(Reconsiderations + direct suits) per hundred applications decided.',
    },
    {
      share: false,
      unit: { zh: '件/百件', en: 'per 100' },
      breaks: appealsBreak,
      caveat: { zh: '案件可能针对往年的答复。', en: 'Cases may concern answers of earlier years.' },
    },
  ),
  count(
    'reviews_decided',
    { zh: '审结的行政复议', en: 'Reconsiderations decided' },
    minus(t4('review_total'), t4('review_pending')),
    {
      zh: '总计减去尚未审结。',
      en: 'Total less pending.',
    },
    { breaks: appealsBreak },
  ),
];
