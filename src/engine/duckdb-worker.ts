import type { FromGuard, ToGuard } from './duckdb-messages';
import { messageOf } from './errors';

/**
 * DuckDB's worker: a guard of ours, then DuckDB's own script. By itself that script waits for ever when its file cannot
 * be fetched or compiled, refuses servers that do not know `application/wasm`, and tells nobody what memory it holds.
 */
const scope = self as unknown as DedicatedWorkerGlobalScope;
let memory: WebAssembly.Memory | null = null;

/** The smallest module: magic number and version. */
const emptyModule = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const never = new Promise<never>(() => undefined);

function say(message: FromGuard): void {
  scope.postMessage(message);
}

async function mayCompile(): Promise<boolean> {
  try {
    await WebAssembly.compile(emptyModule);
    return true;
  } catch (error) {
    // Content policy, or a browser hardened against code made at run time.
    if (error instanceof WebAssembly.CompileError) return false;
    throw error;
  }
}

/** The same body; tells how much of it has arrived. */
function counted(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  let said = 0;
  let received = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      received += chunk.byteLength;
      // Chunks arrive by the thousand; a message each would cost more than it tells.
      if (received - said > 256 << 10) {
        said = received;
        say({ type: 'guard:bytes', received });
      }
      controller.enqueue(chunk);
    },
    flush: () => say({ type: 'guard:bytes', received }),
  });
  return body.pipeThrough(counter as ReadableWritablePair<Uint8Array, Uint8Array>);
}

const nativeStreaming = globalThis.WebAssembly?.instantiateStreaming?.bind(WebAssembly);

/** Stands in for `WebAssembly.instantiateStreaming`; on failure it tells the page, which ends this worker. */
async function instantiateStreaming(
  source: Response | PromiseLike<Response>,
  imports?: WebAssembly.Imports,
): Promise<WebAssembly.WebAssemblyInstantiatedSource> {
  const response = await source;
  if (!response.ok || response.body === null) {
    say({ type: 'guard:missing', file: response.url, status: response.status });
    return never;
  }
  try {
    // Servers that do not know wasm send application/octet-stream, which browsers refuse to compile as it comes.
    const isWasm = response.headers.get('Content-Type') === 'application/wasm';
    const headers = isWasm ? response.headers : { 'Content-Type': 'application/wasm' };
    const result = await nativeStreaming(new Response(counted(response.body), { headers }), imports);
    // DuckDB's builds take their memory from outside.
    const given = imports?.['env']?.['memory'];
    memory = given instanceof WebAssembly.Memory ? given : null;
    say({ type: 'guard:compiled' });
    return result;
  } catch (error) {
    if (await mayCompile()) say({ type: 'guard:failed', detail: messageOf(error) });
    else say({ type: 'guard:blocked' });
    return never;
  }
}

async function start(script: string): Promise<void> {
  if (nativeStreaming === undefined || !(await mayCompile())) return say({ type: 'guard:blocked' });
  WebAssembly.instantiateStreaming = instantiateStreaming;
  await import(/* @vite-ignore */ script);
  say({ type: 'guard:listening' });
}

// A failed fetch or import rejects where nobody listens.
scope.addEventListener('unhandledrejection', (event) =>
  say({ type: 'guard:failed', detail: messageOf(event.reason) }),
);

scope.addEventListener('message', (event: MessageEvent<ToGuard>) => {
  const message = event.data;
  if (message.type === 'guard:start') void start(message.script);
  else if (message.type === 'guard:memory?')
    say({ type: 'guard:memory', bytes: memory?.buffer.byteLength ?? 0 });
  else return;
  event.stopImmediatePropagation();
});
