import type { Change } from '../types';
import { SENTENCE, startOf } from './context';
import { matches, type Prose } from './prose';

const NUMBER = '(\\d{1,7}(?:\\.\\d{1,4})?)';
const LESS = '减少|下降|降低|降幅|少|减';
const MORE = '增加|增长|上升|提高|多|增';
const LAST = '(?:去年|上年|上一年|20\\d\\d年)(?:度|同期)?';

/** How a number is compared with that of the year before. `same`: it did not change. */
const comparisons: readonly { readonly pattern: RegExp; readonly same?: true }[] = [
  {
    pattern: new RegExp(`[与和同较比]${LAST}(?:相比)?[^,。;\\n\\d]{0,4}?(?:持平|相同|一致)`, 'g'),
    same: true,
  },
  {
    pattern: new RegExp(
      `(?:同比|[与和同较比]${LAST}(?:相比)?)(?:的\\d{1,7}件)?[,]?(${LESS}|${MORE})了?(?:约|近)?${NUMBER}(%|[件份宗条起项次])`,
      'g',
    ),
  },
  { pattern: new RegExp(`申请[^,。;\\n\\d]{0,6}?(${LESS}|${MORE})了?${NUMBER}(%|[件份宗条起项次])`, 'g') },
];

/** Another count between a number and a comparison leaves open which of them is compared. */
const OTHER = /\d|复议|诉讼/;

/** The comparison of the applications received with the year before, in their sentence. */
export function findChange(prose: Prose, received: { from: number; to: number } | null): Change | null {
  if (!received) return null;
  const { text } = prose;
  const from = startOf(text, received.from, SENTENCE);
  for (const { pattern, same } of comparisons) {
    for (const match of matches(prose, pattern)) {
      const end = match.index + match[0].length;
      const sentence = startOf(text, match.index, SENTENCE);
      // `。与上年相比，新收申请增加38件` says of what.
      const goesOn =
        text.lastIndexOf('。', sentence - 1) >= received.to &&
        text.lastIndexOf('。', sentence - 2) < received.to &&
        new RegExp(`^[与和同较比]${LAST}相比`).test(text.slice(sentence)) &&
        /申请/.test(match[0]);
      const between = text.slice(received.to, match.index).replace(/\d+(?:\.\d+)?%/g, '');
      if (!goesOn && (sentence !== from || (match.index >= received.to && OTHER.test(between)))) continue;
      if (match.index < received.from && !/申请/.test(match[0] + text.slice(from, match.index))) continue;
      const [, word = '', number = '0', unit] = match;
      const size = same ? 0 : Number(number);
      return {
        value: size > 0 && new RegExp(LESS).test(word) ? -size : size,
        unit: unit === '%' ? 'percent' : 'cases',
        raw: prose.printed(match.index, end),
        at: prose.at(match.index, end),
      };
    }
  }
  return null;
}
