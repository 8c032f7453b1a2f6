import type { GuardMessage } from './duckdb-messages';

/**
 * Runs in DuckDB's worker before DuckDB's own script, which waits for ever when its file cannot be fetched or
 * compiled, refuses servers that do not know `application/wasm`, and tells nobody how much memory it holds.
 */
const scope = self as unknown as DedicatedWorkerGlobalScope;
let memory: WebAssembly.Memory | null = null;

/** The smallest module: magic number and version. */
const emptyModule = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

function say(message: GuardMessage): void {
  scope.postMessage(message);
}

async function mayCompile(): Promise<boolean> {
  try {
    await WebAssembly.compile(emptyModule);
    return true;
  } catch {
    // Content policy, or a browser hardened against code made at run time.
    return false;
  }
}

function counted(response: Response): ReadableStream<Uint8Array> | null {
  let lastSaid = 0;
  let received = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      received += chunk.byteLength;
      // Chunks arrive by the thousand; a message each would cost more than it tells.
      if (received - lastSaid > 512 << 10) {
        lastSaid = received;
        say({ type: 'guard:bytes', received });
      }
      controller.enqueue(chunk);
    },
    flush: () => say({ type: 'guard:bytes', received }),
  });
  return response.body?.pipeThrough(
    counter as ReadableWritablePair<Uint8Array, BufferSource>,
  ) as ReadableStream<Uint8Array> | null;
}

async function compile(
  source: Response | PromiseLike<Response>,
  imports?: WebAssembly.Imports,
): Promise<WebAssembly.WebAssemblyInstantiatedSource> {
  const response = await source;
  if (!response.ok) {
    say({ type: 'guard:missing', status: response.status });
    return new Promise(() => undefined);
  }
  try {
    // A fresh header: servers that do not know wasm send application/octet-stream, which browsers refuse to stream.
    const wasm = new Response(counted(response), { headers: { 'Content-Type': 'application/wasm' } });
    const result = await nativeStreaming(wasm, imports);
    const held = Object.values(result.instance.exports).find((value) => value instanceof WebAssembly.Memory);
    memory = held ?? null;
    say({ type: 'guard:compiled' });
    return result;
  } catch (error) {
    if (await mayCompile()) say({ type: 'guard:failed', detail: String(error) });
    else say({ type: 'guard:blocked' });
    return new Promise(() => undefined);
  }
}

const nativeStreaming = globalThis.WebAssembly?.instantiateStreaming?.bind(WebAssembly);
if (nativeStreaming === undefined) say({ type: 'guard:blocked' });
else WebAssembly.instantiateStreaming = compile;

// A network failure rejects inside DuckDB's script, where nobody listens.
scope.addEventListener('unhandledrejection', (event) =>
  say({ type: 'guard:failed', detail: String(event.reason) }),
);

scope.addEventListener('message', (event: MessageEvent<{ type?: string }>) => {
  if (event.data.type !== 'guard:memory?') return;
  event.stopImmediatePropagation();
  say({ type: 'guard:memory', bytes: memory?.buffer.byteLength ?? 0 });
});
