import { legacyForms, type LegacyForm } from '../forms';
import { t2, t3, t4, type Figures } from './figures';
import type { Published } from './publishing';
import { binomial, deal, integer, poisson, type Random } from './random';

/** The statistical table of 2014, which local bodies filled until the form of 2019. */
export const statisticalForm: LegacyForm =
  legacyForms.find((form) => form.id === 'legacy_2014') ?? legacyForms[0];

/** Which outcomes of table 3 a reply of the older table stands for; the older words were coarser. */
const replies: Readonly<Record<string, readonly string[]>> = {
  lg3_agree: ['granted'],
  lg3_partial: ['partially_granted'],
  lg3_refuse_secret: ['denied_state_secret'],
  lg3_refuse_commercial: ['denied_third_party'],
  lg3_refuse_security: ['denied_security_stability'],
  lg3_refuse_not_gov_info: [
    'denied_internal_affairs',
    'denied_process_info',
    'denied_enforcement_file',
    'denied_admin_query',
  ],
  lg3_refuse_other_law: ['denied_other_law'],
  lg3_not_this_body: ['unable_not_held'],
  lg3_not_exist: ['unable_needs_creation'],
  lg3_amend: ['unable_unclear', 'other_no_correction'],
  lg3_other_route: [
    'np_petition',
    'np_repeat',
    'np_publication',
    'np_excessive',
    'np_reconfirm',
    'other_fee_unpaid',
    'other_misc',
  ],
};

/** Channels of the older table by the words in a channel's name; what fits none is another way. */
const channelWords: readonly (readonly [string, RegExp])[] = [
  ['lg1_website', /网站/],
  ['lg1_weibo', /微博/],
  ['lg1_wechat', /微信/],
  ['lg1_other_channel', /./],
];

/** Values by indicator code; every indicator that takes a value has one. */
export function legacyStatistics(
  r: Random,
  figures: Figures,
  published: Published,
  staff: number,
): Readonly<Record<string, number>> {
  const values: Record<string, number> = {};
  for (const indicator of statisticalForm.indicators)
    if (indicator.kind !== 'group') values[indicator.code] = 0;

  const issued = figures[t2('normative_document', 'issued')];
  values.lg1_total = published.total;
  values.lg1_normative_disclosed = issued;
  values.lg1_normative_issued = issued;
  for (const { label, count } of published.channels) {
    const code = channelWords.find(([, words]) => words.test(label))?.[0];
    if (code) values[code] = (values[code] ?? 0) + count;
  }
  // What no counted channel carried went out in some other way: channels never cover less than the total (L-CHAN).
  const carried = channelWords.reduce((sum, [code]) => sum + (values[code] ?? 0), 0);
  values.lg1_other_channel = (values.lg1_other_channel ?? 0) + Math.max(0, published.total - carried);
  values.lg2_interpretations = published.categories.find(({ label }) => label === '政策解读')?.count ?? 0;
  values.lg2_responses = poisson(r, 0.6);
  values.lg2_social_responses = values.lg2_responses;

  const received = figures[t3('new_received', 'total')];
  Object.assign(
    values,
    deal(r, received, { lg3_in_person: 0.25, lg3_fax: 0.02, lg3_online: 0.5, lg3_mail: 0.23 }),
  );
  for (const [code, rows] of Object.entries(replies))
    values[code] = rows.reduce((sum, row) => sum + figures[t3(row, 'total')], 0);
  values.lg3_already_public = binomial(r, values.lg3_agree ?? 0, 0.3);
  values.lg3_agree = (values.lg3_agree ?? 0) - values.lg3_already_public;
  const closed = figures[t3('results_total', 'total')];
  values.lg3_closed_extended = binomial(r, closed, 0.04);
  values.lg3_closed_on_time = closed - values.lg3_closed_extended;
  for (const [code, kinds] of [
    ['lg4', ['review']],
    ['lg5', ['lit_direct', 'lit_after_review']],
  ] as const)
    for (const result of ['upheld', 'corrected', 'other'])
      values[`${code}_${result}`] = kinds.reduce((sum, kind) => sum + figures[t4(`${kind}_${result}`)], 0);

  values.lg8_offices = staff > 3 ? 1 : 0;
  values.lg8_reading_points = 1;
  values.lg8_staff_full = staff > 3 ? integer(r, 1, staff - 2) : 0;
  values.lg8_staff_part = staff - values.lg8_staff_full;
  values.lg9_meetings = integer(r, 1, 4);
  values.lg9_trainings = integer(r, 0, 3);
  values.lg9_trainees = values.lg9_trainings * integer(r, 8, 30);
  return withTotals(values);
}

/** Derives the totals bottom up: a total may be part of another. */
function withTotals(values: Record<string, number>): Record<string, number> {
  const totals = statisticalForm.indicators.filter((indicator) => indicator.kind === 'total');
  const depth = (level: number | undefined) => -(level ?? 0);
  for (const total of [...totals].sort((a, b) => depth(a.level) - depth(b.level)))
    values[total.code] = (total.sumOf ?? []).reduce((sum, code) => sum + (values[code] ?? 0), 0);
  return { ...values, lg8_staff: (values.lg8_staff_full ?? 0) + (values.lg8_staff_part ?? 0) };
}
