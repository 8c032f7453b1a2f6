import { abortError } from './errors';

interface Waiting {
  readonly priority: () => number;
  readonly start: () => Promise<void>;
}

/** Runs one task at a time, the most urgent first, equal ones in order of arrival. */
export class SerialQueue {
  readonly #waiting: Waiting[] = [];
  #busy = false;

  /**
   * `priority` is asked when a turn comes free, so that it may rise while the task waits. A task whose signal fires
   * while it waits never starts.
   */
  run<T>(task: () => Promise<T>, priority: () => number, signal?: AbortSignal): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (signal?.aborted) return reject(abortError());
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(entry), 1);
        reject(abortError());
      };
      const entry: Waiting = {
        priority,
        start: async () => {
          signal?.removeEventListener('abort', leave);
          try {
            resolve(await task());
          } catch (error) {
            reject(error);
          }
        },
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.push(entry);
      this.#next();
    });
  }

  #next(): void {
    if (this.#busy || this.#waiting.length === 0) return;
    const priorities = this.#waiting.map((entry) => entry.priority());
    const [entry] = this.#waiting.splice(priorities.indexOf(Math.max(...priorities)), 1);
    if (entry === undefined) return;
    this.#busy = true;
    void entry.start().then(() => {
      this.#busy = false;
      this.#next();
    });
  }
}
