import { isOfOtherYear, PLANNED, startOf } from './context';
import { matches, type Prose } from './prose';
import { CASE_UNITS, quantity, quantityPattern } from './quantity';

const Q = quantityPattern(CASE_UNITS);
const SUM = new RegExp(`(?:共计|合计|总计|共)(?:收到|受理)?${Q}`, 'g');
const WORDS = /[共总合]/;
const PART = new RegExp(Q, 'g');
const GET = /收到|受理|接到|新收/;
/** Numbers of other things than what came in, and of a part of the year. */
const OTHER = /结转|转结|办结|答复|回复|复议|诉讼|许可|工单|信访|建议|提案|留言|咨询|[上下]半年|季度|分别/;
const LONGEST_CONTEXT = 1_500;

/**
 * Applications of several bodies or on several ways, and their sum: `县政府办收到5件，各部门收到50件，共55件`. That the parts add up
 * shows what the sum is of, as its own words do not.
 */
export function* findSums(prose: Prose, year: number | null): Generator<RegExpExecArray> {
  const { text } = prose;
  for (const match of matches(prose, SUM, { words: WORDS })) {
    const { index } = match;
    const sentence = text.slice(startOf(text, index, '。\n'), index);
    const found = [...sentence.matchAll(PART)];
    if (!GET.test(sentence.slice(0, found[0]?.index)) || OTHER.test(sentence) || PLANNED.test(sentence))
      continue;
    const near = text.slice(Math.max(0, index - LONGEST_CONTEXT), index);
    const about = near.slice(near.lastIndexOf('\n') + 1) + prose.under(index);
    if (!/申请/.test(about) || isOfOtherYear(text, index, year)) continue;
    const parts = found.map((part) => quantity(part.slice(1)).value);
    const sum = parts.reduce((all, part) => all + part, 0);
    if (parts.length > 1 && sum === quantity(match.slice(1)).value) yield match;
  }
}
