import { Inflate } from 'fflate';
import { ReadingError } from '../types';

/** Most bytes to which one stream of text and drawing, and one of a font or picture, may unpack, and all of them. */
const CONTENT_BYTES = 4 * 2 ** 20;
const MEDIA_BYTES = 64 * 2 ** 20;
const ALL_BYTES = 192 * 2 ** 20;
/** Deflate packs a thousand bytes into one at best: what is shorter than this cannot unpack to too much. */
const HARMLESS = 4_000;
/** Letters before the word `stream` in which the dictionary of a stream stands. */
const DICTIONARY = 600;
const STEP = 16_384;

const PACKED = /\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/g;
const MEDIA = /\/(?:Length1|Image|CIDFontType0C|Type1C|OpenType)\b/;
const LATIN = new TextDecoder('latin1');

/** Bytes to which a stream unpacks, counted up to `most`; what cannot be unpacked is left to pdf.js. */
function unpackedSize(packed: Uint8Array, most: number): number {
  let size = 0;
  // Two bytes of a header of zlib come first.
  const inflate = new Inflate((part) => (size += part.length));
  try {
    for (let from = 2; from < packed.length && size <= most; from += STEP)
      inflate.push(packed.subarray(from, from + STEP));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  return size;
}

/** Places of a word in bytes. */
function* placesOf(text: string, word: string): Generator<number> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) yield at;
}

/**
 * Refuses files whose streams unpack to more than a report needs, before pdf.js unpacks them whole.
 * @throws ReadingError `too_large`
 */
export function refuseBombs(bytes: Uint8Array, source: string): void {
  const text = LATIN.decode(bytes);
  const refuse = (size: number): never => {
    throw new ReadingError('too_large', source, String(size));
  };
  let all = 0;
  for (const at of placesOf(text, 'stream')) {
    if (text.startsWith('end', at - 3)) continue;
    const before = text.slice(Math.max(0, at - DICTIONARY), at);
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
    const filters = dictionary.match(PACKED)?.length ?? 0;
    if (filters > 1) refuse(bytes.length);
    const from = at + 'stream'.length + (text.charAt(at + 'stream'.length) === '\r' ? 2 : 1);
    const to = text.indexOf('endstream', from);
    const packed = bytes.subarray(from, to < 0 ? undefined : to);
    if (filters === 0 || packed.length < HARMLESS) continue;
    const most = MEDIA.test(dictionary) ? MEDIA_BYTES : CONTENT_BYTES;
    const size = unpackedSize(packed, most);
    all += size;
    if (size > most || all > ALL_BYTES) refuse(Math.max(size, all));
  }
}
