import { Parser, defaultTreeAdapter, type DefaultTreeAdapterTypes as Tree, type Token } from 'parse5';
import { FAINT, withoutFaint } from './faint';
import type { Work } from './limits';

export interface Element extends Tree.Element {
  /** Line of the end of the start tag; parse5's own locations cost three times the parsing. */
  line?: number;
}

/** No text of the page, or text that it gives as deleted, or as the reading of the characters beside it. */
export const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'select',
  'textarea',
  'svg',
  'object',
  'head',
  'title',
  'del',
  's',
  'strike',
  'rt',
  'rp',
]);
export const BLOCK = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul br ' +
    'ucapcontent caption'
  ).split(' '),
);
/** Steps that an element takes whatever its depth, and what begins a tag, a comment or the name of a letter, or ends a line. */
const ELEMENT = 30;
const MARK = 12;
/** Steps to look at a part of the page that has been taken apart. */
const NODE = 3;
const [LESS_THAN, AMPERSAND, RETURN, SPACE] = [0x3c, 0x26, 0x0d, 0x20];

/** Letters of a word, as of a name of a tag: the parser puts it together letter by letter. */
const LONGEST_WORD = 4_000_000;

/** Steps that the text of a page takes before it is known what its parts are. */
function stepsOf(html: string): number {
  let [marks, word] = [0, 0];
  for (let i = 0; i < html.length; i++) {
    const code = html.charCodeAt(i);
    const isMark = code === LESS_THAN || code === AMPERSAND || code === RETURN;
    if (isMark) marks++;
    word = isMark || code <= SPACE ? 0 : word + 1;
    if (word > LONGEST_WORD) return Infinity;
  }
  return html.length + MARK * marks;
}

/** Counts what the parser does, which looks through its stack of open elements for nearly every tag. */
class CountingParser extends Parser<Tree.DefaultTreeAdapterMap> {
  constructor(work: Work) {
    const treeAdapter = {
      ...defaultTreeAdapter,
      createElement: (
        tagName: string,
        namespaceURI: Element['namespaceURI'],
        attrs: Element['attrs'],
      ): Element => {
        const { line } = this.tokenizer.preprocessor;
        this.work.spend(ELEMENT * (1 + attrs.length) + this.openElements.stackTop);
        return { nodeName: tagName, tagName, attrs, namespaceURI, childNodes: [], parentNode: null, line };
      },
      insertBefore: (parent: Tree.ParentNode, node: Tree.ChildNode, before: Tree.ChildNode): void => {
        this.#seek(parent, before);
        defaultTreeAdapter.insertBefore(parent, node, before);
      },
      detachNode: (node: Tree.ChildNode): void => {
        if (node.parentNode) this.#seek(node.parentNode, node);
        defaultTreeAdapter.detachNode(node);
      },
    };
    super({ treeAdapter, scriptingEnabled: true });
    this.work = work;
  }

  readonly work: Work;

  /** Any child but the last is looked for among all of them. */
  #seek(parent: Tree.ParentNode, child: Tree.ChildNode): void {
    if (parent.childNodes.at(-1) !== child) this.work.spend(parent.childNodes.length);
  }

  override onStartTag(token: Token.TagToken): void {
    this.work.spend(this.openElements.stackTop);
    super.onStartTag(token);
  }

  override onEndTag(token: Token.TagToken): void {
    this.work.spend(this.openElements.stackTop);
    super.onEndTag(token);
  }

  override onComment(): void {
    // No part of the page.
    this.skipNextNewLine = false;
  }
}

export function parseDocument(html: string, work: Work): Tree.Document {
  work.spend(stepsOf(html));
  const parser = new CountingParser(work);
  // All at once: the parser copies what it has not done yet for every piece that it is given. Other ends of lines cost
  // it much.
  parser.tokenizer.write(html.includes('\r') ? html.replace(/\r\n?/g, '\n') : html, true);
  return parser.document;
}

export const isElement = (node: Tree.ChildNode): node is Element => 'tagName' in node;
export const childrenOf = (node: Tree.Node): readonly Tree.ChildNode[] =>
  'childNodes' in node ? node.childNodes : [];

/** Text of a node; to fold its white space takes about two steps a letter. */
export function lettersOf({ value }: Tree.TextNode, work: Work): string {
  work.spend(2 * value.length);
  return value;
}

/** White space as one space, and what was escaped twice. */
const collapsed = (text: string): string =>
  /[\t\r\n\f&]| {2}/.test(text) ? text.replace(/(?:[ \t\r\n\f]|&nbsp;)+/g, ' ') : text;

/** Children on a stack, the first on top. */
function pushChildren<T>(stack: (Tree.ChildNode | T)[], root: Tree.Node): void {
  const children = childrenOf(root);
  for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as Tree.ChildNode);
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((it) => it.name === name)?.value;

/** Longer styles are looked at no further: a picture may be written in one. */
const LONGEST_STYLE = 2_000;
const styleOf = (element: Element): string => attribute(element, 'style')?.slice(0, LONGEST_STYLE) ?? '';

const UNSHOWN =
  /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*(?:hidden|collapse)|text-decoration[a-z-]*\s*:[^;]*line-through)/i;

/** Hides text of its own; boxes have it too, around elements with a size of theirs. */
const NO_SIZE = /(?:^|;)\s*(?:font-size|opacity)\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)/i;
const isBare = (element: Element): boolean =>
  NO_SIZE.test(styleOf(element)) && !element.childNodes.some(isElement);

const isVisible = (element: Element): boolean =>
  element.attrs.length === 0 ||
  (attribute(element, 'hidden') === undefined && !UNSHOWN.test(styleOf(element)) && !isBare(element));

