import { forms, outcomeGroups, outcomeRows, type Label, type OutcomeGroup, type T3Column } from '../../forms';
import { columnOf, firstOf, plus } from '../expression';
import type { Expression, Metric } from '../types';
import { breaksOf, count, rate, t3 } from './build';

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

const outcomesBreak = breaksOf('outcomes_total');

/** Applications and their outcomes: table 3. */
export const applications: readonly Metric[] = [
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
];
