import { Parser, defaultTreeAdapter, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Block, Decoded, GridCell, Row } from './blocks';
import { limits, type Work } from './limits';
import type { At } from './types';

interface Element extends Tree.Element {
  /** Line of the end of the start tag; parse5's own locations cost three times the parsing. */
  line?: number;
}

const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'select',
  'textarea',
  'svg',
  'object',
]);
const BLOCK = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul br ' +
    'ucapcontent caption'
  ).split(' '),
);
/** Longer cells hold an article, not a value: their table lays out the page. */
const LONGEST_CELL = 400;
const CHUNK = 1 << 16;
/** Steps that an element takes whatever its depth. */
const ELEMENT = 30;

function parseDocument(html: string, work: Work): Tree.Document {
  // eslint-disable-next-line prefer-const -- the adapter needs the parser that needs the adapter
  let parser: Parser<Tree.DefaultTreeAdapterMap>;
  const treeAdapter = {
    ...defaultTreeAdapter,
    createElement(tagName: string, namespaceURI: Element['namespaceURI'], attrs: Element['attrs']): Element {
      const { line } = parser.tokenizer.preprocessor;
      // The parser looks for open elements on its stack, level by level.
      work.spend(ELEMENT + parser.openElements.stackTop);
      return { nodeName: tagName, tagName, attrs, namespaceURI, childNodes: [], parentNode: null, line };
    },
  };
  parser = new Parser<Tree.DefaultTreeAdapterMap>({ treeAdapter, scriptingEnabled: true });
  for (let from = 0; from < html.length; from += CHUNK) {
    parser.tokenizer.write(html.slice(from, from + CHUNK), from + CHUNK >= html.length);
    work.spend(CHUNK);
  }
  return parser.document;
}

const isElement = (node: Tree.ChildNode): node is Element => 'tagName' in node;
const childrenOf = (node: Tree.Node): readonly Tree.ChildNode[] =>
  'childNodes' in node ? node.childNodes : [];

const collapsed = (text: string): string =>
  /[\t\r\n\f]| {2}/.test(text) ? text.replace(/[ \t\r\n\f]+/g, ' ') : text;

/** Children on a stack, the first on top. */
function pushChildren<T>(stack: (Tree.ChildNode | T)[], root: Tree.Node): void {
  const children = childrenOf(root);
  for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as Tree.ChildNode);
}

/** Text of a subtree: white space collapsed, a line feed where a block or `<br>` ends. Iterative: pages nest deeply. */
function textWithin(root: Tree.Node): string {
  let text = '';
  const stack: (Tree.ChildNode | string)[] = [];
  pushChildren(stack, root);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') text += node;
    else if (node.nodeName === '#text') text += collapsed((node as Tree.TextNode).value);
    else if (isElement(node) && !SKIPPED.has(node.tagName)) {
      if (BLOCK.has(node.tagName)) {
        text += '\n';
        stack.push('\n');
      }
      pushChildren(stack, node);
    }
  }
  const trimmed = text.trim();
  if (!trimmed.includes('\n')) return trimmed;
  const lines = trimmed.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join('\n');
}

function elementsWithin(root: Tree.Node, tags: readonly string[], stopAt: readonly string[]): Element[] {
  const found: Element[] = [];
  const stack: Tree.ChildNode[] = [];
  pushChildren(stack, root);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    if (tags.includes(node.tagName)) found.push(node);
    if (stopAt.includes(node.tagName)) continue;
    pushChildren(stack, node);
  }
  return found;
}

const span = (cell: Element, name: string, most: number): number => {
  const value = Number.parseInt(cell.attrs.find((attribute) => attribute.name === name)?.value ?? '1', 10);
  return Number.isFinite(value) && value > 0 ? Math.min(value, most) : 1;
};

const place = (line: number | undefined, table: number, row: number): At =>
  line === undefined ? { table, row } : { line, table, row };

