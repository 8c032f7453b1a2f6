import type { GridCell, Row } from '../blocks';
import type { Work } from '../limits';
import type { At } from '../types';
import { boxOf } from './boxes';
import { UNREAD } from './interpret';
import { isColumnHeading } from '../slots';
import { isParted, isRowName, type Label, labelsOf } from './unruled-labels';
import { type Column, columnsOfValues, type Heading, headingAbove } from './unruled-columns';
import { overlap, type PlacedLine, type Word, wordsOf } from './words';

/** A table whose columns no lines part: its rows, in place of the lines from `first` to `last`. */
export interface UnruledTable {
  readonly first: number;
  readonly last: number;
  /** Its rows, as those of the table of this number. */
  readonly rows: (table: number) => readonly Row[];
}

export interface UnruledTables {
  readonly tables: readonly UnruledTable[];
  /** Lines of other tables whose values need not belong to the label before them. */
  readonly doubtful: ReadonlySet<number>;
}

/** Columns that labels take before the first of the values: that of groups and their own. */
const LABELS = 2;
/** Share of a letter's height by which lines of a row may differ. */
const SAME_ROW = 0.45;
/** Where more than this share of the lines with values stand beside no label, the labels belong elsewhere. */
const STRAY = 0.25;
/** Work that a line and a pair of words take. */
const STEPS = 20;

interface Entry {
  readonly label: Label | null;
  readonly down: number;
  readonly values: Word[];
  /** Whether values near it may be its own or another row's. */
  isDoubtful: boolean;
}

const downs = ({ words }: Label): number[] => words.map((it) => it.down);
const reaches = (label: Label, down: number): boolean => {
  const slack = SAME_ROW * (label.words[0]?.size ?? 0);
  return down >= Math.min(...downs(label)) - slack && down <= Math.max(...downs(label)) + slack;
};

/** Each label with the values beside it; null where too many values stand beside none. */
function entriesOf(labels: readonly Label[], lines: ReadonlyMap<number, readonly Word[]>): Entry[] | null {
  const entries: Entry[] = labels.map((label) => ({
    label,
    down: Math.min(...downs(label)),
    values: [],
    isDoubtful: false,
  }));
  const stray: Entry[] = [];
  for (const values of lines.values()) {
    const down = values[0]?.down ?? 0;
    const beside = entries.filter((it) => it.label && reaches(it.label, down));
    const nearest = beside.toSorted((a, b) => (b.label?.left ?? 0) - (a.label?.left ?? 0))[0];
    if (nearest) {
      // A number broken over lines, or the rows of two labels taken for one.
      if (nearest.values.length > 0) nearest.isDoubtful = true;
      nearest.values.push(...values);
    } else stray.push({ label: null, down, values: [...values], isDoubtful: false });
  }
  doubtPieces(entries);
  if (labels.length === 0) return stray;
  if (stray.length > STRAY * lines.size) return null;
  // Values between two rows may be either's, or those of a row between them.
  const filled = entries.filter((it) => it.values.length > 0);
  for (const { down, values } of stray) {
    const above = filled.findLast((it) => it.down < down);
    const below = filled.find((it) => it.down > down);
    for (const entry of entries)
      if (entry.down >= (above?.down ?? 0) && entry.down <= (below?.down ?? Infinity))
        entry.isDoubtful = true;
    (above ?? below)?.values.push(...values);
  }
  return entries;
}

class Rows {
  readonly rows: Row[] = [];

  constructor(
    readonly table: number,
    readonly columns: readonly Column[],
  ) {}

  push(
    at: At,
    texts: readonly { text: string; words: readonly Word[]; column: number; span: number }[],
  ): void {
    const row = this.rows.length + 1;
    const cells = texts.map(({ text, words, column, span }, i): GridCell => {
      const [first] = words;
      const own = first
        ? boxOf(
            first.page,
            words.filter((it) => it.page === first.page).flatMap((it) => it.texts),
          )
        : at;
      return { text, column, span, at: { ...own, table: this.table, row, cell: i + 1 } };
    });
    this.rows.push({ kind: 'row', cells, at: { ...at, table: this.table, row } });
  }
}

