import { FAINT, withoutFaint } from '../faint';
import { child, chosen, elementsOf, isOn, ownText, setting, type XmlElement } from './xml';

/** Stands for what is printed and cannot be read as text: a picture, a symbol of a font of its own, struck letters. */
export const UNREADABLE = '□';

export interface Inline {
  readonly text: string;
  /** Contents of the text boxes that hang on the paragraph. */
  readonly boxes: readonly XmlElement[];
  readonly hasPicture: boolean;
}

/** Deleted, or no text of the page: properties, instructions of fields, the small reading beside a character. */
const LEFT_OUT = new Set([
  'w:del',
  'w:moveFrom',
  'w:pPr',
  'w:rPr',
  'w:instrText',
  'w:delText',
  'w:rt',
  'w:sdtPr',
]);
const FIXED: ReadonlyMap<string, string> = new Map([
  ['w:tab', '  '],
  ['w:ptab', '  '],
  ['w:br', '\n'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '-'],
  ['w:sym', UNREADABLE],
]);
const DRAWN = new Set(['w:drawing', 'w:pict', 'w:object']);

/** In the colour of the paper, and on no ground of its own. */
const isWhite = (properties: XmlElement | undefined): boolean =>
  /^f{6}$/i.test(setting(properties, 'w:color') ?? '') &&
  !child(properties, 'w:shd') &&
  !child(properties, 'w:highlight');

export const isPlaceholder = (control: XmlElement): boolean =>
  isOn(child(control, 'w:sdtPr'), 'w:showingPlcHdr');

/** Reads the text of paragraphs as printed. Fields may reach over paragraphs, so one reader serves a document. */
export class InlineReader {
  #parts: string[] = [];
  #boxes: XmlElement[] = [];
  #hasPicture = false;
  /** Fields that are open: whether the instruction is still running, whose text is not printed. */
  #fields: boolean[] = [];
  /** How many of them are instructions. */
  #instructions = 0;

  read(paragraph: XmlElement): Inline {
    [this.#parts, this.#boxes, this.#hasPicture] = [[], [], false];
    this.#children(paragraph);
    // An instruction that never ends must not swallow the document.
    this.#fields = this.#fields.filter((isInstruction) => !isInstruction);
    this.#instructions = 0;
    return { text: withoutFaint(this.#parts.join('')), boxes: this.#boxes, hasPicture: this.#hasPicture };
  }

  #put(text: string): void {
    if (this.#instructions === 0) this.#parts.push(text);
  }

  #children(parent: XmlElement): void {
    for (const it of elementsOf(parent)) this.#element(it);
  }

  #element(it: XmlElement): void {
    if (LEFT_OUT.has(it.name)) return;
    const fixed = FIXED.get(it.name);
    if (fixed !== undefined) this.#put(fixed);
    else if (it.name === 'w:t') this.#put(ownText(it));
    else if (it.name === 'w:r') this.#run(it);
    else if (it.name === 'w:fldChar') this.#field(it.attributes.get('fldCharType'));
    else if (it.name === 'w:txbxContent') this.#boxes.push(it);
    else if (it.name === 'm:oMath') this.#formula(it);
    else if (it.name === 'mc:AlternateContent') this.#children(chosen(it) ?? it);
    else if (DRAWN.has(it.name)) this.#drawing(it);
    else if (it.name !== 'w:sdt' || !isPlaceholder(it)) this.#children(it);
  }

  #run(run: XmlElement): void {
    const properties = child(run, 'w:rPr');
    if (isOn(properties, 'w:vanish')) return;
    const from = this.#parts.length;
    this.#children(run);
    const own = this.#parts.slice(from).join('');
    if (own.trim() === '') return;
    if (isOn(properties, 'w:strike') || isOn(properties, 'w:dstrike'))
      this.#parts.splice(from, Infinity, UNREADABLE);
    // The mark of a note after 12 must not make 121 of it.
    else if (/\d/.test(own) && /script$/.test(setting(properties, 'w:vertAlign') ?? ''))
      this.#parts.splice(from, Infinity, `[${own}]`);
    else if (isWhite(properties)) this.#parts.splice(from, Infinity, FAINT + own + FAINT);
  }

  #field(type: string | undefined): void {
    if (type === 'begin') {
      this.#fields.push(true);
      this.#instructions++;
    } else if (type === 'separate' || type === 'end') {
      if (this.#fields.pop()) this.#instructions--;
      if (type === 'separate') this.#fields.push(false);
    }
  }

  /** Only a row of characters reads as text; the parts of a fraction would run together. */
  #formula(formula: XmlElement): void {
    const runs = elementsOf(formula);
    const isPlain = runs.every((it) => it.name === 'm:r');
    this.#put(isPlain ? runs.map((it) => ownText(child(it, 'm:t') ?? it)).join('') : UNREADABLE);
  }

  #drawing(drawing: XmlElement): void {
    const boxes = this.#boxes.length;
    this.#children(drawing);
    if (this.#boxes.length === boxes) this.#hasPicture = true;
  }
}
