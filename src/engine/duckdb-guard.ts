import type { FromGuard, ToGuard } from './duckdb-messages';
import { EngineError } from './errors';

export interface GuardEvents {
  /** Bytes of the engine's WebAssembly received. */
  readonly onBytes: (received: number) => void;
  /** The WebAssembly is there and compiled. */
  readonly onCompiled: () => void;
}

/**
 * The page's side of our part of DuckDB's worker: hears of everything that DuckDB's own client would wait out in
 * silence. Must listen before that client does, which warns of messages that it does not know.
 */
export class DuckDbGuard {
  readonly #died: Promise<never>;
  #die: (error: EngineError) => void = () => undefined;
  #listening: () => void = () => undefined;
  readonly #memoryAnswers: ((bytes: number) => void)[] = [];

  constructor(
    private readonly worker: Worker,
    private readonly events: GuardEvents,
  ) {
    this.#died = new Promise<never>((_, reject) => (this.#die = reject));
    // Whoever waits for something hears of it through `unlessDead`; with nobody waiting it is no event.
    this.#died.catch(() => undefined);
    worker.addEventListener('message', (event: MessageEvent<FromGuard>) => {
      if (!event.data.type.startsWith('guard:')) return;
      event.stopImmediatePropagation();
      this.#hear(event.data);
    });
    worker.addEventListener('error', (event) => {
      // DuckDB's client would forget its calls without answering them.
      event.stopImmediatePropagation();
      this.die(new EngineError('engine_crashed', { detail: event.message ?? '' }));
    });
  }

  /** Resolves when DuckDB's script listens for messages. */
  start(script: string): Promise<void> {
    this.#ask({ type: 'guard:start', script });
    return this.unlessDead(new Promise((resolve) => (this.#listening = resolve)));
  }

  memoryBytes(): Promise<number> {
    this.#ask({ type: 'guard:memory?' });
    return this.unlessDead(new Promise((resolve) => this.#memoryAnswers.push(resolve)));
  }

  /** Ends every wait with the error, those to come too. */
  die(error: EngineError): void {
    this.#die(error);
  }

  unlessDead<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#died]);
  }

  #ask(message: ToGuard): void {
    this.worker.postMessage(message);
  }

  #hear(message: FromGuard): void {
    if (message.type === 'guard:listening') this.#listening();
    else if (message.type === 'guard:bytes') this.events.onBytes(message.received);
    else if (message.type === 'guard:compiled') this.events.onCompiled();
    else if (message.type === 'guard:memory') this.#memoryAnswers.shift()?.(message.bytes);
    else if (message.type === 'guard:blocked') this.die(new EngineError('wasm_blocked'));
    else if (message.type === 'guard:missing')
      this.die(
        new EngineError('engine_missing', {
          file: message.file.split('/').at(-1) ?? '',
          status: message.status,
        }),
      );
    else this.die(new EngineError('engine_failed', { detail: message.detail }));
  }
}
