import { read, type Narrative, type Report } from '../../src/reading';

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const readText = (text: string, name = 'sample.txt'): Report => read(bytes(text), name);

const TITLE = '霁川区露桥镇人民政府2023年政府信息公开工作年度报告';

/** Facts of one paragraph of section 1, under the sub-heading it belongs to. */
export function facts(paragraph: string, heading = '（一）主动公开'): Narrative {
  return readText(
    [TITLE, '一、总体情况', heading, paragraph, '五、存在的主要问题及改进情况', '略。'].join('\n'),
  ).narrative;
}

/** Label and count of each published category. */
export const categories = (paragraph: string, heading?: string): string[] =>
  (facts(paragraph, heading).published_by_category ?? []).map(({ label, count }) => `${label} ${count}`);

/** A report whose parts are given; sections without a part have their headings only. */
export function report(parts: {
  t2?: string;
  t3?: string;
  t4?: string;
  title?: string;
  overview?: string;
}): Report {
  const { title = TITLE, overview = '', t2 = '', t3 = '', t4 = '' } = parts;
  return readText(
    [
      title,
      '一、总体情况',
      overview,
      '二、主动公开政府信息情况',
      t2,
      '三、收到和处理政府信息公开申请情况',
      t3,
      '四、政府信息公开行政复议、行政诉讼情况',
      t4,
      '五、存在的主要问题及改进情况',
      '略。',
    ].join('\n'),
  );
}

/** A cell as its value, or as its state where it has none. */
export function cell(of: Report, code: string): number | string | undefined {
  const cells: Readonly<
    Record<string, { readonly value: number | null; readonly state: string } | undefined>
  > = of.cells;
  const found = cells[code];
  return found?.state === 'value' ? (found.value ?? undefined) : found?.state;
}

/** Labels of the value rows of table 3 in the form of 2021. */
export const t3Labels = [
  '一、本年新收政府信息公开申请数量',
  '二、上年结转政府信息公开申请数量',
  '三、本年度办理结果（一）予以公开',
  '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  '（三）不予公开1.属于国家秘密',
  '2.其他法律行政法规禁止公开',
  '3.危及“三安全一稳定”',
  '4.保护第三方合法权益',
  '5.属于三类内部事务信息',
  '6.属于四类过程性信息',
  '7.属于行政执法案卷',
  '8.属于行政查询事项',
  '（四）无法提供1.本机关不掌握相关政府信息',
  '2.没有现成信息需要另行制作',
  '3.补正后申请内容仍不明确',
  '（五）不予处理1.信访举报投诉类申请',
  '2.重复申请',
  '3.要求提供公开出版物',
  '4.无正当理由大量反复申请',
  '5.要求行政机关确认或重新出具已获取信息',
  '（六）其他处理1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  '3.其他',
  '（七）总计',
  '四、结转下年度继续办理',
];

export const t3Codes = [
  'new_received',
  'carried_in',
  'granted',
  'partially_granted',
  'denied_state_secret',
  'denied_other_law',
  'denied_security_stability',
  'denied_third_party',
  'denied_internal_affairs',
  'denied_process_info',
  'denied_enforcement_file',
  'denied_admin_query',
  'unable_not_held',
  'unable_needs_creation',
  'unable_unclear',
  'np_petition',
  'np_repeat',
  'np_publication',
  'np_excessive',
  'np_reconfirm',
  'other_no_correction',
  'other_fee_unpaid',
  'other_misc',
  'results_total',
  'carried_out',
];

/** Columns of table 3 in the order of the form. */
export const t3Columns = [
  'natural_person',
  'enterprise',
  'research_institute',
  'social_org',
  'legal_service',
  'other_org',
  'total',
];
