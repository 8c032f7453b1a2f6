import type { Finding, RuleId } from '../../src/checking';
import type { Report } from '../../src/reading';
import { cell, cellsOf, entry, fact, filled, next, reportOf } from './fixtures';

const section1 = (text: string) => [{ n: 1, title: '一、总体情况', text, at: { line: 1 } }];
const copied =
  '2023年，我镇主动公开政府信息 128 条，其中机构职能 6 条、政策文件 12 条、财政预决算 10 条、民生保障 100 条，比2022年有所增加，群众满意度持续提升。';

export interface Case {
  readonly name: string;
  readonly reports: readonly Report[];
  readonly severity: Finding['severity'];
  readonly expected?: number;
  readonly found?: number;
  readonly detail?: string;
}

/** What each rule is there to find. */
export const cases: Readonly<Record<RuleId, Case>> = {
  'S-1': {
    name: 'a row lost from table 3',
    reports: [{ ...filled({}), cells: { ...filled({}).cells, t4_review_total: cell(null, 'row_missing') } }],
    severity: 'warning',
    expected: 15,
    found: 14,
  },
  'S-3': {
    name: 'the heading of table 4 without its table',
    reports: [
      reportOf({ forms: { t2: '2021' }, sections: [{ n: 4, title: '四', text: '', at: { line: 9 } }] }),
    ],
    severity: 'warning',
  },
  'S-4': {
    name: 'the form of 2019 in a report on 2021',
    reports: [filled({}, {}, '2019', { year: 2021, published: '2022-01-20' })],
    severity: 'info',
    expected: 2021,
    found: 2019,
  },
  'S-SOURCES': {
    name: 'two records of one report that differ',
    reports: [reportOf({ problems: [{ code: 'sources_differ', detail: 't3_granted_total' }] })],
    severity: 'warning',
    found: 1,
  },
  'BLANK-AS-ZERO': {
    name: 'a balance that comes out only with blanks as 0',
    reports: [
      reportOf({
        cells: cellsOf([
          ['t3_new_received_total', 5],
          ['t3_carried_in_total', null],
          ['t3_results_total_total', 5],
          ['t3_carried_out_total', null],
        ]),
      }),
    ],
    severity: 'info',
  },
  'T3-BAL': {
    name: 'more settled than received',
    reports: [
      filled(
        { t3_granted_natural_person: 6 },
        { t3_new_received_natural_person: 5, t3_new_received_total: 5 },
      ),
    ],
    severity: 'error',
    expected: 5,
    found: 6,
  },
  'T3-SUM': {
    name: 'outcomes that miss their total',
    reports: [filled({ t3_granted_total: 3 }, { t3_results_total_total: 1 })],
    severity: 'error',
    expected: 0,
    found: 1,
  },
  'T3-ROW': {
    name: 'a row total that misses its parts',
    reports: [filled({ t3_granted_social_org: 3 }, { t3_granted_total: 4 })],
    severity: 'error',
    expected: 3,
    found: 4,
  },
  'T3-ROW0': {
    name: 'a row total left blank',
    reports: [
      {
        ...filled({}),
        cells: { ...filled({ t3_granted_social_org: 3 }).cells, t3_granted_total: cell(null) },
      },
    ],
    severity: 'info',
    found: 1,
  },
  'T3-CARRY': {
    name: 'carried out of nothing',
    reports: [filled({}, { t3_carried_out_enterprise: 2 })],
    severity: 'error',
    expected: 0,
    found: 2,
  },
  'T3-CAP': {
    name: 'one outcome beyond all',
    reports: [filled({ t3_granted_natural_person: 3 }, { t3_results_total_natural_person: 2 })],
    severity: 'error',
    expected: 2,
    found: 3,
  },
  'T3-SEC-INT': {
    name: 'half an application',
    reports: [filled({}, { t3_granted_natural_person: 0.5 })],
    severity: 'error',
    found: 0.5,
  },
  'T4-SUM-R': {
    name: 'reconsiderations that miss their total',
    reports: [filled({ t4_review_upheld: 2 }, { t4_review_total: 3 })],
    severity: 'error',
    expected: 2,
    found: 3,
  },
  'T4-SUM-D': {
    name: 'direct suits that miss their total',
    reports: [filled({}, { t4_lit_direct_total: 3 })],
    severity: 'error',
    expected: 0,
    found: 3,
  },
  'T4-SUM-A': {
    name: 'suits after reconsideration that miss their total',
    reports: [filled({ t4_lit_after_review_other: 1 }, { t4_lit_after_review_total: 0 })],
    severity: 'error',
    expected: 1,
    found: 0,
  },
  'T2-RULE-AUTH': {
    name: 'a township with rules of its own',
    reports: [filled({ t2_regulation_in_force: 2 })],
    severity: 'warning',
    expected: 0,
    found: 2,
  },
  'T2-STOCK': {
    name: 'fewer in force than issued',
    reports: [filled({ t2_normative_document_issued: 5, t2_normative_document_repealed: 1 })],
    severity: 'warning',
    expected: 1,
    found: 5,
  },
  'T2-2019-TOT': {
    name: 'more disclosed in the year than in all',
    reports: [filled({ t2_normative_document_newly_disclosed: 3 }, {}, '2019')],
    severity: 'warning',
    expected: 0,
    found: 3,
  },
  'T2-2019-SUM': {
    name: 'decisions that are items',
    reports: [
      filled(
        {
          t2_admin_license_decisions: 97,
          t2_admin_license_prior_items: 61,
          t2_admin_license_item_change: 36,
        },
        {},
        '2019',
      ),
    ],
    severity: 'warning',
    found: 97,
  },
  'X-CARRY': {
    name: 'carried out 5, carried in 1',
    reports: [
      filled({ t3_granted_natural_person: 1, t3_carried_out_natural_person: 5 }),
      next(filled({ t3_granted_natural_person: 9, t3_carried_in_natural_person: 1 })),
    ],
    severity: 'error',
    expected: 5,
    found: 1,
    detail: '2023',
  },
  'X-STOCK': {
    name: 'a document in force too many',
    reports: [
      filled({ t2_normative_document_in_force: 10 }),
      next(filled({ t2_normative_document_in_force: 12, t2_normative_document_issued: 1 })),
    ],
    severity: 'warning',
    expected: 11,
    found: 12,
    detail: '2023',
  },
  'X-SAME': {
    name: 'the first section copied but for the years',
    reports: [
      reportOf({ sections: section1(copied) }),
      next(reportOf({ sections: section1(copied.replace('2023', '2024').replace('2022', '2023')) })),
    ],
    severity: 'warning',
    detail: '2023',
  },
  'N-APP': {
    name: 'another number in the text',
    reports: [
      filled({ t3_granted_natural_person: 5 }, {}, '2021', { narrative: { applications_received: fact(4) } }),
    ],
    severity: 'warning',
    expected: 4,
    found: 5,
  },
  'N-APP0': {
    name: 'none in the text, some in the table',
    reports: [
      filled({ t3_granted_natural_person: 5 }, {}, '2021', { narrative: { applications_received: fact(0) } }),
    ],
    severity: 'error',
    expected: 0,
    found: 5,
  },
  'N-CAT': {
    name: 'categories that miss the stated total',
    reports: [
      reportOf({
        narrative: {
          published_total: fact(50),
          published_by_category: [entry('政策文件', 20), entry('财政信息', 31)],
          category_list: 'mismatch',
        },
      }),
    ],
    severity: 'info',
    expected: 50,
    found: 51,
  },
  'D-LATE': {
    name: 'a bureau in February',
    reports: [reportOf({ agency: { name: '甲局', kind: 'bureau' }, published: '2024-02-10' })],
    severity: 'warning',
    found: 10,
    detail: '2024-01-31',
  },
  'D-EARLY': {
    name: 'before the year was over',
    reports: [reportOf({ published: '2023-12-25' })],
    severity: 'info',
    detail: '2023-12-25',
  },
  'D-NODATE': { name: 'no date', reports: [reportOf({ published: null })], severity: 'info' },
  'D-MIGR': {
    name: 'years after',
    reports: [reportOf({ published: '2027-06-15' })],
    severity: 'info',
    found: 1231,
    detail: '2024-01-31',
  },
  'S-YEAR': {
    name: 'a year that only few mentions decide',
    reports: [reportOf({ problems: [{ code: 'year_unclear', detail: 'title=2023 text=2021' }] })],
    severity: 'warning',
    detail: 'title=2023 text=2021',
  },
  'S-AREA': {
    name: 'a name that two places bear',
    reports: [reportOf({ problems: [{ code: 'area_unclear', detail: '110105 220104' }] })],
    severity: 'warning',
    found: 2,
  },
  'D-PERIOD': {
    name: 'the period of the year before',
    reports: [reportOf({ problems: [{ code: 'year_unclear', detail: 'title=2023 period=2022' }] })],
    severity: 'warning',
    expected: 2023,
    found: 2022,
  },
  'T3-OUT-AGE': {
    name: 'half of all applications carried out',
    reports: [filled({ t3_granted_natural_person: 12, t3_carried_out_natural_person: 12 })],
    severity: 'info',
    found: 12,
    detail: '24',
  },
  'T2-FEE-UNIT': {
    name: 'a township with millions',
    reports: [filled({ t2_admin_fee_fee_amount: 8040 })],
    severity: 'warning',
    found: 8040,
  },
  'T2-2019-MADE': {
    name: 'more disclosed than made',
    reports: [
      filled(
        {
          t2_normative_document_newly_made: 2,
          t2_normative_document_newly_disclosed: 5,
          t2_normative_document_total_disclosed: 9,
        },
        {},
        '2019',
      ),
    ],
    severity: 'info',
    expected: 2,
    found: 5,
  },
  'T2-DEC': {
    name: 'twenty times the decisions',
    reports: [filled({ t2_admin_penalty_decisions: 3 }), next(filled({ t2_admin_penalty_decisions: 60 }))],
    severity: 'info',
    expected: 3,
    found: 60,
    detail: '2023',
  },
  'T4-LINK': {
    name: 'a suit after no reconsideration in two years',
    reports: [filled({}), next(filled({ t4_lit_after_review_upheld: 1 }))],
    severity: 'info',
    found: 1,
    detail: '2023',
  },
  'X-GROWTH': {
    name: 'a rate that the tables do not give',
    reports: [
      filled({ t3_granted_natural_person: 10 }),
      next(
        filled({ t3_granted_natural_person: 15 }, {}, '2021', {
          narrative: { applications_change: { value: 40, unit: 'percent', raw: '增长40%', at: null } },
        }),
      ),
    ],
    severity: 'info',
    expected: 40,
    found: 50,
    detail: '2023',
  },
  'N-ANS': {
    name: 'another number of answers in the text',
    reports: [
      filled({ t3_granted_natural_person: 5 }, {}, '2021', { narrative: { applications_answered: fact(4) } }),
    ],
    severity: 'warning',
    expected: 4,
    found: 5,
  },
  'N-CARRY': {
    name: 'another number carried out in the text',
    reports: [
      filled({ t3_granted_natural_person: 5 }, {}, '2021', {
        narrative: { applications_carried_out: fact(1) },
      }),
    ],
    severity: 'warning',
    expected: 1,
    found: 0,
  },
  'N-BAL': {
    name: 'a text that does not balance',
    reports: [
      filled(
        {
          t3_granted_natural_person: 78,
          t3_carried_in_natural_person: 3,
          t3_carried_out_natural_person: 3,
        },
        {},
        '2021',
        {
          narrative: {
            applications_received: fact(78),
            applications_carried_in: fact(3),
            applications_answered: fact(75),
            applications_carried_out: fact(3),
          },
        },
      ),
    ],
    severity: 'warning',
    expected: 81,
    found: 78,
  },
  'N-REV': {
    name: 'more reconsiderations in the text',
    reports: [filled({ t4_review_upheld: 2 }, {}, '2021', { narrative: { reviews_total: fact(3) } })],
    severity: 'warning',
    expected: 3,
    found: 2,
  },
  'N-LIT': {
    name: 'more suits in the text',
    reports: [
      filled({ t4_lit_direct_upheld: 2, t4_lit_after_review_upheld: 1 }, {}, '2021', {
        narrative: { litigation_total: fact(5) },
      }),
    ],
    severity: 'warning',
    expected: 5,
    found: 3,
  },
  'N-FEE': {
    name: 'a fee and no application',
    reports: [filled({}, {}, '2021', { narrative: { fees_charged: fact(120) } })],
    severity: 'warning',
    expected: 0,
    found: 120,
  },
  'L-SUM': {
    name: 'a total of the table of 2014 that misses its parts',
    reports: [
      reportOf({
        year: 2016,
        published: '2017-01-20',
        forms: {},
        statistical_table: (
          [
            ['lg4', '收到复议数', 4],
            ['lg4_upheld', '维持', 2],
            ['lg4_corrected', '纠错', 1],
            ['lg4_other', '其他', 0],
          ] as const
        ).map(([code, label, value]) => ({ code, label, unit: '件', value, cumulative: null, at: null })),
      }),
    ],
    severity: 'error',
    expected: 3,
    found: 4,
    detail: '收到复议数',
  },
};
