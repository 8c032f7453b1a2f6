/** Most operators of a page, which has some thousands, and of all pages. */
const PAGE_OPERATORS = 100_000;
const ALL_OPERATORS = 600_000;
/** Operators that drawing a form counts as, and bytes of it for which it counts as one more. */
const FORM_OPERATORS = 10;
const FORM_BYTES = 500;
/** Most states that are saved in one another: pdf.js looks through all of them at every operator. */
const DEEPEST = 1_000;

type Listener = (event: { readonly data: unknown }) => void;

/** Part of what a page draws, on its way to whoever asked for it. */
interface Drawn {
  readonly chunk: {
    readonly length: number;
    readonly fnArray: readonly number[];
    readonly argsArray: readonly unknown[];
  };
}

const isDrawn = (message: unknown): message is Drawn => {
  if (typeof message !== 'object' || message === null || !('chunk' in message)) return false;
  const { chunk } = message;
  return typeof chunk === 'object' && chunk !== null && 'fnArray' in chunk && 'length' in chunk;
};

/**
 * Joins the two halves of pdf.js in one thread. pdf.js cannot be interrupted, and a page of few bytes may draw forms
 * that draw forms without end: this counts what it draws, and takes no more once that is too much.
 */
export class CountingPort {
  readonly #listeners = new Set<Listener>();
  #ofPage = 0;
  #ofAll = 0;

  #depth = 0;

  /**
   * @param ops numbers of the operators of pdf.js by name
   * @param form bytes of the largest form
   * @param stop called once when there is too much
   */
  constructor(
    readonly ops: Readonly<Record<string, number>>,
    readonly form: number,
    readonly stop: () => void,
  ) {}

  /** Begins to count another page. */
  nextPage(): void {
    this.#ofPage = 0;
    this.#depth = 0;
  }

  #count({ length, fnArray }: Drawn['chunk']): void {
    const isFull = (): boolean =>
      this.#ofPage > PAGE_OPERATORS || this.#ofAll > ALL_OPERATORS || this.#depth > DEEPEST;
    const wasFull = isFull();
    let operators = length;
    for (const operator of fnArray) {
      if (operator === this.ops['save']) this.#depth++;
      else if (operator === this.ops['restore']) this.#depth = Math.max(0, this.#depth - 1);
      else if (operator === this.ops['paintFormXObjectBegin'])
        operators += FORM_OPERATORS + Math.floor(this.form / FORM_BYTES);
    }
    this.#ofPage += operators;
    this.#ofAll += operators;
    if (isFull() && !wasFull) this.stop();
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    let data = message;
    if (isDrawn(message)) {
      this.#count(message.chunk);
      // What the lists hold is only read; the lists themselves are used again.
      const { fnArray, argsArray } = message.chunk;
      data = { ...message, chunk: { ...message.chunk, fnArray: [...fnArray], argsArray: [...argsArray] } };
    } else data = structuredClone(message, { transfer });
    void Promise.resolve().then(() => {
      for (const listener of this.#listeners) listener({ data });
    });
  }

  addEventListener(_name: string, listener: Listener, options?: { readonly signal?: AbortSignal }): void {
    this.#listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }

  terminate(): void {
    this.#listeners.clear();
  }
}
