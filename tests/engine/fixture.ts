import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnSource } from 'hyparquet-writer';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { schemaVersion, tables as schemaTables } from '../../src/dataset';
import type { Column, ColumnType, DataFile, Manifest, TableEntry, TableName } from '../../src/dataset';

export interface FixtureColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly values: readonly (string | number | boolean | null)[];
}

const parquetTypes = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  int32: { type: 'INT32' },
  double: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
} as const;

/** Parquet as the dataset has it: Snappy, statistics, nullable columns. Dates are days since 1970-01-01. */
export function parquetBytes(columns: readonly FixtureColumn[], rowGroupSize = 100_000): Buffer {
  return Buffer.from(
    parquetWriteBuffer({
      schema: [
        { name: 'root', num_children: columns.length },
        ...columns.map((column) => ({
          name: column.name,
          repetition_type: 'OPTIONAL' as const,
          ...parquetTypes[column.type],
        })),
      ],
      columnData: columns.map((column): ColumnSource => ({
        name: column.name,
        data:
          column.type === 'date'
            ? column.values.map((days) => (days === null ? null : new Date(Number(days) * 86_400_000)))
            : [...column.values],
      })),
      rowGroupSize,
    }),
  );
}

export interface FixtureTable {
  readonly columns: readonly FixtureColumn[];
  readonly rowGroupSize?: number;
}

/** What the schema promises of a table, so that the manifest passes; the files need not hold it. */
function promised(table: string): readonly Column[] {
  return table in schemaTables ? schemaTables[table as keyof typeof schemaTables] : [];
}

/** Writes `data/<id>/` with its manifest into the folder. Each table given becomes one file, the others are empty. */
export function writeDataset(
  folder: string,
  id: string,
  tables: Readonly<Record<string, FixtureTable>>,
): void {
  const place = join(folder, 'data', id);
  mkdirSync(place, { recursive: true });
  const entries = Object.entries(tables).map(([name, { columns, rowGroupSize }]) => {
    const bytes = parquetBytes(columns, rowGroupSize);
    const path = `${name}.parquet`;
    writeFileSync(join(place, path), bytes);
    const rows = columns[0]?.values.length ?? 0;
    const file: DataFile = {
      path,
      bytes: bytes.length,
      rows,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
    const own = columns.filter((column) => !promised(name).some((one) => one.name === column.name));
    const described = [...promised(name), ...own].map(({ name: column, type }) => ({
      name: column,
      type,
      nullable: true,
    }));
    return [name, { files: [file], rows, columns: described } satisfies TableEntry] as const;
  });
  const empty = [...Object.keys(schemaTables), 'summary'].map(
    (name) => [name, { files: [], rows: 0, columns: promised(name) } satisfies TableEntry] as const,
  );
  const label = { zh: id, en: id };
  const manifest: Manifest = {
    schema: schemaVersion,
    id,
    kind: 'simulated',
    title: label,
    description: label,
    licence: 'CC0-1.0',
    as_of: '2025-01-01',
    version: createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 12),
    years: [2017, 2025],
    root_area: '',
    root_name: label,
    levels: {},
    default_level: 'grassroots',
    by_hand: 0,
    tables: Object.fromEntries([...empty, ...entries]) as Record<TableName, TableEntry>,
  };
  writeFileSync(join(place, 'manifest.json'), JSON.stringify(manifest));
}
