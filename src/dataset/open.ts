import { areaLevel } from './area-id';
import { checks, isDate } from './checked';
import { datasetId } from './dataset-info';
import { DatasetError, type DatasetErrorCode } from './errors';
import { levels, type Level } from './levels';
import type { DataFile, DatasetIndex, Manifest, TableEntry } from './manifest';
import { schemaVersion, tables, type Column, type TableName } from './schema';
import type { Label } from '../forms';

const failing = (code: DatasetErrorCode) =>
  checks((path, expected) => {
    throw new DatasetError(code, `${path}: expected ${expected}`);
  });

const is = failing('manifest_invalid');
const columnTypes = ['string', 'int32', 'double', 'boolean', 'date'] as const;
const tableNames = [...Object.keys(tables), 'summary'] as readonly TableName[];

const invalid = (path: string, expected: string): never => {
  throw new DatasetError('manifest_invalid', `${path}: expected ${expected}`);
};

const label = (value: unknown, path: string): Label => {
  const fields = is.object(value, path);
  return { zh: is.string(fields['zh'], `${path}.zh`), en: is.string(fields['en'], `${path}.en`) };
};

/** Readers hold offsets in 31 bits and a file in memory; Arrow counts rows in 31 bits. */
const mostBytes = 2 ** 31 - 1;
const mostRows = 2 ** 31 - 1;
/** Marks at both ends and the length of the footer: no Parquet file is smaller. */
const fewestBytes = 12;

const between = (value: unknown, least: number, most: number, path: string): number => {
  const n = is.integer(value, path);
  return n >= least && n <= most ? n : invalid(path, `from ${least} to ${most}`);
};

/** A path inside the dataset's folder: no scheme, no way up. */
const inside = (value: unknown, path: string): string => {
  const text = is.string(value, path);
  return /^[\w.~=-]+(\/[\w.~=-]+)*$/.test(text) && !text.split('/').includes('..')
    ? text
    : invalid(path, 'a path inside the folder of the dataset');
};

const file = (value: unknown, path: string): DataFile => {
  const fields = is.object(value, path);
  const sha256 = is.string(fields['sha256'], `${path}.sha256`);
  return {
    path: inside(fields['path'], `${path}.path`),
    bytes: between(fields['bytes'], fewestBytes, mostBytes, `${path}.bytes`),
    rows: between(fields['rows'], 0, mostRows, `${path}.rows`),
    sha256: /^[0-9a-f]{64}$/.test(sha256) ? sha256 : invalid(`${path}.sha256`, '64 hexadecimal digits'),
  };
};

const column = (value: unknown, path: string): TableEntry['columns'][number] => {
  const fields = is.object(value, path);
  return {
    name: is.string(fields['name'], `${path}.name`),
    type: is.oneOf(fields['type'], columnTypes, `${path}.type`),
    nullable: is.boolean(fields['nullable'], `${path}.nullable`),
  };
};

/** The columns that the schema promises must be there with their type: SQL relies on them. */
function conforms(name: TableName, columns: TableEntry['columns'], path: string): void {
  const promised: readonly Column[] = name === 'summary' ? [] : tables[name];
  for (const { name: needed, type } of promised) {
    const found = columns.find((one) => one.name === needed);
    if (found?.type !== type) invalid(`${path}.columns`, `a column ${needed} of type ${type}`);
  }
}

function table(value: unknown, name: TableName): TableEntry {
  const path = `tables.${name}`;
  const fields = is.object(value, path);
  const columns = is
    .list(fields['columns'], `${path}.columns`)
    .map((one, i) => column(one, `${path}.columns[${i}]`));
  conforms(name, columns, path);
  const files = is.list(fields['files'], `${path}.files`).map((one, i) => file(one, `${path}.files[${i}]`));
  const rows = between(fields['rows'], 0, mostRows, `${path}.rows`);
  const held = files.reduce((sum, one) => sum + one.rows, 0);
  return { files, rows: rows === held ? rows : invalid(`${path}.rows`, `${held}, as its files`), columns };
}

function years(value: unknown): Manifest['years'] {
  const [from, to, ...more] = is.list(value, 'years').map((one, i) => is.integer(one, `years[${i}]`));
  return from === undefined || to === undefined || more.length > 0 || from > to || from < 2008 || to > 2100
    ? invalid('years', 'the first and the last report year, from 2008 to 2100')
    : [from, to];
}

function levelCounts(value: unknown, reports: number): Manifest['levels'] {
  const fields = is.object(value, 'levels');
  return Object.fromEntries(
    levels.flatMap((level): [Level, number][] =>
      fields[level] === undefined ? [] : [[level, between(fields[level], 0, reports, `levels.${level}`)]],
    ),
  );
}

function rootArea(value: unknown): string {
  const id = is.string(value, 'root_area');
  return id === '' || areaLevel(id) !== null ? id : invalid('root_area', 'an area id, or nothing');
}

/**
 * Checks a parsed `manifest.json`. Throws `DatasetError`: `schema_version` when another version of this program wrote
 * it, `manifest_invalid` naming the first field that is not as it must be.
 */
export function parseManifest(json: unknown): Manifest {
  const fields = is.object(json, 'manifest');
  const schema = is.integer(fields['schema'], 'schema');
  if (schema !== schemaVersion) {
    throw new DatasetError('schema_version', `${schema}, this program reads ${schemaVersion}`);
  }
  const id = is.string(fields['id'], 'id');
  const entries = is.object(fields['tables'], 'tables');
  const read = Object.fromEntries(tableNames.map((name) => [name, table(entries[name], name)])) as Record<
    TableName,
    TableEntry
  >;
  const reports = read.reports.rows;
  const asOf = is.string(fields['as_of'], 'as_of');
  return {
    schema,
    id: datasetId.test(id) ? id : invalid('id', 'small letters, digits and -'),
    kind: is.oneOf(fields['kind'], ['real', 'simulated'] as const, 'kind'),
    title: label(fields['title'], 'title'),
    description: label(fields['description'], 'description'),
    licence: is.string(fields['licence'], 'licence'),
    as_of: isDate(asOf) ? asOf : invalid('as_of', 'YYYY-MM-DD'),
    version: is.string(fields['version'], 'version'),
    years: years(fields['years']),
    root_area: rootArea(fields['root_area']),
    root_name: label(fields['root_name'], 'root_name'),
    levels: levelCounts(fields['levels'], reports),
    default_level: is.oneOf(fields['default_level'], levels, 'default_level'),
    by_hand: between(fields['by_hand'], 0, reports, 'by_hand'),
    tables: read,
  };
}

/** Checks a parsed `datasets.json`. Throws `DatasetError` `index_invalid`. */
export function parseDatasetIndex(json: unknown): DatasetIndex {
  const index = failing('index_invalid');
  const ids = index
    .list(index.object(json, 'file')['datasets'], 'datasets')
    .map((one, i) => index.string(one, `datasets[${i}]`));
  const bad = ids.find((id) => !datasetId.test(id));
  if (bad !== undefined || ids.length === 0) {
    throw new DatasetError('index_invalid', `datasets: expected ids, found ${bad ?? 'none'}`);
  }
  return { datasets: ids };
}
