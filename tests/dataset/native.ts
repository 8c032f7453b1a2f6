import { DuckDBInstance } from '@duckdb/node-api';

/** Rows of a query in native DuckDB; values as JSON would have them, dates as `YYYY-MM-DD`. */
export async function native(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    const result = await connection.runAndReadAll(sql);
    return result.getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
