import { ReadingError } from '../types';
import { type Count, counts, decoders, isZlib } from './filters';

/** Most bytes to which one stream of text and drawing, and one of a font or picture, may unpack, and all of them. */
const CONTENT_BYTES = 4 * 2 ** 20;
const MEDIA_BYTES = 64 * 2 ** 20;
const ALL_BYTES = 192 * 2 ** 20;
/** Deflate packs a thousand bytes into one at best: what is shorter than this cannot unpack to too much. */
const HARMLESS = 4_000;
/** Letters before the word `stream` in which the dictionary of a stream stands. */
const DICTIONARY = 600;

const MEDIA = /\/(?:Length1|Image|CIDFontType0C|Type1C|OpenType)\b/;
/** Objects in a stream of objects. */
const OBJECTS = /\/ObjStm\b/;
const LATIN = new TextDecoder('latin1');
const NAME = /\/([A-Za-z0-9]+)/g;
const LENGTH = /\/Length\s+(\d{1,9})(?!\s+\d+\s+R)/;

/**
 * Widths of letters, from one code to another: pdf.js writes down each between, and there are no codes of six digits.
 * Or an array on its own, which may be one of widths.
 */
const ENDLESS_WIDTHS = /(?:\/W2?|\bobj)\s*\[[\s\d.[\]+-]*?\d{6}/;

/** Places of a word in bytes. */
function* placesOf(text: string, word: string): Generator<number> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) yield at;
}

/** What the dictionary of a stream says before its data, with names as they are meant: `#46l` is `Fl`. */
function dictionaryBefore(text: string, at: number): { readonly said: string; readonly isWhole: boolean } {
  const before = text.slice(Math.max(0, at - DICTIONARY), at);
  const object = before.lastIndexOf(' obj');
  const said = before
    .slice(object + 1)
    .replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return { said, isWhole: object >= 0 };
}

/** The bytes of a stream that a dictionary stands before: as long as it says, or to the word that ends it. */
function packedAt(bytes: Uint8Array, text: string, at: number, said: string): Uint8Array {
  const from = at + 'stream'.length + (text.charAt(at + 'stream'.length) === '\r' ? 2 : 1);
  const end = text.indexOf('endstream', from);
  // The word may stand in the data.
  const to = Math.max(end < 0 ? bytes.length : end, from + Number(LENGTH.exec(said)?.[1] ?? 0));
  return bytes.subarray(from, to);
}

/** All ways to unpack, where a dictionary does not name its own: the one that makes most of the data counts. */
const most: Count = (packed, limit) =>
  Math.max(...[...new Set(Object.values(counts))].map((count) => count(packed, limit)));

/**
 * Refuses files whose streams unpack to more than a report needs, before pdf.js unpacks them whole.
 * @throws ReadingError `too_large`, or `damaged` for widths of more letters than there are
 */
export function refuseBombs(bytes: Uint8Array, source: string): void {
  const text = LATIN.decode(bytes);
  const refuse = (size: number): never => {
    throw new ReadingError('too_large', source, String(size));
  };
  const refuseEndless = (objects: string): void => {
    if (ENDLESS_WIDTHS.test(objects)) throw new ReadingError('damaged', source, 'font');
  };
  refuseEndless(text);
  let all = 0;
  for (const at of placesOf(text, 'stream')) {
    if (text.startsWith('end', at - 3)) continue;
    const { said, isWhole } = dictionaryBefore(text, at);
    const names = [...said.matchAll(NAME)].map(([, name = '']) => name);
    const ways = names.filter((name) => name in counts);
    if (ways.length > 1) refuse(bytes.length);
    let packed = packedAt(bytes, text, at, said);
    if (packed.length < HARMLESS) continue;
    for (const name of names) packed = decoders[name]?.(packed) ?? packed;
    const isClear = isWhole && (ways.length > 0 || !/\/Filter\s+\d/.test(said));
    const count = ways[0] === undefined ? (isClear && !isZlib(packed) ? null : most) : counts[ways[0]];
    if (!count) continue;
    const limit = MEDIA.test(said) ? MEDIA_BYTES : CONTENT_BYTES;
    let objects = '';
    const keep = OBJECTS.test(said) ? (data: Uint8Array) => void (objects += LATIN.decode(data)) : undefined;
    const size = count(packed, limit, keep);
    refuseEndless(objects);
    all += size;
    if (size > limit || all > ALL_BYTES) refuse(Math.max(size, all));
  }
}
