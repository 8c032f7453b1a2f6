import { ReadingError } from '../types';
import { type Count, counts, decoders, isZlib } from './filters';
import { refuseEndlessTables, referencesIn } from './objects';

/** Most bytes to which one stream of text and drawing, and one of a font, may unpack, and all of them. */
const CONTENT_BYTES = 2 * 2 ** 20;
const FONT_BYTES = 64 * 2 ** 20;
const ALL_BYTES = 192 * 2 ** 20;
/** Most packed bytes of one stream that is locked: what it unpacks to cannot be counted. */
const LOCKED_BYTES = 2 ** 17;
/** Most bytes that all pages draw, those of one stream again for every page that names it. */
const DRAWN_BYTES = 32 * 2 ** 20;
/** Most bytes between the streams: where the list of objects is lost, pdf.js looks for them letter by letter. */
const BARE_BYTES = 5 * 2 ** 20;
/** Shorter fonts cannot unpack to too much: deflate packs a thousand bytes into one at best. */
const HARMLESS = 4_000;
/** Letters before the word `stream` in which the dictionary of a stream stands. */
const DICTIONARY = 1_500;

const FONT = /\/(?:Length1|CIDFontType0C|Type1C|OpenType)\b/;
/** Pictures, meshes of colours, tiles and attachments are never read: their data are left out. */
const UNREAD = /\/(?:Subtype\s*\/Image|ShadingType|PatternType|EmbeddedFile)\b/;
const OBJECTS = /\/ObjStm\b/;
const FORM = /\/Subtype\s*\/Form\b/;
const LATIN = new TextDecoder('latin1');
const NAME = /\/([A-Za-z0-9]+)/g;
const LENGTH = /\/Length\s+(\d{1,9})(?!\s+\d+\s+R)/;
const NUMBER = /(\d+)\s+\d+$/;

/** Places of a word in bytes. */
function* placesOf(text: string, word: string): Generator<number> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) yield at;
}

interface Stream {
  /** Number of the object, as others refer to it. */
  readonly number: string;
  /** What the dictionary says, with names as they are meant: `#46l` is `Fl`. */
  readonly said: string;
  /** Whether the dictionary was found from its beginning. */
  readonly isWhole: boolean;
  readonly from: number;
  /** The word that ends it, and where its data end that may have the word in them. */
  readonly end: number;
  readonly to: number;
}

function streamAt(text: string, at: number): Stream {
  const before = text.slice(Math.max(0, at - DICTIONARY), at);
  const object = before.lastIndexOf(' obj');
  const said = before
    .slice(object + 1)
    .replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const from = at + 'stream'.length + (text.charAt(at + 'stream'.length) === '\r' ? 2 : 1);
  const found = text.indexOf('endstream', from);
  const end = found < 0 ? text.length : found;
  const to = Math.max(end, from + Number(LENGTH.exec(said)?.[1] ?? 0));
  const number = NUMBER.exec(before.slice(0, Math.max(object, 0)).slice(-20))?.[1] ?? '';
  return { number, said, isWhole: object >= 0, from, end, to };
}

/** All ways to unpack, where a dictionary does not name its own: the one that makes most of the data counts. */
const largest: Count = (packed, most, piece) =>
  Math.max(...[...new Set(Object.values(counts))].map((count) => count(packed, most, piece)));

const asItStands: Count = (data, _most, piece) => {
  piece?.(data);
  return data.length;
};

/** How the data of a stream are packed, without their way to be written as letters. */
function packing(
  { said, isWhole }: Stream,
  data: Uint8Array,
): { readonly count: Count; readonly packed: Uint8Array } {
  let packed = data;
  const names = [...said.matchAll(NAME)].map(([, name = '']) => name);
  for (const name of names) packed = decoders[name]?.(packed) ?? packed;
  const way = names.find((name) => name in counts);
  if (way !== undefined) return { count: counts[way] ?? asItStands, packed };
  const isPlain = isWhole && !/\/Filter\s+\d/.test(said) && !isZlib(packed);
  return { count: isPlain ? asItStands : largest, packed };
}

const isPackedTwice = (said: string): boolean =>
  [...said.matchAll(NAME)].filter(([, name = '']) => name in counts).length > 1;

/**
 * Counts what the streams of a file unpack to, before pdf.js unpacks them whole, and empties those that are only drawn.
 * @param bytes changed in place
 * @returns the size of the largest form, which pages may draw again and again
 * @throws ReadingError `too_large`, or `damaged` for tables of more letters than there are
 */
export function refuseBombs(bytes: Uint8Array, source: string): number {
  const text = LATIN.decode(bytes);
  const refuse = (size: number): never => {
    throw new ReadingError('too_large', source, String(size));
  };
  const isLocked = text.includes('/Encrypt');
  const sizes = new Map<string, number>();
  const referring = [text];
  let [all, bare, form] = [0, bytes.length, 0];
  refuseEndlessTables(text, source);
  for (const at of placesOf(text, 'stream')) {
    if (text.startsWith('end', at - 3)) continue;
    const stream = streamAt(text, at);
    bare -= stream.end - stream.from;
    if (UNREAD.test(stream.said)) {
      bytes.fill(0, stream.from, stream.end);
      continue;
    }
    if (isPackedTwice(stream.said)) refuse(bytes.length);
    const isFont = FONT.test(stream.said);
    if (isFont && stream.to - stream.from < HARMLESS) continue;
    const { count, packed } = packing(stream, bytes.subarray(stream.from, stream.to));
    const most = isFont ? FONT_BYTES : CONTENT_BYTES;
    if (isLocked && !isFont && packed.length > LOCKED_BYTES) refuse(packed.length);
    const pieces: string[] = [];
    const size = count(packed, most, (piece) => {
      // Of a font, its kind.
      if (!isLocked && (!isFont || pieces.length === 0)) pieces.push(LATIN.decode(piece));
    });
    all += size;
    if (size > most || all > ALL_BYTES) refuse(Math.max(size, all));
    const unpacked = pieces.join('');
    refuseEndlessTables(unpacked, source);
    if (OBJECTS.test(stream.said)) referring.push(unpacked);
    if (FORM.test(stream.said)) form = Math.max(form, size);
    sizes.set(stream.number, size);
  }
  if (bare > BARE_BYTES) refuse(bare);
  let drawn = 0;
  for (const number of referencesIn(referring, source)) {
    drawn += sizes.get(number) ?? 0;
    if (drawn > DRAWN_BYTES) refuse(drawn);
  }
  return form;
}
