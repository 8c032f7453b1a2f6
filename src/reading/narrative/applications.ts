import type { Fact, Narrative } from '../types';
import { matches, type Prose } from './prose';
import { CASE_UNITS, quantity, quantityPattern } from './quantity';

const Q = quantityPattern(CASE_UNITS);
const GAP = '[^,。;:!?\\d\\n]';
const REQUEST = '(?:申请公开|信息公开申请|依申请公开|依申请|公开申请|申请表|申请书|申请)';
const GET = '(?:新收到|新收|收到|受理|收办|接收到|接收|接到|收悉|登记|办理回复|办理|共有|新增|承办)';
const NOT = '(?:未|没有|尚未|暂未|从未|并未|均未|无)';
/** Years before, and bodies below, are not this report's count. */
const OTHER = /上年|去年|上一年|结转|同比|比上|较上|其中/;

type Kind =
  | 'applications_received'
  | 'applications_carried_in'
  | 'applications_carried_out'
  | 'applications_answered'
  | 'reviews_total'
  | 'litigation_total';

interface Phrase {
  readonly kind: Kind;
  readonly pattern: RegExp;
  /** A phrase for none. */
  readonly none?: boolean;
}

const REVIEW = '行政复议';
const SUIT = '行政诉讼';

const phrases: readonly Phrase[] = [
  {
    kind: 'applications_received',
    pattern: new RegExp(`${GET}${GAP}{0,36}?${REQUEST}${GAP}{0,14}?[:]?${Q}`, 'g'),
  },
  { kind: 'applications_received', pattern: new RegExp(`${GET}(?:了)?${Q}${GAP}{0,20}?${REQUEST}`, 'g') },
  {
    kind: 'applications_received',
    pattern: new RegExp(`${REQUEST}${GAP}{0,16}?${GET}${GAP}{0,6}?${Q}`, 'g'),
  },
  {
    kind: 'applications_received',
    pattern: new RegExp(
      `${NOT}${GAP}{0,6}?(?:收到|接到|接收到|受理|收取|发生|产生|有)${GAP}{0,40}?${REQUEST}`,
      'g',
    ),
    none: true,
  },
  {
    kind: 'applications_received',
    pattern: new RegExp(
      `${NOT}${GAP}{0,4}?(?:收到|接到|有)${GAP}{0,20}?(?:要求|主动要求)${GAP}{0,12}?公开`,
      'g',
    ),
    none: true,
  },
  {
    kind: 'applications_received',
    pattern: new RegExp(`(?:我[^,。]{1,6}|本[^,。]{1,6}|20\\d\\d年度?|全年)无(?:人)?${GAP}{0,12}?申请`, 'g'),
    none: true,
  },
  {
    kind: 'applications_received',
    pattern: new RegExp(`${REQUEST}${GAP}{0,20}?(?:零报告|均?为零|均为0|为0|数量0)`, 'g'),
    none: true,
  },
  { kind: 'applications_received', pattern: new RegExp(`${REQUEST}${GAP}{0,10}?[:]?${Q}`, 'g') },
  {
    kind: 'applications_carried_in',
    pattern: new RegExp(
      `(?:上年度?|上一年度?|去年|20\\d\\d年)${GAP}{0,4}?(?:结转|转结|转入)${GAP}{0,16}?${Q}`,
      'g',
    ),
  },
  {
    kind: 'applications_carried_in',
    pattern: new RegExp(`(?:结转|转结)(?:上年度?|上一年度?)${GAP}{0,12}?${Q}`, 'g'),
  },
  {
    kind: 'applications_carried_out',
    pattern: new RegExp(
      `(?:结转|转结|转)(?:至|到|入)?(?:下|次|20\\d\\d)(?:一?年度?|年)${GAP}{0,12}?${Q}`,
      'g',
    ),
  },
  {
    kind: 'applications_carried_out',
    pattern: new RegExp(
      `${Q}${GAP}{0,6}?${REQUEST}?${GAP}{0,10}?(?:结转|转结|转)(?:至|到|入)?(?:下|次)(?:一?年度?)`,
      'g',
    ),
  },
  {
    kind: 'applications_answered',
    pattern: new RegExp(`(?:答复|办结|已办结|办理答复)${GAP}{0,24}?${Q}`, 'g'),
  },
  { kind: 'applications_answered', pattern: new RegExp(`${Q}${GAP}{0,4}?(?:均?已?答复|均?已?办结)`, 'g') },
  { kind: 'reviews_total', pattern: new RegExp(`${REVIEW}${GAP}{0,14}?${Q}`, 'g') },
  { kind: 'reviews_total', pattern: new RegExp(`${NOT}${GAP}{0,40}?${REVIEW}`, 'g'), none: true },
  {
    kind: 'reviews_total',
    pattern: new RegExp(`${REVIEW}[^。\\n\\d]{0,24}?(?:均为0|为0|均为零|0件)`, 'g'),
    none: true,
  },
  { kind: 'litigation_total', pattern: new RegExp(`(?:${SUIT}|(?<!行政)诉讼)${GAP}{0,14}?${Q}`, 'g') },
  { kind: 'litigation_total', pattern: new RegExp(`${NOT}[^。\\n\\d]{0,50}?诉讼`, 'g'), none: true },
  {
    kind: 'litigation_total',
    pattern: new RegExp(`诉讼[^。\\n\\d]{0,24}?(?:均为0|为0|均为零|0件)`, 'g'),
    none: true,
  },
];

