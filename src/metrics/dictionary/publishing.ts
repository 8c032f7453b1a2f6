import { forms } from '../../forms';
import { columnOf } from '../expression';
import type { Metric } from '../types';
import { breaksOf, count } from './build';

/** What agencies publish, issue and decide: the first section and table 2. */
export const publishing: readonly Metric[] = [
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
];