/** Whether an element is printed as it stands. Says nothing of a whole article, which a script may show. */
export const isShown = (element: Element): boolean => !SKIPPED.has(element.tagName) && isVisible(element);

const LONGEST_NOTE = 8;
/** Mark of a note: after 12 it must not make 121 of it. */
const NOTE = /^[[(（【〔〈]?(?:注释?|备注)?[:：]?\s*[\d①-⑳*※＊]{1,2}[\])）】〕〉]?$/;

/** Text as it is gathered. What stands at its end is known without joining the whole anew. */
export class Gathered {
  text = '';
  /** The last few letters. */
  end = '';
  /** Whether there is more than white space. */
  hasInk = false;

  add(text: string): void {
    this.text += text;
    this.end =
      text.length < LONGEST_NOTE ? (this.end + text).slice(-LONGEST_NOTE) : text.slice(-LONGEST_NOTE);
    this.hasInk ||= text.trim() !== '';
  }
}

/** Whether an element is but the raised mark, or behind a number the lowered one, of a note to what stands before it. */
export const isNote = (element: Element, before: Gathered): boolean =>
  (element.tagName === 'sup' ||
    (element.tagName === 'sub' && /\d\s*$/.test(before.end)) ||
    (element.attrs.length > 0 && /vertical-align\s*:\s*super/i.test(styleOf(element)))) &&
  before.hasInk &&
  NOTE.test(beginning(element).trim());

/** The first letters of a subtree: enough to tell a mark from a text. */
function beginning(element: Element): string {
  let text = '';
  const stack: Tree.ChildNode[] = [];
  pushChildren(stack, element);
  for (let i = 0; i < LONGEST_NOTE && text.length < LONGEST_NOTE && stack.length > 0; i++) {
    const node = stack.pop() as Tree.ChildNode;
    if (node.nodeName === '#text') text += (node as Tree.TextNode).value;
    pushChildren(stack, node);
  }
  return stack.length > 0 ? '' : text;
}

/** Stands for a picture until it is known whether there is text beside it. */
const PICTURE = '\ufffc';
const PICTURES = /\ufffc/g;
/** Stands for what is printed and cannot be read as text, as in Office files. */
const UNREADABLE = '□';
/** Letters in the colour of the paper, unless a ground of their own is given with it. */
const WHITE = /(?:^|[;\s])color\s*:\s*(?:#fff(?:fff)?|white|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))/i;
const isWhite = (element: Element): boolean => {
  if (element.attrs.length === 0) return false;
  const style = styleOf(element);
  if (/background/i.test(style)) return false;
  return (
    WHITE.test(style) ||
    (element.tagName === 'font' && /^(?:#fff(?:fff)?|white)$/i.test(attribute(element, 'color') ?? ''))
  );
};
const ENTERED = new Set(['select', 'textarea']);
const FIELDS = new Set([undefined, '', 'text', 'number']);

/** What a field or picture prints in place of text. */
function standIn(element: Element): string {
  if (element.tagName === 'img') return PICTURE;
  const isField = element.tagName === 'input' && FIELDS.has(attribute(element, 'type')?.toLowerCase());
  return isField ? (attribute(element, 'value') ?? '') : '';
}

/** What is entered in a field of several lines, or chosen of several options: unreadable where the page does not say which. */
function entered(field: Element, work: Work): string {
  if (field.tagName === 'textarea')
    return field.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  const options = elementsWithin(field, work, ['option'], [], () => true);
  const [chosen, ...others] = options.filter((option) => attribute(option, 'selected') !== undefined);
  if (chosen && others.length === 0) return textWithin(chosen, work);
  return options.some((option) => textWithin(option, work) !== '') ? UNREADABLE : '';
}

/**
 * Text of a subtree as shown: white space collapsed, a line feed where a block or `<br>` ends; `□` where there is
 * nothing but a picture. Iterative: pages nest deeply.
 */
export function textWithin(root: Tree.Node, work: Work): string {
  const gathered = new Gathered();
  const stack: (Tree.ChildNode | string)[] = [];
  pushChildren(stack, root);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    work.spend(NODE);
    if (typeof node === 'string') gathered.add(node);
    else if (node.nodeName === '#text') gathered.add(collapsed(lettersOf(node as Tree.TextNode, work)));
    else if (isElement(node) && ENTERED.has(node.tagName))
      gathered.add(isVisible(node) ? entered(node, work) : '');
    else if (isElement(node) && isShown(node) && !isNote(node, gathered)) {
      gathered.add(standIn(node));
      if (isWhite(node)) {
        gathered.add(FAINT);
        stack.push(FAINT);
      }
      if (BLOCK.has(node.tagName)) {
        gathered.add('\n');
        stack.push('\n');
      }
      pushChildren(stack, node);
    }
  }
  const text = withoutFaint(withoutPictures(gathered.text)).trim();
  if (!text.includes('\n')) return text;
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function withoutPictures(text: string): string {
  if (!text.includes(PICTURE)) return text;
  const bare = text.replace(PICTURES, '');
  return bare.trim() === '' ? UNREADABLE : bare;
}

/** Elements of some names in document order, not those inside what `stopAt` names, nor inside what is not shown. */
export function elementsWithin(
  root: Tree.Node,
  work: Work,
  tags: readonly string[],
  stopAt: readonly string[],
  isOpen: (element: Element) => boolean = isShown,
): Element[] {
  const found: Element[] = [];
  const stack: Tree.ChildNode[] = [];
  pushChildren(stack, root);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    work.spend(NODE);
    if (!isElement(node) || !isOpen(node)) continue;
    if (tags.includes(node.tagName)) found.push(node);
    if (!stopAt.includes(node.tagName)) pushChildren(stack, node);
  }
  return found;
}
