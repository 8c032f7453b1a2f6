import type { Fact, Narrative } from '../types';
import { CLAUSE, isOfOtherYear, SENTENCE, startOf } from './context';
import { matches, type Prose } from './prose';
import { quantity, quantityPattern } from './quantity';

const MONEY = `${quantityPattern('元')}`;
const CASES = quantityPattern('件份宗起');
const GAP = '[^。;\\n]';
const NOT = '(?:未|没有|尚未|暂未|从未|并未|均未|无|不存在|免予?)';
const FEE = '(?:信息处理费|信息公开收费|收费|费用|处理费)';

type Kind = 'fees_charged' | 'fee_cases';

interface Phrase {
  readonly kind: Kind;
  readonly pattern: RegExp;
  readonly none?: true;
}

/** How fees are phrased, the most telling first. */
const phrases: readonly Phrase[] = [
  {
    kind: 'fees_charged',
    pattern: new RegExp(`实际(?:收取|收费|收缴|缴纳|到账|入账)[^,。;\\n\\d]{0,14}?${MONEY}`, 'g'),
  },
  {
    kind: 'fees_charged',
    pattern: new RegExp(`${FEE}\\d{1,4}[笔件次份宗],?(?:合计|共计|共|总计|金额|总额|为)+${MONEY}`, 'g'),
  },
  {
    kind: 'fees_charged',
    pattern: new RegExp(`${FEE}(?:的)?(?:总?金额|总?额|收入|数额)?[为是]0(?![\\d.,万元])`, 'g'),
    none: true,
  },
  { kind: 'fees_charged', pattern: new RegExp(`${FEE}[^。;\\n\\d]{0,30}?${MONEY}`, 'g') },
  {
    kind: 'fees_charged',
    pattern: new RegExp(`(?:收取|收费)${GAP}{0,24}?金额[^。;\\n\\d]{0,6}?${MONEY}`, 'g'),
  },
  { kind: 'fees_charged', pattern: new RegExp(`收费通知${GAP}{0,14}?金额[^。;\\n\\d]{0,6}?${MONEY}`, 'g') },
  {
    kind: 'fees_charged',
    pattern: new RegExp(`${NOT}[^,。;\\n]{0,10}?(?:收取|发生|产生|涉及|收到)[^,。;\\n]{0,24}?${FEE}`, 'g'),
    none: true,
  },
  {
    kind: 'fees_charged',
    pattern:
      /(?:未|没有|均未|不)(?:进行)?(?:收费|收取费用|收取任何费用)|免收(?:了)?(?:全部|任何)?(?:政府信息公开)?信息(?:公开)?处理费/g,
    none: true,
  },
  { kind: 'fee_cases', pattern: new RegExp(`收费通知书?[^,。;\\n\\d]{0,6}?${CASES}`, 'g') },
  { kind: 'fee_cases', pattern: new RegExp(`[对向]${CASES}[^,。;\\n\\d]{0,24}?(?:收取|收费)`, 'g') },
  { kind: 'fee_cases', pattern: new RegExp(`${FEE}${GAP}{0,30}?涉及[^,。;\\n\\d]{0,10}?${CASES}`, 'g') },
];

/** Words without which no fee is spoken of. */
const WORDS = /[费收缴]/;

/** Fees of another kind, and what is said of fees without any being charged. */
const OTHER = /行政事业性|经费|支出|预算|采购|水费|标准|每[件页张]|减免|罚|投资|服务收费|经营/;

function accepts(text: string, match: RegExpExecArray, year: number | null): boolean {
  const sentence = text.slice(startOf(text, match.index, SENTENCE), match.index + match[0].length);
  const clause = text.slice(startOf(text, match.index, CLAUSE), match.index) + match[0];
  if (OTHER.test(clause) || isOfOtherYear(text, match.index + match[0].length, year)) return false;
  return /信息处理费|信息公开|申请|收费通知|依申请|提供政府信息|费用/.test(sentence);
}

/** What was charged for information given on application, in yuan; "none" is 0, what is not said is absent. */
export function findFees(prose: Prose, year: number | null): Pick<Narrative, Kind> {
  const found = new Map<Kind, Fact>();
  for (const { kind, pattern, none } of phrases) {
    if (found.has(kind)) continue;
    for (const match of matches(prose, pattern, { words: WORDS })) {
      if (!accepts(prose.text, match, year)) continue;
      const said = none ? { value: 0, precision: 'exact' as const } : quantity(match.slice(1));
      const at = prose.at(match.index, match.index + match[0].length);
      found.set(kind, {
        ...said,
        approx: said.precision !== 'exact',
        raw: prose.printed(match.index, match.index + match[0].length).slice(0, 60),
        at,
      });
      break;
    }
  }
  return Object.fromEntries(found);
}
