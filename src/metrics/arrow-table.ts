import { Float64, Int32, makeData, Table, Utf8, Vector, type DataType } from 'apache-arrow';

export type ColumnKind = 'int32' | 'double' | 'text';
type Row = Readonly<Record<string, unknown>>;

/** Validity bitmap, least significant bit first; Arrow leaves it out when nothing is null. */
function validity(values: readonly unknown[]): { nullCount: number; nullBitmap: Uint8Array } {
  const nullBitmap = new Uint8Array(Math.ceil(values.length / 64) * 8);
  let nullCount = 0;
  values.forEach((value, index) => {
    if (value === null) nullCount += 1;
    else nullBitmap[index >> 3] = (nullBitmap[index >> 3] ?? 0) | (1 << (index & 7));
  });
  return { nullCount, nullBitmap };
}

function textVector(values: readonly unknown[]): Vector {
  const encoder = new TextEncoder();
  const parts = values.map((value) => encoder.encode(value === null ? '' : String(value)));
  const valueOffsets = new Int32Array(parts.length + 1);
  parts.forEach((part, index) => (valueOffsets[index + 1] = (valueOffsets[index] ?? 0) + part.length));
  const data = new Uint8Array(valueOffsets[parts.length] ?? 0);
  parts.forEach((part, index) => data.set(part, valueOffsets[index]));
  return new Vector([
    makeData({ type: new Utf8(), length: parts.length, valueOffsets, data, ...validity(values) }),
  ]);
}

function numberVector(values: readonly unknown[], kind: 'int32' | 'double'): Vector {
  const numbers = values.map((value) => (value === null ? 0 : Number(value)));
  const shape = { length: values.length, ...validity(values) };
  return kind === 'int32'
    ? new Vector([makeData({ type: new Int32(), data: Int32Array.from(numbers), ...shape })])
    : new Vector([makeData({ type: new Float64(), data: Float64Array.from(numbers), ...shape })]);
}

/**
 * Rows as an Arrow table with the given columns. Arrow's own builders compile code at run time, which a strict
 * Content-Security-Policy forbids.
 */
export function tableOf(rows: readonly Row[], columns: Readonly<Record<string, ColumnKind>>): Table {
  const vectors: Record<string, Vector<DataType>> = {};
  for (const [name, kind] of Object.entries(columns)) {
    const values = rows.map((row) => row[name] ?? null);
    vectors[name] = kind === 'text' ? textVector(values) : numberVector(values, kind);
  }
  return new Table(vectors);
}
