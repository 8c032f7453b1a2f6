import type { Table } from 'apache-arrow';
import type { Manifest, Query, TableEntry, TableName } from '../dataset';
import { arrowTable } from './arrow-table';
import type { ColumnRequest } from './column-buffers';
import { Database } from './database';
import { EngineError, abortError, isAbort } from './errors';
import type { RemoteFile } from './fetch-range';
import { fetchDatasetIndex, fetchManifest } from './manifest-source';
import { ParquetClient } from './parquet-client';
import { QueryManager } from './query-manager';
import type { RunOptions } from './query-manager';
import { StatusTracker } from './status';
import type { EngineStatus, StageName } from './status';

export interface EngineOptions {
  /** Folder that holds `data/`; absolute, or relative to the page. */
  readonly baseUrl: string;
  readonly onStatus?: (status: EngineStatus) => void;
  /** Bytes that DuckDB may hold before it is replaced by a fresh one; 1 GiB when left out. */
  readonly memoryBudget?: number;
}

interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface Engine {
  /** Ids of the datasets of this site; the first one opens by itself. */
  listDatasets(options?: ReadOptions): Promise<readonly string[]>;
  /** What a dataset is, without opening it. */
  readManifest(id: string, options?: ReadOptions): Promise<Manifest>;
  /** Fetches the manifest and makes the dataset the one that all other calls read. The latest call wins over earlier ones. */
  openDataset(id: string, options?: ReadOptions): Promise<Manifest>;
  /** A whole table or some of its columns, without the query engine: for what the first screen shows. */
  readTable(table: TableName, columns?: readonly string[], options?: ReadOptions): Promise<Table>;
  /** The rows in which `keyColumn` is `key`, without the query engine; fetches only the row groups that may hold them. */
  readRows(table: TableName, keyColumn: string, key: string | number, options?: ReadOptions): Promise<Table>;
  /** Loads the columns that are missing and runs the statement. Whole numbers and sums come as JavaScript numbers. */
  run(query: Query, options?: RunOptions): Promise<Table>;
  readonly status: EngineStatus;
  /** Ends the workers and frees their memory. */
  dispose(): void;
}

const gibibyte = 2 ** 30;
const resultCacheBytes = 64 << 20;

/** All calls reject with `AbortError` when their signal fires, else with `EngineError` or its `QueryError`. */
export function createEngine(options: EngineOptions): Engine {
  return new BrowserEngine(options);
}

