import { extname } from 'node:path';
import type { Outcome } from '../reading';
import { oneLine } from './one-line';

/** Files between two lines of progress where nobody sees a line change. */
const STEP = 100;

/** Counts what became of files, and says so on standard error: while many are read, and at the end. */
export class ReadingSummary {
  #files = 0;
  #clean = 0;
  #problems = 0;
  readonly #refused = new Map<string, number>();
  readonly #formats = new Map<string, number>();
  readonly #forms = new Map<string, number>();

  /** @param all how many files there are to read */
  constructor(
    readonly all: number,
    readonly screen: { readonly isTTY?: boolean; write(text: string): unknown },
  ) {}

  /** One more file is done, whatever it held. */
  file(): void {
    this.#files++;
    if (this.all < 2) return;
    if (this.screen.isTTY) this.screen.write(`\r${this.#files} of ${this.all} files`);
    else if (this.#files % STEP === 0) this.screen.write(`${this.#files} of ${this.all} files\n`);
  }

  /** Ends the changing line, so that a message can follow. */
  clear(): void {
    if (this.all > 1 && this.screen.isTTY) this.screen.write('\r\u001b[K');
  }

  outcome(outcome: Outcome): void {
    if ('error' in outcome) {
      this.refuse(outcome.error.failure);
      return;
    }
    const { source, forms, statistical_table: statistics, problems } = outcome.report;
    if (problems.length > 0) this.#problems++;
    else this.#clean++;
    count(this.#formats, oneLine(extname(source).slice(1).toLowerCase()) || 'no extension');
    count(this.#forms, forms.t3 ?? forms.t2 ?? (statistics ? 'statistical table' : 'prose only'));
  }

  refuse(reason: string): void {
    count(this.#refused, reason);
  }

  get refused(): number {
    return [...this.#refused.values()].reduce((sum, n) => sum + n, 0);
  }

  end(): void {
    this.clear();
    const read = this.#clean + this.#problems;
    if (this.all < 2 && read < 2) return;
    const lines = [
      `${read} reports read from ${this.#files} files, ${this.#problems} of them with problems; ${this.refused} refused`,
      listed('refused', this.#refused),
      listed('formats', this.#formats),
      listed('forms', this.#forms),
    ];
    this.screen.write(lines.filter((line) => line !== '').join('\n') + '\n');
  }
}

const count = (counts: Map<string, number>, key: string): unknown =>
  counts.set(key, (counts.get(key) ?? 0) + 1);

const listed = (what: string, counts: ReadonlyMap<string, number>): string =>
  counts.size === 0
    ? ''
    : `  ${what}: ${[...counts]
        .sort((a, b) => b[1] - a[1])
        .map(([key, n]) => `${key} ${n}`)
        .join(', ')}`;
