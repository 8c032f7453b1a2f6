import type { Table } from 'apache-arrow';

/** What the rest of the engine needs of a database, so that another one can take DuckDB's place. One call at a time. */
export interface Connector {
  /**
   * Runs one statement. Rejects with `AbortError` soon after the signal fires, `QueryError` when the statement fails,
   * `EngineError` `engine_crashed` or `out_of_memory` when the database must be replaced.
   */
  query(sql: string, signal?: AbortSignal): Promise<Table>;
  /** Creates the table from an Arrow IPC stream. The bytes are handed over and are empty afterwards. */
  insert(table: string, ipc: Uint8Array): Promise<void>;
  /** Bytes that the database holds of the tab's memory; it never gives any back. */
  memoryBytes(): Promise<number>;
  /** Ends the database and frees its memory; calls in flight reject with `engine_crashed`. */
  close(): void;
}
