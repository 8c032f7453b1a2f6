import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import sirv from 'sirv';

export interface ServeOptions {
  readonly host: string;
  /** First port to try. */
  readonly port: number;
}

/** `--host` (127.0.0.1) and `--port` (4173) of the command line. Throws a line for the user when one makes no sense. */
export function serveOptions(args: readonly string[]): ServeOptions {
  const { values } = parsed(args);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`--port must be a number from 1 to 65535 (端口须为 1 到 65535 的整数): ${values.port}`);
  return { host: values.host, port };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { host: { type: 'string', default: '127.0.0.1' }, port: { type: 'string', default: '4173' } },
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Error(`${error.message}\nusage 用法: npm start -- [--port 4173] [--host 127.0.0.1]`, {
      cause: error,
    });
  }
}

/**
 * Serves a built site with range requests; takes the next free port when the first is in use.
 * Resolves to the page's address. Files with a hash in their name may be cached for ever, all others are asked for again.
 */
export async function serve(folder: string, { host, port }: ServeOptions): Promise<string> {
  const files = sirv(folder, {
    etag: true,
    setHeaders: (response, path) =>
      response.setHeader(
        'Cache-Control',
        path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  const server = createServer((request, response) => {
    if (!isPlainRange(request.headers.range)) delete request.headers.range;
    files(request, response, () => void response.writeHead(404).end('404'));
  });
  const taken = await listen(server, host, port);
  const isAny = host === '0.0.0.0' || host === '::';
  const name = isAny ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${taken}/`;
}

/**
 * One range with a start, as the dashboard asks. A server may answer any other with the whole file (RFC 9110, 14.2);
 * sirv reads suffixes wrongly and ends the process on a range that runs backwards.
 */
function isPlainRange(header: string | undefined): boolean {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  return from !== undefined && (to === '' || Number(from) <= Number(to));
}

const portsToTry = 50;

async function listen(server: Server, host: string, first: number): Promise<number> {
  for (let port = first; port < first + portsToTry && port <= 65_535; port += 1)
    if (await listenOn(server, host, port)) return port;
  throw new Error(
    `No free port from ${first} on; choose another with --port (没有空闲端口，请用 --port 另选)`,
  );
}

/** False when the port is in use; rejects for every other reason. */
function listenOn(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((done, fail) => {
    const onError = (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') done(false);
      else fail(error);
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      done(true);
    });
  });
}

async function main(): Promise<void> {
  const folder = resolve(import.meta.dirname, '../../dist');
  if (!existsSync(join(folder, 'index.html')))
    throw new Error('dist/ is missing: run "npm run build" first (请先运行 npm run build)');
  console.log(`年报图览 Nianbao Atlas: ${await serve(folder, serveOptions(process.argv.slice(2)))}`);
}

if (process.argv[1] === import.meta.filename) await main().catch(fail);

/** One line instead of a stack: what is wrong is the user's to mend. */
export function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
