import { createHash } from 'node:crypto';
import type { Fetch, RemoteFile } from '../../src/engine/fetch-range';

/** A host of files in memory, and what was asked of it. */
export class FakeHost {
  readonly ranges: string[] = [];
  /** Most requests under way at a time. */
  peak = 0;
  knowsRanges = true;
  /** Answers in place of the file's. */
  override: ((start: number, end: number) => Response | Promise<Response>) | null = null;
  #underWay = 0;

  constructor(private readonly files: ReadonlyMap<string, Buffer>) {}

  readonly fetch: Fetch = async (url, init) => {
    const file = this.files.get(url);
    const range = new Headers(init.headers).get('Range') ?? '';
    const [start = 0, end = 0] = range.replace('bytes=', '').split('-').map(Number);
    this.ranges.push(`${start}-${end}`);
    this.#underWay += 1;
    this.peak = Math.max(this.peak, this.#underWay);
    await new Promise((resolve) => setTimeout(resolve, 1));
    this.#underWay -= 1;
    init.signal?.throwIfAborted();
    if (this.override !== null) return this.override(start, end + 1);
    if (file === undefined) return new Response('not found', { status: 404 });
    if (!this.knowsRanges) return new Response(new Uint8Array(file));
    if (start >= file.length)
      return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${file.length}` } });
    const body = file.subarray(start, end + 1);
    const headers = { 'Content-Range': `bytes ${start}-${start + body.length - 1}/${file.length}` };
    return new Response(new Uint8Array(body), { status: 206, headers });
  };

  get bytesAsked(): number {
    return this.ranges
      .map((range) => range.split('-').map(Number))
      .reduce((sum, [start = 0, end = 0]) => sum + end - start + 1, 0);
  }
}

export function remote(url: string, bytes: Buffer, rows = 0): RemoteFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { url, path: url, bytes: bytes.length, rows, sha256 };
}
