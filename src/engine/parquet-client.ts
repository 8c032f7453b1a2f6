import type { ColumnBuffers } from './column-buffers';
import { EngineError, abortError } from './errors';
import type { FromWorker, ReadRequest, ToWorker } from './parquet-messages';

type Request = Omit<ReadRequest, 'answer'>;

export interface ClientOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onBytes?: (received: number, expected: number) => void;
}

interface Pending {
  readonly settle: (message: FromWorker) => void;
  readonly fail: (error: Error) => void;
}

/** The page's side of the Parquet worker. */
export class ParquetClient {
  #worker: Worker | null = null;
  readonly #pending = new Map<number, Pending>();
  #nextId = 0;

  constructor(private readonly startWorker: () => Worker) {}

  /** Loads the worker ahead of the first request. */
  start(): void {
    this.#running();
  }

  async readBuffers(request: Request, options: ClientOptions = {}): Promise<ColumnBuffers[]> {
    const answer = await this.#ask({ ...request, answer: 'buffers' }, options);
    return answer.type === 'buffers' ? answer.columns : [];
  }

  async readIpc(request: Request, options: ClientOptions = {}): Promise<Uint8Array> {
    const answer = await this.#ask({ ...request, answer: 'ipc' }, options);
    return answer.type === 'ipc' ? answer.bytes : new Uint8Array();
  }

  dispose(): void {
    this.#end(new EngineError('disposed'));
  }

  #ask(request: ReadRequest, { signal, onBytes }: ClientOptions): Promise<FromWorker> {
    const worker = this.#running();
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise<FromWorker>((resolve, reject) => {
      if (signal?.aborted) return reject(abortError());
      const cancel = () => {
        worker.postMessage({ type: 'cancel', id } satisfies ToWorker);
        this.#pending.delete(id);
        reject(abortError());
      };
      signal?.addEventListener('abort', cancel, { once: true });
      const end = () => {
        signal?.removeEventListener('abort', cancel);
        this.#pending.delete(id);
      };
      this.#pending.set(id, {
        settle: (message) => {
          if (message.type === 'bytes') return onBytes?.(message.received, message.expected);
          end();
          if (message.type === 'failed') reject(new EngineError(message.code, message.data));
          else if (message.type === 'aborted') reject(abortError());
          else resolve(message);
        },
        fail: (error) => {
          end();
          reject(error);
        },
      });
      worker.postMessage({ type: 'read', id, request } satisfies ToWorker);
    });
  }

  #running(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = this.startWorker();
    worker.addEventListener('message', (event: MessageEvent<FromWorker>) =>
      this.#pending.get(event.data.id)?.settle(event.data),
    );
    // The script could not be loaded, or it died; the next request starts a new worker.
    worker.addEventListener('error', (event) =>
      this.#end(new EngineError('worker_failed', { detail: event.message ?? '' })),
    );
    this.#worker = worker;
    return worker;
  }

  #end(error: Error): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const pending of [...this.#pending.values()]) pending.fail(error);
  }
}
