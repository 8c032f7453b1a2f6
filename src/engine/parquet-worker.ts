import { transferables } from './column-buffers';
import type { ColumnBuffers } from './column-buffers';
import { EngineError, isAbort, messageOf } from './errors';
import type { FromWorker, ReadRequest, ToWorker } from './parquet-messages';
import { ParquetReader } from './parquet-reader';

/** Fetches and decodes Parquet off the main thread. */
const scope = self as unknown as DedicatedWorkerGlobalScope;
const reader = new ParquetReader((url, init) => fetch(url, init));
const running = new Map<number, AbortController>();

scope.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  if (message.type === 'cancel') running.get(message.id)?.abort();
  else void answer(message.id, message.request);
});

async function answer(id: number, request: ReadRequest): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  try {
    const columns = await read(id, request, controller.signal);
    if (request.answer === 'buffers') {
      post({ id, type: 'buffers', columns }, transferables(columns));
      return;
    }
    // Arrow is needed only for tables that go to the database; the first screen does not wait for it.
    const { arrowIpc } = await import('./arrow-table');
    const bytes = arrowIpc(columns) as Uint8Array<ArrayBuffer>;
    post({ id, type: 'ipc', bytes }, [bytes.buffer]);
  } catch (error) {
    if (isAbort(error) || controller.signal.aborted) post({ id, type: 'aborted' });
    else if (error instanceof EngineError) post({ id, type: 'failed', code: error.code, data: error.data });
    else post({ id, type: 'failed', code: 'worker_failed', data: { detail: messageOf(error) } });
  } finally {
    running.delete(id);
  }
}

function read(id: number, request: ReadRequest, signal: AbortSignal): Promise<ColumnBuffers[]> {
  const options = {
    signal,
    onBytes: (received: number, expected: number) => post({ id, type: 'bytes', received, expected }),
  };
  const { files, columns, key } = request;
  if (key === undefined) return reader.readColumns(files, columns, options);
  return reader.readRows(files, columns, key.column, key.value, options);
}

function post(message: FromWorker, transfer: Transferable[] = []): void {
  scope.postMessage(message, transfer);
}
