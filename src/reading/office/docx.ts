import type { Block, Decoded, GridCell } from '../blocks';
import { limits } from '../limits';
import { ReadingError, type At } from '../types';
import { InlineReader, isPlaceholder, UNREADABLE } from './docx-text';
import { Numbering, withLabel } from './numbering';
import type { OfficePackage } from './package';
import { child, chosen, contains, elementsOf, isOn, setting, textLength, type XmlElement } from './xml';

/** Containers that print nothing of their own. */
const TRANSPARENT = new Set(['w:sdtContent', 'w:customXml', 'w:smartTag', 'w:ins', 'w:moveTo']);
/** Text that lies in a file of its own, often a web page: without it, half a report would pass for a whole one. */
const ELSEWHERE = new Set(['w:altChunk', 'w:subDoc']);
/** Longer cells hold an article, not a value: their table lays out the page. */
const LONGEST_CELL = 400;
/** A row of one cell that is longer is a paragraph in a frame. */
const LONGEST_LABEL = 60;

/** Children of a container, through everything that only marks or groups them. */
function contentOf(parent: XmlElement): XmlElement[] {
  return elementsOf(parent).flatMap((it) => {
    if (TRANSPARENT.has(it.name)) return contentOf(it);
    if (it.name === 'w:sdt')
      return isPlaceholder(it) ? emptied(it) : contentOf(child(it, 'w:sdtContent') ?? it);
    if (it.name === 'mc:AlternateContent') return contentOf(chosen(it) ?? it);
    return [it];
  });
}

/** A control that still shows what to enter: nothing was, but its cells remain. */
const emptied = (control: XmlElement): XmlElement[] =>
  contentOf(child(control, 'w:sdtContent') ?? control)
    .filter((it) => it.name === 'w:tc')
    .map((it) => ({ ...it, children: elementsOf(it).filter(({ name }) => name === 'w:tcPr') }));

/** Rows that are printed: not those that a revision deletes. */
const rowsOf = (table: XmlElement): XmlElement[] =>
  contentOf(table).filter((it) => {
    const properties = child(it, 'w:trPr');
    return it.name === 'w:tr' && !(properties && child(properties, 'w:del')) && !isOn(properties, 'w:hidden');
  });

const cellsOf = (row: XmlElement): XmlElement[] =>
  contentOf(row).filter((it) => it.name === 'w:tc' && !child(child(it, 'w:tcPr') ?? it, 'w:cellDel'));

const isLayout = (rows: readonly XmlElement[]): boolean =>
  rows.some((row) => cellsOf(row).some((cell) => contains(cell, 'w:tbl') || textLength(cell) > LONGEST_CELL));

const spanOf = (cell: XmlElement): number => {
  const span = Number(setting(child(cell, 'w:tcPr'), 'w:gridSpan') ?? 1);
  return Number.isInteger(span) && span > 0 ? Math.min(span, limits.columns) : 1;
};

/** How a cell is merged in a direction, `vMerge` or, in old files, `hMerge`: whether it goes on one before it. */
const mergeOf = (cell: XmlElement, direction: 'w:vMerge' | 'w:hMerge'): 'begins' | 'goes on' | null => {
  const properties = child(cell, 'w:tcPr');
  const merge = properties && child(properties, direction);
  if (!merge) return null;
  return merge.attributes.get('val') === 'restart' ? 'begins' : 'goes on';
};

class Walker {
  readonly blocks: Block[] = [];
  readonly #inline = new InlineReader();
  #paragraphs = 0;
  #tables = 0;
  /** Text of a paragraph whose end is deleted: it is printed at the head of the next. */
  #carried = '';

  constructor(
    readonly numbering: Numbering,
    readonly file: OfficePackage,
  ) {}

  walk(parent: XmlElement): void {
    for (const it of contentOf(parent)) {
      if (this.blocks.length >= limits.blocks) return;
      if (it.name === 'w:p') this.#line(it);
      else if (it.name === 'w:tbl') this.#table(it);
      else if (ELSEWHERE.has(it.name))
        throw new ReadingError('unsupported_format', this.file.work.source, 'docx of several documents');
    }
  }

