import { abortError } from './errors';

/** One piece of work that several callers wait for. It is cancelled only when all of them have given up. */
export class SharedFlight<T> {
  readonly #controller = new AbortController();
  readonly #result: Promise<T>;
  #waiting = 0;
  #settled = false;

  constructor(start: (signal: AbortSignal) => Promise<T>) {
    this.#result = start(this.#controller.signal);
    const settle = () => void (this.#settled = true);
    this.#result.then(settle, settle);
  }

  /** Nobody waits any longer: a new caller must start a new flight. */
  get cancelled(): boolean {
    return this.#controller.signal.aborted;
  }

  /** Resolves when the work is done; rejects with `AbortError` as soon as this caller's signal fires. */
  join(signal?: AbortSignal): Promise<T> {
    this.#waiting += 1;
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        this.#waiting -= 1;
        if (this.#waiting === 0 && !this.#settled) this.#controller.abort(abortError());
        reject(abortError());
      };
      if (signal?.aborted) return leave();
      signal?.addEventListener('abort', leave, { once: true });
      const done = () => signal?.removeEventListener('abort', leave);
      this.#result.then(
        (value) => {
          done();
          resolve(value);
        },
        (error: unknown) => {
          done();
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
  }
}
