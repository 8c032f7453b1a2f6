import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Column, ColumnType, TableName } from './schema';
import type { Row, Value } from './report-row';

/** Rows in a row group. Tables fetched for one report at a time have small groups, so that a range request is small. */
const rowGroupSizes: Readonly<Record<TableName, number>> = {
  reports: 50_000,
  agencies: 50_000,
  areas: 50_000,
  items: 50_000,
  channels: 50_000,
  findings: 50_000,
  summary: 50_000,
  statistics: 5_000,
  problems: 5_000,
  evidence: 2_000,
  sources: 2_000,
  narratives: 200,
};

type SchemaElement = NonNullable<Parameters<typeof parquetWriteBuffer>[0]['schema']>[number];

const physical: Readonly<Record<ColumnType, Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  int32: { type: 'INT32' },
  double: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
};

const stored = (column: Column, value: Value | undefined): Value | Date => {
  if (value === undefined || value === null) {
    if (!column.nullable) throw new TypeError(`column ${column.name} has no value`);
    return null;
  }
  return column.type === 'date' ? new Date(`${String(value)}T00:00:00Z`) : value;
};

/**
 * Rows of a table as a Parquet file: snappy, dictionaries where they save half, statistics for every row group. The same
 * rows give the same bytes. Throws a TypeError for a null in a column that has none.
 */
export function writeParquet(table: TableName, columns: readonly Column[], rows: readonly Row[]): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: columns.map((column) => ({
      name: column.name,
      data: rows.map((row) => stored(column, row[column.name])),
      offsetIndex: false,
    })),
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map((column): SchemaElement => ({
        name: column.name,
        ...physical[column.type],
        repetition_type: column.nullable ? 'OPTIONAL' : 'REQUIRED',
      })),
    ],
    rowGroupSize: rowGroupSizes[table],
    createdBy: 'nianbao-atlas',
  });
  return new Uint8Array(buffer);
}
