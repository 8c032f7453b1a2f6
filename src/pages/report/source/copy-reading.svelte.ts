import type { ReadingFailure, Report } from '../../../reading';
import type { FromReader, ToReader } from './copy-messages';
import { sourceText, type SourceBlock } from './source-text';
import { startReader } from './start-reader';

/**
 * Milliseconds after which a reading is given up. The reader counts its work and ends long before; a file that gets pdf.js
 * to run in circles would never end.
 */
export const LONGEST_READING = 60_000;

/** `crashed`: the reader itself failed, not the file. */
export type CopyFailure = ReadingFailure | 'crashed';

export type Copy =
  | { readonly state: 'none' }
  | { readonly state: 'reading'; readonly name: string }
  | { readonly state: 'failed'; readonly name: string; readonly failure: CopyFailure }
  | {
      readonly state: 'ready';
      readonly name: string;
      readonly report: Report;
      readonly text: readonly SourceBlock[];
    };

/** A copy of the report that the user has: read on the device, in a worker of its own that ends with the reading. */
export class CopyReading {
  now = $state.raw<Copy>({ state: 'none' });
  #worker: Worker | null = null;
  #limit: ReturnType<typeof setTimeout> | undefined;

  open(file: File): void {
    this.close();
    const { name } = file;
    this.now = { state: 'reading', name };
    const worker = startReader();
    worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) => {
      if (data.type === 'read')
        this.#end({ state: 'ready', name, report: data.report, text: sourceText(data.text) });
      else if (data.type === 'refused') this.#end({ state: 'failed', name, failure: data.failure });
    });
    worker.addEventListener('error', () => this.#end({ state: 'failed', name, failure: 'crashed' }));
    worker.postMessage({ file } satisfies ToReader);
    this.#limit = setTimeout(() => this.#end({ state: 'failed', name, failure: 'timeout' }), LONGEST_READING);
    this.#worker = worker;
  }

  /** Stops the reading, or puts the copy away. */
  close(): void {
    this.#end({ state: 'none' });
  }

  #end(now: Copy): void {
    clearTimeout(this.#limit);
    this.#worker?.terminate();
    this.#worker = null;
    this.now = now;
  }
}
