import type { Table } from 'apache-arrow';
import type { Query } from '../dataset';
import { ByteLru } from './byte-lru';
import { SharedFlight } from './shared-flight';

/** Visible charts go first; what is prepared for later waits. */
export type Priority = 'visible' | 'background';
const urgency: Readonly<Record<Priority, number>> = { visible: 1, background: 0 };

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  /** `visible` when left out. */
  readonly priority?: Priority | undefined;
}

/** Runs a query to its end; `priority` may rise while it waits. */
export type Execute = (query: Query, priority: () => number, signal: AbortSignal) => Promise<Table>;

interface Flight {
  readonly shared: SharedFlight<Table>;
  priority: number;
}

/** Answers equal questions once: from the cache, from the flight under way, or by a new flight. */
export class QueryManager {
  readonly #cache: ByteLru<Table>;
  readonly #flights = new Map<string, Flight>();

  constructor(
    private readonly execute: Execute,
    cacheBytes: number,
  ) {
    this.#cache = new ByteLru(cacheBytes);
  }

  /** `version` names the data: the same SQL over other data is another question. */
  run(version: string, query: Query, { signal, priority = 'visible' }: RunOptions = {}): Promise<Table> {
    const key = `${version}\n${query.sql}`;
    const known = this.#cache.get(key);
    if (known !== undefined) return Promise.resolve(known);
    let flight = this.#flights.get(key);
    if (flight === undefined || flight.shared.cancelled) {
      flight = this.#start(key, query, urgency[priority]);
      this.#flights.set(key, flight);
    }
    flight.priority = Math.max(flight.priority, urgency[priority]);
    return flight.shared.join(signal);
  }

  #start(key: string, query: Query, priority: number): Flight {
    const start = async (signal: AbortSignal): Promise<Table> => {
      try {
        // Asked before the flight exists only in name: `execute` looks at the priority after its first turn.
        const table = await this.execute(query, () => flight.priority, signal);
        this.#cache.set(key, table, tableBytes(table));
        return table;
      } finally {
        if (this.#flights.get(key) === flight) this.#flights.delete(key);
      }
    };
    const flight: Flight = {
      shared: new SharedFlight((signal) => Promise.resolve().then(() => start(signal))),
      priority,
    };
    return flight;
  }
}

export function tableBytes(table: Table): number {
  return table.data.reduce((sum, data) => sum + data.byteLength, 0);
}
