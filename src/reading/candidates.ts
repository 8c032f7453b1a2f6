import type { Block, GridCell, Line } from './blocks';
import { limits } from './limits';
import { isBlank, isUnit, isValueLike } from './numbers';
import { labelKey } from './normalize';
import { isProseBlock } from './prose-blocks';
import { readingsOf, type RowNames, rowNamesOf } from './row-names';
import { isBlockTitle, isHeader, type Slot } from './slots';
import { textCells, type TextCell } from './text-cells';
import type { At } from './types';

/** A cell that may hold a value. `column` counts from 0 in its grid. */
export interface ValueCell {
  readonly text: string;
  readonly at: At;
  readonly column: number;
  readonly span: number;
  /** Set of a blank cell that only an empty line tells. */
  readonly isEmptyLine?: boolean;
}

/** Something that may be a row of the form: what stands before the values, and the values. */
export interface Candidate {
  /** Labels on the row itself, left to right. */
  readonly own: readonly string[];
  /** Labels since the row before: group headings, broken labels, column headings. */
  readonly before: readonly string[];
  /** The names that its labels may be read as, folded. */
  readonly names: readonly string[];
  readonly cells: readonly ValueCell[];
  /** `exact`: merged cells are known (HTML); `padded`: merged cells left blanks; `loose`: blanks may be lost. */
  readonly grid: 'exact' | 'padded' | 'loose' | 'spaced';
  readonly at: At;
  /** Cells after the first of the row of headings above: which of them are headings, and how many there are. */
  readonly heading:
    | {
        readonly offsets: readonly number[];
        readonly width: number;
        readonly cells: readonly ValueCell[];
      }
    | undefined;
}

/** A text that is no value. `before` counts the candidates so far; `row` is set where cells are known to share one. */
export interface Heading {
  readonly text: string;
  readonly before: number;
  readonly row: number | undefined;
}

export interface Region {
  readonly candidates: readonly Candidate[];
  /** Everything that is no value, in order, for finding out which form's headings these are, and in what order. */
  readonly headings: readonly Heading[];
  /** Blank cells among the labels of a layout of one cell a line. */
  readonly blanks: number;
  /** Blank cells behind the last label or value. */
  readonly trailing: number;
  /** Rows of column headings of exact grids. */
  readonly headerRows: readonly (readonly GridCell[])[];
}

const asValue = (cell: TextCell | GridCell): ValueCell =>
  'span' in cell
    ? cell
    : {
        text: cell.text,
        at: cell.at,
        column: cell.column,
        span: 1,
        isEmptyLine: cell.isEmptyLine === true,
      };

const LINE_NUMBER = /^\s*[1-9]\d?[.、．]?\s*$/;

/** Whether a text after the label of a row can only be its value, though it is more than a number. */
const isRemarked = (text: string): boolean => /^(?:[约近共超逾计¥]|人民币)?\d/.test(labelKey(text));

/** Headings of the columns of rows to come, as {@link Candidate.heading}. */
type HeadingRow = NonNullable<Candidate['heading']>;

/** The labels of a row while it is gathered. */
interface Labelled {
  own: readonly string[];
  readonly before: readonly string[];
  readonly at: At;
}

/** Walks the cells of a region and gathers rows: each with the labels that precede its values. */
class Collector {
  readonly candidates: Candidate[] = [];
  readonly headings: Heading[] = [];
  blanks = 0;
  readonly #names: RowNames;
  #buffer: string[] = [];
  /** Blanks told by pipes since the last label: padding of a heading, or the first cells of a row without a label. */
  #pending: ValueCell[] = [];
  #loose: (Labelled & { readonly cells: ValueCell[] }) | null = null;
  #heading: HeadingRow | undefined;
  #rows = 0;
  /** Headings one after another in a layout of one cell a line; `null` once blanks stand among them. */
  #run: number | null = 0;

