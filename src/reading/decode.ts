import { withoutEmbedded } from './embedded';
import { limits } from './limits';
import { unradical } from './radicals';
import { ReadingError } from './types';

/** First bytes of kinds of files that carry no plain text, by the name told to the user. */
const magic: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['bmp', [0x42, 0x4d, 0x00, 0x00]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['arrow', [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]],
  ['gzip', [0x1f, 0x8b]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
];

/** Made once: a decoder costs more to make than a report to decode. */
const latin1 = new TextDecoder('latin1');
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

const startsWith = (bytes: Uint8Array, prefix: readonly number[]): boolean =>
  bytes.length >= prefix.length && prefix.every((byte, i) => bytes[i] === byte);

/** Kinds of Office files before 2007, WPS included, by the name of the stream that holds the document. */
const streams: readonly (readonly [stream: string, kind: string])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['PowerPoint Document', 'ppt'],
];

/** A name in the directory of a compound file: UTF-16, ended by a zero. */
const entryName = (name: string): string => [...`${name}\0`].map((char) => `${char}\0`).join('');

const pictures = new Set(['png', 'jpeg', 'gif', 'bmp', 'tiff', 'webp']);
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];

/** Kinds that are text, but of a program and not of a report. */
const written: readonly (readonly [kind: string, head: RegExp])[] = [
  ['Word XML', /<\?mso-application\s+progid="Word\.|<pkg:package\s/],
  ['Excel XML', /<\?mso-application\s+progid="Excel\./],
  ['mht', /^content-type:\s*multipart\/related|^content-transfer-encoding:\s*(?:quoted-printable|base64)/im],
  ['eml', /^content-type:\s*multipart\/(?:mixed|alternative)/im],
];
const HEAD = 2_000;

/** Kind of a file by what it holds, `null` for what may be the text of a report. */
export function binaryKind(bytes: Uint8Array): string | null {
  const found = magic.find(([, prefix]) => startsWith(bytes, prefix))?.[0] ?? null;
  const latin = (to?: number): string => latin1.decode(bytes.subarray(0, to));
  if (found === null) {
    if (startsWith(bytes, RIFF) && startsWith(bytes.subarray(8), WEBP)) return 'webp';
    const head = latin(HEAD);
    return written.find(([, begins]) => begins.test(head))?.[0] ?? null;
  }
  if (found !== 'ole') return found;
  const text = latin(limits.bytes);
  return streams.find(([stream]) => text.includes(entryName(stream)))?.[1] ?? found;
}

/** Line feeds, spaces, digits and ASCII marks: every report has them, and in UTF-16 their other byte is zero. */
const isPlain = (byte: number): boolean => byte === 0x0a || byte === 0x0d || (byte >= 0x20 && byte < 0x40);

/** UTF-16 without a byte order mark, by the side on which the zeros stand. */
function utf16Side(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  let [little, big] = [0, 0];
  for (let i = 0; i + 1 < sample.length; i += 2) {
    const [first = 0, second = 0] = [sample[i], sample[i + 1]];
    if (second === 0 && isPlain(first)) little++;
    else if (first === 0 && isPlain(second)) big++;
  }
  const most = Math.max(little, big);
  if (most < sample.length / 200 || most < 3 * Math.min(little, big)) return null;
  return little > big ? 'utf-16le' : 'utf-16be';
}

function declaredCharset(bytes: Uint8Array): string | null {
  const head = latin1.decode(bytes.subarray(0, 4096));
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? null;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    const decoder = encoding === 'utf-8' ? strictUtf8 : new TextDecoder(encoding, { fatal: true });
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

const damage = (text: string): number => text.split('\ufffd').length - 1;

/** Decodes what is mostly right, e.g. a file cut in the middle of a character: the encoding that loses least. */
function decodeLoosely(bytes: Uint8Array): string {
  const [utf8, gb] = ['utf-8', 'gb18030'].map((encoding) => new TextDecoder(encoding).decode(bytes)) as [
    string,
    string,
  ];
  // A UTF-8 text read as GB18030 rarely fails but grows strange; one broken character in a hundred still is UTF-8.
  return damage(utf8) * 50 < utf8.length || damage(utf8) <= damage(gb) ? utf8 : gb;
}

/** Throws `empty` or `too_large`. */
export function refuseSize(bytes: Uint8Array, source: string, most: number = limits.bytes): void {
  if (bytes.length === 0) throw new ReadingError('empty', source);
  if (bytes.length > most) throw new ReadingError('too_large', source, String(bytes.length));
}

/**
 * Bytes → text. Byte order mark first, then UTF-8 if it is valid, then the declared charset, then GB18030.
 * Throws `empty`, `too_large`, `protected`, `unsupported_format` or `no_text` (detail: the kind) or `not_text`.
 */
export function decode(file: Uint8Array, source: string): string {
  refuseSize(file, source, limits.file);
  const bytes = withoutEmbedded(file);
  refuseSize(bytes, source);
  const kind = binaryKind(bytes);
  if (kind === 'encrypted') throw new ReadingError('protected', source);
  if (kind) throw new ReadingError(pictures.has(kind) ? 'no_text' : 'unsupported_format', source, kind);
  // Text copied out of a PDF names radicals for characters of the same shape.
  const text = decodeText(bytes).replace(/[\u2e80-\u2fd5]/g, unradical);
  if (text.trim() === '') throw new ReadingError('empty', source);
  // eslint-disable-next-line no-control-regex -- control characters are what tells data from text
  const strange = text.slice(0, 20_000).match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  if (strange > Math.min(text.length, 20_000) / 20) throw new ReadingError('not_text', source);
  return text;
}

function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return new TextDecoder('utf-8').decode(bytes);
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  const side = utf16Side(bytes);
  if (side) return new TextDecoder(side).decode(bytes);
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null) return utf8;
  const declared = declaredCharset(bytes);
  return (
    (declared && declared !== 'utf-8' ? decodeStrictly(bytes, declared) : null) ??
    decodeStrictly(bytes, 'gb18030') ??
    decodeLoosely(bytes)
  );
}