  #line(paragraph: XmlElement): void {
    const line = ++this.#paragraphs;
    const { text, boxes } = this.#paragraph(paragraph);
    let column = 1;
    for (const part of text.split('\n')) {
      const printed = part.trim();
      const lead = part.length - part.trimStart().length;
      if (printed) this.blocks.push({ kind: 'line', text: printed, at: { line, column: column + lead } });
      column += part.length + 1;
    }
    for (const box of boxes) this.walk(box);
  }

  #paragraph(paragraph: XmlElement): { text: string; boxes: readonly XmlElement[]; hasPicture: boolean } {
    this.file.work.spend(10);
    const { text, ...rest } = this.#inline.read(paragraph);
    const properties = child(paragraph, 'w:pPr');
    const mark = properties && child(properties, 'w:rPr');
    const whole = this.#carried + text;
    this.#carried = '';
    if (mark && (child(mark, 'w:del') ?? child(mark, 'w:moveFrom'))) {
      this.#carried = whole;
      return { ...rest, text: '' };
    }
    return { ...rest, text: withLabel(this.numbering.label(paragraph), whole) };
  }

  #table(table: XmlElement): void {
    const number = ++this.#tables;
    const rows = rowsOf(table);
    if (isLayout(rows)) {
      for (const row of rows)
        for (const cell of cellsOf(row)) if (mergeOf(cell, 'w:vMerge') !== 'goes on') this.walk(cell);
      return;
    }
    /** Columns of the row before whose merged cells may go on in this. */
    let above = new Set<number>();
    for (const [r, row] of rows.entries()) {
      const own = new Set<number>();
      const cells = this.#row(row, { table: number, row: r + 1 }, above, own);
      above = own;
      if (this.blocks.length >= limits.blocks) return;
      const [only] = cells;
      if (cells.length === 1 && only && only.text.length > LONGEST_LABEL)
        for (const text of only.text.split('\n')) this.blocks.push({ kind: 'line', text, at: only.at });
      else if (cells.length > 0) this.blocks.push({ kind: 'row', cells, at: { table: number, row: r + 1 } });
    }
  }

  #row(row: XmlElement, at: At, above: ReadonlySet<number>, own: Set<number>): GridCell[] {
    const cells: GridCell[] = [];
    const before = Number(setting(child(row, 'w:trPr'), 'w:gridBefore') ?? 0);
    let column = Number.isInteger(before) && before > 0 ? Math.min(before, limits.columns) : 0;
    for (const [i, cell] of cellsOf(row).entries()) {
      const span = spanOf(cell);
      const last = cells.at(-1);
      // What a merged cell hides under it is not printed.
      if (mergeOf(cell, 'w:hMerge') === 'goes on' && last)
        cells[cells.length - 1] = { ...last, span: last.span + span };
      else {
        const merge = mergeOf(cell, 'w:vMerge');
        if (merge !== 'goes on' || !above.has(column))
          cells.push({ text: this.#cellText(cell), at: { ...at, cell: i + 1 }, column, span });
        if (merge) own.add(column);
      }
      column += span;
    }
    return cells;
  }

  /** Text of a cell, a line feed between its paragraphs. */
  #cellText(cell: XmlElement): string {
    const lines: string[] = [];
    let hasPicture = false;
    const read = (parent: XmlElement): void => {
      for (const it of contentOf(parent)) {
        if (it.name !== 'w:p') continue;
        const paragraph = this.#paragraph(it);
        lines.push(...paragraph.text.split('\n').map((text) => text.trim()));
        hasPicture ||= paragraph.hasPicture;
        for (const box of paragraph.boxes) read(box);
      }
    };
    read(cell);
    const text = lines.filter((line) => line !== '').join('\n');
    // A picture may show a number: such a cell is not blank.
    return text === '' && hasPicture ? UNREADABLE : text;
  }
}

/**
 * A Word document as lines and rows: what is printed, with revisions accepted. `line` counts the paragraphs outside
 * tables.
 * @throws ReadingError `damaged`, or `no_text` when it holds nothing but pictures
 */
export function docxBlocks(file: OfficePackage, main: string): Decoded {
  const body = child(file.needed(main), 'w:body');
  if (!body) throw new ReadingError('damaged', file.work.source, main);
  const { byType } = file.relations(main);
  const related = (type: string): XmlElement | undefined => file.xml(byType.get(type) ?? '');
  const walker = new Walker(new Numbering(related('numbering'), related('styles')), file);
  walker.walk(body);
  if (walker.blocks.length === 0) throw new ReadingError('no_text', file.work.source, 'docx');
  return { blocks: walker.blocks, title: file.title() };
}
