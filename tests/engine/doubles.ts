import { tableFromArrays } from 'apache-arrow';
import type { Table } from 'apache-arrow';
import type { Connector } from '../../src/engine/connector';
import { EngineError, abortError } from '../../src/engine/errors';

/** A promise that the test settles. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
}

export function deferred<T = void>(): Deferred<T> {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}

/** Lets everything run that waits for nothing but its turn. */
export const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Notes what it is told; answers each statement with its own text. */
export class FakeConnector implements Connector {
  readonly log: string[] = [];
  memory = 0;
  closed = false;
  /** Statements that are answered only when the test says so. */
  readonly held = new Map<string, Deferred<Table>>();

  async query(sql: string, signal?: AbortSignal): Promise<Table> {
    if (this.closed) throw new EngineError('engine_crashed', { detail: 'closed' });
    this.log.push(sql);
    const held = this.held.get(sql);
    if (held === undefined) return tableFromArrays({ sql: [sql] });
    return new Promise<Table>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(abortError()));
      held.promise.then(resolve, reject);
    });
  }

  async insert(table: string, ipc: Uint8Array): Promise<void> {
    this.log.push(`insert ${table} ${new TextDecoder().decode(ipc)}`);
  }

  async memoryBytes(): Promise<number> {
    return this.memory;
  }

  close(): void {
    this.closed = true;
    for (const held of this.held.values())
      held.reject(new EngineError('engine_crashed', { detail: 'closed' }));
  }
}
