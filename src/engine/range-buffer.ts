import type { AsyncBuffer } from 'hyparquet';
import { EngineError } from './errors';
import { fetchRange } from './fetch-range';
import type { Fetch, RemoteFile } from './fetch-range';
import type { Limiter } from './limiter';
import { sha256 } from './sha256';

/** A file this small costs less to fetch whole than to fetch footer and columns one after the other. */
const wholeBelow = 48 << 10;
/** Ranges nearer to one another than this are one request: at 10 Mbit/s a round trip of 40 ms is worth 48 KB. */
const gapLimit = 32 << 10;
/** Longer runs are split, so that they arrive in parallel and progress shows. */
const runLimit = 4 << 20;

interface Segment {
  readonly start: number;
  readonly end: number;
  readonly bytes: Promise<Uint8Array<ArrayBuffer>>;
}

interface Asked {
  readonly start: number;
  readonly end: number;
  readonly resolve: (bytes: ArrayBuffer) => void;
  readonly reject: (error: unknown) => void;
}

export interface RangeBufferOptions {
  readonly fetch: Fetch;
  readonly limiter: Limiter;
  readonly signal: AbortSignal;
  /** Bytes received, and bytes newly asked for; a whole file where a part was asked for corrects the second. */
  readonly onBytes: (received: number, expected: number) => void;
}

/**
 * A remote file as hyparquet reads it. Ranges asked for in the same turn are joined where they lie near each other;
 * what arrived is kept for as long as the buffer lives. A whole file is checked against the hash of the manifest.
 */
export class RangeBuffer implements AsyncBuffer {
  readonly byteLength: number;
  #segments: Segment[] = [];
  #asked: Asked[] = [];

  constructor(
    private readonly file: RemoteFile,
    private readonly options: RangeBufferOptions,
    private readonly wholeFiles: Map<string, Uint8Array<ArrayBuffer>>,
  ) {
    this.byteLength = file.bytes;
  }

  /** How much of the end to fetch in the hope that it holds the footer. */
  get footerGuess(): number {
    if (this.file.bytes <= wholeBelow) return this.file.bytes;
    return Math.min(this.file.bytes, Math.max(32 << 10, Math.min(this.file.bytes >> 6, 512 << 10)));
  }

  slice(start: number, end: number = this.byteLength): Promise<ArrayBuffer> {
    return new Promise((resolve, reject) => {
      if (this.#asked.length === 0) queueMicrotask(() => this.#fetchAsked());
      this.#asked.push({ start, end, resolve, reject });
    });
  }

  #fetchAsked(): void {
    const asked = this.#asked;
    this.#asked = [];
    const missing = asked.filter((range) => this.#covering(range.start, range.end) === undefined);
    for (const [start, end] of joinRanges(missing)) this.#fetch(start, end);
    for (const range of asked) void this.#answer(range);
  }

  async #answer({ start, end, resolve, reject }: Asked): Promise<void> {
    try {
      const segment = this.#covering(start, end);
      if (segment === undefined)
        throw new EngineError('file_broken', { file: this.file.path, detail: 'range' });
      const bytes = await segment.bytes;
      const whole = this.wholeFiles.get(this.file.url);
      resolve(
        whole === undefined
          ? bytes.slice(start - segment.start, end - segment.start).buffer
          : whole.slice(start, end).buffer,
      );
    } catch (error) {
      reject(error);
    }
  }

  #covering(start: number, end: number): Segment | undefined {
    const whole = this.wholeFiles.get(this.file.url);
    if (whole !== undefined) return { start: 0, end: this.byteLength, bytes: Promise.resolve(whole) };
    return this.#segments.find((segment) => segment.start <= start && segment.end >= end);
  }

  #fetch(start: number, end: number): void {
    const { fetch, limiter, signal, onBytes } = this.options;
    onBytes(0, end - start);
    const bytes = limiter.run(async () => {
      // While this request waited for its turn, another one may have brought the whole file.
      const known = this.wholeFiles.get(this.file.url);
      if (known !== undefined) return known.subarray(start, end);
      const fetched = await fetchRange(this.file, start, end, fetch, signal);
      onBytes(fetched.bytes.length, fetched.bytes.length - (end - start));
      if (!fetched.whole && end - start < this.byteLength) return fetched.bytes;
      await this.#verify(fetched.bytes);
      this.wholeFiles.set(this.file.url, fetched.bytes);
      return fetched.bytes.subarray(start, end);
    });
    this.#segments.push({ start, end, bytes });
  }

  async #verify(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const found = await sha256(bytes);
    if (found !== this.file.sha256)
      throw new EngineError('file_changed', { file: this.file.path, expected: this.file.sha256, found });
  }
}

/** Ranges in file order, joined across small gaps and split where long; `[start, end)` each. */
export function joinRanges(
  ranges: readonly { readonly start: number; readonly end: number }[],
): (readonly [number, number])[] {
  const joined: [number, number][] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1] + gapLimit && Math.max(end, last[1]) - last[0] <= runLimit)
      last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
