import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DatasetError, parseDatasetIndex, parseManifest, schemaVersion } from '../../src/dataset';

type Json = Record<string, unknown>;
const shipped = (id: string): Json => JSON.parse(readFileSync(`data/${id}/manifest.json`, 'utf8')) as Json;

/** The shipped manifest with one field, named by its path, replaced. */
function broken(path: string, value: unknown): Json {
  const manifest = structuredClone(shipped('real'));
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Json>((at, key) => at[key] as Json, manifest);
  holder[last] = value;
  return manifest;
}

const codeOf = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error instanceof DatasetError ? error.code : error;
  }
  return 'no error';
};

describe('parseManifest', () => {
  it.each(['real', 'demo'])('takes the shipped manifest of %s as it is', (id) => {
    expect(parseManifest(shipped(id))).toEqual(shipped(id));
  });

  it('tells another schema version from a broken manifest, before anything else', () => {
    expect(codeOf(() => parseManifest({ schema: 99 }))).toBe('schema_version');
    expect(codeOf(() => parseManifest(broken('schema', schemaVersion + 1)))).toBe('schema_version');
  });

  it.each<[string, unknown]>([
    ['id', '../etc'],
    ['kind', 'fake'],
    ['title', 'text'],
    ['as_of', 'yesterday'],
    ['years', [2025, 2013]],
    ['years', []],
    ['root_area', 'nowhere'],
    ['levels.grassroots', -1],
    ['default_level', 'village'],
    ['tables.reports', undefined],
    ['tables.summary', null],
    ['tables.reports.columns', []],
    ['tables.reports.rows', '544'],
    ['tables.reports.files.0.path', '../../secret'],
    ['tables.reports.files.0.path', 'https://elsewhere/x.parquet'],
    ['tables.reports.files.0.sha256', 'abc'],
    ['tables.reports.files.0.bytes', -3],
    ['tables.reports.files.0.bytes', 11],
    ['tables.reports.files.0.bytes', 9e15],
    ['tables.reports.files.0.bytes', 2 ** 31],
    ['tables.reports.files.0.bytes', 1e300],
    ['tables.reports.files.0.rows', 9e15],
    ['tables.reports.files.0.rows', 543],
    ['tables.reports.rows', 9e15],
    ['tables.reports.rows', 0.5],
    ['tables.reports.files', []],
    ['tables.summary.rows', 9e9],
    ['levels.grassroots', 545],
    ['by_hand', -1],
    ['by_hand', 9e15],
  ])('refuses %s = %j and names it', (path, value) => {
    const run = () => parseManifest(broken(path, value));
    expect(codeOf(run)).toBe('manifest_invalid');
    expect(run).toThrow(path.split('.')[0]);
  });

  it.each([null, undefined, 'text', 4, [], {}])('refuses %j', (json) => {
    expect(codeOf(() => parseManifest(json))).toBe('manifest_invalid');
  });
});

describe('parseDatasetIndex', () => {
  it('takes the shipped index: the real dataset opens first', () => {
    const json: unknown = JSON.parse(readFileSync('data/datasets.json', 'utf8'));
    expect(parseDatasetIndex(json).datasets).toEqual(['real', 'demo']);
  });

  it.each([null, {}, { datasets: [] }, { datasets: [3] }, { datasets: ['../up'] }])('refuses %j', (json) => {
    expect(codeOf(() => parseDatasetIndex(json))).toBe('index_invalid');
  });
});
