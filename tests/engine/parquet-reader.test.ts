import { tableFromIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { arrowIpc, arrowTable } from '../../src/engine/arrow-table';
import { ParquetReader } from '../../src/engine/parquet-reader';
import { FakeHost, remote } from './fake-host';
import { parquetBytes } from './fixture';
import type { FixtureColumn } from './fixture';

const options = () => ({ signal: new AbortController().signal, onBytes: () => undefined });

const columns: readonly FixtureColumn[] = [
  { name: 'report_id', type: 'string', values: Array.from({ length: 700 }, (_, i) => `g${1000 + i}`) },
  {
    name: 'kind',
    type: 'string',
    values: Array.from({ length: 700 }, (_, i) => ['镇', null, '街道', ''][i % 4]!),
  },
  {
    name: 'year',
    type: 'int32',
    values: Array.from({ length: 700 }, (_, i) => (i % 5 ? 2017 + (i % 9) : null)),
  },
  { name: 'amount', type: 'double', values: Array.from({ length: 700 }, (_, i) => (i % 3 ? i / 7 : null)) },
  {
    name: 'is_primary',
    type: 'boolean',
    values: Array.from({ length: 700 }, (_, i) => [true, false, null][i % 3]!),
  },
  {
    name: 'published',
    type: 'date',
    values: Array.from({ length: 700 }, (_, i) => (i % 2 ? 18_000 + i : null)),
  },
  { name: 'empty', type: 'double', values: Array.from({ length: 700 }, () => null) },
];
const requests = columns.map(({ name, type }) => ({ name, type }));
const slice = (from: number, to: number) =>
  columns.map((column) => ({ ...column, values: column.values.slice(from, to) }));

/** Rows as plain values; dates as days. */
function rowsOf(table: ReturnType<typeof arrowTable>) {
  return Array.from({ length: table.numRows }, (_, row) =>
    columns.map(({ name, type }) => {
      const value: unknown = table.getChild(name)?.get(row);
      return type === 'date' && value !== null ? Number(value) / 86_400_000 : value;
    }),
  );
}
const expectedRows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, row) => columns.map((column) => column.values[from + row]));

function hostOf(files: Record<string, Buffer>, rows: Record<string, number>) {
  const host = new FakeHost(new Map(Object.entries(files)));
  const remotes = Object.entries(files).map(([url, bytes]) => remote(url, bytes, rows[url]!));
  return { host, remotes, reader: new ParquetReader(host.fetch) };
}

describe('columns', () => {
  it('of every type, with nulls, come back equal, also through Arrow IPC', async () => {
    const { remotes, reader } = hostOf({ a: parquetBytes(columns, 250) }, { a: 700 });
    const buffers = await reader.readColumns(remotes, requests, options());
    expect(rowsOf(arrowTable(buffers))).toEqual(expectedRows(0, 700));
    expect(rowsOf(tableFromIPC(arrowIpc(buffers)))).toEqual(expectedRows(0, 700));
    expect(buffers.find((column) => column.name === 'empty')?.nullCount).toBe(700);
  });

  it('of several files follow one another in the order of the manifest', async () => {
    const { remotes, reader } = hostOf(
      { a: parquetBytes(slice(0, 300)), b: parquetBytes(slice(300, 301)), c: parquetBytes(slice(301, 700)) },
      { a: 300, b: 1, c: 399 },
    );
    const buffers = await reader.readColumns(remotes, requests, options());
    expect(rowsOf(arrowTable(buffers))).toEqual(expectedRows(0, 700));
  });

  it.each([2 ** 31 - 1, 699, 0])(
    'of a file for which the manifest counts %i rows are refused, before memory is taken for them',
    async (rows) => {
      const { remotes, reader } = hostOf({ a: parquetBytes(columns) }, { a: rows });
      await expect(reader.readColumns(remotes, requests, options())).rejects.toMatchObject({
        code: 'file_changed',
        data: { file: 'a', expected: rows, found: 700 },
      });
    },
  );

  it('of an empty table are empty', async () => {
    const { remotes, reader } = hostOf({ a: parquetBytes(slice(0, 0)) }, { a: 0 });
    expect(arrowTable(await reader.readColumns(remotes, requests, options())).numRows).toBe(0);
    expect(arrowTable(await reader.readRows(remotes, requests, 'report_id', 'x', options())).numRows).toBe(0);
  });

  it('not asked for are not fetched', async () => {
    const wide = Array.from({ length: 40 }, (_, i): FixtureColumn => ({
      name: `c${i}`,
      type: 'double',
      values: Array.from({ length: 20_000 }, (__, row) => Math.sin(row * (i + 1))),
    }));
    const bytes = parquetBytes(wide);
    const { host, remotes, reader } = hostOf({ a: bytes }, { a: 20_000 });
    await reader.readColumns(remotes, [{ name: 'c7', type: 'double' }], options());
    expect(host.bytesAsked).toBeLessThan(bytes.length / 15);
    const before = host.ranges.length;
    await reader.readColumns(remotes, [{ name: 'c9', type: 'double' }], options());
    // The footer is known by now.
    expect(host.ranges.length).toBe(before + 1);
  });
});

