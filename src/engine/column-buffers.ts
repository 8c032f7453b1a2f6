import type { ColumnType } from '../dataset';

interface Base {
  readonly name: string;
  readonly rows: number;
  readonly nullCount: number;
  /** One bit a row, 1 for a value; null when every row has one. */
  readonly validity: Uint8Array<ArrayBuffer> | null;
}

export interface Utf8Buffers {
  readonly offsets: Int32Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One column in the layout of Apache Arrow: typed arrays that can be handed from worker to page without a copy. */
export type ColumnBuffers =
  | (Base & { readonly type: 'int32' | 'date'; readonly values: Int32Array<ArrayBuffer> })
  | (Base & { readonly type: 'double'; readonly values: Float64Array<ArrayBuffer> })
  | (Base & { readonly type: 'boolean'; readonly values: Uint8Array<ArrayBuffer> })
  | (Base & {
      readonly type: 'string';
      readonly indices: Int32Array<ArrayBuffer> | null;
      readonly strings: Utf8Buffers;
    });

export interface ColumnRequest {
  readonly name: string;
  readonly type: ColumnType;
}

/** A decoded run of values; dates are days since 1970-01-01. */
export type DecodedValues = ArrayLike<unknown>;

/** Collects the values of one column, in any order of runs, for a known number of rows. */
export class ColumnBuilder {
  readonly #values:
    Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | (string | null)[];
  readonly #validity: Uint8Array<ArrayBuffer>;
  #valid = 0;
  #received = 0;

  constructor(
    private readonly column: ColumnRequest,
    private readonly rows: number,
  ) {
    this.#validity = new Uint8Array(Math.ceil(rows / 8));
    this.#values = emptyValues(column.type, rows);
  }

  /** Rows that have arrived; less than asked when a file ends early. */
  get received(): number {
    return this.#received;
  }

  put(run: DecodedValues, at: number): void {
    const length = Math.min(run.length, this.rows - at);
    this.#received += length;
    const values = this.#values;
    for (let i = 0; i < length; i += 1) {
      const value = run[i];
      if (value === null || value === undefined) continue;
      const row = at + i;
      this.#valid += 1;
      this.#validity[row >> 3]! |= 1 << (row & 7);
      if (this.column.type === 'boolean') {
        if (value === true) (values as Uint8Array)[row >> 3]! |= 1 << (row & 7);
      } else if (Array.isArray(values)) values[row] = String(value);
      else values[row] = Number(value);
    }
  }

  finish(): ColumnBuffers {
    const nullCount = this.rows - this.#valid;
    const base = {
      name: this.column.name,
      rows: this.rows,
      nullCount,
      validity: nullCount === 0 ? null : this.#validity,
    };
    const values = this.#values;
    if (Array.isArray(values)) return { ...base, type: 'string', ...encodeStrings(values) };
    // The constructor pairs type and array; TypeScript cannot see the pairing.
    return { ...base, type: this.column.type, values } as ColumnBuffers;
  }
}

function emptyValues(type: ColumnType, rows: number) {
  if (type === 'string') return new Array<string | null>(rows).fill(null);
  if (type === 'double') return new Float64Array(rows);
  if (type === 'boolean') return new Uint8Array(Math.ceil(rows / 8));
  return new Int32Array(rows);
}

/** Names and kinds repeat and become a dictionary; keys and texts do not, and a dictionary would only cost. */
function encodeStrings(values: readonly (string | null)[]): {
  indices: Int32Array<ArrayBuffer> | null;
  strings: Utf8Buffers;
} {
  const limit = Math.max(256, values.length >> 2);
  const dictionary = new Map<string, number>();
  const indices = new Int32Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row];
    if (value === null || value === undefined) continue;
    let index = dictionary.get(value);
    if (index === undefined) {
      if (dictionary.size === limit) return { indices: null, strings: encodeUtf8(values) };
      index = dictionary.size;
      dictionary.set(value, index);
    }
    indices[row] = index;
  }
  return { indices, strings: encodeUtf8([...dictionary.keys()]) };
}

function encodeUtf8(values: readonly (string | null)[]): Utf8Buffers {
  const encoder = new TextEncoder();
  const offsets = new Int32Array(values.length + 1);
  // At most three bytes a UTF-16 unit.
  let bytes = new Uint8Array(1024);
  let end = 0;
  values.forEach((value, row) => {
    if (value !== null && value !== '') {
      const need = end + value.length * 3;
      if (need > bytes.length) {
        const larger = new Uint8Array(Math.max(need, bytes.length * 2));
        larger.set(bytes.subarray(0, end));
        bytes = larger;
      }
      end += encoder.encodeInto(value, bytes.subarray(end)).written;
    }
    offsets[row + 1] = end;
  });
  return { offsets, bytes: bytes.slice(0, end) };
}

/** The buffers that `postMessage` can hand over instead of copying. */
export function transferables(columns: readonly ColumnBuffers[]): ArrayBuffer[] {
  return columns.flatMap((column) => [
    ...(column.validity === null ? [] : [column.validity.buffer]),
    ...(column.type === 'string'
      ? [
          ...(column.indices === null ? [] : [column.indices.buffer]),
          column.strings.offsets.buffer,
          column.strings.bytes.buffer,
        ]
      : [column.values.buffer]),
  ]);
}
