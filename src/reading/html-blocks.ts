import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Block, Decoded, GridCell, Row } from './blocks';
import {
  attribute,
  BLOCK,
  childrenOf,
  type Element,
  elementsWithin,
  Gathered,
  isElement,
  isNote,
  isShown,
  lettersOf,
  SKIPPED,
  parseDocument,
  textWithin,
} from './html-tree';
import { limits, refuseLines, type Work } from './limits';
import type { At } from './types';

/** Longer cells hold an article, not a value: their row lays out the page. */
const LONGEST_CELL = 400;
/** So many rows of so many cells are a table of data, whatever else stands in it. */
const DATA_ROWS = 3;
const DATA_CELLS = 4;

/** Steps that a cell takes. */
const CELL = 40;

const span = (cell: Element, name: string, most: number): number => {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isFinite(value) && value > 0 ? Math.min(value, most) : 1;
};

const place = (line: number | undefined, table: number, row: number): At =>
  line === undefined ? { table, row } : { line, table, row };
const placeOfCell = (line: number | undefined, table: number, row: number, cell: number): At =>
  line === undefined ? { table, row, cell } : { line, table, row, cell };

const cellsIn = (row: Element, work: Work): Element[] =>
  elementsWithin(row, work, ['td', 'th'], ['td', 'th', 'table']);
const rowsIn = (table: Element, work: Work): Element[] =>
  elementsWithin(table, work, ['tr'], ['tr', 'table']);

/** Cells of the table of one row that is all that a cell holds: they are cells of the row around it. */
function cellsInside(cell: Element, work: Work): readonly Element[] | null {
  const [inner] = elementsWithin(cell, work, ['table'], ['table']);
  if (!inner || elementsWithin(inner, work, ['table'], ['table']).length > 0) return null;
  const [row, ...others] = rowsIn(inner, work);
  const isAll = row && others.length === 0 && textWithin(cell, work) === textWithin(inner, work);
  return isAll ? cellsIn(row, work) : null;
}

interface TableRow {
  readonly row: Row;
  readonly element: Element;
}

/** Rows of a table with the columns of its physical cells, as `rowspan` and `colspan` put them. */
function rowsOf(table: Element, number: number, hasInner: boolean, work: Work): TableRow[] {
  const trs = rowsIn(table, work);
  refuseLines(trs.length, work.source);
  /** By column: the first row that no cell of the rows above reaches into. */
  const free: number[] = [];
  return trs.map((element, r) => {
    const cells: GridCell[] = [];
    let column = 0;
    for (const outer of cellsIn(element, work)) {
      const below = r + span(outer, 'rowspan', trs.length - r);
      for (const cell of (hasInner && cellsInside(outer, work)) || [outer]) {
        while ((free[column] ?? 0) > r && column < limits.columns) column++;
        const wide = span(cell, 'colspan', limits.columns - Math.min(column, limits.columns - 1));
        const at = placeOfCell(cell.line, number, r + 1, cells.length + 1);
        work.spend(CELL + wide);
        cells.push({ text: textWithin(cell, work), at, column, span: wide });
        for (const end = column + wide; column < end; column++) free[column] = below;
      }
    }
    return { row: { kind: 'row', cells, at: place(element.line, number, r + 1) }, element };
  });
}

const isData = (rows: readonly TableRow[]): boolean =>
  rows.filter(({ row }) => row.cells.length >= DATA_CELLS).length >= DATA_ROWS;

const isLong = ({ row }: TableRow): boolean => row.cells.some((cell) => cell.text.length > LONGEST_CELL);

type Step = { readonly node: Tree.ChildNode } | { readonly end: Element } | { readonly row: Row };

class Walker {
  readonly blocks: Block[] = [];
  #text = new Gathered();
  /** How many elements are open whose text keeps its line breaks. */
  #kept = 0;
  #line = 1;
  #tables = 0;

  constructor(readonly work: Work) {}

  flush(line: number): void {
    const { text: gathered } = this.#text;
    const text = (this.#kept > 0 ? gathered : gathered.replace(/[ \t\r\n\f]+/g, ' ')).trim();
    if (text) this.#push({ kind: 'line', text, at: { line: this.#line } });
    this.#text = new Gathered();
    this.#line = line;
  }

  walk(root: Tree.Node): void {
    const stack: Step[] = [...childrenOf(root)].reverse().map((node) => ({ node }));
    for (let step = stack.pop(); step; step = stack.pop()) {
      if ('end' in step) {
        this.flush(step.end.line ?? this.#line);
        if (step.end.tagName === 'pre') this.#kept--;
        continue;
      }
      if ('row' in step) {
        this.flush(step.row.at.line ?? this.#line);
        this.#row(step.row);
        continue;
      }
      const { node } = step;
      if (node.nodeName === '#text') {
        this.#add(lettersOf(node as Tree.TextNode, this.work));
        continue;
      }
      if (
        !isElement(node) ||
        SKIPPED.has(node.tagName) ||
        isNote(node, this.#text) ||
        // A script may show a hidden article, but not a hidden word in it.
        (!BLOCK.has(node.tagName) && !isShown(node))
      )
        continue;
      if (BLOCK.has(node.tagName)) this.flush(node.line ?? this.#line);
      if (node.tagName === 'table') {
        this.#tables++;
        const parts = this.#table(node);
        if (parts) {
          for (const part of parts.toReversed()) stack.push(part);
          continue;
        }
      }
      if (node.tagName === 'pre') this.#kept++;
      if (BLOCK.has(node.tagName)) stack.push({ end: node });
      for (let i = node.childNodes.length - 1; i >= 0; i--)
        stack.push({ node: node.childNodes[i] as Tree.ChildNode });
    }
    this.flush(this.#line);
  }

  #add(text: string): void {
    if (this.#kept === 0) {
      this.#text.add(text);
      return;
    }
    for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
      if (i > 0) this.flush(this.#line);
      this.#text.add(line);
    }
  }

  #push(block: Block): void {
    refuseLines(this.blocks.push(block), this.work.source);
  }

  #row(row: Row): void {
    const [only] = row.cells;
    if (row.cells.length === 1 && only && only.text.length > 60)
      for (const text of only.text.split('\n')) this.#push({ kind: 'line', text, at: only.at });
    else if (row.cells.length > 0) this.#push(row);
  }

  /**
   * The rows of a table of data, and as elements to walk those that hold prose; null for a table that lays out the
   * page, whose cells are all walked.
   */
  #table(table: Element): Step[] | null {
    const inner = elementsWithin(table, this.work, ['table'], ['table']);
    const { work } = this;
    if (inner.length > 0) {
      const cells = rowsIn(table, work).flatMap((row) => cellsIn(row, work));
      if (cells.filter((cell) => cellsInside(cell, work)).length < inner.length) return null;
    }
    const rows = rowsOf(table, this.#tables, inner.length > 0, work);
    if ((inner.length > 0 || rows.some(isLong)) && !isData(rows)) return null;
    this.#tables += inner.length;
    return rows.map((it) => (isLong(it) ? { node: it.element } : { row: it.row }));
  }
}

/** HTML → lines and rows. Nothing is executed or fetched; scripts and styles are left out. */
export function htmlBlocks(html: string, work: Work): Decoded {
  const document = parseDocument(html, work);
  const title = elementsWithin(document, work, ['title'], ['svg'], () => true)[0];
  const walker = new Walker(work);
  walker.walk(document);
  return {
    blocks: walker.blocks,
    title: title ? textWithin(title, work).replace(/\s+/g, ' ') || null : null,
    scripted: elementsWithin(document, work, ['script'], ['svg'], () => true).length > 0,
  };
}
