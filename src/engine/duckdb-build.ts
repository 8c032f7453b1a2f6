import ehScript from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import mvpScript from '@duckdb/duckdb-wasm/dist/duckdb-browser-mvp.worker.js?url';
import ehWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import mvpWasm from '@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?url';

/** DuckDB's own files for one kind of browser, served by us. Absolute addresses. */
export interface DuckDbBuild {
  readonly script: string;
  readonly wasm: string;
  /** Size of the WebAssembly after decompression. */
  readonly bytes: number;
}

const absolute = (path: string) => new URL(path, import.meta.url).href;
const eh = { script: absolute(ehScript), wasm: absolute(ehWasm), bytes: __ENGINE_BYTES__.eh };
const mvp = { script: absolute(mvpScript), wasm: absolute(mvpWasm), bytes: __ENGINE_BYTES__.mvp };

/** A function with an empty `try … catch_all`: valid only where WebAssembly has exceptions. */
const exceptionModule = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11,
]);

/** `eh` needs WebAssembly exceptions (browsers since 2021–2022); `mvp` is larger and slower and needs none. */
export function chooseBuild(wasm: Pick<typeof WebAssembly, 'validate'>): DuckDbBuild {
  return wasm.validate(exceptionModule) ? eh : mvp;
}
