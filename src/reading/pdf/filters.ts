import { Inflate } from 'fflate';

/** Bytes to which data unpacks, counted until they are more than `most`; what is damaged counts as far as it goes. */
export type Count = (packed: Uint8Array, most: number, piece?: (data: Uint8Array) => void) => number;

const STEP = 16_384;

/** zlib: two bytes of a header come first. */
const inflated: Count = (packed, most, piece) => {
  let size = 0;
  const inflate = new Inflate((data) => {
    size += data.length;
    piece?.(data);
  });
  try {
    for (let from = 2; from < packed.length && size <= most; from += STEP)
      inflate.push(packed.subarray(from, from + STEP));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
  return size;
};

const [CLEAR, END, FIRST, CODES] = [256, 257, 258, 4096];

/** LZW: codes of 9 to 12 bits, each for a row of bytes whose length is all that is asked here. */
const lzw: Count = (packed, most) => {
  const lengths = new Uint32Array(CODES).fill(1);
  let [size, next, width, held, bits, before] = [0, FIRST, 9, 0, 0, 0];
  for (let at = 0; at < packed.length && size <= most;) {
    while (bits < width && at < packed.length) {
      held = ((held << 8) | (packed[at++] ?? 0)) & 0xffffff;
      bits += 8;
    }
    const code = (held >> (bits - width)) & ((1 << width) - 1);
    bits -= width;
    if (code === END) break;
    if (code === CLEAR) [next, width, before] = [FIRST, 9, 0];
    else {
      if (code > next) break;
      const length = code < next ? (lengths[code] ?? 1) : before + 1;
      if (before > 0 && next < CODES) lengths[next++] = before + 1;
      size += length;
      before = length;
      // Writers differ by one code on when the codes grow: an end too early would hide what follows.
      width = next + 1 >= 2048 ? 12 : next + 1 >= 1024 ? 11 : next + 1 >= 512 ? 10 : 9;
    }
  }
  return size;
};

const ENDED = 128;
const runs: Count = (packed, most) => {
  let size = 0;
  for (let at = 0; at < packed.length && size <= most;) {
    const length = packed[at] ?? ENDED;
    if (length === ENDED) break;
    size += length < ENDED ? length + 1 : 257 - length;
    at += length < ENDED ? length + 2 : 2;
  }
  return size;
};

/** Ways to pack, by the names that the standard gives them. */
export const counts: Readonly<Record<string, Count>> = {
  FlateDecode: inflated,
  Fl: inflated,
  LZWDecode: lzw,
  LZW: lzw,
  RunLengthDecode: runs,
  RL: runs,
};

/** Whether data begin as zlib does. */
export const isZlib = (data: Uint8Array): boolean =>
  ((data[0] ?? 0) & 15) === 8 && (((data[0] ?? 0) << 8) | (data[1] ?? 0)) % 31 === 0;

type Decode = (text: Uint8Array) => Uint8Array;

const TILDE = 0x7e;
/** Groups of five letters for four bytes, `z` for four of zero. */
const ascii85: Decode = (text) => {
  const out = new Uint8Array(4 * text.length + 4);
  let [length, value, letters] = [0, 0, 0];
  const put = (count: number): void => {
    for (let i = 0; i < count; i++) out[length++] = (value >>> (24 - 8 * i)) & 0xff;
    [value, letters] = [0, 0];
  };
  for (const code of text) {
    if (code === TILDE) break;
    if (code === 0x7a && letters === 0) put(4);
    if (code < 0x21 || code > 0x75) continue;
    value = (Math.imul(value, 85) + code - 0x21) | 0;
    if (++letters === 5) put(4);
  }
  if (letters > 1) {
    const known = letters - 1;
    for (let i = letters; i < 5; i++) value = (Math.imul(value, 85) + 84) | 0;
    put(known);
  }
  return out.subarray(0, length);
};

const hexDigit = (code: number): number =>
  code >= 0x30 && code <= 0x39
    ? code - 0x30
    : (code | 0x20) >= 0x61 && (code | 0x20) <= 0x66
      ? (code | 0x20) - 0x57
      : -1;

const hex: Decode = (text) => {
  const out = new Uint8Array(Math.ceil(text.length / 2));
  let digits = 0;
  for (const code of text) {
    if (code === 0x3e) break;
    const digit = hexDigit(code);
    if (digit < 0) continue;
    out[digits >> 1] = (out[digits >> 1] ?? 0) | (digits % 2 === 0 ? digit << 4 : digit);
    digits++;
  }
  return out.subarray(0, (digits + 1) >> 1);
};

/** Ways to write bytes as letters. */
export const decoders: Readonly<Record<string, Decode>> = {
  ASCII85Decode: ascii85,
  A85: ascii85,
  ASCIIHexDecode: hex,
  AHx: hex,
};
