import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EngineBench, ask, byKind } from './support/engine-bench';
import type { EnginePage } from './support/engine-page/page';
import { nativeSql } from './support/native';
import type { PlainRow } from './support/native';

declare const atlas: EnginePage;
const engineBench = new EngineBench();
const onPage: EngineBench['onPage'] = (...args) => engineBench.onPage(...args);

describe('answers', () => {
  it.each(['real', 'demo', 'large'])(
    'of %s equal those of native DuckDB over the same Parquet',
    async (id) => {
      await onPage(async (bench) => {
        const answer = await ask(bench, id, byKind);
        expect(answer.rows).toEqual(await nativeSql(id, byKind.sql, join(engineBench.site, 'data')));
        expect(bench.errors).toEqual([]);
      });
    },
  );

  it('stay equal when columns come one after the other and tables are joined', async () => {
    await onPage(async (bench) => {
      const sql = `SELECT i.category, r.county_id, sum(i.count) AS items, count(DISTINCT r.agency) AS agencies
                   FROM items i JOIN reports r USING (report_id) WHERE r.is_primary
                   GROUP BY ALL ORDER BY ALL`;
      const rows = await bench.page.evaluate(async (asked) => {
        const engine = atlas.createEngine({ baseUrl: '.' });
        await engine.openDataset('demo');
        await engine.run({ sql: 'SELECT count(year) FROM reports', needs: { reports: ['year'] } });
        await Promise.all(
          ['agency', 'kind', 'county_id'].map((column) =>
            engine.run({ sql: `SELECT count("${column}") FROM reports`, needs: { reports: [column] } }),
          ),
        );
        const table = await engine.run({
          sql: asked,
          needs: {
            items: ['category', 'count', 'report_id'],
            reports: ['county_id', 'agency', 'is_primary', 'report_id'],
          },
        });
        return table.toArray().map((row: { toJSON(): PlainRow }) => row.toJSON());
      }, sql);
      expect(rows).toEqual(await nativeSql('demo', sql));
      expect(rows.length).toBeGreaterThan(3);
    });
  });

  it('come to the page under any sub-path', async () => {
    await onPage(
      async (bench) => expect((await ask(bench, 'real', byKind)).rows?.length).toBeGreaterThan(5),
      { base: '/a/b/' },
    );
  });
});

describe('loading', () => {
  it('moves only the columns that a question needs, once', async () => {
    await onPage(async (bench) => {
      await bench.page.evaluate(async () => {
        const engine = atlas.createEngine({ baseUrl: '.' });
        await engine.openDataset('large');
        const needs = { reports: ['year', 'kind'] };
        await engine.run({ sql: 'SELECT max(year) AS a FROM reports', needs });
        await engine.run({ sql: 'SELECT min(year) AS a FROM reports', needs });
        engine.dispose();
      });
      const moved = bench.server.requests.filter((request) => request.path.endsWith('.parquet'));
      const file = readFileSync(join(engineBench.site, 'data/large/reports.parquet')).length;
      const bytes = moved.reduce((sum, request) => sum + request.bytes, 0);
      expect(bytes).toBeLessThan(file / 20);
      expect(moved.every((request) => request.status === 206)).toBe(true);
    });
  });

  it('gives tables to the first screen without the query engine', async () => {
    await onPage(async (bench) => {
      const counts = await bench.page.evaluate(async () => {
        const engine = atlas.createEngine({ baseUrl: '.' });
        const manifest = await engine.openDataset('real');
        const tables = await Promise.all([
          engine.readTable('summary'),
          engine.readTable('areas', ['area_id', 'name']),
        ]);
        engine.dispose();
        return {
          expected: [manifest.tables.summary.rows, manifest.tables.areas.rows],
          found: tables.map((table) => table.numRows),
          columns: tables[1].schema.fields.map((field) => field.name),
        };
      });
      expect(counts.found).toEqual(counts.expected);
      expect(counts.columns).toEqual(['area_id', 'name']);
      expect(bench.server.requests.some((request) => request.path.endsWith('.wasm'))).toBe(false);
    });
  });

  it('reads the rows of one report', async () => {
    const [report] = await nativeSql(
      'demo',
      'SELECT report_id FROM evidence GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1',
    );
    const sql = `SELECT code, value, raw, at_line FROM evidence WHERE report_id = '${report!['report_id']}'`;
    await onPage(async (bench) => {
      const rows = await bench.page.evaluate(async (id) => {
        const engine = atlas.createEngine({ baseUrl: '.' });
        await engine.openDataset('demo');
        const table = await engine.readRows('evidence', 'report_id', id);
        engine.dispose();
        return table
          .select(['code', 'value', 'raw', 'at_line'])
          .toArray()
          .map((row: { toJSON(): PlainRow }) => row.toJSON());
      }, String(report!['report_id']));
      expect(rows).toEqual(await nativeSql('demo', sql));
      expect(rows.length).toBeGreaterThan(20);
    });
  });

  it('names its stages with bytes', async () => {
    await onPage(async (bench) => {
      const { seen, last } = await bench.page.evaluate(async (query) => {
        const states: string[] = [];
        const engine = atlas.createEngine({
          baseUrl: '.',
          onStatus: (status) => {
            for (const [name, stage] of Object.entries(status)) {
              const line = `${name} ${stage.state}`;
              if (stage.state !== 'idle' && !states.includes(line)) states.push(line);
            }
          },
        });
        await engine.openDataset('real');
        await engine.readTable('summary');
        await engine.run(query);
        return { seen: states, last: engine.status };
      }, byKind);
      for (const stage of ['manifest', 'summary', 'engine', 'instantiate', 'data', 'query'])
        expect(seen.indexOf(`${stage} loading`), stage).toBeLessThan(seen.indexOf(`${stage} ready`));
      expect(last.engine.bytes).toBe(last.engine.totalBytes);
      expect(last.engine.bytes).toBeGreaterThan(30_000_000);
      expect(last.data.bytes).toBe(last.data.totalBytes);
    });
  });
});