class BrowserEngine implements Engine {
  readonly #dataUrl: string;
  readonly #status: StatusTracker;
  readonly #parquet = new ParquetClient(
    () => new Worker(new URL('./parquet-worker.ts', import.meta.url), { type: 'module', name: 'parquet' }),
  );
  readonly #database: Database;
  readonly #queries: QueryManager;
  #manifest: Manifest | null = null;
  #opening = 0;
  #warm = false;

  constructor({ baseUrl, onStatus = () => undefined, memoryBudget = gibibyte }: EngineOptions) {
    this.#dataUrl = new URL('data/', new URL(baseUrl, document.baseURI)).href;
    this.#status = new StatusTracker(onStatus);
    this.#database = new Database({ start: () => this.#startDuckDb(memoryBudget), memoryBudget });
    this.#queries = new QueryManager(
      (query, priority, signal) => this.#during('query', () => this.#database.run(query, priority, signal)),
      resultCacheBytes,
    );
  }

  get status(): EngineStatus {
    return this.#status.current;
  }

  listDatasets({ signal }: ReadOptions = {}): Promise<readonly string[]> {
    return fetchDatasetIndex(this.#dataUrl, signal);
  }

  readManifest(id: string, { signal }: ReadOptions = {}): Promise<Manifest> {
    return fetchManifest(this.#dataUrl, id, signal);
  }

  async openDataset(id: string, { signal }: ReadOptions = {}): Promise<Manifest> {
    const turn = (this.#opening += 1);
    // The worker's script comes along with the manifest, not after it.
    this.#parquet.start();
    const manifest = await this.#during('manifest', () => fetchManifest(this.#dataUrl, id, signal));
    if (turn !== this.#opening) throw abortError();
    this.#manifest = manifest;
    this.#database.use((table, columns, loadSignal) =>
      this.#during('data', () =>
        this.#parquet.readIpc(this.#request(manifest, table, columns), this.#counting('data', loadSignal)),
      ),
    );
    return manifest;
  }

  async readTable(
    table: TableName,
    columns?: readonly string[],
    { signal }: ReadOptions = {},
  ): Promise<Table> {
    const manifest = this.#opened();
    const buffers = await this.#during('summary', () =>
      this.#parquet.readBuffers(this.#request(manifest, table, columns), this.#counting('summary', signal)),
    );
    this.#warmUpInIdle();
    return arrowTable(buffers);
  }

  async readRows(
    table: TableName,
    keyColumn: string,
    key: string | number,
    { signal }: ReadOptions = {},
  ): Promise<Table> {
    const request = { ...this.#request(this.#opened(), table), key: { column: keyColumn, value: key } };
    return arrowTable(
      await this.#during('data', () => this.#parquet.readBuffers(request, this.#counting('data', signal))),
    );
  }

  async run(query: Query, options?: RunOptions): Promise<Table> {
    const { id, version } = this.#opened();
    return this.#queries.run(`${id}@${version}`, query, options);
  }

  dispose(): void {
    this.#parquet.dispose();
    this.#database.dispose();
  }

  #opened(): Manifest {
    if (this.#manifest === null) throw new EngineError('dataset_unknown', { id: '' });
    return this.#manifest;
  }

  #request(manifest: Manifest, table: TableName, names?: readonly string[]) {
    const entry = (manifest.tables as Partial<Record<string, TableEntry>>)[table];
    if (entry === undefined) throw new EngineError('table_missing', { table, id: manifest.id });
    const folder = `${this.#dataUrl}${encodeURIComponent(manifest.id)}/`;
    // The hash in the address keeps caches from mixing versions of a file.
    const files = entry.files.map((file): RemoteFile => ({
      ...file,
      path: `${manifest.id}/${file.path}`,
      url: `${folder}${file.path}?v=${file.sha256.slice(0, 12)}`,
    }));
    return { files, columns: chooseColumns(entry, table, names) };
  }

  /** The engine is 6 MB or more on the wire: it starts once the first screen stands and the browser has time. */
  #warmUpInIdle(): void {
    if (this.#warm) return;
    this.#warm = true;
    const start = () =>
      // A failure shows in the status, and again in the first query that needs the engine.
      void this.#database.warmUp().catch((error: unknown) => isAbort(error));
    if ('requestIdleCallback' in globalThis) requestIdleCallback(start, { timeout: 2000 });
    else setTimeout(start, 200);
  }

  async #startDuckDb(memoryLimit: number) {
    this.#status.set('engine', { state: 'loading', bytes: 0 });
    this.#status.set('instantiate', { state: 'idle' });
    try {
      const { startDuckDb } = await import('./duckdb-connector');
      const connector = await startDuckDb({
        memoryLimit,
        onBytes: (bytes, totalBytes) => this.#status.set('engine', { bytes, totalBytes }),
        onCompiled: () => {
          this.#status.set('engine', { state: 'ready' });
          this.#status.set('instantiate', { state: 'loading' });
        },
      });
      this.#status.set('instantiate', { state: 'ready' });
      return connector;
    } catch (error) {
      const stage = this.status.engine.state === 'ready' ? 'instantiate' : 'engine';
      this.#status.set(stage, { state: 'failed' });
      throw error;
    }
  }

  #counting(stage: StageName, signal?: AbortSignal) {
    return {
      signal,
      onBytes: (received: number, expected: number) => this.#status.addBytes(stage, received, expected),
    };
  }

  #during<T>(stage: StageName, task: () => Promise<T>): Promise<T> {
    return this.#status.during(stage, task, (error) => !isAbort(error));
  }
}

function chooseColumns(
  entry: TableEntry,
  table: TableName,
  names?: readonly string[],
): readonly ColumnRequest[] {
  if (names === undefined) return entry.columns;
  const known = new Map(entry.columns.map((column) => [column.name, column]));
  return names.map((name) => {
    const column = known.get(name);
    if (column === undefined) throw new EngineError('column_missing', { file: table, column: name });
    return column;
  });
}
