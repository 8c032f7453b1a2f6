import {
  forms,
  outcomeGroups,
  outcomeRows,
  series,
  type Label,
  type OutcomeGroup,
  type SeriesBreak,
  type T3Column,
} from '../forms';
import { columnOf, firstOf, minus, plus } from './expression';
import type { CountMetric, Expression, Metric, RateMetric } from './types';

const cases: Label = { zh: '件', en: 'cases' };
const none: Label = { zh: '', en: '' };

const breaksOf = (name: string): readonly SeriesBreak[] => {
  const found = series.find((entry) => entry.series === name);
  if (!found) throw new RangeError(`no series ${name}`);
  return found.breaks;
};

const t3 = (row: string, column: T3Column = 'total'): Expression => columnOf(`t3_${row}_${column}`);

/** An outcome group in any form; the form of 2019 has 其他处理 as one row, that of 2021 as three. */
function outcome(group: OutcomeGroup): Expression {
  const ways = [
    ...new Map(
      [...(['2021', '2019'] as const)].map((form) => {
        const rows = outcomeRows(form, group);
        return [rows.join(), plus(...rows.map((row) => t3(row)))];
      }),
    ).values(),
  ];
  return ways.length === 1 ? ways[0]! : firstOf(...ways);
}

const G = outcome('granted');
const P = outcome('partially_granted');
const R = outcome('denied');
const U = outcome('unable');
const D = t3('results_total');
const N = t3('new_received');
const C0 = t3('carried_in');
const C1 = t3('carried_out');
const t4 = (column: string): Expression => columnOf(`t4_${column}`);
const decided = (procedure: string): Expression =>
  plus(t4(`${procedure}_upheld`), t4(`${procedure}_corrected`), t4(`${procedure}_other`));

const rowLabel = (code: string): Label => {
  const row = [...forms['2021'].tables.t3.rows, ...forms['2019'].tables.t3.rows].find((r) => r.code === code);
  if (!row) throw new RangeError(`no row ${code}`);
  return { zh: row.label.zh.replace(/（[^）]*）$/u, ''), en: row.label.en.replace(/ \([^)]*\)$/u, '') };
};
const columnLabel = (code: T3Column): Label => {
  const found = forms['2021'].tables.t3.columns.find((column) => column.code === code);
  if (!found) throw new RangeError(`no column ${code}`);
  return found.label;
};

const count = (
  id: string,
  label: Label,
  value: Expression,
  about: Label,
  extra: Partial<CountMetric> = {},
): CountMetric => ({
  id,
  kind: 'count',
  label,
  value,
  about,
  caveat: none,
  unit: cases,
  breaks: [],
  ...extra,
});

const rate = (
  id: string,
  label: Label,
  numerator: Expression,
  denominator: Expression,
  about: Label,
  extra: Partial<RateMetric> = {},
): RateMetric => ({
  id,
  kind: 'rate',
  label,
  numerator,
  denominator,
  about,
  caveat: none,
  unit: { zh: '%', en: '%' },
  breaks: breaksOf('disclosure_rate'),
  scale: 100,
  share: true,
  ...extra,
});

const outcomesBreak = breaksOf('outcomes_total');
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

