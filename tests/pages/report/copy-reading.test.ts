import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CopyReading, LONGEST_READING } from '../../../src/pages/report/source/copy-reading.svelte';

/** A worker that is told what to do and never does it. */
class StuckWorker extends EventTarget {
  static readonly all: StuckWorker[] = [];
  isEnded = false;

  constructor() {
    super();
    StuckWorker.all.push(this);
  }

  postMessage(): void {}

  terminate(): void {
    this.isEnded = true;
  }
}

describe('a copy whose reading does not end', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('Worker', StuckWorker);
    StuckWorker.all.length = 0;
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  const file = new File(['x'], 'x.pdf');

  it('is given up with words, and its worker is ended', () => {
    const copy = new CopyReading();
    copy.open(file);
    vi.advanceTimersByTime(LONGEST_READING - 1);
    expect(copy.now).toEqual({ state: 'reading', name: 'x.pdf' });
    vi.advanceTimersByTime(1);
    expect(copy.now).toEqual({ state: 'failed', name: 'x.pdf', failure: 'timeout' });
    expect(StuckWorker.all.map((it) => it.isEnded)).toEqual([true]);
  });

  it('has its whole time when it follows another', () => {
    const copy = new CopyReading();
    copy.open(file);
    vi.advanceTimersByTime(LONGEST_READING - 1);
    copy.open(file);
    vi.advanceTimersByTime(LONGEST_READING - 1);
    expect(copy.now).toMatchObject({ state: 'reading' });
    copy.close();
    vi.advanceTimersByTime(LONGEST_READING);
    expect(copy.now).toEqual({ state: 'none' });
  });
});
