import { describe, expect, it } from 'vitest';
import { EngineBench, ask, byKind, largeRows, readsSummary } from './support/engine-bench';
import type { EnginePage } from './support/engine-page/page';
import { nativeSql } from './support/native';

declare const atlas: EnginePage;
const engineBench = new EngineBench();
const onPage: EngineBench['onPage'] = (...args) => engineBench.onPage(...args);

describe('an engine that ends', () => {
  it('by a crash comes back with the columns it needs', async () => {
    await onPage(async (bench) => {
      const before = await bench.page.evaluate(async (query) => {
        const engine = atlas.createEngine({ baseUrl: '.' });
        Object.assign(globalThis, { engine });
        await engine.openDataset('large');
        return (await engine.run(query)).numRows;
      }, byKind);
      const worker = bench.page.workers().find((one) => one.url().includes('duckdb-worker'));
      await worker?.evaluate(() => {
        setTimeout(() => {
          throw new Error('crash');
        });
      });
      await bench.page.waitForTimeout(200);
      const after = await bench.page.evaluate(async (query) => {
        const { engine } = globalThis as unknown as { engine: ReturnType<EnginePage['createEngine']> };
        return (await engine.run({ ...query, sql: `SELECT * FROM (${query.sql})` })).numRows;
      }, byKind);
      expect(after).toBe(before);
    });
  });

  it('because a cancelled query does not stop comes back', async () => {
    await onPage(async (bench) => {
      const result = await bench.page.evaluate(async () => {
        const engine = atlas.createEngine({ baseUrl: '.' });
        await engine.openDataset('real');
        const count = { sql: 'SELECT count(year) AS n FROM reports', needs: { reports: ['year'] } };
        const before = Number((await engine.run(count)).get(0)?.n);
        const controller = new AbortController();
        // Nothing passes the filter, so DuckDB never leaves its innermost loop.
        const sql = 'SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range * b.range % 7 = 7';
        const stuck = engine.run({ sql, needs: {} }, { signal: controller.signal });
        await new Promise((resolve) => setTimeout(resolve, 150));
        controller.abort();
        const name = await stuck.catch((error: Error) => error.name);
        const after = await engine.run({ ...count, sql: 'SELECT count(year) + 0 AS n FROM reports' });
        return { name, before, after: Number(after.get(0)?.n) };
      });
      expect(result.name).toBe('AbortError');
      expect(result.after).toBe(result.before);
    });
  });

  it('by its memory budget comes back too, and answers go on being right', async () => {
    await onPage(async (bench) => {
      const sums = await bench.page.evaluate(async () => {
        const engine = atlas.createEngine({ baseUrl: '.', memoryBudget: 24 * 2 ** 20 });
        await engine.openDataset('large');
        const found: number[] = [];
        for (const column of ['a', 'b', 'c', 'd', 'published_total', 'year']) {
          const query = { sql: `SELECT count("${column}") AS n FROM reports`, needs: { reports: [column] } };
          found.push(Number((await engine.run(query)).get(0)?.n));
        }
        return found;
      });
      const missing = Math.ceil(largeRows / 7);
      expect(sums).toEqual([largeRows, largeRows, largeRows, largeRows, largeRows - missing, largeRows]);
      expect(bench.workers.filter((url) => url.includes('duckdb-worker')).length).toBeGreaterThan(1);
    });
  });

  it('for lack of memory in one query says so, and the next works', async () => {
    await onPage(async (bench) => {
      const result = await bench.page.evaluate(async () => {
        const engine = atlas.createEngine({ baseUrl: '.', memoryBudget: 64 * 2 ** 20 });
        await engine.openDataset('real');
        const failed = await engine
          .run({ sql: 'SELECT list(range) AS l FROM range(50000000)', needs: {} })
          .catch((error: unknown) => (error instanceof atlas.EngineError ? error.code : String(error)));
        const next = await engine.run({
          sql: 'SELECT count(year) AS n FROM reports',
          needs: { reports: ['year'] },
        });
        return { failed, next: Number(next.get(0)?.n) };
      });
      expect(result.failed).toBe('out_of_memory');
      expect(result.next).toBeGreaterThan(500);
    });
  });
});

describe('browsers', () => {
  it('without WebAssembly exceptions get the other build', async () => {
    await onPage(
      async (bench) => {
        const answer = await ask(bench, 'real', byKind);
        expect(answer.rows).toEqual(await nativeSql('real', byKind.sql));
        const wasm = bench.requests.filter((url) => url.endsWith('.wasm'));
        expect(wasm.map((url) => /duckdb-(\w+)-/.exec(url)?.[1])).toEqual(['mvp']);
      },
      {},
      'WebAssembly.validate = () => false;',
    );
  });

  it('without WebAssembly say so and still show tables', async () => {
    await onPage(
      async (bench) => {
        expect(await ask(bench, 'real', byKind)).toEqual({ failed: 'wasm_blocked' });
        expect(await readsSummary(bench)).toBe(true);
      },
      {},
      'delete globalThis.WebAssembly;',
    );
  });

  it('whose policy forbids WebAssembly say so and still show tables', async () => {
    const policy =
      "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; img-src data:";
    await onPage(
      async (bench) => {
        expect(await ask(bench, 'real', byKind)).toEqual({ failed: 'wasm_blocked' });
        expect(await readsSummary(bench)).toBe(true);
      },
      { headers: { 'Content-Security-Policy': policy } },
    );
  });
});
