import { forms, sections as formSections } from '../forms';
import { type Block, textOf } from './blocks';
import { isProseBlock } from './prose-blocks';
import { fold, labelKey, likeness } from './normalize';
import { remembered } from './remembered';
import { t2Block, t3Slots, t4Columns } from './slots';

/** Where the parts of a report stand among its blocks: half-open ranges. */
export interface Regions {
  readonly t2: readonly Block[] | null;
  readonly t3: readonly Block[] | null;
  readonly t4: readonly Block[] | null;
  /** Table 3 of what follows the report in the same file: a copy of it, or another report. */
  readonly again: readonly Block[] | null;
  readonly headings: readonly SectionHeading[];
  /** Whether anything of a table was seen, not only the headings of the sections that hold them. */
  readonly anchored: boolean;
  /** Blocks of the regions of tables; what of them is prose still belongs to the narrative. */
  readonly tabular: ReadonlySet<Block>;
}

export interface SectionHeading {
  readonly n: number | null;
  readonly title: string;
  readonly block: number;
}

const NUMERALS = '一二三四五六七八九十';
const HEADING = /^第?([一二三四五六七八九十])(?:部分)?[、.,:]/;
const LONGEST_HEADING = 40;
/** First letters by which most lines are known to be neither a heading nor part of a table. */
const MAY_HEAD = /^[\s|#*\u00a0\u3000\ufeff]*[第一二三四五六七八九十㈠-㈩⼀]/;
const MAY_ANCHOR = /[第申勾结結]/;

const names = formSections.map((section) => ({ n: section.n, keys: [section.label.zh] as string[] }));
const appeals = names.find((it) => it.n === 4);
appeals?.keys.push(...forms['2021'].tables.t4.titleVariants);
const keysByN = names.map(({ n, keys }) => ({ n, keys: keys.map(labelKey) }));
const sectionOf = new Map(
  keysByN.toReversed().flatMap(({ n, keys }) => keys.map((key) => [key, n] as const)),
);

const t3First = t3Slots[0]?.keys[0] ?? '';
const rowNames = t3Slots.flatMap((slot) => slot.keys).filter((key) => key.length > 3);
const t4First = labelKey(t4Columns[0]?.label.zh ?? '');
const corner = labelKey(forms['2021'].tables.t3.cornerNote.replace(/[（()）]/g, '')).slice(0, 10);

/** The section whose name is most like a heading's, and how like it is. */
const likest = remembered((key) => {
  const scores = keysByN.map(({ n, keys }) => ({
    n,
    score: Math.max(...keys.map((it) => likeness(it, key))),
  }));
  return scores.reduce((a, b) => (b.score > a.score ? b : a));
});

/** Number of the form's section that a heading names, 0 for a heading of another kind, null for no heading. */
function headingOf(block: Block, text: string): number | null {
  if (!MAY_HEAD.test(text)) return null;
  const folded = fold(text).replace(/^#+|\|+$|^\|+|\*+/g, '');
  if (folded.length > LONGEST_HEADING || folded.length < 4) return null;
  const match = HEADING.exec(folded);
  const key = labelKey(folded);
  if (!match || rowNames.some((row) => key.startsWith(row))) return null;
  const exact = sectionOf.get(key);
  if (exact !== undefined) return exact;
  const best = likest(key);
  const printed = NUMERALS.indexOf(match[1] ?? '') + 1;
  if (best.score >= 0.75 || (best.score >= 0.45 && best.n === printed)) return best.n;
  return isProseBlock(block) && /[。]/.test(text) ? null : 0;
}

/** Finds the three tables by their section headings and by what only they contain. */
export function findRegions(blocks: readonly Block[]): Regions {
  const headings: SectionHeading[] = [];
  let [t2, t3, t4] = [-1, -1, -1];
  let t3Rowed = false;
  const t3Rows: number[] = [];
  blocks.forEach((block, i) => {
    const text = textOf(block);
    if (text.length > 200) return;
    const n = headingOf(block, text);
    if (n !== null)
      headings.push({ n: n || null, title: text.replace(/[|#*\s]+$|^[|#*\s]+/g, ''), block: i });
    if (!MAY_ANCHOR.test(text) || isProseBlock(block)) return;
    const folded = fold(text);
    if (t2 < 0 && folded.includes(t2Block)) t2 = i;
    if (folded.includes(t3First)) t3Rows.push(i);
    if (folded.includes(t3First) || folded.includes(corner)) {
      if (t3 < 0) t3 = i;
      t3Rowed = true;
    }
    if (t4 < 0 && t3Rowed && folded.includes(t4First)) t4 = i;
    if (t4 < 0 && t3 < 0 && n === null && folded.includes(t4First) && folded.length > 10) t4 = i;
  });

  const end = (from: number, stops: readonly number[]): number =>
    Math.min(...stops.filter((it) => it > from), blocks.length);
  /** The last heading of a section before its table, else the table itself, which may be an annex. */
  const start = (n: number, anchor: number): number => {
    const own = headings.filter((it) => it.n === n).map((it) => it.block);
    if (anchor < 0) return own.at(-1) ?? -1;
    const before = own.findLast((it) => it <= anchor) ?? anchor;
    const isApart = headings.some((it) => it.n && it.n > n && it.block > before && it.block < anchor);
    return isApart ? anchor : before;
  };
  const heads = (n: number): number[] => headings.filter((it) => it.n === n).map((it) => it.block);
  const from2 = start(2, t2);
  const from3 = start(3, t3);
  const from4 = start(4, t4);
  const tail = [...heads(5), ...heads(6)];
  const cut = (from: number, stops: readonly number[]): readonly Block[] | null =>
    from < 0 ? null : blocks.slice(from, end(from, stops));
  const ends3 = end(from3, [from4, ...tail]);
  const again = from3 < 0 ? undefined : t3Rows.find((it) => it >= ends3);
  const regions = {
    t2: cut(from2, [from3, from4, ...tail]),
    t3: cut(from3, [from4, ...tail]),
    t4: cut(from4, tail),
  };
  return {
    ...regions,
    again: cut(again ?? -1, [...heads(4), ...tail]),
    anchored: t2 >= 0 || t3 >= 0 || t4 >= 0,
    headings,
    tabular: new Set([...(regions.t2 ?? []), ...(regions.t3 ?? []), ...(regions.t4 ?? [])]),
  };
}