  constructor(slots: readonly Slot[]) {
    this.#names = rowNamesOf(slots);
  }

  get trailing(): number {
    return this.#pending.length;
  }

  close(): void {
    if (this.#loose) this.#push(this.#loose, this.#loose.cells, 'loose');
    this.#loose = null;
  }

  /** Takes the label that waits for its values. */
  #unfilled(): Labelled | null {
    const loose = this.#loose;
    if (!loose || loose.cells.length > 0) return null;
    this.#loose = null;
    this.#pending = [];
    return loose;
  }

  #push({ own, before, at }: Labelled, cells: readonly ValueCell[], grid: Candidate['grid']): void {
    if (this.candidates.length >= limits.rows) return;
    const names = readingsOf(own, before);
    this.candidates.push({ own, before, names, cells, grid, at, heading: this.#heading });
  }

  #note(text: string, row?: number): void {
    if (isBlank(text)) return;
    this.headings.push({ text, before: this.candidates.length, row });
  }

  /** Labels stand before the first value; a strange text after it is a value that cannot be read. */
  #headOf<T extends TextCell | GridCell>(cells: readonly T[]): readonly T[] {
    const first = cells.findIndex(
      ({ text }, i) =>
        isValueLike(text) ||
        (isRemarked(text) && cells.slice(0, i).some((it) => this.#names.endsIn(it.text))),
    );
    return cells.slice(0, first < 0 ? this.#namedTo(cells) : first);
  }

  /** Where the label of a row without any number ends: what stands behind it, and is no heading, is what it has for values. */
  #namedTo(cells: readonly (TextCell | GridCell)[]): number {
    const label = cells.findLastIndex((it) => this.#names.endsIn(it.text));
    const isOther =
      cells.some((it) => isHeader(it.text)) || cells.findIndex((it) => this.#names.endsIn(it.text)) < label;
    return label < 0 || isOther || isUnit(cells[label + 1]?.text ?? '') ? cells.length : label + 1;
  }

  /** Cells with the unit that stands in one of its own put behind the label that it belongs to. */
  #withUnit(cells: readonly (TextCell | GridCell)[]): readonly (TextCell | GridCell)[] {
    const at = cells.findIndex(({ text }, i) => isUnit(text) && this.#names.endsIn(cells[i - 1]?.text ?? ''));
    const [label, unit] = [cells[at - 1], cells[at]];
    return label && unit
      ? cells.toSpliced(at - 1, 2, { ...label, text: `${label.text}（${unit.text}）` })
      : cells;
  }

  /** Cells without the number of the line that stands before its label. */
  #unnumbered<T extends TextCell | GridCell>(cells: readonly T[]): readonly T[] {
    const [first, ...rest] = cells;
    if (!first || !LINE_NUMBER.test(first.text)) return cells;
    return this.#headOf(rest).some((it) => this.#names.endsIn(it.text)) ? rest : cells;
  }

  row(printed: readonly (TextCell | GridCell)[], grid: Candidate['grid'], at: At): void {
    const cells = this.#withUnit(this.#unnumbered(printed));
    const head = this.#headOf(cells);
    const last = head.findLastIndex((it) => !isBlank(it.text));
    const labels = head.map((it) => it.text).filter((it) => !isBlank(it));
    const values = cells.slice(last + 1).map(asValue);
    // A label of its own line or table is that of the values that follow without any.
    const label = labels.length === 0 && values.some((it) => !isBlank(it.text)) ? this.#unfilled() : null;
    if (label) {
      this.#push(label, values, grid);
      return;
    }
    this.close();
    this.#pending = [];
    this.#rows++;
    for (const label of labels) this.#note(label, this.#rows);
    const headers = labels.filter((label) => isHeader(label)).length;
    const isTitle = values.length === 0 || headers === labels.length || (headers > 0 && labels.length > 1);
    if (labels.length > 0 && isTitle && values.every((cell) => isBlank(cell.text))) {
      this.#buffer.push(...labels.filter((label) => !isHeader(label)));
      const offsets = [...cells.keys()]
        .slice(1)
        .filter((i) => !isBlank(cells[i]?.text ?? ''))
        .map((i) => i - 1);
      if (headers > 0)
        this.#heading =
          offsets.length > 0
            ? { offsets, width: cells.length - 1, cells: cells.slice(1).map(asValue) }
            : undefined;
      return;
    }
    this.#push({ own: labels, before: this.#buffer, at }, values, grid);
    this.#buffer = [];
  }

  cell(it: TextCell): void {
    const isFirst = this.#loose?.cells.length === 0;
    if (!isBlank(it.text) && !isValueLike(it.text) && !(isFirst && isRemarked(it.text))) this.#label(it);
    else if (this.#loose) this.#loose.cells.push(asValue(it));
    else if (isBlank(it.text)) this.#pending.push(asValue(it));
    else {
      const own = this.#buffer.splice(-1);
      this.#loose = {
        own,
        before: this.#buffer.splice(0),
        cells: [...this.#pending.splice(0), asValue(it)],
        at: it.at,
      };
    }
  }

  #label(it: TextCell): void {
    if (this.#loose?.cells.length === 0 && isUnit(it.text)) {
      this.#loose.own = [`${this.#loose.own.join('')}（${it.text}）`];
      return;
    }
    if (
      this.#loose &&
      this.#loose.cells.length === 0 &&
      this.#names.goOnAs(this.#loose.own.join('') + it.text)
    ) {
      this.#loose.own = [this.#loose.own.join('') + it.text];
      return;
    }
    // A heading over several rows may bear the name of a row: it then is a label of the row that follows.
    const above = this.#loose?.cells.length === 0 ? this.#loose.own : [];
    this.close();
    this.#note(it.text);
    const padding = this.#pending.length;
    this.blanks += padding;
    this.#pending = [];
    if (isHeader(it.text)) {
      this.#buffer = [];
      this.#heading = undefined;
      this.#run = isBlockTitle(it.text)
        ? 0
        : padding > 0 && this.#run !== 0
          ? null
          : this.#run === null
            ? null
            : this.#run + 1;
      return;
    }
    if (this.#run)
      this.#heading = { offsets: [...Array(this.#run).keys()], width: this.#run + padding, cells: [] };
    this.#run = 0;
    this.#buffer.push(...above, it.text);
    const parts = [1, 2, 3].find(
      (n) => n <= this.#buffer.length && this.#names.has(this.#buffer.slice(-n).join('')),
    );
    if (parts === undefined) return;
    const own = [this.#buffer.splice(-parts).join('')];
    this.#loose = { own, before: this.#buffer.splice(0), cells: [], at: it.at };
  }
}

/** Collects the rows of a region of a document. `slots` tell labels of rows from other labels. */
export function collect(blocks: readonly Block[], slots: readonly Slot[]): Region {
  const collector = new Collector(slots);
  const headerRows: (readonly GridCell[])[] = [];
  let lines: Line[] = [];
  const flush = (): void => {
    for (const entry of textCells(lines)) {
      if (entry.kind === 'loose') for (const cell of entry.cells) collector.cell(cell);
      else {
        const padded = entry.cells.some((it) => isBlank(it.text));
        collector.row(entry.cells, padded ? 'padded' : 'spaced', entry.cells[0]?.at ?? {});
      }
    }
    lines = [];
  };
  for (const block of blocks) {
    if (block.kind === 'line') {
      if (!isProseBlock(block)) lines.push(block);
      continue;
    }
    flush();
    if (block.cells.filter((it) => isHeader(it.text)).length >= 2) headerRows.push(block.cells);
    collector.row(block.cells, 'exact', block.at);
  }
  flush();
  collector.close();
  const { candidates, headings, blanks, trailing } = collector;
  return { candidates, headings, blanks, trailing, headerRows };
}
