import './duckdb-guard';
import '@duckdb/duckdb-wasm/dist/duckdb-browser-mvp.worker.js';