const joined = (words: readonly Word[]): string =>
  words.reduce((text, word) => text + (/\d$/.test(text) && /^\d/.test(word.text) ? ' ' : '') + word.text, '');

const atOf = (words: readonly Word[]): At => {
  const [first] = words;
  return first
    ? boxOf(
        first.page,
        words.filter((it) => it.page === first.page).flatMap((it) => it.texts),
      )
    : {};
};

function headingRows(rows: Rows, { columns, others }: Heading): void {
  const words = [...others, ...columns.flatMap((it) => it.words)];
  const label = others.filter((it) => it.left < (columns[0]?.left ?? 0));
  rows.push(atOf(words), [
    { text: label.map((it) => it.text).join(''), words: label, column: 0, span: LABELS },
    ...columns.map(({ words: own, text }, i) => ({ text, words: own, column: LABELS + i, span: 1 })),
  ]);
}

function valueRow(
  rows: Rows,
  entry: Entry,
  groups: readonly Label[],
  places: ReadonlyMap<Word, number>,
): void {
  const { label, values } = entry;
  const words = groups.flatMap((it) => it.words);
  const own = label?.words ?? [];
  const span = groups.length > 0 ? 1 : LABELS;
  rows.push(atOf([...(values.length > 0 ? values : own)]), [
    ...(groups.length > 0 ? [{ text: groups.map((it) => it.text).join(''), words, column: 0, span: 1 }] : []),
    ...(label ? [{ text: label.text, words: own, column: LABELS - span, span }] : []),
    ...rows.columns.map((_, i) => {
      const inside = values.filter((it) => places.get(it) === i);
      const text = joined(inside) + (entry.isDoubtful ? UNREAD : '');
      return { text, words: inside, column: LABELS + i, span: 1 };
    }),
  ]);
}

/** Where the lines below the headings end that hold nothing but labels and values. */
function bodyEnd(lines: readonly (readonly Word[])[], { columns, bottom }: Heading): number {
  const edge = columns[0]?.left ?? 0;
  const isOther = (it: Word): boolean => !it.isValue && it.right > edge + it.size / 3;
  let end = bottom + 1;
  while (end < lines.length && !(lines[end] ?? []).some(isOther)) end++;
  return end;
}

/** Labels without those below the last values that are no row's. */
function withinTable(labels: readonly Label[], last: number): readonly Label[] {
  const isBelow = (label: Label): boolean => label.words.every((it) => it.line > last);
  const end = labels.findIndex((it) => isBelow(it) && !isRowName(it.text));
  return end < 0 ? labels : labels.slice(0, end);
}

function rowsOf(
  number: number,
  heading: Heading,
  entries: readonly Entry[],
  labels: readonly Label[],
  places: ReadonlyMap<Word, number>,
): readonly Row[] {
  const rows = new Rows(number, heading.columns);
  headingRows(rows, heading);
  let groups: Label[] = [];
  for (const entry of entries) {
    const { label, values: own } = entry;
    if (own.length === 0 && label && (!isRowName(label.text) || isBeside(label, labels))) groups.push(label);
    else {
      valueRow(rows, entry, groups, places);
      groups = [];
    }
  }
  return rows.rows;
}

/** 其他 and 总计 name columns as well as rows. */
const isRowOnly = (text: string): boolean => isRowName(text) && !isColumnHeading(text);

/** Whether a value stands among the labels: only the numbers of lines do, before all of them. */
const isMisplaced = (word: Word, words: readonly Word[]): boolean =>
  word.isValue
    ? words.some((it) => !it.isValue && it.left + it.size < word.left)
    : isColumnHeading(word.text) && !isRowName(word.text);

/** Whether a column has a heading that cannot be read: beside that of the labels something stands before the others. */
function hasStrangeColumn({ before }: Heading, words: readonly Word[]): boolean {
  const over = before.filter((column) => words.some((it) => !it.isValue && overlap(it, column)));
  return before.length > Math.max(1, over.length);
}

