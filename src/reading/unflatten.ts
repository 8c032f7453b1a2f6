import { forms, legacyForms, sections } from '../forms';
import { type Block, type Line, within } from './blocks';
import { isValueLike } from './numbers';
import { fold, labelKey } from './normalize';
import { t2Block, t2Slots, t3Slots } from './slots';

/** Lines this long hold a whole page: crawlers print a page's text without its line breaks. */
const LONG_LINE = 200;
const LONGEST_LABEL = 60;

const labels = new Set([
  ...[...t2Slots, ...t3Slots].flatMap((slot) => slot.keys).filter((key) => key.length > 3),
  ...legacyForms
    .flatMap((form) => form.indicators.map((it) => labelKey(it.label.zh)))
    .filter((key) => key.length > 4),
  ...legacyForms.map((form) => labelKey(form.columns[0] ?? '')),
]);

const isLabel = (text: string): boolean =>
  text.length < LONGEST_LABEL && (fold(text).startsWith(t2Block) || labels.has(labelKey(text)));

const titles = [
  ...sections.map((section) => section.label.zh),
  ...forms['2021'].tables.t4.titleVariants,
  forms['2021'].tables.t4.title.zh,
];
const INLINE_HEADING = new RegExp(`[一二三四五六七八]、\\s?(?:${[...new Set(titles)].join('|')})`, 'g');
/** In text without line breaks a heading of another kind stands between spaces. */
const SPACED_HEADING = /(?<=\s)[一二三四五六七八九十]、\s?[^\s,，。；;、:：\d]{2,24}(?=\s)/g;

function piece(line: Line, from: number, to: number): Line | null {
  const raw = line.text.slice(from, to);
  const lead = raw.length - raw.trimStart().length;
  const text = raw.trim();
  return text === ''
    ? null
    : { kind: 'line', text, at: within(line.at, (line.at.column ?? 1) + from + lead) };
}

/** Cuts a long line before and after the section headings in it. */
function cutAtHeadings(line: Line): Line[] {
  const cuts = new Set([0, line.text.length]);
  for (const pattern of [INLINE_HEADING, SPACED_HEADING])
    for (const match of line.text.matchAll(pattern))
      if (!isLabel(match[0])) cuts.add(match.index).add(match.index + match[0].length);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.flatMap((to, i) => (i === 0 ? [] : (piece(line, sorted[i - 1] ?? 0, to) ?? [])));
}

/** Cuts the part of a long line from its first form label to its last value at every space. */
function cutAtCells(line: Line): Line[] {
  const words = [...line.text.matchAll(/[^\s\u00a0\u3000]+/g)];
  const isForm = words.map((word) => isLabel(word[0]));
  if (isForm.filter(Boolean).length < 3) return [line];
  const first = isForm.indexOf(true);
  const last = words.findLastIndex((word, i) => i > first && (isForm[i] || isValueLike(word[0])));
  const [start, end] = [words[first]?.index ?? 0, words[last]];
  const stop = end ? end.index + end[0].length : line.text.length;
  return [
    piece(line, 0, start),
    ...words.slice(first, last + 1).map((word) => piece(line, word.index, word.index + word[0].length)),
    piece(line, stop, line.text.length),
  ].filter((it) => it !== null);
}

/** Whether a line too short for a whole page still holds several rows of a table, parted by nothing but spaces. */
function holdsRows({ text }: Line): boolean {
  if (text.length < LONGEST_LABEL || /[\t|]/.test(text)) return false;
  const words = text.split(/[\s\u00a0\u3000]+/);
  return words.filter((word, i) => isValueLike(words[i + 1] ?? '') && isLabel(word)).length >= 3;
}

/** A page flattened to one line becomes lines again: headings and the cells of its tables stand apart. */
export function unflatten(blocks: readonly Block[]): readonly Block[] {
  const isFlat = (block: Block): block is Line =>
    block.kind === 'line' && (block.text.length >= LONG_LINE || holdsRows(block));
  if (!blocks.some(isFlat)) return blocks;
  return blocks.flatMap((block): readonly Block[] =>
    isFlat(block)
      ? cutAtHeadings(block).flatMap((line) =>
          line.text.length >= LONGEST_LABEL ? cutAtCells(line) : [line],
        )
      : [block],
  );
}
