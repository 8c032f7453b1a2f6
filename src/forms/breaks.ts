import type { SeriesBreak } from './types';

/** Why a series breaks in a year, for readers. The series in `crosswalk.ts` name the breaks that concern them. */
const reasons = {
  statistics2014: {
    year: 2014,
    reason: {
      zh: '2014 年起用全国统一的统计表填报；此前只有正文里的数字，口径由各机关自定。',
      en: 'since 2014 a national statistical table is filled in; before, only the text gave numbers, each agency counting its own way.',
    },
  },
  form2019: {
    year: 2019,
    reason: {
      zh: '2019 年度起用国办公开办函〔2019〕60号的格式，办理结果重新分类；此前取自旧统计表或正文，只是近似。',
      en: 'since report year 2019 the form of 国办公开办函〔2019〕60号 classes the results anew; earlier numbers come from the old table or the text and are approximate.',
    },
  },
  text2019: {
    year: 2019,
    reason: {
      zh: '2019 年度起的格式不再有主动公开总数一栏，只能取正文写明的数字，计法由各机关自定。',
      en: 'since report year 2019 the form has no cell for the total, which is taken from the text, each agency counting its own way.',
    },
  },
  reviewFirst2024: {
    year: 2024,
    reason: {
      zh: '2024 年 1 月 1 日起施行的行政复议法规定，对不予公开不服的须先申请复议，直接起诉因此减少、复议增多。',
      en: 'since 1 January 2024 the Administrative Reconsideration Law sends refusals to reconsideration first: fewer direct suits, more reconsiderations.',
    },
  },
  documents2021: {
    year: 2021,
    reason: {
      zh: '2021 年度起填制发、废止和现行有效件数；此前填的是新制作和历年对外公开总数，不能相接。',
      en: 'since report year 2021 the form asks for documents issued, repealed and in force; before, for those newly made and all ever disclosed, which cannot be joined on.',
    },
  },
  decisions2021: {
    year: 2021,
    reason: {
      zh: '2021 年度起只填本年处理决定数量；此前同填项目数量，有的机关把事项数填成了决定数。',
      en: 'since report year 2021 only decisions are asked for; before, also matters, and some agencies entered matters as decisions.',
    },
  },
  fees2021: {
    year: 2021,
    reason: {
      zh: '2021 年度起填本年收费金额；此前填的是收费项目数量。',
      en: 'since report year 2021 the amount collected is asked for; before, the number of fee items.',
    },
  },
} as const satisfies Readonly<Record<string, SeriesBreak>>;

export const breaks: Readonly<Record<keyof typeof reasons, SeriesBreak>> = reasons;
