import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Query } from '../../../src/dataset';
import { writeDataset } from '../../engine/fixture';
import type { FixtureColumn } from '../../engine/fixture';
import { foreignRequests, launchBrowser, openPage } from './browser';
import type { Watched } from './browser';
import { buildEngineSite } from './engine-site';
import type { EnginePage } from './engine-page/page';
import type { PlainRow } from './native';
import { startServer } from './server';
import type { ServerOptions, StaticServer } from './server';

declare const atlas: EnginePage;

export const largeRows = 300_000;

function largeColumn(
  name: string,
  type: FixtureColumn['type'],
  value: (row: number) => FixtureColumn['values'][number],
): FixtureColumn {
  return { name, type, values: Array.from({ length: largeRows }, (_, row) => value(row)) };
}

/** Large enough to take time, with every type and with nulls. */
const largeColumns: readonly FixtureColumn[] = [
  largeColumn('report_id', 'string', (row) => `r${row}`),
  largeColumn('kind', 'string', (row) => ['township', 'street', null][row % 3] ?? null),
  largeColumn('year', 'int32', (row) => 2017 + (row % 9)),
  largeColumn('published_total', 'double', (row) => (row % 7 ? (row % 1000) / 4 : null)),
  largeColumn('is_primary', 'boolean', (row) => (row % 5 ? row % 2 === 0 : null)),
  largeColumn('published', 'date', (row) => (row % 4 ? 18_000 + (row % 365) : null)),
  ...['a', 'b', 'c', 'd'].map((name, i) => largeColumn(name, 'double', (row) => Math.sin(row * (i + 1)))),
];

export interface Bench extends Watched {
  readonly server: StaticServer;
}

export interface Answer {
  readonly rows?: PlainRow[];
  readonly failed?: string;
}

/** The engine's own page, with the shipped datasets and `large` beside it, in a real Chromium. */
export class EngineBench {
  /** Folder of the built page. */
  site = '';
  #browser: Browser | null = null;

  /** Builds before and cleans up after the tests of the file. */
  constructor() {
    beforeAll(async () => {
      this.site = mkdtempSync(join(tmpdir(), 'engine-site-'));
      await buildEngineSite(this.site);
      writeDataset(this.site, 'large', { reports: { columns: largeColumns } });
      this.#browser = await launchBrowser();
    }, 600_000);
    afterAll(async () => {
      await this.#browser?.close();
      rmSync(this.site, { recursive: true, force: true });
    });
  }

  /** Opens the page, runs the test in it, and holds that nothing left the origin. */
  async onPage(
    test: (bench: Bench) => Promise<void>,
    options: ServerOptions = {},
    initScript = '',
  ): Promise<void> {
    if (this.#browser === null) throw new Error('no browser yet');
    const server = await startServer(this.site, options);
    const watched = await openPage(this.#browser);
    try {
      await watched.page.addInitScript(initScript);
      await watched.page.goto(server.url);
      await watched.page.waitForFunction(() => 'atlas' in globalThis);
      await test({ ...watched, server });
      expect(foreignRequests(watched.requests, server.url)).toEqual([]);
    } finally {
      await watched.close();
      await server.close();
    }
  }
}

/** Runs a query on an engine of its own; rows as plain values, dates as milliseconds, a failure as its code. */
export function ask(bench: Bench, dataset: string, query: Query): Promise<Answer> {
  return bench.page.evaluate(
    async ([id, asked]) => {
      const engine = atlas.createEngine({ baseUrl: '.' });
      try {
        await engine.openDataset(id);
        const table = await engine.run(asked);
        return { rows: table.toArray().map((row: { toJSON(): PlainRow }) => row.toJSON()) };
      } catch (error) {
        return { failed: error instanceof atlas.EngineError ? error.code : String(error) };
      } finally {
        engine.dispose();
      }
    },
    [dataset, query] as const,
  );
}

/** Whether the first screen has what it needs, without the query engine. */
export function readsSummary(bench: Bench): Promise<boolean> {
  return bench.page.evaluate(async () => {
    const engine = atlas.createEngine({ baseUrl: '.' });
    const manifest = await engine.openDataset('real');
    const table = await engine.readTable('summary');
    engine.dispose();
    return table.numRows === manifest.tables.summary.rows;
  });
}

/** Touches every type of column. */
export const byKind: Query = {
  sql: `SELECT kind, year, count(*) AS reports, sum(published_total) AS items, max(published) AS latest,
          sum(CASE WHEN is_primary THEN 1 ELSE 0 END) AS primaries
        FROM reports GROUP BY kind, year ORDER BY kind, year`,
  needs: { reports: ['kind', 'year', 'published_total', 'published', 'is_primary'] },
};
