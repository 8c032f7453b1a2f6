/** Every way in which data or engine can fail; each has a message in every language under the same code. */
export const engineErrorCodes = [
  'index_missing',
  'index_broken',
  'dataset_unknown',
  'manifest_missing',
  'manifest_broken',
  'schema_version',
  'table_missing',
  'column_missing',
  'file_missing',
  'file_refused',
  'file_truncated',
  'file_changed',
  'file_not_parquet',
  'file_unsupported',
  'file_broken',
  'network',
  'wasm_blocked',
  'engine_missing',
  'engine_failed',
  'engine_crashed',
  'out_of_memory',
  'worker_failed',
  'query_failed',
  'disposed',
] as const;
export type EngineErrorCode = (typeof engineErrorCodes)[number];

/** Facts that fill the placeholders of the message: file, status, expected, found, … */
export type EngineErrorData = Readonly<Record<string, string | number>>;

export class EngineError extends Error {
  override readonly name: string = 'EngineError';

  constructor(
    readonly code: EngineErrorCode,
    readonly data: EngineErrorData = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(data)}`, options);
  }
}

/** The engine refused or failed to run a statement; `sql` is the statement. */
export class QueryError extends EngineError {
  override readonly name = 'QueryError';

  constructor(
    readonly sql: string,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super('query_failed', { detail, sql }, options);
  }
}

/** Whether the caller itself gave up, by `AbortSignal`: nothing to tell the user. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

export function abortError(): DOMException {
  return new DOMException('The caller gave up.', 'AbortError');
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
