import type { Table } from 'apache-arrow';
import type { Query } from '../dataset';
import { ColumnStore } from './column-store';
import type { ReadColumns } from './column-store';
import type { Connector } from './connector';
import { EngineError, abortError } from './errors';
import { SerialQueue } from './serial-queue';

export interface DatabaseOptions {
  readonly start: () => Promise<Connector>;
  /** Past this many bytes the engine is replaced before more columns are loaded. */
  readonly memoryBudget: number;
}

/** One engine, perhaps still on its way, with the columns of one dataset in it. */
interface Session {
  readonly connector: Promise<Connector>;
  readonly store: ColumnStore;
}

/** Columns go in before queries run: all queries wait for them anyway. */
const loadPriority = () => Number.POSITIVE_INFINITY;

/**
 * Keeps an engine running: starts it when first needed, replaces it when it crashed or grew past the budget, and runs
 * the interrupted queries again, so that nobody outside notices.
 */
export class Database {
  readonly #queue = new SerialQueue();
  #connector: Promise<Connector> | null = null;
  #session: Session | null = null;
  #read: ReadColumns | null = null;
  #disposed = false;

  constructor(private readonly options: DatabaseOptions) {}

  /** Makes the columns of another dataset the ones that queries see. */
  use(read: ReadColumns): void {
    this.#read = read;
    const session = this.#session;
    this.#session = null;
    // A failure here is the engine's end, which the next query finds and repairs.
    session?.store.retire(new AbortController().signal).catch(() => this.#drop(session.connector));
  }

  /** Starts the engine ahead of the first query. */
  async warmUp(): Promise<void> {
    await this.#running();
  }

  /** Rejects with `AbortError` (also when another dataset has taken over), `QueryError` or `EngineError`. */
  async run(query: Query, priority: () => number, signal: AbortSignal): Promise<Table> {
    const read = this.#read;
    if (read === null) throw new EngineError('dataset_unknown', { id: '' });
    for (let attempt = 1; ; attempt += 1) {
      const session = this.#sessionFor(read);
      try {
        if (!session.store.holds(query.needs)) {
          await this.#keepBudget(session);
          await session.store.ensure(query.needs, signal);
        }
        return await this.#queue.run(
          async () => {
            const connector = await session.connector;
            if (this.#read !== read) throw abortError();
            if (this.#session !== session) throw new EngineError('engine_crashed', { detail: 'replaced' });
            return connector.query(query.sql, signal);
          },
          priority,
          signal,
        );
      } catch (error) {
        if (signal.aborted || this.#disposed || attempt >= attemptsAfter(error)) throw error;
        if (this.#read !== read) throw abortError();
        this.#drop(session.connector);
      }
    }
  }

  /** Ends the engine; queries from now on reject with `disposed`. */
  dispose(): void {
    this.#disposed = true;
    if (this.#connector !== null) this.#drop(this.#connector);
  }

  /** Columns are read and decoded while the engine is still on its way. */
  #sessionFor(read: ReadColumns): Session {
    const connector = this.#running();
    if (this.#session?.connector !== connector) {
      const store = new ColumnStore(read, (task, signal) =>
        this.#queue.run(async () => task(await connector), loadPriority, signal),
      );
      this.#session = { connector, store };
    }
    return this.#session;
  }

  #running(): Promise<Connector> {
    if (this.#disposed) throw new EngineError('disposed');
    if (this.#connector === null) {
      const starting = this.options.start();
      this.#connector = starting;
      // What failed to start is tried again by the next query.
      starting.catch(() => {
        if (this.#connector === starting) this.#connector = null;
      });
    }
    return this.#connector;
  }

  /** Memory never shrinks: only a new engine returns it. */
  async #keepBudget(session: Session): Promise<void> {
    if (session.store.isEmpty) return;
    const connector = await session.connector;
    if ((await connector.memoryBytes()) > this.options.memoryBudget)
      throw new EngineError('engine_crashed', { detail: 'memory budget' });
  }

  #drop(connector: Promise<Connector>): void {
    connector.then(
      (ended) => ended.close(),
      // It never started.
      () => undefined,
    );
    // A newer engine may be running already.
    if (this.#connector === connector) this.#connector = null;
    if (this.#session?.connector === connector) this.#session = null;
  }
}

/** How often a query may be tried that ended so; a new engine may succeed where the last one ended. */
function attemptsAfter(error: unknown): number {
  if (!(error instanceof EngineError)) return 1;
  // Other queries' columns filled the memory, perhaps; when it was this one, a third time will not help.
  if (error.code === 'out_of_memory') return 2;
  return error.code === 'engine_crashed' ? 4 : 1;
}
