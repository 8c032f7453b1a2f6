import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A static host and its faults. Paths are relative to the served folder, e.g. `data/real/manifest.json`. */
export interface ServerOptions {
  /** Sub-path under which the site lies; `/` when left out. */
  readonly base?: string;
  /** False: answers every range request with the whole file, as simple servers do. */
  readonly ranges?: boolean;
  readonly missing?: readonly string[];
  /** File → number of bytes that are left of it. */
  readonly truncated?: Readonly<Record<string, number>>;
  /** File → what lies there instead. */
  readonly replaced?: Readonly<Record<string, string | Buffer>>;
  /** Folder whose files come before those of the site. */
  readonly overlay?: string;
  /** Before every answer. Milliseconds. */
  readonly latency?: number;
  readonly bytesPerSecond?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Content type by extension, e.g. `.wasm`, where the host does not know better. */
  readonly types?: Readonly<Record<string, string>>;
}

export interface ServedRequest {
  /** Without base and query. */
  readonly path: string;
  readonly range: string | null;
  readonly status: number;
  /** Bytes of the body. */
  readonly bytes: number;
}

export interface StaticServer {
  /** Address of the page, with the slash. */
  readonly url: string;
  readonly requests: readonly ServedRequest[];
  /** Changes the faults of the running server. */
  change(options: Partial<ServerOptions>): void;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};

export async function startServer(folder: string, initial: ServerOptions = {}): Promise<StaticServer> {
  let options = initial;
  const requests: ServedRequest[] = [];
  const base = initial.base ?? '/';
  const server = createServer((request, response) => {
    void answer(folder, base, options, request, response).then((served) => requests.push(served));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    requests,
    change: (change) => (options = { ...options, ...change }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answer(
  folder: string,
  base: string,
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<ServedRequest> {
  const pathname = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  const path = pathname.startsWith(base) ? normalize(pathname.slice(base.length) || 'index.html') : '';
  const range = request.headers.range ?? null;
  if (options.latency !== undefined) await wait(options.latency);
  const file = path.startsWith('..') ? null : readFile(folder, path, options);
  for (const [name, value] of Object.entries(options.headers ?? {})) response.setHeader(name, value);
  if (file === null) return end(response, path, range, 404, Buffer.from('not found'), options);
  response.setHeader(
    'Content-Type',
    options.types?.[extname(path)] ?? types[extname(path)] ?? 'application/octet-stream',
  );
  // As hosts of static files do; the tests that reload rely on it.
  response.setHeader(
    'Cache-Control',
    path.startsWith('assets/') ? 'max-age=31536000, immutable' : 'no-cache',
  );
  const asked = options.ranges === false ? null : /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  if (asked === null) return end(response, path, range, 200, file, options);
  response.setHeader('Accept-Ranges', 'bytes');
  const start = Number(asked[1]);
  const last = Math.min(asked[2] === '' ? Infinity : Number(asked[2]), file.length - 1);
  if (start > last) {
    response.setHeader('Content-Range', `bytes */${file.length}`);
    return end(response, path, range, 416, Buffer.alloc(0), options);
  }
  response.setHeader('Content-Range', `bytes ${start}-${last}/${file.length}`);
  return end(response, path, range, 206, file.subarray(start, last + 1), options);
}

function readFile(folder: string, path: string, options: ServerOptions): Buffer | null {
  if (options.missing?.includes(path)) return null;
  const replacement = options.replaced?.[path];
  if (replacement !== undefined) return Buffer.from(replacement);
  const source = [options.overlay, folder]
    .flatMap((place) => (place === undefined ? [] : join(place, path)))
    .find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
  if (source === undefined) return null;
  const bytes = readFileSync(source);
  return bytes.subarray(0, options.truncated?.[path] ?? bytes.length);
}

async function end(
  response: ServerResponse,
  path: string,
  range: string | null,
  status: number,
  body: Buffer,
  options: ServerOptions,
): Promise<ServedRequest> {
  response.writeHead(status, { 'Content-Length': body.length });
  if (options.bytesPerSecond === undefined) response.end(body);
  else await trickle(response, body, options.bytesPerSecond);
  return { path, range, status, bytes: body.length };
}

async function trickle(response: ServerResponse, body: Buffer, bytesPerSecond: number): Promise<void> {
  const slice = Math.max(1, Math.floor(bytesPerSecond / 50));
  for (let at = 0; at < body.length && !response.destroyed; at += slice) {
    response.write(body.subarray(at, at + slice));
    await wait(20);
  }
  response.end();
}
