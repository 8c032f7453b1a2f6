import type { Form } from './types';

/** The official form of 国办公开办函〔2019〕60号: tables 2, 3 and 4 as printed, with aliases met in real reports. */
export const form2019 = {
  id: '2019',
  title: {
    zh: '中华人民共和国政府信息公开工作年度报告格式（试行）',
    en: 'Format of the annual report on government-information disclosure (trial)',
  },
  documentNumber: '国办公开办函〔2019〕60号',
  issuedBy: '国务院办公厅政府信息与政务公开办公室',
  legalBasis: '政府信息公开条例（国务院令第711号）第五十条',
  reportYears: '2019, 2020 (officially); stragglers keep using it for 2021–2023',
  tables: {
    t2: {
      title: {
        zh: '主动公开政府信息情况',
        en: "Information disclosed on the agency's own initiative",
      },
      blocks: [
        {
          code: 'art20_1',
          label: {
            zh: '第二十条第（一）项',
            en: 'Art. 20(1)',
          },
          columns: [
            {
              code: 'newly_made',
              label: {
                zh: '本年新制作数量',
                en: 'Newly made in the year',
              },
              kind: 'input',
              unit: '件',
              aliases: ['本年新 制作数量', '本年新'],
            },
            {
              code: 'newly_disclosed',
              label: {
                zh: '本年新公开数量',
                en: 'Newly disclosed in the year',
              },
              kind: 'input',
              unit: '件',
              aliases: ['本年新 公开数量', '本年新'],
            },
            {
              code: 'total_disclosed',
              label: {
                zh: '对外公开总数量',
                en: 'Total disclosed to the public (stock)',
              },
              kind: 'input',
              unit: '件',
            },
          ],
          rows: [
            {
              code: 'regulation',
              label: {
                zh: '规章',
                en: 'Government rules',
              },
              kind: 'input',
              unit: '件',
            },
            {
              code: 'normative_document',
              label: {
                zh: '规范性文件',
                en: 'Normative documents',
              },
              kind: 'input',
              unit: '件',
            },
          ],
        },
        {
          code: 'art20_5',
          label: {
            zh: '第二十条第（五）项',
            en: 'Art. 20(5)',
          },
          columns: [
            {
              code: 'prior_items',
              label: {
                zh: '上一年项目数量',
                en: 'Number of items (matters) in the previous year',
              },
              kind: 'input',
              unit: '项',
            },
            {
              code: 'item_change',
              label: {
                zh: '本年增/减',
                en: 'Net change in items this year (signed)',
              },
              kind: 'input',
              unit: '项',
              number: 'signed',
            },
            {
              code: 'decisions',
              label: {
                zh: '处理决定数量',
                en: 'Decisions made',
              },
              kind: 'input',
              unit: '件',
            },
          ],
          rows: [
            {
              code: 'admin_license',
              label: {
                zh: '行政许可',
                en: 'Administrative licences',
              },
              kind: 'input',
              unit: '件',
            },
            {
              code: 'other_service',
              label: {
                zh: '其他对外管理服务事项',
                en: 'Other outward management/service matters',
              },
              kind: 'input',
              unit: '件',
            },
          ],
        },
        {
          code: 'art20_6',
          label: {
            zh: '第二十条第（六）项',
            en: 'Art. 20(6)',
          },
          columns: [
            {
              code: 'prior_items',
              label: {
                zh: '上一年项目数量',
                en: 'Number of items (matters) in the previous year',
              },
              kind: 'input',
              unit: '项',
            },
            {
              code: 'item_change',
              label: {
                zh: '本年增/减',
                en: 'Net change in items this year (signed)',
              },
              kind: 'input',
              unit: '项',
              number: 'signed',
            },
            {
              code: 'decisions',
              label: {
                zh: '处理决定数量',
                en: 'Decisions made',
              },
              kind: 'input',
              unit: '件',
            },
          ],
          rows: [
            {
              code: 'admin_penalty',
              label: {
                zh: '行政处罚',
                en: 'Administrative penalties',
              },
              kind: 'input',
              unit: '件',
            },
            {
              code: 'admin_coercion',
              label: {
                zh: '行政强制',
                en: 'Administrative coercive measures',
              },
              kind: 'input',
              unit: '件',
            },
          ],
        },
        {
          code: 'art20_8',
          label: {
            zh: '第二十条第（八）项',
            en: 'Art. 20(8)',
          },
          columns: [
            {
              code: 'prior_items',
              label: {
                zh: '上一年项目数量',
                en: 'Fee items in the previous year',
              },
              kind: 'input',
              unit: '项',
            },
            {
              code: 'item_change',
              label: {
                zh: '本年增/减',
                en: 'Net change in fee items',
              },
              kind: 'input',
              unit: '项',
              number: 'signed',
            },
          ],
          rows: [
            {
              code: 'admin_fee',
              label: {
                zh: '行政事业性收费',
                en: 'Administrative and institutional fees',
              },
              kind: 'input',
              unit: '项',
              note: 'Counts fee ITEMS, not money.',
            },
          ],
        },
        {
          code: 'art20_9',
          label: {
            zh: '第二十条第（九）项',
            en: 'Art. 20(9)',
          },
          columns: [
            {
              code: 'procurement_projects',
              label: {
                zh: '采购项目数量',
                en: 'Procurement projects',
              },
              kind: 'input',
              unit: '个',
            },
            {
              code: 'procurement_amount',
              label: {
                zh: '采购总金额',
                en: 'Total procurement amount',
              },
              kind: 'input',
              unit: 'unspecified in the form (元 and 万元 both occur)',
              number: 'decimal',
            },
          ],
          rows: [
            {
              code: 'central_procurement',
              label: {
                zh: '政府集中采购',
                en: 'Government centralised procurement',
              },
              kind: 'input',
              unit: '件',
            },
          ],
        },
      ],
    },
    t3: {
      title: {
        zh: '收到和处理政府信息公开申请情况',
        en: 'Applications received and processed',
      },
      cornerNote: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
      columnGroups: [
        {
          code: 'applicant',
          label: {
            zh: '申请人情况',
            en: 'Applicants',
          },
          kind: 'group',
          children: ['natural_person', 'legal_entity', 'total'],
        },
        {
          code: 'legal_entity',
          label: {
            zh: '法人或其他组织',
            en: 'Legal persons or other organisations',
          },
          kind: 'group',
          children: ['enterprise', 'research_institute', 'social_org', 'legal_service', 'other_org'],
        },
      ],
      columns: [
        {
          code: 'natural_person',
          label: {
            zh: '自然人',
            en: 'Natural persons',
          },
          kind: 'input',
        },
        {
          code: 'enterprise',
          label: {
            zh: '商业企业',
            en: 'Commercial enterprises',
          },
          kind: 'input',
          aliases: ['商业 企业', '商业', '企业'],
          group: 'legal_entity',
        },
        {
          code: 'research_institute',
          label: {
            zh: '科研机构',
            en: 'Research institutions',
          },
          kind: 'input',
          aliases: ['科研 机构'],
          group: 'legal_entity',
        },
        {
          code: 'social_org',
          label: {
            zh: '社会公益组织',
            en: 'Social / public-benefit organisations',
          },
          kind: 'input',
          aliases: ['社会公益 组织'],
          group: 'legal_entity',
        },
        {
          code: 'legal_service',
          label: {
            zh: '法律服务机构',
            en: 'Legal-service institutions',
          },
          kind: 'input',
          aliases: ['法律 服务 机构', '法律服务 机构'],
          group: 'legal_entity',
        },
        {
          code: 'other_org',
          label: {
            zh: '其他',
            en: 'Other organisations',
          },
          kind: 'input',
          group: 'legal_entity',
        },
        {
          code: 'total',
          label: {
            zh: '总计',
            en: 'Total',
          },
          kind: 'total',
          aliases: ['合计'],
          sumOf: [
            'natural_person',
            'enterprise',
            'research_institute',
            'social_org',
            'legal_service',
            'other_org',
          ],
        },
      ],
      rows: [
        {
          code: 'new_received',
          label: {
            zh: '本年新收政府信息公开申请数量',
            en: 'New applications received in the year',
          },
          kind: 'input',
          unit: '件',
          ordinal: '一',
          note: 'Applications first received within 1 Jan–31 Dec of the report year.',
        },
        {
          code: 'carried_in',
          label: {
            zh: '上年结转政府信息公开申请数量',
            en: 'Applications carried over from the previous year',
          },
          kind: 'input',
          unit: '件',
          ordinal: '二',
        },
        {
          code: 'results',
          label: {
            zh: '本年度办理结果',
            en: 'Outcomes in the year',
          },
          kind: 'group',
          ordinal: '三',
        },
        {
          code: 'granted',
          label: {
            zh: '予以公开',
            en: 'Disclosed',
          },
          kind: 'input',
          unit: '件',
          level: 2,
          ordinal: '（一）',
          parent: 'results',
        },
        {
          code: 'partially_granted',
          label: {
            zh: '部分公开（区分处理的，只计这一情形，不计其他情形）',
            en: 'Partly disclosed (severable cases are counted here only)',
          },
          kind: 'input',
          unit: '件',
          aliases: ['部分公开', '部分公开(区分处理的,只计这一情形,不计其他情形)'],
          level: 2,
          ordinal: '（二）',
          parent: 'results',
        },
        {
          code: 'denied',
          label: {
            zh: '不予公开',
            en: 'Refused',
          },
          kind: 'group',
          level: 2,
          ordinal: '（三）',
          parent: 'results',
        },
        {
          code: 'denied_state_secret',
          label: {
            zh: '属于国家秘密',
            en: 'State secret',
          },
          kind: 'input',
          unit: '件',
          level: 3,
          ordinal: '1.',
          parent: 'denied',
        },
        {
          code: 'denied_other_law',
          label: {
            zh: '其他法律行政法规禁止公开',
            en: 'Prohibited by another law or administrative regulation',
          },
          kind: 'input',
          unit: '件',
          aliases: ['就法制亍政收禁止公开'],
          level: 3,
          ordinal: '2.',
          parent: 'denied',
        },
        {
          code: 'denied_security_stability',
          label: {
            zh: '危及“三安全一稳定”',
            en: 'Endangers national/public/economic security or social stability',
          },
          kind: 'input',
          unit: '件',
          aliases: ['危及"三安全一稳定"'],
          level: 3,
          ordinal: '3.',
          parent: 'denied',
        },
        {
          code: 'denied_third_party',
          label: {
            zh: '保护第三方合法权益',
            en: "Protects a third party's lawful rights",
          },
          kind: 'input',
          unit: '件',
          level: 3,
          ordinal: '4.',
          parent: 'denied',
        },
        {
          code: 'denied_internal_affairs',
          label: {
            zh: '属于三类内部事务信息',
            en: 'Internal-affairs information (three kinds)',
          },
          kind: 'input',
          unit: '件',
          level: 3,
          ordinal: '5.',
          parent: 'denied',
        },
        {
          code: 'denied_process_info',
          label: {
            zh: '属于四类过程性信息',
            en: 'Deliberative / process information (four kinds)',
          },
          kind: 'input',
          unit: '件',
          level: 3,
          ordinal: '6.',
          parent: 'denied',
        },
        {
          code: 'denied_enforcement_file',
          label: {
            zh: '属于行政执法案卷',
            en: 'Administrative-enforcement case file',
          },
          kind: 'input',
          unit: '件',
          level: 3,
          ordinal: '7.',
          parent: 'denied',
        },
        {
          code: 'denied_admin_query',
          label: {
            zh: '属于行政查询事项',
            en: 'Matter covered by a statutory query/registry procedure',
          },
          kind: 'input',
          unit: '件',
          level: 3,
          ordinal: '8.',
          parent: 'denied',
        },
        {
          code: 'unable',
          label: {
            zh: '无法提供',
            en: 'Unable to provide',
          },
          kind: 'group',
          level: 2,
          ordinal: '（四）',
          parent: 'results',
        },
        {
          code: 'unable_not_held',
          label: {
            zh: '本机关不掌握相关政府信息',
            en: 'Information not held by this body',
          },
          kind: 'input',
          unit: '件',
          level: 3,
          ordinal: '1.',
          parent: 'unable',
        },
        {
          code: 'unable_needs_creation',
          label: {
            zh: '没有现成信息需要另行制作',
            en: 'No existing record; would have to be created',
          },
          kind: 'input',
          unit: '件',
          level: 3,
          ordinal: '2.',
          parent: 'unable',
        },
        {
          code: 'unable_unclear',
          label: {
            zh: '补正后申请内容仍不明确',
            en: 'Request still unclear after correction',
          },
          kind: 'input',
          unit: '件',
          level: 3,
          ordinal: '3.',
          parent: 'unable',
        },
        {
          code: 'not_processed',
          label: {
            zh: '不予处理',
            en: 'Not processed',
          },
          kind: 'group',
          level: 2,
          ordinal: '（五）',
          parent: 'results',
        },
        {
          code: 'np_petition',
          label: {
            zh: '信访举报投诉类申请',
            en: 'Petition / report / complaint in disguise',
          },
          kind: 'input',
          unit: '件',
          level: 3,
          ordinal: '1.',
          parent: 'not_processed',
        },
        {
          code: 'np_repeat',
          label: {
            zh: '重复申请',
            en: 'Repeated application',
          },
          kind: 'input',
          unit: '件',
          level: 3,
          ordinal: '2.',
          parent: 'not_processed',
        },
        {
          code: 'np_publication',
          label: {
            zh: '要求提供公开出版物',
            en: 'Asks for a public publication',
          },
          kind: 'input',
          unit: '件',
          level: 3,
          ordinal: '3.',
          parent: 'not_processed',
        },
        {
          code: 'np_excessive',
          label: {
            zh: '无正当理由大量反复申请',
            en: 'Large numbers of repeated applications without good reason',
          },
          kind: 'input',
          unit: '件',
          aliases: ['无正当理由大量反复 申请'],
          level: 3,
          ordinal: '4.',
          parent: 'not_processed',
        },
        {
          code: 'np_reconfirm',
          label: {
            zh: '要求行政机关确认或重新出具已获取信息',
            en: 'Asks the body to confirm or re-issue information already obtained',
          },
          kind: 'input',
          unit: '件',
          aliases: ['要求行政机关确认或重 新出具已获取信息'],
          level: 3,
          ordinal: '5.',
          parent: 'not_processed',
        },
        {
          code: 'other',
          label: {
            zh: '其他处理',
            en: 'Other handling',
          },
          kind: 'input',
          unit: '件',
          level: 2,
          ordinal: '（六）',
          parent: 'results',
          note: 'One single row in the 2019 form (an input, not a group).',
        },
        {
          code: 'results_total',
          label: {
            zh: '总计',
            en: 'Total outcomes',
          },
          kind: 'total',
          unit: '件',
          sumOf: [
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
            'other',
          ],
          level: 2,
          ordinal: '（七）',
          parent: 'results',
        },
        {
          code: 'carried_out',
          label: {
            zh: '结转下年度继续办理',
            en: 'Carried over to the next year',
          },
          kind: 'input',
          unit: '件',
          aliases: ['结转下年度', '转结下年度', '转下年度'],
          ordinal: '四',
          note: 'Equals new_received + carried_in − results_total; agencies enter it, so treat as an input with a check.',
        },
      ],
    },
    t4: {
      title: {
        zh: '政府信息公开行政复议、行政诉讼情况',
        en: 'Reconsideration and litigation over disclosure work',
      },
      titleVariants: [
        '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
        '政府信息公开行政复议和行政诉讼情况',
      ],
      columnGroups: [
        {
          code: 'review',
          label: {
            zh: '行政复议',
            en: 'Reconsideration',
          },
          kind: 'group',
        },
        {
          code: 'litigation',
          label: {
            zh: '行政诉讼',
            en: 'Litigation',
          },
          kind: 'group',
          children: ['lit_direct', 'lit_after_review'],
        },
        {
          code: 'lit_direct',
          label: {
            zh: '未经复议直接起诉',
            en: 'Direct litigation',
          },
          kind: 'group',
          parent: 'litigation',
        },
        {
          code: 'lit_after_review',
          label: {
            zh: '复议后起诉',
            en: 'After reconsideration',
          },
          kind: 'group',
          parent: 'litigation',
        },
      ],
      columns: [
        {
          code: 'review_upheld',
          label: {
            zh: '结果维持',
            en: 'Agency upheld',
          },
          kind: 'input',
          unit: '件',
          group: 'review',
        },
        {
          code: 'review_corrected',
          label: {
            zh: '结果纠正',
            en: 'Agency corrected',
          },
          kind: 'input',
          unit: '件',
          group: 'review',
        },
        {
          code: 'review_other',
          label: {
            zh: '其他结果',
            en: 'Other outcome',
          },
          kind: 'input',
          unit: '件',
          group: 'review',
        },
        {
          code: 'review_pending',
          label: {
            zh: '尚未审结',
            en: 'Not yet concluded',
          },
          kind: 'input',
          unit: '件',
          group: 'review',
        },
        {
          code: 'review_total',
          label: {
            zh: '总计',
            en: 'Total',
          },
          kind: 'total',
          unit: '件',
          sumOf: ['review_upheld', 'review_corrected', 'review_other', 'review_pending'],
          group: 'review',
        },
        {
          code: 'lit_direct_upheld',
          label: {
            zh: '结果维持',
            en: 'Agency upheld',
          },
          kind: 'input',
          unit: '件',
          group: 'lit_direct',
        },
        {
          code: 'lit_direct_corrected',
          label: {
            zh: '结果纠正',
            en: 'Agency corrected',
          },
          kind: 'input',
          unit: '件',
          group: 'lit_direct',
        },
        {
          code: 'lit_direct_other',
          label: {
            zh: '其他结果',
            en: 'Other outcome',
          },
          kind: 'input',
          unit: '件',
          group: 'lit_direct',
        },
        {
          code: 'lit_direct_pending',
          label: {
            zh: '尚未审结',
            en: 'Not yet concluded',
          },
          kind: 'input',
          unit: '件',
          group: 'lit_direct',
        },
        {
          code: 'lit_direct_total',
          label: {
            zh: '总计',
            en: 'Total',
          },
          kind: 'total',
          unit: '件',
          sumOf: ['lit_direct_upheld', 'lit_direct_corrected', 'lit_direct_other', 'lit_direct_pending'],
          group: 'lit_direct',
        },
        {
          code: 'lit_after_review_upheld',
          label: {
            zh: '结果维持',
            en: 'Agency upheld',
          },
          kind: 'input',
          unit: '件',
          group: 'lit_after_review',
        },
        {
          code: 'lit_after_review_corrected',
          label: {
            zh: '结果纠正',
            en: 'Agency corrected',
          },
          kind: 'input',
          unit: '件',
          group: 'lit_after_review',
        },
        {
          code: 'lit_after_review_other',
          label: {
            zh: '其他结果',
            en: 'Other outcome',
          },
          kind: 'input',
          unit: '件',
          group: 'lit_after_review',
        },
        {
          code: 'lit_after_review_pending',
          label: {
            zh: '尚未审结',
            en: 'Not yet concluded',
          },
          kind: 'input',
          unit: '件',
          group: 'lit_after_review',
        },
        {
          code: 'lit_after_review_total',
          label: {
            zh: '总计',
            en: 'Total',
          },
          kind: 'total',
          unit: '件',
          sumOf: [
            'lit_after_review_upheld',
            'lit_after_review_corrected',
            'lit_after_review_other',
            'lit_after_review_pending',
          ],
          group: 'lit_after_review',
        },
      ],
    },
  },
} as const satisfies Form;