/** Every metric the dashboard can draw. Definitions: `domain/metrics.md`, forms 国办公开办函〔2021〕30号 and 〔2019〕60号. */
export const metrics: readonly Metric[] = [
  count(
    'published_items',
    { zh: '主动公开条数', en: 'Items published' },
    columnOf('published_total'),
    {
      zh: '报告第一部分写明的全年主动公开政府信息总数。',
      en: 'Total of items published in the year, as the first section of the report states it.',
    },
    {
      unit: { zh: '条', en: 'items' },
      caveat: {
        zh: '各机关计数习惯不同（条、件、篇，或按渠道重复计）；写“余、多”的是下限。',
        en: 'Counting habits differ between agencies; where the text says "more than", the number is a lower bound.',
      },
      breaks: breaksOf('active_disclosure_total'),
      summary: true,
    },
  ),
  count(
    'applications_new',
    { zh: '新收申请', en: 'New applications' },
    columnOf('applications_new'),
    {
      zh: '本年新收政府信息公开申请件数：取第三表；没有表的，取正文或 2014 年统计表的数字。',
      en: 'Applications received in the year: from table 3; without a table, from the text or the 2014 statistical table.',
    },
    {
      caveat: {
        zh: '2019 年前口径近似；正文数字有时含上年结转。',
        en: 'Approximate before 2019; a number in the text sometimes includes cases carried in.',
      },
      breaks: breaksOf('applications_new'),
      summary: true,
    },
  ),
  count(
    'applications_carried_in',
    rowLabel('carried_in'),
    C0,
    {
      zh: '上一年未办结、转入本年的申请。',
      en: 'Applications left open by the year before.',
    },
    { breaks: outcomesBreak, summary: true },
  ),
  count(
    'applications_handled_pool',
    { zh: '应办总量', en: 'Applications to handle' },
    plus(N, C0),
    {
      zh: '本年新收加上年结转。',
      en: 'New applications plus those carried in.',
    },
    { breaks: outcomesBreak },
  ),
  count(
    'results_total',
    { zh: '办结申请', en: 'Applications decided' },
    D,
    {
      zh: '本年度办理结果总计。',
      en: 'Total of outcomes in the year.',
    },
    { breaks: outcomesBreak, summary: true },
  ),
  count(
    'applications_carried_out',
    rowLabel('carried_out'),
    C1,
    {
      zh: '年末未办结、转入下年的申请；不等于逾期。',
      en: 'Applications open at year end; open is not overdue.',
    },
    { breaks: breaksOf('applications_backlog'), overYears: 'latest', summary: true },
  ),
  ...outcomeGroups.map((group) =>
    count(
      `outcome_${group}`,
      rowLabel(group),
      outcome(group),
      {
        zh: '第三表办理结果之一，各申请人合计。',
        en: 'One of the six outcome groups of table 3, all applicants.',
      },
      { breaks: outcomesBreak, summary: true },
    ),
  ),
  ...outcomeGroups.flatMap((group) =>
    outcomeRows('2021', group)
      .filter((row) => row !== group)
      .map((row) =>
        count(
          `row_${row}`,
          rowLabel(row),
          t3(row),
          {
            zh: '第三表办理结果中的一行，各申请人合计。',
            en: 'One row of the outcomes in table 3, all applicants.',
          },
          { breaks: outcomesBreak },
        ),
      ),
  ),
  ...forms['2021'].tables.t3.columns
    .filter((column) => column.code !== 'total')
    .map((column) =>
      count(
        `applicant_${column.code}`,
        columnLabel(column.code as T3Column),
        t3('new_received', column.code as T3Column),
        {
          zh: '该类申请人新提出的申请。',
          en: 'New applications by this kind of applicant.',
        },
        { breaks: outcomesBreak },
      ),
    ),
  rate(
    'disclosure_rate_all',
    { zh: '公开率（全部办结）', en: 'Disclosure rate (all decided)' },
    plus(G, P),
    D,
    {
      zh: '（予以公开＋部分公开）÷ 办结总数。',
      en: '(Disclosed + partly disclosed) ÷ all applications decided.',
    },
    {
      caveat: {
        zh: '信访类、重复申请越多，此率越低。',
        en: 'Falls when people file petitions or repeat an application.',
      },
      summary: true,
    },
  ),
  rate(
    'disclosure_rate_substantive',
    { zh: '公开率（实质答复）', en: 'Disclosure rate (substantive)' },
    plus(G, P),
    plus(G, P, R, U),
    {
      zh: '（予以公开＋部分公开）÷（公开＋部分公开＋不予公开＋无法提供）。',
      en: '(Disclosed + partly) ÷ (disclosed + partly + refused + unable to provide).',
    },
    {
      caveat: {
        zh: '三种口径差别很大，请一并看范围。',
        en: 'The three definitions differ widely; look at their range.',
      },
      summary: true,
    },
  ),
  rate(
    'disclosure_rate_merits',
    { zh: '公开率（公开与否的判断）', en: 'Disclosure rate (on the merits)' },
    plus(G, P),
    plus(G, P, R),
    {
      zh: '（予以公开＋部分公开）÷（公开＋部分公开＋不予公开）。',
      en: '(Disclosed + partly) ÷ (disclosed + partly + refused).',
    },
    {
      caveat: { zh: '不计“无法提供”。', en: 'Leaves out what the agency could not provide.' },
      summary: true,
    },
  ),
  rate('refusal_rate', { zh: '不予公开率', en: 'Refusal rate' }, R, D, {
    zh: '不予公开 ÷ 办结总数。',
    en: 'Refused ÷ all applications decided.',
  }),
  rate('unable_rate', { zh: '无法提供率', en: 'Unable-to-provide rate' }, U, D, {
    zh: '无法提供 ÷ 办结总数。',
    en: 'Unable to provide ÷ all applications decided.',
  }),
  rate('factual_share', { zh: '事实性理由占比', en: 'Share of factual grounds' }, U, plus(R, U), {
    zh: '无法提供 ÷（不予公开＋无法提供）。',
    en: 'Unable to provide ÷ (refused + unable to provide).',
  }),
  rate(
    'carry_over_rate',
    { zh: '结转率', en: 'Carry-over rate' },
    C1,
    plus(N, C0),
    {
      zh: '结转下年度 ÷（本年新收＋上年结转）。',
      en: 'Carried out ÷ (new + carried in).',
    },
    { caveat: { zh: '年末在办，不等于逾期。', en: 'Open at year end, not overdue.' } },
  ),
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
    'documents_issued',
    { zh: '制发规范性文件', en: 'Normative documents issued' },
    columnOf('t2_normative_document_issued'),
    {
      zh: '本年制发的行政规范性文件。',
      en: 'Administrative normative documents issued in the year.',
    },
    { breaks: breaksOf('normative_in_force') },
  ),
  count(
    'documents_repealed',
    { zh: '废止规范性文件', en: 'Normative documents repealed' },
    columnOf('t2_normative_document_repealed'),
    {
      zh: '本年废止的行政规范性文件。',
      en: 'Administrative normative documents repealed in the year.',
    },
    { breaks: breaksOf('normative_in_force'), caveat: { zh: '失效不是废止。', en: 'Expiry is not repeal.' } },
  ),
  count(
    'documents_in_force',
    { zh: '现行有效规范性文件', en: 'Normative documents in force' },
    columnOf('t2_normative_document_in_force'),
    {
      zh: '年末现行有效的行政规范性文件；2021 年起才有。',
      en: 'Administrative normative documents in force at year end; only since 2021.',
    },
    { breaks: breaksOf('normative_in_force'), overYears: 'latest' },
  ),
  ...(['admin_license', 'admin_penalty', 'admin_coercion'] as const).map((row) => {
    const label = forms['2021'].tables.t2.blocks
      .flatMap((block) => block.rows)
      .find((r) => r.code === row)!.label;
    return count(
      `${row}_decisions`,
      label,
      columnOf(`t2_${row}_decisions`),
      {
        zh: '本年作出的处理决定。',
        en: 'Decisions made in the year.',
      },
      {
        breaks: breaksOf('license_decisions / penalty_decisions / coercion_decisions'),
        caveat: {
          zh: '2019—2020 年有的机关填的是事项数。',
          en: 'In 2019–2020 some agencies entered the number of matters instead.',
        },
      },
    );
  }),
  {
    ...count(
      'admin_fee',
      { zh: '行政事业性收费', en: 'Administrative fees' },
      columnOf('t2_admin_fee_fee_amount'),
      {
        zh: '本年收费金额。',
        en: 'Fees collected in the year.',
      },
      { breaks: breaksOf('admin_fees'), unit: { zh: '万元', en: '10,000 yuan' } },
    ),
    kind: 'money',
  },
  rate(
    'applications_any',
    { zh: '收到过申请的机关占比', en: 'Bodies with any application' },
    { sql: '(applications_new > 0)::INTEGER', columns: ['applications_new'] },
    { sql: '(applications_new >= 0)::INTEGER', columns: ['applications_new'] },
    {
      zh: '新收申请大于零的报告 ÷ 写明新收申请的报告。',
      en: 'Reports with at least one new application ÷ reports that state how many.',
    },
    {
      breaks: breaksOf('applications_new'),
      caveat: {
        zh: '多数镇街一年没有一件申请。',
        en: 'Most townships get no application in a year.',
      },
      summary: true,
    },
  ),
  rate(
    'exposure',
    { zh: '每千件执法决定的申请数', en: 'Applications per 1,000 enforcement decisions' },
    N,
    plus(
      columnOf('t2_admin_license_decisions'),
      columnOf('t2_admin_penalty_decisions'),
      columnOf('t2_admin_coercion_decisions'),
    ),
    {
      zh: '新收申请 ÷（许可＋处罚＋强制）× 1000。',
      en: 'New applications ÷ (licences + penalties + coercion) × 1000.',
    },
    { share: false, scale: 1000, unit: { zh: '件/千件', en: 'per 1,000' } },
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

const byId = new Map(metrics.map((metric) => [metric.id, metric]));

export const isMetricId = (id: string): boolean => byId.has(id);

/** The metric of an id; throws a RangeError for an unknown one. */
export function metric(id: string): Metric {
  const found = byId.get(id);
  if (!found) throw new RangeError(`no metric ${id}`);
  return found;
}
