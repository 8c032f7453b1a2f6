import type { Table } from 'apache-arrow';
import type { Query } from '../dataset';
import { ColumnStore } from './column-store';
import type { Exclusive, ReadColumns } from './column-store';
import type { Connector } from './connector';
import { EngineError, abortError } from './errors';
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
  /** The connector, once it has started. */
  #live: Connector | null = null;
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
      const connector = await this.#running();
      if (this.#read !== read) throw abortError();
      const session = this.#sessionOf(connector, read);
      try {
        if (!session.store.holds(query.needs)) {
          await this.#keepBudget(session);
          await session.store.ensure(query.needs, signal);
        }
        return await this.#queue.run(
          () => {
            if (this.#read !== read) throw abortError();
            if (this.#session !== session) throw new EngineError('engine_crashed', { detail: 'replaced' });
            return session.connector.query(query.sql, signal);
          },
          priority,
          signal,
        );
      } catch (error) {
        if (signal.aborted || !isLost(error) || attempt === maxAttempts || this.#disposed) throw error;
        this.#drop(connector);
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

  #sessionOf(connector: Connector, read: ReadColumns): Session {
    if (this.#session?.connector !== connector) {
      const exclusive: Exclusive = (task, signal) =>
        this.#queue.run(() => task(connector), loadPriority, signal);
      this.#session = { connector, store: new ColumnStore(read, exclusive) };
    }
    return this.#session;
  }

  #running(): Promise<Connector> {
    if (this.#disposed) return Promise.reject(new EngineError('disposed'));
    if (this.#connector === null) {
      const starting = this.options.start();
      this.#connector = starting;
      starting.then(
        (connector) => (this.#live = connector),
        // What failed to start is tried again by the next query.
        () => (this.#connector = null),
      );
    }
    return this.#connector;
  }

  /** Memory never shrinks: only a new engine returns it. */
  async #keepBudget(session: Session): Promise<void> {
    if ((await session.connector.memoryBytes()) <= this.options.memoryBudget) return;
    this.#drop(session.connector);
    throw new EngineError('engine_crashed', { detail: 'memory budget' });
  }

  #drop(connector: Connector): void {
    connector.close();
    // A newer engine may be running already.
    if (this.#live !== connector) return;
    this.#live = null;
    this.#connector = null;
    this.#session = null;
  }
}

/** A new engine may succeed where this one ended. */
function isLost(error: unknown): boolean {
  return error instanceof EngineError && (error.code === 'engine_crashed' || error.code === 'out_of_memory');
}
