import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Manifest } from '../../../src/dataset';

const dataFolder = join(import.meta.dirname, '..', '..', '..', 'data');

/** Plain values as the browser shows them: numbers for whole numbers of any width, dates as milliseconds. */
export type PlainRow = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Rows of a statement run by native DuckDB over the Parquet files that the site ships; tables have the names of the
 * schema. The measure that the browser's answers are held to.
 */
export async function nativeSql(id: string, sql: string, folder = dataFolder): Promise<PlainRow[]> {
  const place = join(folder, id);
  const manifest = JSON.parse(readFileSync(join(place, 'manifest.json'), 'utf8')) as Manifest;
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    for (const [table, { files }] of Object.entries(manifest.tables)) {
      const paths = files.map((file) => join(place, file.path)).filter((path) => existsSync(path));
      if (paths.length === 0) continue;
      const list = paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(', ');
      await connection.run(`CREATE VIEW "${table}" AS SELECT * FROM read_parquet([${list}])`);
    }
    const result = await connection.runAndReadAll(sql);
    return result.getRowObjectsJS().map(plainRow);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function plainRow(row: Readonly<Record<string, unknown>>): PlainRow {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: unknown): PlainRow[string] {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.getTime();
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  throw new TypeError(`no plain value: ${String(value)}`);
}
