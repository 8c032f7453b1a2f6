import { Inflate } from 'fflate';
import { ReadingError } from '../types';

/** Most files in an archive, most bytes that one of them and all of them may unpack to. */
const ENTRIES = 4_000;
const PART_BYTES = 24 * 1024 * 1024;
const ALL_BYTES = 48 * 1024 * 1024;
/** Input is unpacked in steps, so that a bomb is noticed before it fills the memory. */
const STEP = 8_192;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const [STORED, DEFLATED] = [0, 8];
const ENCRYPTED = 1;

interface Entry {
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Whether the bytes begin as a zip does; an empty archive begins with its end. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

/** Names are UTF-8 or, from Chinese systems, GBK; which of them, archives often do not say. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}

/** The files of a zip by name. A name is only ever compared, never used as a path. */
export class Archive {
  readonly #entries = new Map<string, Entry>();
  readonly #view: DataView;
  #unpacked = 0;

  /**
   * @param most bytes to which its files may unpack that are held together
   * @throws ReadingError `damaged` when the list of files is cut, contradictory or too long
   */
  constructor(
    readonly bytes: Uint8Array,
    readonly source: string,
    readonly most = ALL_BYTES,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = this.#findEnd();
    const count = this.#view.getUint16(end + 10, true);
    if (count > ENTRIES) throw this.#damaged('too many files');
    let at = this.#view.getUint32(end + 16, true);
    for (let i = 0; i < count; i++) at = this.#list(at);
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /**
   * Unpacks one file, `null` when there is none of the name.
   * @throws ReadingError `protected`, `too_large` or `damaged`: also when size or checksum differ from what is stated
   */
  part(name: string): Uint8Array | null {
    const entry = this.#entries.get(name);
    if (!entry) return null;
    if (entry.flags & ENCRYPTED) throw new ReadingError('protected', this.source);
    const room = Math.min(PART_BYTES, this.most - this.#unpacked);
    const data = this.#packed(entry, name);
    const part =
      entry.method === STORED
        ? data
        : entry.method === DEFLATED
          ? this.#inflate(data, room, name)
          : this.#refuse(name);
    if (part.length > room) throw this.#tooLarge(part.length);
    if (part.length !== entry.size || crc32(part) !== entry.crc) throw this.#damaged(name);
    this.#unpacked += part.length;
    return part;
  }

  #damaged(detail: string): ReadingError {
    return new ReadingError('damaged', this.source, detail);
  }

  #tooLarge(size: number): ReadingError {
    return new ReadingError('too_large', this.source, String(this.#unpacked + size));
  }

  #refuse(name: string): never {
    throw this.#damaged(name);
  }

  #findEnd(): number {
    const last = this.bytes.length - END_BYTES;
    for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--)
      if (this.#view.getUint32(at, true) === END) return at;
    throw this.#damaged('cut short');
  }

  /** Takes down the entry at an offset; returns that of the next. */
  #list(at: number): number {
    const view = this.#view;
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw this.#damaged('list of files');
    const length = view.getUint16(at + 28, true);
    const next = at + 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    // Some writers part folders as Windows does.
    const name = nameOf(this.bytes.subarray(at + 46, at + 46 + length)).replaceAll('\\', '/');
    // Two files of one name: which of them is read would be chance.
    if (this.#entries.has(name)) throw this.#damaged(name);
    this.#entries.set(name, {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    return next;
  }

  #packed({ offset, packed }: Entry, name: string): Uint8Array {
    const view = this.#view;
    if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL) throw this.#damaged(name);
    const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (from + packed > view.byteLength) throw this.#damaged(name);
    return this.bytes.subarray(from, from + packed);
  }

  #inflate(data: Uint8Array, room: number, name: string): Uint8Array {
    const pieces: Uint8Array[] = [];
    let size = 0;
    const inflate = new Inflate((piece) => {
      pieces.push(piece);
      size += piece.length;
    });
    for (let from = 0; from < Math.max(1, data.length); from += STEP) {
      try {
        inflate.push(data.subarray(from, from + STEP), from + STEP >= data.length);
      } catch (error) {
        if (error instanceof Error && 'code' in error) throw this.#damaged(name);
        throw error;
      }
      if (size > room) throw this.#tooLarge(size);
    }
    const whole = new Uint8Array(size);
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }
}
