import { SaxesParser, type SaxesAttributeNS } from 'saxes';
import type { Work } from '../limits';
import { ReadingError } from '../types';

export interface XmlElement {
  /** Local name after the short prefix of its vocabulary, e.g. `w:tbl`; without a prefix in any other. */
  readonly name: string;
  /** By local name. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/** Vocabularies by the end of their names, which is the same in the transitional and the strict standard. */
const vocabularies: readonly (readonly [prefix: string, end: RegExp])[] = [
  ['w', /\/wordprocessingml\/(?:2006\/)?main$/],
  ['x', /\/spreadsheetml\/(?:2006\/)?main$/],
  ['m', /\/officeDocument\/(?:2006\/)?math$/],
  ['mc', /\/markup-compatibility\/2006$/],
];

/** Word nests tables and text boxes some forty elements deep. */
const DEEPEST = 250;
const ELEMENTS = 1_500_000;
const CHUNK = 1 << 16;
/** Steps that a letter, an element and an attribute take. */
const [LETTER, ELEMENT, ATTRIBUTE] = [5, 60, 40];

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[];
}

type Attributes = XmlElement['attributes'];
const none: Attributes = new Map();

function attributesOf(found: Readonly<Record<string, SaxesAttributeNS>>): Attributes {
  let attributes: Map<string, string> | null = null;
  for (const name in found) {
    const attribute = found[name];
    if (!attribute) continue;
    attributes ??= new Map();
    if (!attributes.has(attribute.local)) attributes.set(attribute.local, attribute.value);
  }
  return attributes ?? none;
}

function decodeXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * A part of an office file as a tree. Strict: what is not well-formed, declares a document type, names an entity or
 * nests without end is refused as `damaged`, with the name of the part. Nothing outside is ever asked for.
 */
export function parseXml(bytes: Uint8Array, part: string, work: Work): XmlElement {
  const refuse = (): never => {
    throw new ReadingError('damaged', work.source, part);
  };
  const prefixes = new Map<string, string>();
  const prefixOf = (uri: string): string => {
    let prefix = prefixes.get(uri);
    if (prefix === undefined) {
      const known = vocabularies.find(([, end]) => end.test(uri))?.[0];
      prefix = known ? `${known}:` : '';
      prefixes.set(uri, prefix);
    }
    return prefix;
  };

  const root: Growing = { name: '', attributes: new Map(), children: [] };
  const open: Growing[] = [root];
  let elements = 0;
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', (tag) => {
    if (open.length > DEEPEST || ++elements > ELEMENTS) refuse();
    work.spend(ELEMENT);
    const attributes = attributesOf(tag.attributes);
    const element: Growing = { name: prefixOf(tag.uri) + tag.local, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('attribute', () => work.spend(ATTRIBUTE));
  parser.on('closetag', () => open.pop());
  const text = (value: string): void => void open.at(-1)?.children.push(value);
  parser.on('text', text);
  parser.on('cdata', text);

  const xml = decodeXml(bytes);
  for (let from = 0; from < xml.length; from += CHUNK) {
    parser.write(xml.slice(from, from + CHUNK));
    work.spend(LETTER * CHUNK);
  }
  parser.close();
  return root.children.find((it) => typeof it !== 'string') ?? refuse();
}

export const elementsOf = (parent: XmlElement): XmlElement[] =>
  parent.children.filter((it) => typeof it !== 'string');

/** First child of a name. */
export const child = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent?.children.find((it): it is XmlElement => typeof it !== 'string' && it.name === name);

export const childrenNamed = (parent: XmlElement | undefined, name: string): XmlElement[] =>
  parent ? elementsOf(parent).filter((it) => it.name === name) : [];

/** Text that stands in an element itself. */
export const ownText = (element: XmlElement): string =>
  element.children.filter((it) => typeof it === 'string').join('');

/** The attribute `val` of a child, as most settings are written. */
export const setting = (parent: XmlElement | undefined, name: string): string | undefined =>
  child(parent, name)?.attributes.get('val');

/** Whether a setting that is on by being there is on. */
export function isOn(parent: XmlElement | undefined, name: string): boolean {
  const found = child(parent, name);
  return found !== undefined && !['0', 'false', 'off', 'none'].includes(found.attributes.get('val') ?? '');
}

/** The branch of an alternative that carries text: the first choice, unless only the fallback has any. */
export function chosen(alternative: XmlElement): XmlElement | undefined {
  const branches = elementsOf(alternative);
  return branches.find((branch) => textLength(branch) > 0) ?? branches[0];
}

/** Characters of text anywhere within. */
export function textLength(element: XmlElement): number {
  let length = 0;
  for (const it of element.children)
    length += typeof it !== 'string' ? textLength(it) : element.name === 'w:t' ? it.length : 0;
  return length;
}

/** Whether an element of the name stands anywhere within. */
export const contains = (element: XmlElement, name: string): boolean =>
  elementsOf(element).some((it) => it.name === name || contains(it, name));
