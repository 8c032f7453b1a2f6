import { isValueLike } from '../numbers';
import { remembered } from '../remembered';
import type { TextLine } from './lines';
import type { PdfPage, PdfText } from './page';

/** A line of a page, with how far it stands below the first line of the first page, pages set under one another. */
export interface PlacedLine {
  readonly page: PdfPage;
  readonly line: TextLine;
  readonly down: number;
}

/** What stands together on a line: less than it may be the text of a cell, more never, unless cells touch. */
export interface Word {
  readonly text: string;
  readonly texts: readonly PdfText[];
  readonly page: PdfPage;
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly down: number;
  /** Number of its line among those that were looked through. */
  readonly line: number;
  readonly isValue: boolean;
}

/** Letters further apart than this share of their height are words of their own. */
const GAP = 0.25;
/** Texts may overlap by rounding, in points. */
const TOUCH = 0.5;

const isValue = remembered(isValueLike);

function wordOf(texts: readonly PdfText[], { page, line, down }: PlacedLine, number: number): Word {
  const text = texts.map((it) => it.text.trim()).join('');
  const left = Math.min(...texts.map((it) => it.x));
  const right = Math.max(...texts.map((it) => it.x + it.width));
  return { text, texts, page, left, right, size: line.size, down, line: number, isValue: isValue(text) };
}

/** The words of a line, left to right. `number` becomes their `line`. */
export function wordsOf(placed: PlacedLine, number: number): Word[] {
  const groups: PdfText[][] = [];
  let end = 0;
  for (const text of placed.line.texts) {
    const group = groups.at(-1);
    if (group && text.x - end <= GAP * placed.line.size) group.push(text);
    else groups.push([text]);
    end = text.x + text.width;
  }
  return groups.map((texts) => wordOf(texts, placed, number));
}

export interface Interval {
  left: number;
  right: number;
}

export const overlap = (a: Readonly<Interval>, b: Readonly<Interval>): boolean =>
  a.left < b.right - TOUCH && b.left < a.right - TOUCH;

export function widen(interval: Interval, by: Readonly<Interval>): void {
  interval.left = Math.min(interval.left, by.left);
  interval.right = Math.max(interval.right, by.right);
}
