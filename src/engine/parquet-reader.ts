import { parquetMetadataAsync, parquetRead } from 'hyparquet';
import type { FileMetaData } from 'hyparquet';
import { ColumnBuilder } from './column-buffers';
import type { ColumnBuffers, ColumnRequest } from './column-buffers';
import { EngineError, isAbort, messageOf } from './errors';
import type { Fetch, RemoteFile } from './fetch-range';
import { Limiter } from './limiter';
import { RangeBuffer } from './range-buffer';

export interface ReadOptions {
  readonly signal: AbortSignal;
  readonly onBytes: (received: number, expected: number) => void;
}

/** A file whose footer was read and is what the manifest says. */
interface OpenFile {
  readonly file: RangeBuffer;
  readonly metadata: FileMetaData;
}

/** Dates stay what the file and Arrow both hold: days since 1970-01-01. */
const parsers = { dateFromDays: (days: number) => days };

/**
 * Reads columns of Parquet files by range requests. Footers and whole files are kept between reads.
 * Rejects with `AbortError`, or an `EngineError` that names the file.
 */
export class ParquetReader {
  readonly #limiter = new Limiter(6);
  readonly #footers = new Map<string, FileMetaData>();
  readonly #wholeFiles = new Map<string, Uint8Array<ArrayBuffer>>();

  constructor(private readonly fetch: Fetch) {}

  /** The columns over all files, rows in file order. */
  async readColumns(
    files: readonly RemoteFile[],
    columns: readonly ColumnRequest[],
    options: ReadOptions,
  ): Promise<ColumnBuffers[]> {
    const names = columns.map(({ name }) => name);
    const opened = await allOrFirstError(
      files.map((file) => this.#guard(file, () => this.#open(file, names, options))),
    );
    // Memory for the rows that are there: only the footers prove that the manifest counts right.
    const rows = files.reduce((sum, file) => sum + file.rows, 0);
    const builders = new Map(columns.map((column) => [column.name, new ColumnBuilder(column, rows)]));
    let firstRow = 0;
    const reads = files.map((remote, index) => {
      const start = firstRow;
      firstRow += remote.rows;
      return this.#readFile(remote, opened[index]!, names, (name, values, row) =>
        builders.get(name)?.put(values, start + row),
      );
    });
    await allOrFirstError(reads);
    for (const [name, builder] of builders)
      if (builder.received !== rows)
        throw broken(files, `column ${name} has ${builder.received} rows of ${rows}`);
    return [...builders.values()].map((builder) => builder.finish());
  }

  /** The rows in which `keyColumn` is `key`; fetches only row groups whose statistics allow the key. */
  async readRows(
    files: readonly RemoteFile[],
    columns: readonly ColumnRequest[],
    keyColumn: string,
    key: string | number,
    options: ReadOptions,
  ): Promise<ColumnBuffers[]> {
    const found = await allOrFirstError(
      files.map((file) => this.#findRows(file, columns, keyColumn, key, options)),
    );
    const rows = found.flat();
    return columns.map((column) => {
      const builder = new ColumnBuilder(column, rows.length);
      builder.put(
        rows.map((row) => row[column.name]),
        0,
      );
      return builder.finish();
    });
  }

  async #readFile(
    remote: RemoteFile,
    { file, metadata }: OpenFile,
    columns: string[],
    put: (column: string, values: ArrayLike<unknown>, row: number) => void,
  ): Promise<void> {
    if (remote.rows === 0) return;
    await this.#guard(remote, () =>
      parquetRead({
        file,
        metadata,
        columns,
        parsers,
        geoparquet: false,
        onChunk: ({ columnName, columnData, rowStart }) => put(columnName, columnData, rowStart),
      }),
    );
  }

  #findRows(
    remote: RemoteFile,
    columns: readonly ColumnRequest[],
    keyColumn: string,
    key: string | number,
    options: ReadOptions,
  ): Promise<Record<string, unknown>[]> {
    const names = columns.map((column) => column.name);
    return this.#guard(remote, async () => {
      const { file, metadata } = await this.#open(remote, [...names, keyColumn], options);
      return new Promise<Record<string, unknown>[]>((resolve, reject) => {
        parquetRead({
          file,
          metadata,
          columns: names,
          filter: { [keyColumn]: { $eq: key } },
          usePageIndex: true,
          parsers,
          geoparquet: false,
          rowFormat: 'object',
          onComplete: resolve,
        }).catch(reject);
      });
    });
  }

  async #open(remote: RemoteFile, columns: readonly string[], options: ReadOptions): Promise<OpenFile> {
    const file = new RangeBuffer(
      remote,
      { ...options, fetch: this.fetch, limiter: this.#limiter },
      this.#wholeFiles,
    );
    const metadata =
      this.#footers.get(remote.url) ??
      (await parquetMetadataAsync(file, { initialFetchSize: file.footerGuess, parsers, geoparquet: false }));
    this.#footers.set(remote.url, metadata);
    const rows = Number(metadata.num_rows);
    if (rows !== remote.rows)
      throw new EngineError('file_changed', { file: remote.path, expected: remote.rows, found: rows });
    const held = new Set(metadata.schema.map((element) => element.name));
    const missing = columns.find((column) => !held.has(column));
    if (missing !== undefined)
      throw new EngineError('column_missing', { file: remote.path, column: missing });
    return { file, metadata };
  }

  async #guard<T>(remote: RemoteFile, read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof EngineError || isAbort(error)) throw error;
      const detail = messageOf(error);
      if (/compression codec/.test(detail))
        throw new EngineError('file_unsupported', { file: remote.path, detail }, { cause: error });
      throw broken([remote], detail, error);
    }
  }
}

function broken(files: readonly RemoteFile[], detail: string, cause?: unknown): EngineError {
  return new EngineError(
    'file_broken',
    { file: files.map((file) => file.path).join(', '), detail },
    { cause },
  );
}

/** Waits for all, so that no read goes on unheard, then fails with the first failure. */
async function allOrFirstError<T>(tasks: readonly Promise<T>[]): Promise<T[]> {
  const results = await Promise.allSettled(tasks);
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}
