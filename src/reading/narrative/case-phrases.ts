import type { Narrative } from '../types';
import { CASE_UNITS, quantityPattern } from './quantity';

export type CaseKind = keyof Pick<
  Narrative,
  | 'applications_received'
  | 'applications_carried_in'
  | 'applications_carried_out'
  | 'applications_answered'
  | 'reviews_total'
  | 'litigation_total'
>;

export interface CasePhrase {
  readonly kind: CaseKind;
  /** Groups: those of a quantity; none in a phrase for none. */
  readonly pattern: RegExp;
  readonly none?: true;
  /** `复议、诉讼分别为4件、2件`: only their order says whose a number is. */
  readonly ordered?: true;
}

const Q = quantityPattern(CASE_UNITS);
const GAP = '[^,。;:!?\\d\\n]';
/** As {@link GAP}, over commas. */
const FAR = '[^。;\\n\\d]';
const REQUEST = '(?:申请公开|信息公开申请|依申请公开|依申请|公开申请|申请表|申请书|申请)';
const GET = '(?:新收到|新收|收到|受理|收办|接收到|接收|接到|收悉|登记|办理回复|办理|共有|新增|承办)';
const NOT = '(?:未|没有|尚未|暂未|从未|并未|均未|无|不存在)';
const REVIEW = '(?:行政复议|(?<!行政)复议)';
const SUIT = '(?:行政诉讼|(?<!行政)诉讼)';
const IN_TURN = `${REVIEW}${GAP}{0,20}?诉讼${GAP}{0,10}?分别${GAP}{0,4}?`;
/** `行政诉讼方面，全年收到3件`. */
const ASPECT = '(?:方面|情况)[,:](?:全年|本年度?|20\\d\\d年度?|共)*(?:新?收到|新收|发生|有)';
const ZERO = '(?:零报告|均?为零|均?是零|均?为0|数量0|均?[:为是]?0[件条份宗起次项])';
const BEFORE = '(?:上年度?|上一年度?|去年|20\\d\\d年)';
const NEXT = '(?:下|次|20\\d\\d)(?:一?年度?|年)';
const CARRY = '(?:结转|转结|转入|顺延|延期|转)';

const of = (kind: CaseKind, ...sources: readonly string[]): CasePhrase[] =>
  sources.map((source) => ({ kind, pattern: new RegExp(source, 'g') }));
const none = (kind: CaseKind, ...sources: readonly string[]): CasePhrase[] =>
  sources.map((source) => ({ kind, pattern: new RegExp(source, 'g'), none: true }));

/** Words without which nothing is said of a kind. */
export const caseWords: Readonly<Record<CaseKind, RegExp>> = {
  applications_received: /申请|要求/,
  applications_carried_in: /[转延]/,
  applications_carried_out: /[转延]/,
  applications_answered: /复|办结|办理结果/,
  reviews_total: /复议/,
  litigation_total: /诉讼/,
};

