import {
  Bool,
  DateDay,
  Dictionary,
  Field,
  Float64,
  Int32,
  RecordBatch,
  Schema,
  Struct,
  Table,
  Utf8,
  Vector,
  makeData,
  tableToIPC,
} from 'apache-arrow';
import type { Data, DataType } from 'apache-arrow';
import type { ColumnBuffers, Utf8Buffers } from './column-buffers';

/** An Arrow table over the buffers, without a copy. Every field is nullable, as in the results of queries. */
export function arrowTable(columns: readonly ColumnBuffers[]): Table {
  const rows = columns[0]?.rows ?? 0;
  const children = columns.map(columnData);
  const fields = columns.map((column, i) => new Field(column.name, children[i]!.type, true));
  const schema = new Schema(fields);
  const data = makeData({ type: new Struct(fields), length: rows, nullCount: 0, children });
  return new Table(schema, [new RecordBatch(schema, data)]);
}

/** The same as an IPC stream, which a database can take in. */
export function arrowIpc(columns: readonly ColumnBuffers[]): Uint8Array {
  return tableToIPC(arrowTable(columns), 'stream');
}

function columnData(column: ColumnBuffers): Data<DataType> {
  const shape = { length: column.rows, nullCount: column.nullCount, nullBitmap: column.validity };
  switch (column.type) {
    case 'int32':
      return makeData({ type: new Int32(), data: column.values, ...shape });
    case 'date':
      return makeData({ type: new DateDay(), data: column.values, ...shape });
    case 'double':
      return makeData({ type: new Float64(), data: column.values, ...shape });
    case 'boolean':
      return makeData({ type: new Bool(), data: column.values, ...shape });
    case 'string': {
      if (column.indices === null) return utf8Data(column.strings, shape);
      const dictionary = new Vector([
        utf8Data(column.strings, { length: column.strings.offsets.length - 1 }),
      ]);
      return makeData({
        type: new Dictionary(new Utf8(), new Int32()),
        data: column.indices,
        dictionary,
        ...shape,
      });
    }
  }
}

function utf8Data(
  strings: Utf8Buffers,
  shape: { length: number; nullCount?: number; nullBitmap?: Uint8Array | null },
): Data<Utf8> {
  return makeData({ type: new Utf8(), valueOffsets: strings.offsets, data: strings.bytes, ...shape });
}
