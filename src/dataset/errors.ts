/** Why a dataset cannot be opened, or a record of its sources cannot be used. Each names a message of `i18n`. */
export type DatasetErrorCode =
  | 'index_missing'
  | 'index_invalid'
  | 'unknown_dataset'
  | 'manifest_missing'
  | 'manifest_invalid'
  | 'schema_version'
  | 'file_missing'
  | 'file_truncated'
  | 'fact_invalid';

/** `detail` is data (a path, a field, two versions), not prose. */
export class DatasetError extends Error {
  constructor(
    readonly code: DatasetErrorCode,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'DatasetError';
  }
}
