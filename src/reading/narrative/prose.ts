import { type Block, textOf, within } from '../blocks';
import { limits, type Work } from '../limits';
import type { At, ReadingProblem } from '../types';
import { type Spelled, spelledNumbers } from './numerals';

/** What of a narrative is longer than it may be. */
export type Cut = 'prose' | 'sentence' | 'list' | 'phrases';

/** A part of the text: half-open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A sentence, and where it stands in the whole text. */
export interface Sentence extends Span {
  readonly text: string;
}

/** Prose in one string, free of line breaks and spaces, its numerals as digits, that still knows where each character stands. */
export interface Prose {
  readonly text: string;
  /** Up to 。 or the end of a paragraph, none longer than its limit. */
  readonly sentences: readonly Sentence[];
  /** The sentences in which some word is found: `words` is one of few patterns, without flags. */
  with(words: RegExp): readonly Sentence[];
  readonly work: Work;
  readonly problems: readonly ReadingProblem[];
  /** Place of the characters from `from` to `to`. */
  at(from: number, to: number): At;
  /** The characters from `from` to `to` with numerals as they are printed. */
  printed(from: number, to: number): string;
  /** Sub-heading under which an index stands: it tells what the numbers are about; '' for none. */
  under(index: number): string;
  /** Says, once for each kind, that what follows an index was not read. */
  cut(what: Cut, index: number): void;
}

const TERMINAL = /[。！？!?…]$/;
const NEW_PART =
  /^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|\d{1,2}[.、．](?!\d)|[①-⑳㈠-㈩]|第[一二三四五六七八九十]+部分)/;
/** Shorter lines that end without a full stop are headings, longer ones were broken by their page's width. */
const WRAPPED = 20;

/** One character in its plain width; white space becomes ''. */
function plain(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (
    code === 0x20 ||
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200f)
  )
    return '';
  if (code <= 0x20) return '';
  return char;
}

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/** More digits, or digits and commas, are no number; they stay apart from the marks that would make them one. */
const LONGEST_NUMBER = 15;
const LONGEST_GROUPED = 19;
const NO_DIGIT = '#';

/**
 * The first matches of a global pattern, sentence by sentence, so that a text full of them costs no more than a
 * report. Their index is that in the whole text. `words` are found wherever the pattern is, at less cost.
 */
export function* matches(
  prose: Prose,
  pattern: RegExp,
  { words, most = limits.phrases }: { readonly words?: RegExp; readonly most?: number } = {},
): Generator<RegExpExecArray> {
  let count = 0;
  for (const { from, text } of words ? prose.with(words) : prose.sentences) {
    prose.work.spend(text.length);
    for (let next = 0; ;) {
      // Not matchAll, which copies the pattern for each sentence. What is done with a match may use the pattern too.
      pattern.lastIndex = next;
      const match = pattern.exec(text);
      if (!match) break;
      next = Math.max(pattern.lastIndex, match.index + 1);
      match.index += from;
      if (++count > most) return prose.cut('phrases', match.index);
      yield match;
    }
  }
}

function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const { index: to } of text.matchAll(/[。\n]|$/g)) {
    // With its full stop, which tells patterns where to stop.
    if (to > from) spans.push({ from, to: Math.min(to + 1, text.length) });
    from = to + 1;
  }
  return spans;
}

function withWords(sentences: readonly Sentence[]): Prose['with'] {
  const found = new Map<RegExp, readonly Sentence[]>();
  return (words) => {
    let some = found.get(words);
    if (!some) {
      some = sentences.filter(({ text }) => words.test(text));
      found.set(words, some);
    }
    return some;
  };
}

const SUB_HEADING =
  /(?<=^|[\n。])(?:\([一二三四五六七八九]\)|[一二三四五六七八九]、|\d[.、])([^\n。,]{2,30})/g;
/** Characters over which a sub-heading reaches. */
const REACH = 1_500;
const SHORTEST_HEADING = 2;