function tableOf(lines: readonly (readonly Word[])[], heading: Heading, work: Work): UnruledTable | null {
  const words = lines.slice(heading.bottom + 1, bodyEnd(lines, heading)).flat();
  const rulings = Math.max(0, ...new Set(words.map((it) => it.page.rulings.length)));
  work.spend(words.length * (STEPS + heading.columns.length + words.length / 4 + rulings / 4));
  const edge = Math.max(...words.filter((it) => !it.isValue).map((it) => it.right));
  const values = words.filter((it) => it.isValue && it.right > edge);
  const places = columnsOfValues(values, heading.columns);
  if (
    !places ||
    hasStrangeColumn(heading, words) ||
    words.some((it) => !places.has(it) && isMisplaced(it, words))
  )
    return null;
  const byLine = new Map<number, Word[]>();
  for (const value of values) byLine.set(value.line, [...(byLine.get(value.line) ?? []), value]);
  const lastValue = Math.max(heading.bottom, ...byLine.keys());
  const labels = withinTable(
    labelsOf(
      words.filter((it) => !places.has(it)),
      new Set(byLine.keys()),
    ),
    lastValue,
  );
  const entries = entriesOf(labels, byLine);
  if (!entries || entries.length === 0) return null;
  const last = Math.max(lastValue, ...labels.flatMap(({ words: own }) => own.map((it) => it.line)));
  return { first: heading.top, last, rows: (number) => rowsOf(number, heading, entries, labels, places) };
}

/** Lines with values under headings, where no name of a row stands before these. */
function doubtfulIn(lines: readonly (readonly Word[])[], heading: Heading): number[] {
  const found: number[] = [];
  const end = bodyEnd(lines, heading);
  for (let i = heading.bottom + 1; i < end; i++) {
    const words = lines[i] ?? [];
    const labels = words.filter((it) => !it.isValue).map((it) => it.text);
    const isNamed = isRowName(labels.join('')) || isRowName(labels.at(-1) ?? '');
    if (labels.length < words.length && !isNamed) found.push(i);
  }
  return found;
}

/** A piece of a label between two rows may be either's: of the rows beside it only names that are whole are certain. */
function doubtPieces(entries: readonly Entry[]): void {
  const isPiece = (entry: Entry | undefined, label: Label): boolean =>
    entry?.label != null &&
    entry.values.length === 0 &&
    !isRowName(entry.label.text) &&
    overlap(entry.label, label) &&
    !isParted(entry.label, label);
  for (const [i, entry] of entries.entries())
    if (entry.label && !isRowName(entry.label.text))
      for (const other of [entries[i - 1], entries[i + 1]])
        if (entry.values.length > 0 && isPiece(other, entry.label)) entry.isDoubtful = true;
}

/** Whether another label stands to the right of one: it then is the name of a group of rows. */
const isBeside = (label: Label, labels: readonly Label[]): boolean =>
  labels.some((it) => it.left >= label.right && downs(it).some((down) => reaches(label, down)));

/**
 * The tables among lines whose columns no lines part, where their headings tell to which column each value belongs.
 * Where they do not, a table is left as the lines that it is.
 */
export function unruledTables(placed: readonly PlacedLine[], work: Work): UnruledTables {
  const tables: UnruledTable[] = [];
  const doubtful = new Set<number>();
  const lines = placed.map(wordsOf);
  work.spend(lines.length * STEPS);
  let from = 0;
  for (let i = 0; i < lines.length; i++) {
    if (!(lines[i] ?? []).some((it) => it.isValue || isRowOnly(it.text))) continue;
    const heading = headingAbove(lines, from, i, work);
    const table = heading?.isRead ? tableOf(lines, heading, work) : null;
    if (heading && !table) for (const line of doubtfulIn(lines, heading)) doubtful.add(line);
    if (!table) continue;
    tables.push(table);
    i = table.last;
    from = table.last + 1;
  }
  return { tables, doubtful };
}