describe('rows of one key', () => {
  const evidence: readonly FixtureColumn[] = [
    {
      name: 'report_id',
      type: 'string',
      values: Array.from({ length: 50_000 }, (_, i) => `淄博-${100_000 + (i >> 6)}`),
    },
    { name: 'value', type: 'double', values: Array.from({ length: 50_000 }, (_, i) => Math.cos(i)) },
  ];
  const asked = evidence.map(({ name, type }) => ({ name, type }));

  it('are all and only those of the key', async () => {
    const { remotes, reader } = hostOf({ a: parquetBytes(evidence, 2000) }, { a: 50_000 });
    const table = arrowTable(await reader.readRows(remotes, asked, 'report_id', '淄博-100321', options()));
    expect(table.numRows).toBe(64);
    expect(table.get(0)?.toJSON()).toEqual({ report_id: '淄博-100321', value: Math.cos(321 * 64) });
    const none = await reader.readRows(remotes, asked, 'report_id', 'nobody', options());
    expect(arrowTable(none).numRows).toBe(0);
  });

  it('cost only the row groups that may hold them', async () => {
    const bytes = parquetBytes(evidence, 2000);
    const { host, remotes, reader } = hostOf({ a: bytes }, { a: 50_000 });
    await reader.readRows(remotes, asked, 'report_id', '淄博-100321', options());
    expect(host.bytesAsked).toBeLessThan(bytes.length / 4);
  });
});

describe('a file that is not what the manifest says', () => {
  const good = parquetBytes(columns);
  const read = (bytes: Buffer, rows = 700) => {
    const { remotes, reader } = hostOf({ a: bytes }, { a: rows });
    return reader.readColumns(remotes, requests, options());
  };

  it('has other rows', () => expect(read(good, 699)).rejects.toMatchObject({ code: 'file_changed' }));

  it('lacks a column', () =>
    expect(read(parquetBytes(columns.slice(1)))).rejects.toMatchObject({
      code: 'column_missing',
      data: { column: 'report_id' },
    }));

  it('is no Parquet inside', () => {
    const bytes = Buffer.from(good);
    bytes.fill(7, bytes.length - 200, bytes.length - 8);
    return expect(read(bytes)).rejects.toMatchObject({ code: 'file_broken', data: { file: 'a' } });
  });

  it('has pages that do not decompress', () => {
    const bytes = Buffer.from(good);
    bytes.fill(0xff, 4, 3000);
    return expect(read(bytes)).rejects.toMatchObject({ code: 'file_broken' });
  });

  it('has no end', () => expect(read(good.subarray(0, 300))).rejects.toMatchObject({ code: 'file_broken' }));
});

it('gives up with its caller', async () => {
  const { remotes, reader } = hostOf({ a: parquetBytes(columns) }, { a: 700 });
  const controller = new AbortController();
  const read = reader.readColumns(remotes, requests, { ...options(), signal: controller.signal });
  controller.abort();
  await expect(read).rejects.toMatchObject({ name: 'AbortError' });
});
