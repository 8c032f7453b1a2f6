import { unradical } from '../radicals';
import { asMatrix, map, type Matrix, times, unit } from './matrix';
import type { PdfText, Ruling } from './page';
import { filledLines, strokedLines } from './path-lines';

/** Numbers of the operators of pdf.js by name. */
export type Operators = Readonly<Record<string, number>>;

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** Scale of a font's own units, a thousandth as a rule; null for a font of whose text only the place can be known. */
export type FontScale = (font: string) => number | null;

/** A letter as pdf.js gives it; numbers between letters move them apart. */
interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

interface State {
  readonly matrix: Matrix;
  readonly font: string;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
}

/** Rendering mode of text that is not drawn: what character recognition guessed of a scan. */
const INVISIBLE = 3;
/** Stands for text that is there but cannot be read. */
export const UNREAD = '□';
/** Text within this slope of a level line is level; stamps and marks laid over a page are steeper. */
const SLOPE = 0.2;

/** Quarter turns to the left by which text stands on the page; null for slanted text. */
function quarterTurns(x: number, y: number): number | null {
  if (Math.abs(y) <= SLOPE * Math.abs(x)) return x >= 0 ? 0 : 2;
  if (Math.abs(x) <= SLOPE * Math.abs(y)) return y > 0 ? 1 : 3;
  return null;
}

/** Letters further apart than this share of their height belong to two words. */
const APART = 0.25;

/** Fonts without names for their letters give zero bytes. */
// eslint-disable-next-line no-control-regex -- that is the character
const BLANK = /[\s\u0000]+/g;

const isGlyph = (value: unknown): value is Glyph =>
  typeof value === 'object' && value !== null && 'unicode' in value && 'width' in value;

const numberAt = (args: unknown, i: number): number => {
  const value: unknown = Array.isArray(args) ? args[i] : undefined;
  return typeof value === 'number' ? value : 0;
};

/** Walks the operators of a page as a renderer does, and notes where words and straight lines come to stand. */
export class PageInterpreter {
  readonly texts: PdfText[] = [];
  readonly rulings: Ruling[] = [];
  /** Letters by the quarter turns to the left by which they stand. Only level ones become texts. */
  readonly turned = [0, 0, 0, 0];
  /** Letters of turned text that are digits: a number may be among them. */
  turnedDigits = 0;
  /** Letters that are there and not drawn. */
  invisible = 0;
  readonly #saved: State[] = [];
  readonly #meanings = new Map<string, string>();
  readonly #actions: ReadonlyMap<number | undefined, (args: unknown) => void>;
  #state: State;
  #textMatrix: Matrix = unit;
  /** Where the line of text began, and where the next letter goes. */
  #line = [0, 0];
  #pen = [0, 0];
  #word: { text: string; x: number; y: number; end: number; size: number } | null = null;

