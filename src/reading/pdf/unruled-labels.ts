import { labelKey } from '../normalize';
import { rowNamesOf } from '../row-names';
import { t2Slots, t3Slots } from '../slots';
import type { Ruling } from './page';
import { overlap, type Word } from './words';

/** A label with all its lines. */
export interface Label {
  text: string;
  readonly words: Word[];
  left: number;
  right: number;
}

const names = rowNamesOf([...t2Slots, ...t3Slots]);

/** Lines of one label follow one another within so many heights of their letters. */
const PITCH = 2.4;
/** Lines that begin, end or have their middle within so many points of one another are aligned. */
const ALIGNED = 2;
/** A line breaks where so many letters more would not fit. */
const BREAK = 2.2;
/** Labels of rows begin with one, the rest of a label never does. */
const ORDINAL = /^(?:\d{1,2}[.．、]|[（(]?[一二三四五六七八九十]+[）)、.．])/;

const sides = ({ left, right }: Word): readonly number[] => [left, right, (left + right) / 2];
const isAligned = (a: Word, b: Word): boolean =>
  sides(a).some((side, i) => Math.abs(side - (sides(b)[i] ?? 0)) <= ALIGNED);

/** Whether a level line is drawn between two lines of a page. */
const isRuled = (a: Word, b: Word): boolean => {
  const [high, low] = [a.texts[0]?.y ?? 0, b.texts[0]?.y ?? 0];
  return (
    a.page === b.page &&
    a.page.rulings.some(
      ({ x1, x2, y1, y2 }: Ruling) =>
        y1 === y2 && y1 < high && y1 > low + b.size / 2 && x1 < a.right && x2 > a.left,
    )
  );
};

/** Whether a line of text is the next one of a label. */
function goesOn(label: Label, word: Word, words: readonly Word[], filled: ReadonlySet<number>): boolean {
  const last = label.words.at(-1);
  if (!last || word.down - last.down > PITCH * word.size || ORDINAL.test(word.text)) return false;
  if (!overlap(last, word) || isRuled(last, word)) return false;
  // Lines that each have values are rows of their own.
  if (filled.has(word.line) && label.words.some((it) => filled.has(it.line))) return false;
  const joined = label.text + word.text;
  if (names.goOnAs(joined)) return true;
  if (names.has(label.text) || names.has(word.text) || !isAligned(last, word)) return false;
  const widest = Math.max(...words.filter((it) => isAligned(it, last)).map((it) => it.right - it.left));
  return last.right - last.left + BREAK * last.size >= widest;
}

/**
 * Words as the labels that they are lines of, from the top down. `filled`: lines with values.
 */
export function labelsOf(words: readonly Word[], filled: ReadonlySet<number>): Label[] {
  const labels: Label[] = [];
  let open: Label[] = [];
  for (const word of words.toSorted((a, b) => a.line - b.line || a.left - b.left)) {
    open = open.filter((it) => word.down - (it.words.at(-1)?.down ?? 0) <= PITCH * word.size);
    const label = open.findLast((it) => goesOn(it, word, words, filled));
    if (label) {
      label.text += word.text;
      label.words.push(word);
      label.left = Math.min(label.left, word.left);
      label.right = Math.max(label.right, word.right);
    } else {
      const begun = { text: word.text, words: [word], left: word.left, right: word.right };
      labels.push(begun);
      open.push(begun);
    }
  }
  return labels;
}

/** Whether a level line is drawn between two labels. */
export function isParted(a: Label, b: Label): boolean {
  const [upper, lower] = (a.words[0]?.down ?? 0) < (b.words[0]?.down ?? 0) ? [a, b] : [b, a];
  const [last, first] = [upper.words.at(-1), lower.words[0]];
  return last !== undefined && first !== undefined && isRuled(last, first);
}

/** Whether the form has a row of this name. */
export const isRowName = (text: string): boolean => labelKey(text) !== '' && names.has(text);