/** Index of the last of some starts, in order, that is not behind an index; -1 for none. */
function lastUpTo(starts: readonly number[], index: number): number {
  let [low, high] = [-1, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

function subHeadings(text: string): Prose['under'] {
  const found = [...text.matchAll(SUB_HEADING)];
  const starts = found.map(({ index, 0: whole, 1: title = '' }) => index + whole.length - title.length);
  return (index) => {
    const last = lastUpTo(starts, index - SHORTEST_HEADING);
    const [match, from = 0] = [found[last], starts[last]];
    return match && match.index >= index - REACH ? (match[1] ?? '').slice(0, index - from) : '';
  };
}

/** The letters of a number that is none: too long. Counts along a text. */
class Digits {
  #digits = 0;
  #grouped = 0;

  /** The letter, or what stands for it in an endless number. `gap`: white space came before it. */
  next(char: string, gap: boolean): string {
    const part = isDigit(char) || char === ',';
    this.#grouped = part ? (gap ? 1 : this.#grouped + 1) : 0;
    this.#digits = isDigit(char) ? (gap ? 1 : this.#digits + 1) : 0;
    return part && (this.#digits > LONGEST_NUMBER || this.#grouped > LONGEST_GROUPED) ? NO_DIGIT : char;
  }
}

/** Joins lines and drops white space, except between digits, where it keeps two numbers apart. */
export function joinProse(blocks: readonly Block[], work: Work): Prose {
  const chars: string[] = [];
  const places: { from: number; block: Block; columns: number[] }[] = [];
  let before = '';
  const digits = new Digits();
  let isCut = false;
  const numerals: (Span & { readonly text: string })[] = [];
  for (const block of blocks) {
    const raw = textOf(block);
    if (raw.trim() === '') continue;
    isCut = chars.length >= limits.prose;
    if (isCut) break;
    const joined = before.length >= WRAPPED && !TERMINAL.test(before.trimEnd()) && !NEW_PART.test(raw);
    if (chars.length > 0 && !joined) chars.push('\n');
    const columns: number[] = [];
    places.push({ from: chars.length, block, columns });
    let gap = joined;
    const spelled = spelledNumbers(raw);
    for (let i = 0; i < raw.length; i++) {
      if (spelled[0]?.from === i) {
        const [{ to, digits: number }] = spelled.splice(0, 1) as [Spelled];
        numerals.push({ from: chars.length, to: chars.length + number.length, text: raw.slice(i, to) });
        // The last digit stands for the end of the numeral.
        columns.push(...Array.from(number, (_, at) => (at === number.length - 1 ? to - 1 : i)));
        chars.push(...number);
        i = to - 1;
        gap = false;
        continue;
      }
      const char = plain(raw.charAt(i));
      if (char === '') gap = true;
      else {
        if (gap && isDigit(char) && isDigit(chars.at(-1))) {
          chars.push(' ');
          columns.push(i);
        }
        chars.push(digits.next(char, gap));
        columns.push(i);
        gap = false;
      }
    }
    before = raw;
  }
  const text = chars.slice(0, limits.prose).join('');
  const starts = places.map(({ from }) => from);
  const problems: ReadingProblem[] = [];
  const at: Prose['at'] = (from, to) => {
    const place = places[Math.max(0, lastUpTo(starts, from))];
    if (!place) return {};
    const { block, columns } = place;
    if (block.at.column === undefined) return block.at;
    const [first, last] = [from - place.from, Math.min(to - place.from, columns.length) - 1];
    const start = columns[first] ?? 0;
    return within(block.at, block.at.column + start, Math.max(1, (columns[last] ?? start) - start + 1));
  };
  const printed: Prose['printed'] = (from, to) => {
    let [said, index] = ['', from];
    for (const numeral of numerals) {
      if (numeral.to <= from || numeral.from >= to) continue;
      said += text.slice(index, numeral.from) + numeral.text;
      index = numeral.to;
    }
    return said + text.slice(index, Math.max(index, to));
  };
  const cut: Prose['cut'] = (what, index) => {
    if (!problems.some(({ detail }) => detail === what))
      problems.push({ code: 'narrative_cut', detail: what, at: at(index, index + 1) });
  };
  if (isCut || chars.length > limits.prose) cut('prose', limits.prose);
  const whole = sentencesOf(text);
  const long = whole.find(({ from, to }) => to - from > limits.sentence);
  if (long) cut('sentence', long.from + limits.sentence);
  const sentences = whole.map(({ from, to }): Sentence => {
    const end = Math.min(to, from + limits.sentence);
    return { from, to: end, text: text.slice(from, end) };
  });
  work.spend(text.length);
  return {
    text,
    sentences,
    with: withWords(sentences),
    work,
    problems,
    at,
    printed,
    under: subHeadings(text),
    cut,
  };
}
