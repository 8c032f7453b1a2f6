import { type Block, textOf } from '../blocks';
import { limits } from '../limits';
import type { At } from '../types';

/** Prose in one string, free of line breaks and spaces, that still knows where each character stands. */
export interface Prose {
  readonly text: string;
  /** Place of the characters from `from` to `to`. */
  at(from: number, to: number): At;
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

/** More digits are no number; they stay apart from the marks that would make them one. */
const LONGEST_NUMBER = 15;
const NO_DIGIT = '#';

/** The first matches of a pattern, so that a text full of them costs no more than a report. */
export function* matches(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  let count = 0;
  for (const match of text.matchAll(pattern)) {
    if (++count > limits.phrases) return;
    yield match;
  }
}

/** Joins lines and drops white space, except between digits, where it keeps two numbers apart. */
export function joinProse(blocks: readonly Block[]): Prose {
  const chars: string[] = [];
  const places: { from: number; block: Block; columns: number[] }[] = [];
  let before = '';
  let digits = 0;
  for (const block of blocks) {
    if (chars.length > limits.prose) break;
    const raw = textOf(block);
    if (raw.trim() === '') continue;
    const joined = before.length >= WRAPPED && !TERMINAL.test(before.trimEnd()) && !NEW_PART.test(raw);
    if (chars.length > 0 && !joined) chars.push('\n');
    const columns: number[] = [];
    places.push({ from: chars.length, block, columns });
    let gap = joined;
    for (let i = 0; i < raw.length && chars.length < limits.prose; i++) {
      const char = plain(raw.charAt(i));
      if (char === '') gap = true;
      else {
        if (gap && isDigit(char) && isDigit(chars.at(-1))) {
          chars.push(' ');
          columns.push(i);
        }
        digits = isDigit(char) && !gap ? digits + 1 : 1;
        chars.push(isDigit(char) && digits > LONGEST_NUMBER ? NO_DIGIT : char);
        columns.push(i);
        gap = false;
      }
    }
    before = raw;
  }
  const text = chars.join('');
  return {
    text,
    at(from, to) {
      let [low, high] = [0, places.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((places[middle]?.from ?? 0) <= from) low = middle;
        else high = middle - 1;
      }
      const place = places[low];
      if (!place) return {};
      const { block, columns } = place;
      if (block.at.column === undefined) return block.at;
      const [first, last] = [from - place.from, Math.min(to - place.from, columns.length) - 1];
      const start = columns[first] ?? 0;
      return {
        ...block.at,
        column: block.at.column + start,
        length: Math.max(1, (columns[last] ?? start) - start + 1),
      };
    },
  };
}
