import { EngineError, isAbort, messageOf } from './errors';

export interface RemoteFile {
  /** Absolute address. */
  readonly url: string;
  /** As the manifest names it; what messages show. */
  readonly path: string;
  readonly bytes: number;
  readonly rows: number;
  readonly sha256: string;
}

export interface Fetched {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The server sent the whole file, asked for or not. */
  readonly whole: boolean;
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const magic = [0x50, 0x41, 0x52, 0x31];

/**
 * Bytes `start` to `end` (exclusive) of a file, or the whole file from a server that knows no ranges.
 * Rejects with `AbortError`, or `EngineError` file_missing, file_refused, file_truncated, file_changed,
 * file_not_parquet, network.
 */
export async function fetchRange(
  file: RemoteFile,
  start: number,
  end: number,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<Fetched> {
  const response = await request(file, `bytes=${start}-${end - 1}`, fetch, signal);
  if (response.status !== 206) return { bytes: await readWhole(file, response, signal), whole: true };
  // Absent when the server hides it from the page; then the length of the body has to do.
  const total = /\/(\d+)$/.exec(response.headers.get('Content-Range') ?? '')?.[1];
  if (total !== undefined && Number(total) !== file.bytes) throw wrongFile(file, response, Number(total));
  const bytes = await readBody(file, response, signal);
  if (bytes.length !== end - start)
    throw new EngineError('file_truncated', expectation(file, start + bytes.length));
  return { bytes, whole: false };
}

async function request(
  file: RemoteFile,
  range: string,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(file.url, { headers: { Range: range }, signal });
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new EngineError('network', { file: file.path, detail: messageOf(error) }, { cause: error });
  }
  if (response.status === 404 || response.status === 410)
    throw new EngineError('file_missing', { file: file.path });
  // The file is shorter than the manifest says: nothing lies where the footer should be.
  if (response.status === 416) {
    const total = Number(/\/(\d+)$/.exec(response.headers.get('Content-Range') ?? '')?.[1] ?? 0);
    throw new EngineError('file_truncated', expectation(file, total));
  }
  if (!response.ok) throw new EngineError('file_refused', { file: file.path, status: response.status });
  return response;
}

async function readWhole(
  file: RemoteFile,
  response: Response,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readBody(file, response, signal);
  if (bytes.length !== file.bytes || magic.some((byte, i) => bytes[i] !== byte))
    throw wrongFile(file, response, bytes.length, bytes);
  return bytes;
}

async function readBody(
  file: RemoteFile,
  response: Response,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (isAbort(error) || signal.aborted) throw error;
    // The connection broke off, or the body is shorter than announced.
    throw new EngineError('network', { file: file.path, detail: messageOf(error) }, { cause: error });
  }
}

const expectation = (file: RemoteFile, found: number) => ({ file: file.path, expected: file.bytes, found });

/** What came is not the file of the manifest: a page instead of it, a part of it, or another version. */
function wrongFile(file: RemoteFile, response: Response, found: number, bytes?: Uint8Array): EngineError {
  const isPage = /html/.test(response.headers.get('Content-Type') ?? '');
  const isParquet = bytes === undefined ? !isPage : magic.every((byte, i) => bytes[i] === byte);
  if (!isParquet) return new EngineError('file_not_parquet', { file: file.path });
  return new EngineError(found < file.bytes ? 'file_truncated' : 'file_changed', expectation(file, found));
}