describe('queries', () => {
  it('that nobody waits for any longer end at once, and later ones work', async () => {
    await onPage(async (bench) => {
      const result = await bench.page.evaluate(async () => {
        const endless =
          'SELECT count(*) AS n FROM range(1000000) a, range(100000) b WHERE a.range * b.range % 7 =';
        const engine = atlas.createEngine({ baseUrl: '.' });
        await engine.openDataset('real');
        await engine.run({ sql: 'SELECT 1 AS one', needs: {} });
        const answers: unknown[] = [];
        const names: string[] = [];
        for (let turn = 0; turn < 5; turn += 1) {
          const controller = new AbortController();
          const query = engine.run({ sql: `${endless} ${turn}`, needs: {} }, { signal: controller.signal });
          await new Promise((resolve) => setTimeout(resolve, 150));
          controller.abort();
          await query.catch((error: Error) => names.push(error.name));
          // The cancelled query would never end: an answer to the next shows that it did.
          const next = await engine.run({ sql: `SELECT ${turn} AS after_cancelling`, needs: {} });
          answers.push(Number(next.get(0)?.['after_cancelling']));
        }
        return { names, answers };
      });
      expect(result.names).toEqual(Array(5).fill('AbortError'));
      expect(result.answers).toEqual([0, 1, 2, 3, 4]);
    });
  });

  it('that are equal run once; visible ones overtake those in the background', async () => {
    await onPage(async (bench) => {
      const order = await bench.page.evaluate(async () => {
        const engine = atlas.createEngine({ baseUrl: '.' });
        await engine.openDataset('large');
        const needs = { reports: ['year', 'a'] };
        await engine.run({ sql: 'SELECT count(a) + count(year) FROM reports', needs });
        const done: string[] = [];
        const run = async (name: string, sql: string, priority: 'visible' | 'background') => {
          const table = await engine.run({ sql, needs }, { priority });
          done.push(name);
          return table;
        };
        const [one, two] = await Promise.all([
          run('first', 'SELECT year, avg(a) AS v FROM reports GROUP BY year', 'visible'),
          run('first again', 'SELECT year, avg(a) AS v FROM reports GROUP BY year', 'visible'),
          run('background', 'SELECT year, sum(a) AS v FROM reports GROUP BY year', 'background'),
          run('visible', 'SELECT year, max(a) AS v FROM reports GROUP BY year', 'visible'),
        ]);
        return { done, same: one === two };
      });
      expect(order.same).toBe(true);
      expect(order.done).toEqual(['first', 'first again', 'visible', 'background']);
    });
  });

  it('that are wrong say what DuckDB says and keep the SQL', async () => {
    await onPage(async (bench) => {
      const failure = await bench.page.evaluate(async () => {
        const engine = atlas.createEngine({ baseUrl: '.' });
        await engine.openDataset('real');
        return engine.run({ sql: 'SELECT nothing', needs: {} }).then(
          () => null,
          (error: unknown) =>
            error instanceof atlas.QueryError ? { sql: error.sql, detail: error.detail } : null,
        );
      });
      expect(failure?.sql).toBe('SELECT nothing');
      expect(failure?.detail).toContain('nothing');
    });
  });

  it('cannot reach files, hosts or extensions', async () => {
    const attempts = [
      "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')",
      "SELECT * FROM read_parquet('https://example.com/x.parquet')",
      'LOAD parquet',
      "ATTACH 'x.db'",
      'SET enable_external_access = true',
    ];
    await onPage(async (bench) => {
      const result = await bench.page.evaluate(
        async ([statements, query]) => {
          const engine = atlas.createEngine({ baseUrl: '.' });
          await engine.openDataset('real');
          const codes: string[] = [];
          for (const sql of statements)
            codes.push(
              await engine.run({ sql, needs: {} }).then(
                () => 'allowed',
                (error: unknown) => (error instanceof atlas.EngineError ? error.code : String(error)),
              ),
            );
          return { codes, rows: (await engine.run(query)).numRows };
        },
        [attempts, byKind] as const,
      );
      expect(result.codes).toEqual(attempts.map(() => 'query_failed'));
      expect(result.rows).toBeGreaterThan(5);
    });
  });

  it('about one dataset are never answered from another', async () => {
    await onPage(async (bench) => {
      const counts = await bench.page.evaluate(async () => {
        const engine = atlas.createEngine({ baseUrl: '.' });
        const count = async () =>
          Number(
            (
              await engine.run({ sql: 'SELECT count(year) AS n FROM reports', needs: { reports: ['year'] } })
            ).get(0)?.n,
          );
        const rows = async (id: string) => (await engine.openDataset(id)).tables.reports.rows;
        const found: number[][] = [];
        for (const id of ['real', 'demo', 'real', 'large']) found.push([await rows(id), await count()]);
        await engine.openDataset('real');
        const late = count().catch((error: Error) => error.name);
        await engine.openDataset('demo');
        return { found, late: await late };
      });
      for (const [expected, found] of counts.found) expect(found).toBe(expected);
      expect(counts.late === 'AbortError' || counts.late === counts.found[0]![0]).toBe(true);
    });
  });
});
