import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { tables, type Column } from '../../src/dataset';
import { assemble, writeParquet, type Row } from '../../src/dataset/node';
import { filedDocument } from './fixtures';
import { native } from './native';

const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
afterAll(() => rmSync(folder, { recursive: true }));

const columns: readonly Column[] = [
  { name: 'text', type: 'string', nullable: true, about: '' },
  { name: 'n', type: 'int32', nullable: false, about: '' },
  { name: 'x', type: 'double', nullable: true, about: '' },
  { name: 'flag', type: 'boolean', nullable: false, about: '' },
  { name: 'day', type: 'date', nullable: true, about: '' },
];
const rows: readonly Row[] = [
  { text: '中埠镇', n: -5, x: 0.1, flag: true, day: '2025-01-23' },
  { text: null, n: 2 ** 31 - 1, x: null, flag: false, day: null },
];

describe('writeParquet', () => {
  it('gives what native DuckDB reads back, types, nulls and dates included', async () => {
    const path = join(folder, 'types.parquet');
    writeFileSync(path, writeParquet('items', columns, rows));
    expect(await native(`SELECT * FROM '${path}'`)).toEqual(rows);
    const described = await native(`DESCRIBE SELECT * FROM '${path}'`);
    expect(described.map((row) => row['column_type'])).toEqual([
      'VARCHAR',
      'INTEGER',
      'DOUBLE',
      'BOOLEAN',
      'DATE',
    ]);
  });

  it('writes a table without rows that can be read', async () => {
    const path = join(folder, 'none.parquet');
    writeFileSync(path, writeParquet('narratives', tables.narratives, []));
    expect(await native(`SELECT count(*)::INTEGER AS n FROM '${path}'`)).toEqual([{ n: 0 }]);
  });

  it('gives the same bytes for the same rows', () => {
    expect(writeParquet('items', columns, rows)).toEqual(writeParquet('items', columns, rows));
  });

  it('refuses a null where the schema has none', () => {
    expect(() => writeParquet('items', columns, [{ ...rows[0], n: null } as Row])).toThrow(
      /column n has no value/,
    );
  });

  it('cuts the evidence into small row groups with statistics, so that one report is one range', async () => {
    const reports = Array.from({ length: 25 }, (_, i) => filedDocument({ year: 2000 + i }));
    const path = join(folder, 'evidence.parquet');
    writeFileSync(path, writeParquet('evidence', tables.evidence, assemble(reports).evidence));
    const groups = await native(
      `SELECT row_group_id, row_group_num_rows, stats_min_value IS NOT NULL AS bounded
       FROM parquet_metadata('${path}') WHERE path_in_schema = 'report_id'`,
    );
    expect(groups).toHaveLength(3);
    expect(groups.every((group) => group['bounded'] === true)).toBe(true);
  });

  it('writes every column of the schema, of every table', () => {
    const all = assemble([filedDocument()]);
    for (const [name, schema] of Object.entries(tables)) {
      const known = schema.map((column) => column.name);
      for (const row of all[name as keyof typeof all])
        expect(Object.keys(row).toSorted()).toEqual(known.toSorted());
    }
  });
});
