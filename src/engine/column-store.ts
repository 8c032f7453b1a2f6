import type { TableName } from '../dataset';
import type { Connector } from './connector';
import { abortError } from './errors';
import { SharedFlight } from './shared-flight';

export type Needs = Readonly<Partial<Record<TableName, readonly string[]>>>;

/** Reads columns of a table as an Arrow IPC stream. */
export type ReadColumns = (
  table: TableName,
  columns: readonly string[],
  signal: AbortSignal,
) => Promise<Uint8Array>;

/** Runs a task that has the connector to itself. */
export type Exclusive = (task: (connector: Connector) => Promise<void>, signal: AbortSignal) => Promise<void>;

interface TableState {
  readonly held: Set<string>;
  readonly flights: Map<string, SharedFlight<void>>;
}

/**
 * Which columns of one dataset one database holds. Missing ones are read once, however many ask, and joined to the
 * table by position: all columns of a table are read in the same row order.
 */
export class ColumnStore {
  readonly #tables = new Map<TableName, TableState>();
  #batches = 0;
  #retired = false;

  constructor(
    private readonly read: ReadColumns,
    private readonly exclusive: Exclusive,
  ) {}

  get isEmpty(): boolean {
    return [...this.#tables.values()].every(({ held }) => held.size === 0);
  }

  holds(needs: Needs): boolean {
    return entriesOf(needs).every(([table, columns]) => {
      const held = this.#tables.get(table)?.held;
      return held !== undefined && held.size > 0 && columns.every((column) => held.has(column));
    });
  }

  /** Resolves when all columns are in the database. */
  async ensure(needs: Needs, signal: AbortSignal): Promise<void> {
    await Promise.all(entriesOf(needs).map(([table, columns]) => this.#ensureTable(table, columns, signal)));
  }

  /** Another dataset takes the database: drops all tables. Loads that are still under way end without effect. */
  retire(signal: AbortSignal): Promise<void> {
    this.#retired = true;
    return this.exclusive(async (connector) => {
      for (const [table, { held }] of this.#tables)
        if (held.size > 0) await connector.query(`DROP TABLE ${quote(table)}`);
      this.#tables.clear();
    }, signal);
  }

  async #ensureTable(table: TableName, columns: readonly string[], signal: AbortSignal): Promise<void> {
    const state = this.#state(table);
    const missing = columns.filter((column) => !state.held.has(column));
    const unasked = missing.filter((column) => state.flights.get(column)?.cancelled !== false);
    if (unasked.length > 0) {
      const flight = new SharedFlight((flightSignal) => this.#load(table, unasked, flightSignal));
      for (const column of unasked) state.flights.set(column, flight);
    }
    const flights = new Set(missing.flatMap((column) => state.flights.get(column) ?? []));
    try {
      await Promise.all([...flights].map((flight) => flight.join(signal)));
    } finally {
      for (const column of missing)
        if (state.held.has(column) || flights.has(state.flights.get(column)!)) state.flights.delete(column);
    }
  }

  async #load(table: TableName, columns: readonly string[], signal: AbortSignal): Promise<void> {
    const ipc = await this.read(table, columns, signal);
    await this.exclusive(async (connector) => {
      if (this.#retired) throw abortError();
      const { held } = this.#state(table);
      const batch = `${table}__${(this.#batches += 1)}`;
      await connector.insert(batch, ipc);
      for (const sql of mergeStatements(table, batch, held.size === 0)) await connector.query(sql);
      for (const column of columns) held.add(column);
    }, signal);
  }

  #state(table: TableName): TableState {
    let state = this.#tables.get(table);
    if (state === undefined) {
      state = { held: new Set(), flights: new Map() };
      this.#tables.set(table, state);
    }
    return state;
  }
}

/** What turns a batch of columns into the table, or into more columns of it. */
export function mergeStatements(table: string, batch: string, isFirst: boolean): readonly string[] {
  if (isFirst) return [`ALTER TABLE ${quote(batch)} RENAME TO ${quote(table)}`];
  return [
    `CREATE OR REPLACE TABLE ${quote(table)} AS SELECT * FROM ${quote(table)} POSITIONAL JOIN ${quote(batch)}`,
    `DROP TABLE ${quote(batch)}`,
  ];
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

function entriesOf(needs: Needs): [TableName, readonly string[]][] {
  return Object.entries(needs) as [TableName, readonly string[]][];
}
