import type { Fact, Narrative, ReadingProblem, Scope } from '../types';
import { type CaseKind, casePhrases, type CasePhrase, caseWords } from './case-phrases';
import { findChange } from './change';
import { CLAUSE, isOfOtherYear, OWN, PART_OF_YEAR, PLANNED, scopeOf, SENTENCE, startOf } from './context';
import { matches, type Prose } from './prose';
import { quantity } from './quantity';
import { findSums } from './case-sums';

/** Words that make a number one of something else. `in`: which words are looked at. */
interface Refusal {
  readonly kinds: readonly CaseKind[];
  readonly in: 'match' | 'clause' | 'behind' | 'before' | 'sentence';
  /** Only where other cases are counted in the same sentence before it, or right behind it. */
  readonly among?: true;
  /** Not where there were none. */
  readonly some?: true;
  readonly words: RegExp;
}

const received: readonly CaseKind[] = ['applications_received'];
const counts: readonly CaseKind[] = [
  ...received,
  'applications_answered',
  'applications_carried_in',
  'applications_carried_out',
];
const appeals: readonly CaseKind[] = ['reviews_total', 'litigation_total'];
const others =
  /收费|处理费|费用|减免|栏目|网上办事|证|许可|信访|救助|低保|补贴|注册|登记申请|专利|工单|建议|提案|职称|资助|贷款|退役|不动产|查询|查档/;

