import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { Table } from 'apache-arrow';
import type { RecordBatch } from 'apache-arrow';
import type { Connector } from './connector';
import { chooseBuild } from './duckdb-build';
import type { GuardMessage, MemoryRequest } from './duckdb-messages';
import { EngineError, QueryError, abortError, messageOf } from './errors';

export interface DuckDbOptions {
  /** DuckDB refuses statements that need more. Bytes. */
  readonly memoryLimit: number;
  /** Bytes of the engine's own file received, and its size. */
  readonly onBytes: (received: number, total: number) => void;
  /** All bytes are there; the engine now starts. */
  readonly onCompiled: () => void;
}

/**
 * The engine stays within its files: no extension is loaded from anywhere (a failed load corrupts the engine), and SQL
 * reaches neither files nor hosts.
 */
const settings = (memoryLimit: number) => [
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  `SET memory_limit = '${Math.floor(memoryLimit / 2 ** 20)}MiB'`,
  'SET enable_external_access = false',
];

/**
 * Starts DuckDB in a worker of its own.
 * Rejects with `EngineError` wasm_blocked, engine_missing, engine_failed.
 */
export async function startDuckDb(options: DuckDbOptions): Promise<Connector> {
  // Absent where an administrator or a hardened browser took it away, whatever the types say.
  const wasm = globalThis.WebAssembly as typeof WebAssembly | undefined;
  if (wasm === undefined) throw new EngineError('wasm_blocked');
  const build = chooseBuild(wasm);
  const worker = build.startWorker();
  const guard = new Guard(worker, build.wasm);
  guard.onBytes = (received) => options.onBytes(received, build.bytes);
  guard.onCompiled = options.onCompiled;
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    const connection = await guard.unlessDead(connect(db, build.wasm, options.memoryLimit));
    return new DuckDbConnector(db, connection, guard, options.memoryLimit);
  } catch (error) {
    worker.terminate();
    if (error instanceof EngineError && error.code !== 'engine_crashed') throw error;
    throw new EngineError('engine_failed', { detail: messageOf(error) }, { cause: error });
  }
}

async function connect(db: AsyncDuckDB, wasm: string, memoryLimit: number): Promise<AsyncDuckDBConnection> {
  // The worker's own address is the base of what it fetches.
  await db.instantiate(new URL(wasm, document.baseURI).href);
  await db.open({
    query: { castBigIntToDouble: true, castDecimalToDouble: true, queryPollingInterval: 10 },
  });
  const connection = await db.connect();
  for (const setting of settings(memoryLimit)) await connection.query(setting);
  return connection;
}

/** Hears of everything that DuckDB's own client would wait out in silence. */
class Guard {
  onBytes: (received: number) => void = () => undefined;
  onCompiled: () => void = () => undefined;
  readonly #died: Promise<never>;
  #die: (error: EngineError) => void = () => undefined;
  #answerMemory: ((bytes: number) => void)[] = [];

  constructor(
    private readonly worker: Worker,
    private readonly wasm: string,
  ) {
    this.#died = new Promise<never>((_, reject) => (this.#die = reject));
    // Whoever waits for something hears of it through `unlessDead`; with nobody waiting it is no event.
    this.#died.catch(() => undefined);
    // Before DuckDB's client listens: it warns of messages that it does not know.
    worker.addEventListener('message', (event: MessageEvent<GuardMessage>) => {
      if (!event.data.type.startsWith('guard:')) return;
      event.stopImmediatePropagation();
      this.#hear(event.data);
    });
    worker.addEventListener('error', (event) => {
      // DuckDB's client would forget its calls without answering them.
      event.stopImmediatePropagation();
      this.die(new EngineError('engine_crashed', { detail: event.message ?? '' }));
    });
  }

  die(error: EngineError): void {
    this.#die(error);
  }

  unlessDead<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#died]);
  }

  memoryBytes(): Promise<number> {
    return this.unlessDead(
      new Promise((resolve) => {
        this.#answerMemory.push(resolve);
        this.worker.postMessage({ type: 'guard:memory?' } satisfies MemoryRequest);
      }),
    );
  }

  #hear(message: GuardMessage): void {
    const file = this.wasm.split('/').at(-1) ?? this.wasm;
    if (message.type === 'guard:bytes') this.onBytes(message.received);
    else if (message.type === 'guard:compiled') this.onCompiled();
    else if (message.type === 'guard:memory') this.#answerMemory.shift()?.(message.bytes);
    else if (message.type === 'guard:blocked') this.die(new EngineError('wasm_blocked'));
    else if (message.type === 'guard:missing')
      this.die(new EngineError('engine_missing', { file, status: message.status }));
    else this.die(new EngineError('engine_failed', { detail: message.detail }));
  }
}

class DuckDbConnector implements Connector {
  constructor(
    private readonly db: AsyncDuckDB,
    private readonly connection: AsyncDuckDBConnection,
    private readonly guard: Guard,
    private readonly memoryLimit: number,
  ) {}

  async query(sql: string, signal?: AbortSignal): Promise<Table> {
    if (signal?.aborted) throw abortError();
    // `send` polls in slices, so that the cancelling message gets through; `query` would block the worker to the end.
    const cancel = () => void this.connection.cancelSent();
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await this.guard.unlessDead(this.#send(sql, signal));
    } catch (error) {
      if (signal?.aborted) throw abortError();
      throw this.#classify(error, sql);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  async #send(sql: string, signal?: AbortSignal): Promise<Table> {
    const reader = await this.connection.send(sql);
    const batches: RecordBatch[] = [];
    for await (const batch of reader) {
      if (signal?.aborted) throw abortError();
      batches.push(batch);
    }
    return batches.length === 0 ? new Table(reader.schema) : new Table(batches);
  }

  async insert(table: string, ipc: Uint8Array): Promise<void> {
    const [schema, name] = table.split('.') as [string, string];
    try {
      await this.guard.unlessDead(
        this.connection.insertArrowFromIPCStream(ipc, { schema, name, create: true }),
      );
    } catch (error) {
      throw this.#classify(error, `INSERT INTO ${table}`);
    }
  }

  memoryBytes(): Promise<number> {
    return this.guard.memoryBytes();
  }

  close(): void {
    this.guard.die(new EngineError('engine_crashed', { detail: 'closed' }));
    void this.db.terminate();
  }

  #classify(error: unknown, sql: string): Error {
    if (error instanceof EngineError) return error;
    const detail = messageOf(error);
    if (/out of memory|failed to allocate|allocation failure|bad_alloc/i.test(detail))
      return new EngineError('out_of_memory', { budget: this.memoryLimit }, { cause: error });
    // A trap leaves the engine in an unknown state, and so does DuckDB's own FATAL.
    const isTrap = error instanceof Error && error.name === 'RuntimeError';
    if (
      isTrap ||
      /memory access out of bounds|unreachable|signature mismatch|table index|^FATAL|Aborted\(/.test(detail)
    )
      return new EngineError('engine_crashed', { detail }, { cause: error });
    return new QueryError(sql, detail, { cause: error });
  }
}
