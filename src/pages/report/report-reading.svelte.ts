import type { Table } from 'apache-arrow';
import { isAbort, type Engine } from '../../engine';
import type { Manifest } from '../../dataset';
import { readFiledYears, type FiledYear } from './filed-years';
import { parsers, type PartName, type Records } from './records';

export type Part<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'ready'; readonly rows: T };

type Parts = { readonly [Name in PartName]: Part<Records[Name]> };

const loading = { state: 'loading' } as const;
const names = Object.keys(parsers) as PartName[];
const nothingYet = Object.fromEntries(names.map((name) => [name, loading])) as Parts;

export const rowsIn = <T>(part: Part<readonly T[]>): readonly T[] =>
  part.state === 'ready' ? part.rows : [];

/** One report as it arrives: every table for itself, so that one that fails takes nothing else with it. */
export class ReportReading {
  parts = $state.raw<Parts>(nothingYet);
  /** The reports of the same agency, this one included. */
  filed = $state.raw<Part<readonly FiledYear[]>>(loading);

  /** Reads a report anew; returns the way to give up. */
  load(engine: Engine, manifest: Manifest, id: string): () => void {
    const abort = new AbortController();
    this.parts = nothingYet;
    this.filed = loading;
    const reads = names.map((name) => this.#read(engine, name, id, abort.signal));
    void Promise.all(reads).then(() => this.#readFiled(engine, manifest, abort.signal));
    return () => abort.abort();
  }

  async #read<Name extends PartName>(
    engine: Engine,
    name: Name,
    id: string,
    signal: AbortSignal,
  ): Promise<void> {
    const parse = parsers[name] as (table: Table) => Records[Name];
    const part = await settled(engine.readRows(name, 'report_id', id, { signal }).then(parse), signal);
    if (part) this.parts = { ...this.parts, [name]: part };
  }

  async #readFiled(engine: Engine, manifest: Manifest, signal: AbortSignal): Promise<void> {
    const [report] = rowsIn(this.parts.reports);
    if (!report || signal.aborted) return;
    const part = await settled(readFiledYears(engine, manifest, report.agencyId, signal), signal);
    if (part) this.filed = part;
  }
}

/** What came of a task; null when it was given up. */
async function settled<T>(task: Promise<T>, signal: AbortSignal): Promise<Part<T> | null> {
  try {
    const rows = await task;
    return signal.aborted ? null : { state: 'ready', rows };
  } catch (error) {
    return signal.aborted || isAbort(error) ? null : { state: 'failed', error };
  }
}