const refusals: readonly Refusal[] = [
  { kinds: received, in: 'clause', words: /复议|诉讼/, some: true },
  { kinds: received, in: 'clause', words: /(?<!、|、行政|、提起行政|、被提起行政)(?:复议|诉讼)/ },
  { kinds: received, in: 'clause', words: others },
  // Years before, parts, and what others received.
  {
    kinds: received,
    in: 'clause',
    words:
      /(?:上年|去年|上一年)(?!的\d)|结转|同比|比上|较上|其中(?!当年|本年|今年|新)|协助|备案|减少\d|增加\d/,
  },
  {
    kinds: received,
    in: 'clause',
    among: true,
    words:
      /(?:网络|网上|网站|在线|平台|书面|信函|邮寄|邮政|寄送|邮件|当面|现场|传真|窗口|自然人|企业|法人(?!和|或|及|、)|季度|\d月份?)[^,。;]{0,6}申请/,
  },
  { kinds: received, in: 'behind', words: /^[^,。;\n]{0,4}(?:复议|诉讼)/ },
  // What was answered, and what was given beside what was refused.
  { kinds: received, in: 'clause', words: /(?:办结|办复|答复)[^,。;\d]{0,14}申请[^,。;\d]{0,4}\d/ },
  { kinds: received, in: 'clause', words: /^依申请公开信息[1-9]\d{0,5}条$/ },
  // What became of documents: published, given on application, kept.
  { kinds: received, in: 'sentence', words: /主动公开(?:的)?\d{1,6}[件条份篇][,、]依申请公开(?:的)?\d/ },
  // Those of the year stand behind it, beside those carried in.
  { kinds: received, in: 'behind', words: /^[,:(]其中[^。;\n]{0,20}?(?:本年度?|当年|今年)新?收/ },
  // Whose each of several numbers is, or that of which year, only their order says.
  { kinds: counts, in: 'clause', words: /分别/ },
  {
    kinds: ['applications_answered'],
    in: 'clause',
    words: /复议|诉讼|许可|不属于|同意公开|建议|提案|信访|留言|来信|咨询|热线|工单|诉求/,
  },
  {
    kinds: ['applications_carried_in', 'applications_carried_out'],
    in: 'clause',
    words: /复议|诉讼|建议|提案|资金/,
  },
  { kinds: ['applications_carried_out'], in: 'before', words: /未结转|加上$/ },
  { kinds: appeals, in: 'match', words: /制度|机构|(?<!本)部门|规范|避免|防范/ },
  { kinds: appeals, in: 'match', words: /应诉|工作|答辩/, some: true },
  { kinds: received, in: 'match', words: /(?:答复|办结)[^,。;]{0,8}$/, some: true },
  { kinds: received, in: 'match', words: /[由从](?:去年的?|上年的?|20\d\d年的?)?\d{1,6}[件份条宗起次]$/ },
  { kinds: appeals, in: 'before', words: /避免|防范|防止|以免|减少/ },
  { kinds: appeals, in: 'match', words: /分别/ },
  // The work of a justice bureau, unless it is said to be about disclosure.
  {
    kinds: appeals,
    in: 'sentence',
    words:
      /^(?!.*(?:信息公开|政务公开)).*(?:办理|审理|审结|受理|承办)(?:各类)?行政(?:复议|诉讼)(?:案件|申请)/,
  },
  { kinds: ['reviews_total'], in: 'match', words: /诉讼/, some: true },
  { kinds: ['litigation_total'], in: 'before', words: /复议(?:案件|申请)?[和、及与]/, some: true },
  {
    kinds: ['applications_answered'],
    in: 'sentence',
    words: /许可|信访|救助|低保|工单|建议|提案|热线|留言|来信/,
  },
];

interface Found {
  readonly weight: number;
  readonly from: number;
  readonly to: number;
  readonly fact: Fact;
}

/** Characters before a match in which a word on its subject is sought. */
const LONGEST_CONTEXT = 1_500;
const about = /申请/;
const COUNTED = /\d[件份条宗起次项]/;

interface Words {
  readonly match: string;
  readonly clause: string;
  readonly before: string;
  readonly behind: string;
  readonly sentence: string;
  readonly heading: string;
}

function wordsOf(text: string, match: RegExpExecArray): Words {
  const end = match.index + match[0].length;
  const before = text.slice(startOf(text, match.index, CLAUSE), match.index);
  const near = text.slice(Math.max(0, match.index - LONGEST_CONTEXT), match.index);
  return {
    match: match[0],
    before,
    clause: before + match[0],
    behind: text.slice(end, end + 40),
    sentence: text.slice(startOf(text, match.index, SENTENCE), end),
    heading: near.slice(Math.max(0, near.lastIndexOf('\n'))),
  };
}

/** What speaks for a number, null when it is one of something else. */
function weigh({ kind, none, ordered }: CasePhrase, words: Words, rank: number): number | null {
  if (PLANNED.test(words.sentence) || PART_OF_YEAR.test(words.clause)) return null;
  const among =
    COUNTED.test(words.sentence.slice(0, -words.match.length)) || /^[、,;和及].{0,8}\d/.test(words.behind);
  const refused = ({ kinds, in: part, words: pattern, some, among: only }: Refusal) =>
    kinds.includes(kind) &&
    !(ordered && part === 'match') &&
    !(some && none) &&
    !(only && !among) &&
    pattern.test(words[part]);
  if (refusals.some(refused)) return null;
  const { clause, heading } = words;
  if (kind === 'applications_answered' && !about.test(clause + heading.slice(-200))) return null;
  if (kind === 'applications_received') {
    const strong = /政府信息公开|信息公开|依申请|公开申请/.test(clause) ? 6 : 0;
    const sum = /共|全年|累计|新收/.test(clause) ? 3 : 0;
    return 20 - rank + strong + sum + (about.test(heading) ? 2 : 0) + (OWN.test(clause) ? 8 : 0);
  }
  return 20 - rank;
}

function factOf(
  prose: Prose,
  { kind, none }: Pick<CasePhrase, 'kind' | 'none'>,
  match: RegExpExecArray,
  clause: string,
): Fact {
  const { value, precision } = none ? { value: 0, precision: 'exact' as const } : quantity(match.slice(1));
  const scope = kind === 'applications_received' && !none ? scopeOf(clause) : undefined;
  return {
    value,
    approx: precision !== 'exact',
    precision,
    raw: prose.printed(match.index, match.index + match[0].length).slice(0, 60),
    at: prose.at(match.index, match.index + match[0].length),
    ...(scope ? { scope } : {}),
  };
}

/** What is carried names the other year itself. */
const carried = ({ kind, none }: CasePhrase): boolean =>
  none === true || kind.startsWith('applications_carried');

/** The whole before its parts: that of the area, of the system, then what says nothing, then the office alone. */
const width = (scope: Scope | undefined): number =>
  scope === 'area' ? 3 : scope === 'system' ? 2 : scope === 'own' ? 0 : 1;

const better = (a: Found, b: Found): number =>
  width(b.fact.scope) - width(a.fact.scope) || b.weight - a.weight || a.from - b.from;

/** A sum whose parts stand beside it is ahead of each of them. */
const SUM_WEIGHT = 60;

/** What speaks as well for a number as for another. */
const ALIKE = 2;

/** `received_differ`: numbers of several scopes, or of one as well worded; the one that is used first. */
function differing(found: readonly Found[]): ReadingProblem[] {
  const [best] = found;
  const other = found.find(
    ({ fact, weight, from, to }) =>
      best &&
      fact.value !== best.fact.value &&
      (to <= best.from || from >= best.to) &&
      (fact.scope === best.fact.scope ? best.weight - weight <= ALIKE : best.fact.scope && fact.scope),
  );
  if (!best || !other || best.weight === SUM_WEIGHT) return [];
  const { at } = other.fact;
  return [
    { code: 'received_differ', detail: `${best.fact.value};${other.fact.value}`, ...(at ? { at } : {}) },
  ];
}

/**
 * Counts of applications and of what followed them. `none` in any of its phrasings is 0; what is not said is absent.
 * Of several scopes the widest is taken, and `received_differ` tells of another.
 */
export function findCases(
  prose: Prose,
  year: number | null,
): {
  readonly facts: Pick<Narrative, CaseKind | 'applications_change'>;
  readonly problems: readonly ReadingProblem[];
} {
  const { text } = prose;
  const all = new Map<CaseKind, Found[]>();
  casePhrases.forEach((phrase, rank) => {
    for (const match of matches(prose, phrase.pattern, { words: caseWords[phrase.kind] })) {
      const words = wordsOf(text, match);
      const weight = weigh(phrase, words, rank);
      const end = match.index + match[0].length;
      if (weight === null || isOfOtherYear(text, carried(phrase) ? match.index : end, year)) continue;
      const fact = factOf(prose, phrase, match, words.clause);
      const found = all.get(phrase.kind) ?? [];
      found.push({ weight, from: match.index, to: end, fact });
      all.set(phrase.kind, found);
    }
  });
  const apart = all.get('applications_received') ?? [];
  const sums = [...findSums(prose, year)].map((match): Found => {
    const { clause } = wordsOf(text, match);
    const fact = factOf(prose, { kind: 'applications_received' }, match, clause);
    return { weight: SUM_WEIGHT, from: match.index, to: match.index + match[0].length, fact };
  });
  if (sums.length > 0) all.set('applications_received', [...apart, ...sums]);
  for (const found of all.values()) found.sort(better);
  const received = all.get('applications_received') ?? [];
  const change = findChange(prose, received[0] ?? null);
  return {
    facts: {
      ...Object.fromEntries([...all].map(([kind, found]) => [kind, found[0]?.fact])),
      ...(change ? { applications_change: change } : {}),
    },
    problems: differing(received),
  };
}
