/** The six sections of the forms of 2019 and 2021, in order, with the sub-sections of the first. */
export const sections = [
  {
    n: 1,
    label: {
      zh: '总体情况',
      en: 'Overview',
    },
    sub: ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'],
  },
  {
    n: 2,
    label: {
      zh: '主动公开政府信息情况',
      en: 'Proactive disclosure (table 2)',
    },
  },
  {
    n: 3,
    label: {
      zh: '收到和处理政府信息公开申请情况',
      en: 'Applications (table 3)',
    },
  },
  {
    n: 4,
    label: {
      zh: '政府信息公开行政复议、行政诉讼情况',
      en: 'Reconsideration & litigation (table 4)',
    },
  },
  {
    n: 5,
    label: {
      zh: '存在的主要问题及改进情况',
      en: 'Problems and improvements',
    },
  },
  {
    n: 6,
    label: {
      zh: '其他需要报告的事项',
      en: 'Other matters (information-processing fees belong here)',
    },
  },
] as const;