/** Words without which nothing is said of a kind. */
const words: Readonly<Record<Kind, RegExp>> = {
  applications_received: /申请|要求/,
  applications_carried_in: /[转结]/,
  applications_carried_out: /[转结]/,
  applications_answered: /答复|办结/,
  reviews_total: /复议/,
  litigation_total: /诉讼/,
};

const about = /申请|依申请/;
const appeals = /复议|诉讼/;

/** Characters before a match in which its clause, or a word on its subject, is sought. */
const LONGEST_CLAUSE = 400;
const LONGEST_CONTEXT = 1_500;

function clauseOf(text: string, index: number): string {
  let start = index;
  while (start > Math.max(0, index - LONGEST_CLAUSE) && !',。;:\n('.includes(text.charAt(start - 1))) start--;
  return text.slice(start, index);
}

/** A found fact with what speaks for it: the highest weight wins, the earlier of equals. */
interface Found {
  readonly weight: number;
  readonly from: number;
  readonly fact: Fact;
}

function weigh(kind: Kind, text: string, match: RegExpExecArray, rank: number): number | null {
  const clause = clauseOf(text, match.index);
  const whole = clause + match[0];
  const near = text.slice(Math.max(0, match.index - LONGEST_CONTEXT), match.index);
  const heading = near.slice(Math.max(0, near.lastIndexOf('\n')));
  if (kind === 'applications_received') {
    if (appeals.test(whole) || OTHER.test(whole)) return null;
    if (
      /收费|处理费|费用|减免|栏目|网上办事|证|许可|信访|救助|低保|补贴|注册|专利|工单|建议|提案/.test(whole)
    )
      return null;
    if (/^[^,。;\n]{0,4}(?:复议|诉讼)/.test(text.slice(match.index + match[0].length))) return null;
    const strong = /政府信息公开|信息公开|依申请|公开申请/.test(whole) ? 6 : 0;
    return 20 - rank + strong + (/共|全年|累计|新收/.test(whole) ? 3 : 0) + (about.test(heading) ? 2 : 0);
  }
  if (
    kind === 'applications_answered' &&
    (appeals.test(whole) ||
      !about.test(whole + heading.slice(-60)) ||
      /建议|提案|信访|留言|来信|咨询|热线|工单/.test(whole))
  )
    return null;
  if (kind.startsWith('applications_carried') && appeals.test(whole)) return null;
  if (kind === 'reviews_total' && /制度|机构|部门/.test(match[0])) return null;
  return 20 - rank;
}

/** Counts of applications and of what followed them. `none` in any of its phrasings is 0; what is not said is absent. */
export function findCases(prose: Prose): Pick<Narrative, Kind> {
  const { text } = prose;
  const best = new Map<Kind, Found>();
  phrases.forEach(({ kind, pattern, none }, rank) => {
    for (const match of matches(prose, pattern, words[kind])) {
      const weight = weigh(kind, text, match, rank);
      const known = best.get(kind);
      if (
        weight === null ||
        (known && (known.weight > weight || (known.weight === weight && known.from <= match.index)))
      )
        continue;
      const { value, precision } = none
        ? { value: 0, precision: 'exact' as const }
        : quantity(match.slice(1));
      const from = match.index;
      const at = prose.at(from, from + match[0].length);
      best.set(kind, {
        weight,
        from,
        fact: { value, approx: precision !== 'exact', precision, raw: match[0].slice(0, 60), at },
      });
    }
  });
  return Object.fromEntries([...best].map(([kind, { fact }]) => [kind, fact]));
}