/** How counts of cases are phrased, the most telling of a kind first. */
export const casePhrases: readonly CasePhrase[] = [
  ...of(
    'applications_received',
    `${GET}${GAP}{0,36}?${REQUEST}${GAP}{0,14}?[:]?${Q}`,
    `${GET}(?:了)?${Q}${GAP}{0,20}?${REQUEST}`,
    `${REQUEST}${GAP}{0,16}?${GET}${GAP}{0,6}?${Q}`,
    `(?:共|合计|共计|总计)${Q}(?:政府)?(?:信息公开申请|依申请公开)`,
  ),
  ...of(
    'applications_received',
    `${REQUEST}(?:的)?(?:数量|件数)?[由从](?:${BEFORE}的?)?\\d{1,6}[件份条宗起次](?:上升|增加|增长|下降|减少|降低)(?:至|到|为)(?:今年的?|20\\d\\d年的?)?${Q}`,
  ),
  ...none(
    'applications_received',
    `${NOT}${GAP}{0,12}?(?:收到|接到|接收到?|受理|收取|发生|产生|有)${GAP}{0,40}?${REQUEST}`,
    `${NOT}${GAP}{0,4}?(?:收到|接到|有)${GAP}{0,20}?(?:要求|主动要求)${GAP}{0,12}?公开`,
    `(?:没有|无)${GAP}{0,30}?提出${GAP}{0,14}?申请`,
    `没有${GAP}{0,30}?申请(?:公开)?(?:政府|相关|有关)?信息(?!公开)`,
    `(?:我[^,。]{1,6}|本[^,。]{1,6}|20\\d\\d年度?|全年)无(?:人)?${GAP}{0,12}?申请`,
    `${REQUEST}${GAP}{0,20}?${ZERO}`,
    `${REQUEST}[^。;\\n\\d,]{0,8}?、(?:行政)?复议[^。;\\n\\d,]{0,16}?${ZERO}`,
  ),
  ...of(
    'applications_received',
    `${REQUEST}[^。;\\n]{0,40}?(?:当年|本年度?|今年|情况为?:|[,:]其中新)(?:共|新)?(?:收到|受理|收)${Q}`,
    `(?<=转\\d{1,5}[件份条宗起次][,、;])(?:本年度?|当年|今年)新?(?:收到|受理|收)${Q}`,
    `申请(?:的)?(?:数量|件数|总数|数)${FAR}{0,6}(?:20\\d\\d年)?${FAR}{0,10}?均为${Q}`,
    `${REQUEST}${GAP}{0,10}?[:]?${Q}`,
  ),
  ...of(
    'applications_carried_in',
    `${BEFORE}${GAP}{0,4}?(?:结转|转结|转入)${GAP}{0,16}?${Q}`,
    `(?:结转|转结)(?:上年度?|上一年度?)${GAP}{0,12}?${Q}`,
  ),
  ...none('applications_carried_in', `${NOT}${GAP}{0,6}?(?:上年度?|上一年度?)(?:结转|转结)`),
  ...of(
    'applications_carried_out',
    `(?:结转|转结|顺延|转)(?:至|到|入)?${NEXT}${GAP}{0,12}?${Q}`,
    `${Q}${GAP}{0,6}?${REQUEST}?${GAP}{0,10}?${CARRY}(?:至|到|入)?${NEXT}`,
  ),
  ...none('applications_carried_out', `${NOT}${GAP}{0,2}?(?:结转|转结)(?:至|到|入)?(?:下|次)(?:一?年度?)`),
  ...of(
    'applications_answered',
    `(?:答复|办结|已办结|办理答复|回复)${GAP}{0,24}?${Q}`,
    `${Q}${GAP}{0,4}?(?:均?已?答复|均?已?办结)`,
    `办理结果(?:总计|合计|共计|共|总数)?为?${Q}`,
  ),
  { kind: 'reviews_total', pattern: new RegExp(`${IN_TURN}${Q}(?=[、,和及与]\\d)`, 'g'), ordered: true },
  {
    kind: 'litigation_total',
    pattern: new RegExp(`${IN_TURN}\\d{1,6}[${CASE_UNITS}][、,和及与]${Q}`, 'g'),
    ordered: true,
  },
  ...of('reviews_total', `${REVIEW}${GAP}{0,14}?${Q}`, `复议${ASPECT}${Q}`),
  ...none(
    'reviews_total',
    `${NOT}${GAP}{0,40}?${REVIEW}`,
    `${NOT}(?:发生|产生|出现|引发|引起|存在|有|因|收到针对|收到关于)${FAR}{0,50}?${REVIEW}(?!${FAR}{0,20}?\\d)`,
    `${REVIEW}${FAR}{0,24}?${ZERO}`,
  ),
  ...of('litigation_total', `${SUIT}${GAP}{0,14}?${Q}`, `诉讼${ASPECT}${Q}`),
  ...none('litigation_total', `${NOT}${FAR}{0,50}?诉讼`, `诉讼${FAR}{0,24}?${ZERO}`),
];
