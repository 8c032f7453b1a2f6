import type { ColumnBuffers, ColumnRequest } from './column-buffers';
import type { EngineErrorCode, EngineErrorData } from './errors';
import type { RemoteFile } from './fetch-range';

/** What the worker is asked: columns as buffers, columns as Arrow IPC, or the rows of one key as buffers. */
export interface ReadRequest {
  readonly files: readonly RemoteFile[];
  readonly columns: readonly ColumnRequest[];
  readonly answer: 'buffers' | 'ipc';
  readonly key?: { readonly column: string; readonly value: string | number };
}

export type ToWorker =
  | { readonly type: 'read'; readonly id: number; readonly request: ReadRequest }
  | { readonly type: 'cancel'; readonly id: number };

export type FromWorker = { readonly id: number } & (
  | { readonly type: 'bytes'; readonly received: number; readonly expected: number }
  | { readonly type: 'buffers'; readonly columns: ColumnBuffers[] }
  | { readonly type: 'ipc'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'aborted' }
  | { readonly type: 'failed'; readonly code: EngineErrorCode; readonly data: EngineErrorData }
);
