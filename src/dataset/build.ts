import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tables } from './assemble';
import { describeDataset, type DatasetInfo, type WrittenTable } from './describe';
import type { DataFile, Manifest } from './manifest';
import type { Row } from './report-row';
import { tables as schema, type Column, type TableName } from './schema';
import { writeParquet } from './write-parquet';

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** Writes one table into a folder and says what was written. */
export function writeTable(
  folder: string,
  table: TableName,
  columns: readonly Column[],
  rows: readonly Row[],
): WrittenTable {
  const bytes = writeParquet(table, columns, rows);
  const path = `${table}.parquet`;
  writeFileSync(join(folder, path), bytes);
  const file: DataFile = { path, bytes: bytes.length, rows: rows.length, sha256: sha256(bytes) };
  return { table, columns, files: [file] };
}

/** The first 12 digits of the hash over the hashes of all files in order. */
export const versionOf = (written: readonly WrittenTable[]): string =>
  sha256(written.flatMap(({ files }) => files.map((file) => `${file.path} ${file.sha256}\n`)).join('')).slice(
    0,
    12,
  );

/** Writes every table but the summary into an empty folder, which it makes. */
export function writeTables(folder: string, rows: Tables): readonly WrittenTable[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return (Object.keys(schema) as (keyof Tables)[]).map((table) =>
    writeTable(folder, table, schema[table], rows[table]),
  );
}

/** JSON to read, one column a line: the list of columns is most of a manifest, and it is in the first download. */
const manifestText = (manifest: Manifest): string =>
  JSON.stringify(manifest, null, 1).replace(
    /\{\s+("name": "[^"]+"),\s+("type": "[^"]+"),\s+("nullable": \w+)\s+\}/g,
    '{$1,$2,$3}',
  );

/** Completes a folder of tables: the manifest, which makes it a dataset. */
export function writeManifest(
  folder: string,
  info: DatasetInfo,
  rows: Tables,
  written: readonly WrittenTable[],
): Manifest {
  const manifest = describeDataset(info, rows, written, versionOf(written));
  writeFileSync(join(folder, 'manifest.json'), `${manifestText(manifest)}\n`);
  return manifest;
}
