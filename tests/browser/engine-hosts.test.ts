import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemaVersion, type Manifest } from '../../src/dataset';
import { EngineBench, ask, byKind, readsSummary } from './support/engine-bench';
import type { EnginePage } from './support/engine-page/page';
import { nativeSql } from './support/native';
import type { ServerOptions } from './support/server';

declare const atlas: EnginePage;
const engineBench = new EngineBench();
const onPage: EngineBench['onPage'] = (...args) => engineBench.onPage(...args);

describe('hosts', () => {
  const manifestText = () => readFileSync(join(engineBench.site, 'data/real/manifest.json'), 'utf8');
  const asset = (part: string) =>
    `assets/${readdirSync(join(engineBench.site, 'assets')).find((name) => name.includes(part))}`;

  it('without range requests serve whole files, each once', async () => {
    await onPage(
      async (bench) => {
        expect((await ask(bench, 'large', byKind)).rows).toEqual(
          await nativeSql('large', byKind.sql, join(engineBench.site, 'data')),
        );
        const parquet = bench.server.requests.filter((request) => request.path.endsWith('.parquet'));
        expect(parquet.map((request) => request.status)).toEqual([200]);
      },
      { ranges: false },
    );
  });

  it('that do not know wasm serve the engine all the same', async () => {
    await onPage(async (bench) => expect((await ask(bench, 'real', byKind)).rows).toBeDefined(), {
      types: { '.wasm': 'application/octet-stream' },
    });
  });

  it('that are slow are waited for', async () => {
    await onPage(async (bench) => expect(await readsSummary(bench)).toBe(true), {
      latency: 40,
      bytesPerSecond: 1_250_000,
    });
  });

  it.each([
    ['index_missing', 'nobody', { missing: ['data/datasets.json'] }],
    ['dataset_unknown', 'nobody', {}],
    ['dataset_unknown', '../real', {}],
    ['dataset_unknown', '', {}],
    ['manifest_missing', 'real', { missing: ['data/real/manifest.json'] }],
    [
      'manifest_missing',
      'real',
      { replaced: { 'data/real/manifest.json': '<!doctype html><title>Home</title>' } },
    ],
    ['manifest_broken', 'real', { truncated: { 'data/real/manifest.json': 500 } }],
    ['manifest_broken', 'real', { replaced: { 'data/real/manifest.json': `{"schema":${schemaVersion}}` } }],
    ['manifest_broken', 'real', { replaced: { 'data/real/manifest.json': 'null' } }],
    ['schema_version', 'real', { replaced: { 'data/real/manifest.json': '{"schema":99}' } }],
    ['file_missing', 'real', { missing: ['data/real/reports.parquet'] }],
    ['file_truncated', 'real', { truncated: { 'data/real/reports.parquet': 5000 } }],
    ['file_truncated', 'real', { truncated: { 'data/real/reports.parquet': 5000 }, ranges: false }],
    ['file_truncated', 'real', { truncated: { 'data/real/reports.parquet': 0 } }],
    [
      'file_not_parquet',
      'real',
      {
        replaced: { 'data/real/reports.parquet': '<!doctype html>' },
        ranges: false,
        types: { '.parquet': 'text/html' },
      },
    ],
  ] as const)('%s', async (code, id, options: ServerOptions) => {
    await onPage(async (bench) => expect(await ask(bench, id, byKind)).toEqual({ failed: code }), options);
  });

  it('that altered a file of the same length are found out when it was fetched whole', async () => {
    const bytes = readFileSync(join(engineBench.site, 'data/real/reports.parquet'));
    bytes[50] = bytes[50]! ^ 0xff;
    await onPage(
      async (bench) => expect(await ask(bench, 'real', byKind)).toEqual({ failed: 'file_changed' }),
      {
        replaced: { 'data/real/reports.parquet': bytes },
        ranges: false,
      },
    );
  });

  it('that serve another version of a file than the manifest knows are found out', async () => {
    const manifest = JSON.parse(manifestText()) as Manifest;
    const other = readFileSync(join(engineBench.site, 'data/demo/reports.parquet'));
    expect(other.length).not.toBe(manifest.tables.reports.files[0]!.bytes);
    await onPage(
      async (bench) => {
        const answer = await ask(bench, 'real', byKind);
        expect(['file_changed', 'file_truncated']).toContain(answer.failed);
      },
      { replaced: { 'data/real/reports.parquet': other } },
    );
  });

  it('without the engine say so and still show tables', async () => {
    await onPage(
      async (bench) => {
        expect(await ask(bench, 'real', byKind)).toEqual({ failed: 'engine_missing' });
        expect(await readsSummary(bench)).toBe(true);
      },
      { missing: [asset('duckdb-eh')] },
    );
  });

  it('with a broken engine say so', async () => {
    await onPage(
      async (bench) => expect(await ask(bench, 'real', byKind)).toEqual({ failed: 'engine_failed' }),
      {
        truncated: { [asset('duckdb-eh')]: 1_000_000 },
      },
    );
  });

  it('whose fault is mended are asked again', async () => {
    await onPage(
      async (bench) => {
        await bench.page.evaluate(async () => {
          const engine = atlas.createEngine({ baseUrl: '.' });
          Object.assign(globalThis, { engine });
          await engine.openDataset('real');
        });
        const run = () =>
          bench.page.evaluate(async (query) => {
            const { engine } = globalThis as unknown as { engine: ReturnType<EnginePage['createEngine']> };
            return engine.run(query).then(
              (table) => table.numRows,
              (error: unknown) => (error instanceof atlas.EngineError ? error.code : String(error)),
            );
          }, byKind);
        expect(await run()).toBe('file_missing');
        bench.server.change({ missing: [asset('duckdb-eh')] });
        bench.server.change({ missing: [] });
        expect(await run()).toBeGreaterThan(5);
      },
      { missing: ['data/real/reports.parquet'] },
    );
  });
});
