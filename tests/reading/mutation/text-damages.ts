import { integer, pick, type Random } from '../../../src/simulation/random';

/** Damages the text of a document in one place; null where it has nothing of the kind. */
export type TextDamage = (text: string, r: Random) => string | null;

/** Where the tables stand: from the heading of section 2, or of the annex, to that of section 5. */
function tablesIn(text: string): readonly [number, number] {
  const plain = /二(?:<[^>]*>)*、(?:<[^>]*>)*主|附(?:<[^>]*>)*表/.exec(text);
  const end = /五(?:<[^>]*>)*、(?:<[^>]*>)*存(?:<[^>]*>)*在(?:<[^>]*>)*的/g;
  const from = plain?.index ?? 0;
  end.lastIndex = from;
  return [from, end.exec(text)?.index ?? text.length];
}

/** A match in the tables. */
function spot(text: string, pattern: RegExp, r: Random): RegExpExecArray | null {
  const [from, to] = tablesIn(text);
  const found = [...text.slice(from, to).matchAll(pattern)];
  if (found.length === 0) return null;
  const match = pick(r, found);
  match.index += from;
  return match;
}

const replaced =
  (pattern: RegExp, by: (found: string, r: Random) => string): TextDamage =>
  (text, r) => {
    const match = spot(text, pattern, r);
    if (!match) return null;
    const [found] = match;
    return text.slice(0, match.index) + by(found, r) + text.slice(match.index + found.length);
  };

type LineDamage = (lines: readonly string[], at: number, size: number) => readonly string[];

const byLine =
  (damage: LineDamage): TextDamage =>
  (text, r) => {
    const [from, to] = tablesIn(text);
    const first = text.slice(0, from).split('\n').length - 1;
    const last = text.slice(0, to).split('\n').length - 1;
    return damage(text.split('\n'), integer(r, first, last), integer(r, 1, 4)).join('\n');
  };

/** Digits of tables: none of the attributes of a cell. */
const DIGIT = /(?<![="\d]{1,2})\d(?!\d*")/g;
const PAIR = /(?<=>|[|\s\u00a0]|^)\d*?(\d)(?!\1)\d(?=\d*(?:<|[|\s\u00a0]|$))/gm;

export const textDamages: Readonly<Record<string, TextDamage>> = {
  'lines dropped': byLine((lines, at, size) => lines.toSpliced(at, size)),
  'lines doubled': byLine((lines, at, size) => lines.toSpliced(at, 0, ...lines.slice(at, at + size))),
  'lines swapped': byLine((lines, at, size) =>
    at + size < lines.length
      ? lines.map((line, i) => lines[i === at ? at + size : i === at + size ? at : i] ?? line)
      : lines,
  ),
  'lines joined': byLine((lines, at) => lines.toSpliced(at, 2, `${lines[at] ?? ''}${lines[at + 1] ?? ''}`)),
  'a line broken': (text, r) => {
    const [from, to] = tablesIn(text);
    const at = integer(r, from, to);
    return `${text.slice(0, at)}\n${text.slice(at)}`;
  },
  'a digit lost': replaced(DIGIT, () => ''),
  'a digit doubled': replaced(DIGIT, (digit) => digit + digit),
  'a digit changed': replaced(DIGIT, (digit, r) => String((Number(digit) + integer(r, 1, 9)) % 10)),
  'digits swapped': replaced(
    PAIR,
    (digits) => digits.slice(0, -2) + [...digits.slice(-2)].reverse().join(''),
  ),
  'a separator lost': replaced(/ ?[|] ?|[ \n]+(?=[\d/])|<\/?t[dh][^>]*>/gi, () => ''),
  'a letter of a label lost': replaced(/[\u4e00-\u9fff]/g, () => ''),
  'a tag lost': replaced(/<\/?[a-z][^>]*>/gi, () => ''),
  noise: (text, r) => {
    const [from, to] = tablesIn(text);
    const at = integer(r, from, to);
    return (
      text.slice(0, at) + pick(r, ['|', '\ufffd', '□', '<', ' ', '/', '0', '<td>', '\u0000']) + text.slice(at)
    );
  },
  'the end cut off': (text, r) => text.slice(0, integer(r, Math.floor(text.length / 4), text.length)),
};
