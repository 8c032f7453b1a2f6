import { ReadingError } from '../types';

/** Most letters that the tables of a font may name: there are some sixty thousand codes. */
const LETTERS = 1_000_000;
/** Most samples of a function, and most references between the objects of a file. */
const SAMPLES = 1_000_000;
const REFERENCES = 300_000;

/** Widths of letters, from one code to another, or an array on its own that may be one of widths: pdf.js writes down each. */
const ENDLESS_WIDTHS = /(?:\/W2?|\bobj)\s*\[[\s\d.[\]+-]*?\d{6}/;
const SIZE = /\/Size\s*\[([\s\d]*)\]/g;
const RANGES = /begin(?:bf|cid|notdef)range/;
/** From one code to another, and what they stand for. */
const RANGE = /<([0-9A-Fa-f]{1,8})>\s*<([0-9A-Fa-f]{1,8})>(?:\s*(?:<[^<>]*>|\[[^\][]*\]|\d+))?/g;
/** Fonts that hold many, and how many of them a file may say to hold. */
const COLLECTION = 'ttcf';

/**
 * Tables of few letters that pdf.js would write out at length.
 * @throws ReadingError `damaged`
 */
export function refuseEndlessTables(text: string, source: string): void {
  const damaged = (): never => {
    throw new ReadingError('damaged', source, 'font');
  };
  if (ENDLESS_WIDTHS.test(text) || text.startsWith(COLLECTION)) damaged();
  for (const [, sizes = ''] of text.matchAll(SIZE))
    if (sizes.split(/\s+/).reduce((product, size) => product * Number(size || 1), 1) > SAMPLES) damaged();
  let letters = 0;
  for (const section of text.split(RANGES).slice(1))
    for (const [, from = '', to = ''] of section.split('end', 1)[0]?.matchAll(RANGE) ?? []) {
      letters += Math.max(0, Number.parseInt(to, 16) - Number.parseInt(from, 16));
      if (letters > LETTERS) damaged();
    }
}

const REFERENCE = /(?<!\d)(\d{1,10})\s+\d+\s+R\b/g;
const CONTENTS = /(?:\/Contents|\bobj)\s*(?:(\d+\s+\d+\s+R)|\[([\s\dR]*)\])/g;
/** Names for what is drawn: letters of a font, or forms. */
const NAMED = /(?:\/CharProcs|\/XObject|\bobj)\s*<<((?:\s*\/[^\s/<>[\]()]+\s+\d+\s+\d+\s+R\b)+)/g;

/**
 * Numbers of the objects that are named as what is drawn, by pages and by fonts, each as often as it is named.
 * @throws ReadingError `too_large` for more references than a report has
 */
export function* referencesIn(texts: readonly string[], source: string): Generator<string> {
  let references = 0;
  for (const text of texts)
    for (let at = text.indexOf(' R'); at >= 0; at = text.indexOf(' R', at + 2))
      if (++references > REFERENCES) throw new ReadingError('too_large', source, `${references} references`);
  for (const text of texts)
    for (const pattern of [CONTENTS, NAMED])
      for (const [, one, several] of text.matchAll(pattern))
        for (const [, number = ''] of (one ?? several ?? '').matchAll(REFERENCE)) yield number;
}
