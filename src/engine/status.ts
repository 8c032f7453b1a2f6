export const stageNames = ['manifest', 'summary', 'engine', 'instantiate', 'data', 'query'] as const;
/**
 * manifest: which files there are; summary: tables read without the engine; engine: the engine's own files;
 * instantiate: starting it; data: columns; query: statements running.
 */
export type StageName = (typeof stageNames)[number];

export interface Stage {
  readonly state: 'idle' | 'loading' | 'ready' | 'failed';
  /** Bytes received so far, after decompression. */
  readonly bytes: number;
  /** Bytes expected; 0 while unknown. */
  readonly totalBytes: number;
}

export type EngineStatus = Readonly<Record<StageName, Stage>>;

const idle: Stage = { state: 'idle', bytes: 0, totalBytes: 0 };

export const idleStatus = Object.fromEntries(stageNames.map((name) => [name, idle])) as EngineStatus;

/** Where loading stands; each change makes a new object, so that views can compare by identity. */
export class StatusTracker {
  #status = idleStatus;
  readonly #running = new Map<StageName, number>();

  constructor(private readonly onChange: (status: EngineStatus) => void) {}

  get current(): EngineStatus {
    return this.#status;
  }

  set(name: StageName, change: Partial<Stage>): void {
    this.#status = { ...this.#status, [name]: { ...this.#status[name], ...change } };
    this.onChange(this.#status);
  }

  addBytes(name: StageName, bytes: number, totalBytes: number): void {
    const stage = this.#status[name];
    this.set(name, { bytes: stage.bytes + bytes, totalBytes: stage.totalBytes + totalBytes });
  }

  /** Shows the stage as loading while at least one task runs in it, then as ready, or failed when the last one failed. */
  async during<T>(
    name: StageName,
    task: () => Promise<T>,
    isFailure: (error: unknown) => boolean,
  ): Promise<T> {
    this.#running.set(name, (this.#running.get(name) ?? 0) + 1);
    this.set(name, { state: 'loading' });
    let failed = false;
    try {
      return await task();
    } catch (error) {
      failed = isFailure(error);
      throw error;
    } finally {
      const running = (this.#running.get(name) ?? 1) - 1;
      this.#running.set(name, running);
      if (running === 0) this.set(name, { state: failed ? 'failed' : 'ready' });
    }
  }
}
