import { join } from 'node:path';
import { DuckDBInstance, DuckDBTypeId, type DuckDBValue } from '@duckdb/node-api';
import { categories, type Column, type ColumnType } from '../dataset';
import type { Row } from '../dataset/node';
import { summarySql } from '../metrics';

const columnTypes: Readonly<Partial<Record<DuckDBTypeId, ColumnType>>> = {
  [DuckDBTypeId.VARCHAR]: 'string',
  [DuckDBTypeId.INTEGER]: 'int32',
  [DuckDBTypeId.DOUBLE]: 'double',
  [DuckDBTypeId.BOOLEAN]: 'boolean',
};

const keys = new Set(['area_id', 'level', 'year', 'reports']);

function plain(value: DuckDBValue | undefined): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === null || value === undefined) return null;
  throw new TypeError(`summary: a value of type ${typeof value} has no column type`);
}

/** Runs the SQL of the metrics over the tables just written in `folder`, in native DuckDB on one thread. */
export async function summarize(
  folder: string,
  root: string,
): Promise<{ readonly columns: readonly Column[]; readonly rows: readonly Row[] }> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    for (const table of ['reports', 'items']) {
      const path = join(folder, `${table}.parquet`).replaceAll("'", "''");
      await connection.run(`CREATE VIEW ${table} AS SELECT * FROM read_parquet('${path}')`);
    }
    const ids = categories.map(({ id }) => id);
    const result = await connection.runAndReadAll(summarySql(root, ids));
    const names = result.columnNames();
    const columns = names.map((name, i): Column => {
      const type = columnTypes[result.columnTypeId(i)];
      if (!type) throw new TypeError(`summary: column ${name} has no column type`);
      return { name, type, nullable: !keys.has(name), about: '' };
    });
    const rows = result
      .getRows()
      .map((row) => Object.fromEntries(names.map((name, i) => [name, plain(row[i])])));
    return { columns, rows };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
