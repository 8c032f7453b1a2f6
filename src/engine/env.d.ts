/** Sizes of DuckDB's WebAssembly files; filled in by vite.config.ts. */
declare const __ENGINE_BYTES__: { readonly eh: number; readonly mvp: number };