/** Rows of a table with the columns of its physical cells, as `rowspan` and `colspan` put them. */
function rowsOf(table: Element, number: number): Row[] {
  const trs = elementsWithin(table, ['tr'], ['tr', 'table']);
  /** By column: the first row that no cell of the rows above reaches into. */
  const free: number[] = [];
  return trs.map((tr, r): Row => {
    const cells: GridCell[] = [];
    let column = 0;
    for (const cell of elementsWithin(tr, ['td', 'th'], ['td', 'th', 'table'])) {
      while ((free[column] ?? 0) > r && column < limits.columns) column++;
      const wide = span(cell, 'colspan', limits.columns - Math.min(column, limits.columns - 1));
      const below = r + span(cell, 'rowspan', trs.length - r);
      const at: At = { ...place(cell.line, number, r + 1), cell: cells.length + 1 };
      cells.push({ text: textWithin(cell), at, column, span: wide });
      for (const end = column + wide; column < end; column++) free[column] = below;
    }
    return { kind: 'row', cells, at: place(tr.line, number, r + 1) };
  });
}

class Walker {
  readonly blocks: Block[] = [];
  #text = '';
  #line = 1;
  #tables = 0;

  flush(line: number): void {
    const text = this.#text.replace(/[ \t\r\n\f]+/g, ' ').trim();
    if (text && this.blocks.length < limits.blocks)
      this.blocks.push({ kind: 'line', text, at: { line: this.#line } });
    this.#text = '';
    this.#line = line;
  }

  walk(root: Tree.Node): void {
    type Step = { node: Tree.ChildNode } | { end: Element };
    const stack: Step[] = [...childrenOf(root)].reverse().map((node) => ({ node }));
    for (let step = stack.pop(); step; step = stack.pop()) {
      if ('end' in step) {
        this.flush(step.end.line ?? this.#line);
        continue;
      }
      const { node } = step;
      if (node.nodeName === '#text') {
        this.#text += (node as Tree.TextNode).value;
        continue;
      }
      if (
        !isElement(node) ||
        SKIPPED.has(node.tagName) ||
        node.tagName === 'head' ||
        node.tagName === 'title'
      )
        continue;
      if (BLOCK.has(node.tagName)) this.flush(node.line ?? this.#line);
      if (node.tagName === 'table') {
        this.#tables++;
        if (this.#table(node)) continue;
      }
      if (BLOCK.has(node.tagName)) stack.push({ end: node });
      for (let i = node.childNodes.length - 1; i >= 0; i--)
        stack.push({ node: node.childNodes[i] as Tree.ChildNode });
    }
    this.flush(this.#line);
  }

  /** Emits the rows of a table of data; false for a table that lays out the page, whose cells are then walked. */
  #table(table: Element): boolean {
    if (elementsWithin(table, ['table'], ['table']).length > 0) return false;
    const rows = rowsOf(table, this.#tables);
    if (rows.some((row) => row.cells.some((cell) => cell.text.length > LONGEST_CELL))) return false;
    for (const row of rows) {
      if (this.blocks.length >= limits.blocks) return true;
      const [only] = row.cells;
      if (row.cells.length === 1 && only && only.text.length > 60)
        for (const text of only.text.split('\n')) this.blocks.push({ kind: 'line', text, at: only.at });
      else if (row.cells.length > 0) this.blocks.push(row);
    }
    return true;
  }
}

/** HTML → lines and rows. Nothing is executed or fetched; scripts and styles are left out. */
export function htmlBlocks(html: string, work: Work): Decoded {
  const document = parseDocument(html, work);
  const title = elementsWithin(document, ['title'], ['svg'])[0];
  const walker = new Walker();
  walker.walk(document);
  return {
    blocks: walker.blocks,
    title: title ? textWithin(title).replace(/\s+/g, ' ') || null : null,
    scripted: elementsWithin(document, ['script'], ['svg']).length > 0,
  };
}