  /** @param matrix from the page's own units to points with y upwards */
  constructor(
    ops: Operators,
    matrix: Matrix,
    readonly scaleOf: FontScale,
  ) {
    this.#state = {
      matrix,
      font: '',
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
    };
    const set =
      (key: keyof State, factor = 1) =>
      (args: unknown) =>
        this.#set({ [key]: numberAt(args, 0) * factor });
    const strokes = [
      'stroke',
      'closeStroke',
      'fillStroke',
      'eoFillStroke',
      'closeFillStroke',
      'closeEOFillStroke',
    ].map((name) => ops[name]);
    const fills = [ops['fill'], ops['eoFill']];
    this.#actions = new Map<number | undefined, (args: unknown) => void>([
      [ops['save'], () => this.#saved.push(this.#state)],
      [ops['restore'], () => (this.#state = this.#saved.pop() ?? this.#state)],
      [ops['transform'], (args) => this.#transform(args)],
      [ops['paintFormXObjectBegin'], (args) => this.#enter(Array.isArray(args) ? args[0] : null)],
      [ops['paintFormXObjectEnd'], () => (this.#state = this.#saved.pop() ?? this.#state)],
      [ops['setCharSpacing'], set('charSpacing')],
      [ops['setWordSpacing'], set('wordSpacing')],
      [ops['setHScale'], set('scale', 0.01)],
      [ops['setLeading'], set('leading', -1)],
      [ops['setTextRise'], set('rise')],
      [ops['setTextRenderingMode'], set('mode')],
      [ops['setFont'], (args) => this.#setFont(args)],
      [ops['beginText'], () => this.#place(unit)],
      [ops['setTextMatrix'], (args) => this.#place(asMatrix(Array.isArray(args) ? args[0] : null) ?? unit)],
      [ops['moveText'], (args) => this.#move(numberAt(args, 0), numberAt(args, 1))],
      [ops['setLeadingMoveText'], (args) => this.#moveLeading(numberAt(args, 0), numberAt(args, 1))],
      [ops['nextLine'], () => this.#move(0, this.#state.leading)],
      [ops['showText'], (args) => this.#show(Array.isArray(args) ? args[0] : null)],
      [ops['constructPath'], (args) => this.#path(args, strokes, fills)],
    ]);
  }

  /** Stops once a page holds more than `most` words or lines. */
  run({ fnArray, argsArray }: OperatorList, most: number): void {
    for (const [i, operator] of fnArray.entries()) {
      this.#actions.get(operator)?.(argsArray[i]);
      if (this.texts.length > most || this.rulings.length > most) break;
    }
    this.#endWord();
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
  }

  #transform(args: unknown): void {
    const matrix = asMatrix(args);
    if (matrix) this.#set({ matrix: times(this.#state.matrix, matrix) });
  }

  #enter(matrix: unknown): void {
    this.#saved.push(this.#state);
    this.#transform(matrix);
  }

  #setFont(args: unknown): void {
    const [font, size]: unknown[] = Array.isArray(args) ? args : [];
    this.#set({ font: typeof font === 'string' ? font : '', size: typeof size === 'number' ? size : 0 });
  }

  #place(matrix: Matrix): void {
    this.#textMatrix = matrix;
    this.#line = [0, 0];
    this.#pen = [0, 0];
  }

  #move(x: number, y: number): void {
    this.#line = [(this.#line[0] ?? 0) + x, (this.#line[1] ?? 0) + y];
    this.#pen = [...this.#line];
  }

  #moveLeading(x: number, y: number): void {
    this.#set({ leading: y });
    this.#move(x, y);
  }

  #show(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return;
    const { matrix, font, size, charSpacing, wordSpacing, scale, rise, mode } = this.#state;
    const whole = times(matrix, this.#textMatrix);
    const turns = quarterTurns(whole[0], whole[1]);
    const height = Math.abs(size) * Math.hypot(whole[2], whole[3]);
    const fontScale = this.scaleOf(font);
    if (fontScale === null) {
      this.#unread(whole, height);
      return;
    }
    const unitsToText = size * fontScale;
    for (const glyph of glyphs as unknown[]) {
      if (typeof glyph === 'number') {
        this.#pen[0] = (this.#pen[0] ?? 0) - ((glyph * size) / 1000) * scale;
        continue;
      }
      if (!isGlyph(glyph)) continue;
      const [x, y] = [this.#pen[0] ?? 0, (this.#pen[1] ?? 0) + rise];
      const advance = (glyph.width * unitsToText + charSpacing + (glyph.isSpace ? wordSpacing : 0)) * scale;
      const from = map(whole, x, y);
      const to = map(whole, x + glyph.width * unitsToText * scale, y);
      this.#pen[0] = x + advance;
      if (mode === INVISIBLE) this.invisible++;
      else if (turns === 0) this.#letter(glyph.unicode, from, to[0], height);
      else if (turns !== null) this.#turn(glyph.unicode, turns);
    }
  }

  #unread(whole: Matrix, height: number): void {
    const from = map(whole, this.#pen[0] ?? 0, this.#pen[1] ?? 0);
    this.#endWord();
    this.#letter(UNREAD, from, from[0] + height, height);
    this.#endWord();
  }

  /** What a glyph stands for; '' for white space. */
  #meant(letters: string): string {
    let text = this.#meanings.get(letters);
    if (text === undefined) {
      text = [...letters].map(unradical).join('').replace(BLANK, '');
      this.#meanings.set(letters, text);
    }
    return text;
  }

  #turn(letters: string, turns: number): void {
    this.turned[turns] = (this.turned[turns] ?? 0) + 1;
    if (/\d/.test(letters)) this.turnedDigits++;
  }

  /** Adds a letter to the word that it goes on, or begins a word with it. White space ends one. */
  #letter(letters: string, [x, y]: readonly [number, number], end: number, size: number): void {
    const text = this.#meant(letters);
    if (text !== '') this.turned[0] = (this.turned[0] ?? 0) + 1;
    const word = this.#word;
    const goesOn = word && Math.abs(word.y - y) < 0.1 * size && Math.abs(x - word.end) < APART * size;
    if (text === '' || !goesOn) this.#endWord();
    if (text === '') return;
    if (this.#word) {
      this.#word.text += text;
      this.#word.end = end;
    } else this.#word = { text, x, y, end, size: size || 1 };
  }

  #endWord(): void {
    if (!this.#word) return;
    const { text, x, y, end, size } = this.#word;
    this.texts.push({ text, x: Math.min(x, end), y, width: Math.abs(end - x), size });
    this.#word = null;
  }

  #path(args: unknown, strokes: readonly unknown[], fills: readonly unknown[]): void {
    const [paint, paths]: unknown[] = Array.isArray(args) ? args : [];
    const path: unknown = Array.isArray(paths) ? paths[0] : null;
    if (!ArrayBuffer.isView(path) && !Array.isArray(path)) return;
    const numbers = path as ArrayLike<number>;
    const linesOf = strokes.includes(paint) ? strokedLines : fills.includes(paint) ? filledLines : null;
    for (const line of linesOf?.(numbers, this.#state.matrix) ?? []) this.rulings.push(line);
  }
}
