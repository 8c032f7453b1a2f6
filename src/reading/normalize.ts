/** Folding of labels: what differs only in writing becomes equal. Never used on what is shown. */
import { remembered } from './remembered';

const TRADITIONAL =
  '規範檔許罰強業費開總計結轉續辦關於務團體組織機構處決數項屆終維審訴議訟複復報無發佈據單萬額';
const SIMPLIFIED =
  '规范档许罚强业费开总计结转续办关于务团体组织机构处决数项届终维审诉议讼复复报无发布据单万额';
const simple = new Map([...TRADITIONAL].map((char, i) => [char, [...SIMPLIFIED][i] ?? char]));
const traditional = new RegExp(`[${TRADITIONAL}]`, 'g');

/** White space of every kind, including the invisible ones that editors leave behind. */
const SPACE = /[\s\u00a0\u00ad\u180e\u200b-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]+/g;
const QUOTES = /["'“”‘’„‟〝〞＂＇「」『』]/g;
/** Markdown's bold letters. */
const EMPHASIS = /\*{2,3}/g;
const BRACKETED = /[([〔【][^()[\]〔〕【】]*[)\]〕】]/g;
const ORDINAL =
  /^(?:第?[一二三四五六七八九十]+[、.．:]|[([〔【]?[一二三四五六七八九十]+[)\]〕】]|[([]\d{1,2}[)\]]|\d{1,2}[.、)](?!\d))+/;

export const squeeze = (text: string): string => text.replace(SPACE, '');

/** Letters that fold alike whatever stands beside them. */
const ALONE = /[ -)+-~·—‘’“”…①-⑳○□×\u3000-\u3029\u4e00-\u9fff\uff01-\uff09\uff0b-\uff5e]/;
/** What each of them becomes, by its code; null for those whose neighbours have a say. Filled as they are met. */
const letters: (string | null | undefined)[] = Array.from({ length: 0x10000 });

function foldLetter(code: number): string | null {
  const char = String.fromCharCode(code);
  return (letters[code] = ALONE.test(char) ? foldWhole(char) : null);
}

/** Folds letter by letter, as all but a few texts allow, which is several times faster; null for those few. */
function foldLetters(text: string): string | null {
  let folded = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const letter = letters[code] === undefined ? foldLetter(code) : letters[code];
    if (letter === null) return null;
    if (letter.length === 1 && letter.charCodeAt(0) === code) continue;
    folded += text.slice(from, i) + letter;
    from = i + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}

function foldWhole(text: string): string {
  return text
    .normalize('NFKC')
    .replace(SPACE, '')
    .replace(QUOTES, '')
    .replace(EMPHASIS, '')
    .replace(traditional, (char) => simple.get(char) ?? char);
}

/** A label without spaces, quotes and width variants, simplified script. Idempotent. */
export const fold = remembered((text) => foldLetters(text) ?? foldWhole(text));

/** The name in a label: folded, without its ordinal and without bracketed remarks. Idempotent. */
export const labelKey = remembered((text) => bareKey(fold(text)));

/** Strips to the end: under one ordinal or bracket there may be another. */
function bareKey(folded: string): string {
  const plain = folded.replace(ORDINAL, '');
  const bare = plain.replace(BRACKETED, '').replace(/[([〔【].*$/, '');
  const key = (bare || plain).replace(/^[:.、,]+|[:.、,。;]+$/g, '');
  return key === folded ? key : bareKey(key);
}

/** Share of the letters of `label` that occur in `text` in the same order, damped by what else `text` holds; 0–1. */
export function likeness(label: string, text: string): number {
  if (!label || !text) return 0;
  if (label === text) return 1;
  const width = text.length + 1;
  let before = new Uint16Array(width);
  let now = new Uint16Array(width);
  for (const char of label) {
    for (let j = 1; j < width; j++) {
      now[j] = text[j - 1] === char ? (before[j - 1] ?? 0) + 1 : Math.max(before[j] ?? 0, now[j - 1] ?? 0);
    }
    [before, now] = [now, before];
  }
  const common = before[width - 1] ?? 0;
  return (common / label.length) * (0.7 + (0.3 * common) / text.length);
}
