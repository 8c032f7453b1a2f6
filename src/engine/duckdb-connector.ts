import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { Table } from 'apache-arrow';
import type { RecordBatch } from 'apache-arrow';
import type { Connector } from './connector';
import { chooseBuild } from './duckdb-build';
import { DuckDbGuard } from './duckdb-guard';
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
 * A statement that finds nothing in a huge product of tables never comes back to look for the cancelling message. Then
 * only the end of its engine stops it. Milliseconds.
 */
const cancelPatience = 2000;

/**
 * Starts DuckDB in a worker of its own.
 * Rejects with `EngineError` wasm_blocked, engine_missing, engine_failed.
 */
export async function startDuckDb(options: DuckDbOptions): Promise<Connector> {
  // Absent where an administrator or a hardened browser took it away, whatever the types say.
  const wasm = globalThis.WebAssembly as typeof WebAssembly | undefined;
  if (wasm === undefined) throw new EngineError('wasm_blocked');
  const build = chooseBuild(wasm);
  const worker = new Worker(new URL('./duckdb-worker.ts', import.meta.url), {
    type: 'module',
    name: 'duckdb',
  });
  const guard = new DuckDbGuard(worker, {
    onBytes: (received) => options.onBytes(received, build.bytes),
    onCompiled: options.onCompiled,
  });
  try {
    await guard.start(build.script);
    const db = new AsyncDuckDB(new VoidLogger(), worker);
    const connection = await guard.unlessDead(connect(db, build.wasm, options.memoryLimit));
    return new DuckDbConnector(db, connection, guard, options.memoryLimit);
  } catch (error) {
    worker.terminate();
    if (error instanceof EngineError && error.code !== 'engine_crashed') throw error;
    throw new EngineError('engine_failed', { detail: messageOf(error) }, { cause: error });
  }
}

async function connect(db: AsyncDuckDB, wasm: string, memoryLimit: number): Promise<AsyncDuckDBConnection> {
  await db.instantiate(wasm);
  await db.open({
    query: { castBigIntToDouble: true, castDecimalToDouble: true, queryPollingInterval: 10 },
  });
  const connection = await db.connect();
  for (const setting of settings(memoryLimit)) await connection.query(setting);
  return connection;
}

class DuckDbConnector implements Connector {
  constructor(
    private readonly db: AsyncDuckDB,
    private readonly connection: AsyncDuckDBConnection,
    private readonly guard: DuckDbGuard,
    private readonly memoryLimit: number,
  ) {}

  async query(sql: string, signal?: AbortSignal): Promise<Table> {
    if (signal?.aborted) throw abortError();
    // `send` polls in slices, so that the cancelling message gets through; `query` would block the worker to the end.
    let patience: ReturnType<typeof setTimeout> | undefined;
    const cancel = () => {
      void this.connection.cancelSent();
      patience = setTimeout(() => this.close(), cancelPatience);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await this.guard.unlessDead(this.#send(sql, signal));
    } catch (error) {
      if (signal?.aborted) throw abortError();
      throw this.#classify(error, sql);
    } finally {
      clearTimeout(patience);
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
    try {
      await this.guard.unlessDead(
        this.connection.insertArrowFromIPCStream(ipc, { name: table, create: true }),
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
