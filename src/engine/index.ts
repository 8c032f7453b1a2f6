/** DuckDB-WASM in its worker, column loading, query queue, Arrow results. Knows nothing of the screen. */
export type { Table as ArrowTable } from 'apache-arrow';
export { createEngine } from './engine';
export type { Engine, EngineOptions } from './engine';
export { EngineError, QueryError, engineErrorCodes, isAbort } from './errors';
export type { EngineErrorCode, EngineErrorData } from './errors';
export type { Priority, RunOptions } from './query-manager';
export { idleStatus, stageNames } from './status';
export type { EngineStatus, Stage, StageName } from './status';
