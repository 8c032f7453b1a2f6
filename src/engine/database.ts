import type { Table } from 'apache-arrow';
import type { Query } from '../dataset';
import { ColumnStore } from './column-store';
import type { ReadColumns } from './column-store';
import type { Connector } from './connector';
import { EngineError } from './errors';
import { SerialQueue } from './serial-queue';

export interface DatabaseOptions {
  readonly start: () => Promise<Connector>;
  /** Past this many bytes the engine is replaced before more columns are loaded. */
  readonly memoryBudget: number;
}

/** One engine with the columns of one dataset in it. */
interface Session {
  readonly connector: Connector;
  readonly store: ColumnStore;
}

/** Columns go in before queries run: all queries wait for them anyway. */
const loadPriority = () => Number.POSITIVE_INFINITY;
const maxAttempts = 4;

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

  /** Rejects with `AbortError`, `QueryError` or `EngineError`. */
  async run(query: Query, priority: () => number, signal: AbortSignal): Promise<Table> {
    for (let attempt = 1; ; attempt += 1) {
      const session = await this.#current();
      try {
        if (!session.store.holds(query.needs)) {
          await this.#keepBudget(session);
          await session.store.ensure(query.needs, signal);
        }
        return await this.#queue.run(
          () => {
            if (this.#session !== session) throw new EngineError('engine_crashed', { detail: 'replaced' });
            return session.connector.query(query.sql, signal);
          },
          priority,
          signal,
        );
      } catch (error) {
        if (signal.aborted || !isLost(error) || attempt === maxAttempts || this.#disposed) throw error;
        // Another query may have replaced the engine already; then only this one's turn is lost.
        if (this.#session === session) this.#drop(session.connector);
      }
    }
  }

  /** Ends the engine; queries under way reject with `disposed`. */
  dispose(): void {
    this.#disposed = true;
    void this.#connector?.then(
      (connector) => connector.close(),
      () => undefined,
    );
    this.#connector = null;
    this.#session = null;
  }

  async #current(): Promise<Session> {
    const connector = await this.#running();
    if (this.#read === null) throw new EngineError('dataset_unknown', { id: '' });
    this.#session ??= {
      connector,
      store: new ColumnStore(this.#read, (task, signal) =>
        this.#queue.run(() => task(connector), loadPriority, signal),
      ),
    };
    return this.#session;
  }

  #running(): Promise<Connector> {
    if (this.#disposed) return Promise.reject(new EngineError('disposed'));
    if (this.#connector === null) {
      const starting = this.options.start();
      this.#connector = starting;
      // What failed to start is tried again by the next query.
      starting.catch(() => this.#connector === starting && (this.#connector = null));
    }
    return this.#connector;
  }

  /** Memory never shrinks: only a new engine returns it. */
  async #keepBudget(session: Session): Promise<void> {
    if ((await session.connector.memoryBytes()) <= this.options.memoryBudget) return;
    if (this.#session === session) this.#drop(session.connector);
    throw new EngineError('engine_crashed', { detail: 'memory budget' });
  }

  #drop(connector: Connector): void {
    connector.close();
    this.#connector = null;
    this.#session = null;
  }
}

/** A new engine may succeed where this one ended. */
function isLost(error: unknown): boolean {
  return error instanceof EngineError && (error.code === 'engine_crashed' || error.code === 'out_of_memory');
}
