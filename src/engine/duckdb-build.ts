import ehWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import mvpWasm from '@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?url';

export interface DuckDbBuild {
  readonly name: 'eh' | 'mvp';
  readonly wasm: string;
  /** Size after decompression. */
  readonly bytes: number;
  readonly startWorker: () => Worker;
}

const eh: DuckDbBuild = {
  name: 'eh',
  wasm: ehWasm,
  bytes: __ENGINE_BYTES__.eh,
  startWorker: () =>
    new Worker(new URL('./duckdb-worker-eh.ts', import.meta.url), { type: 'module', name: 'duckdb' }),
};

const mvp: DuckDbBuild = {
  name: 'mvp',
  wasm: mvpWasm,
  bytes: __ENGINE_BYTES__.mvp,
  startWorker: () =>
    new Worker(new URL('./duckdb-worker-mvp.ts', import.meta.url), { type: 'module', name: 'duckdb' }),
};

/** A function with an empty `try … catch_all`: valid only where WebAssembly has exceptions. */
const exceptionModule = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11,
]);

/** `eh` needs WebAssembly exceptions (browsers since 2021–2022); `mvp` is larger and slower and needs none. */
export function chooseBuild(wasm: Pick<typeof WebAssembly, 'validate'>): DuckDbBuild {
  return wasm.validate(exceptionModule) ? eh : mvp;
}
