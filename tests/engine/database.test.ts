import { tableFromArrays } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import type { Query } from '../../src/dataset';
import { Database } from '../../src/engine/database';
import { EngineError, QueryError } from '../../src/engine/errors';
import { FakeConnector, deferred, settle } from './doubles';

const encode = (text: string) => new TextEncoder().encode(text);
const live = () => new AbortController().signal;
const normal = () => 0;
const yearly: Query = { sql: 'SELECT year FROM reports', needs: { reports: ['year'] } };

function setUp() {
  const connectors: FakeConnector[] = [];
  const database = new Database({
    start: async () => {
      connectors.push(new FakeConnector());
      return connectors.at(-1)!;
    },
    memoryBudget: 100,
  });
  database.use(async (_, columns) => encode(columns.join(' ')));
  const run = (query: Query, signal = live()) => database.run(query, normal, signal);
  return { connectors, database, run };
}

it('starts one engine, however many ask', async () => {
  const { connectors, database, run } = setUp();
  await Promise.all([database.warmUp(), run(yearly), run({ sql: 'SELECT 1', needs: {} })]);
  expect(connectors).toHaveLength(1);
});

it('tries again after an engine that did not start', async () => {
  let attempts = 0;
  const database = new Database({
    start: async () => {
      attempts += 1;
      if (attempts === 1) throw new EngineError('engine_missing', { file: 'x', status: 404 });
      return new FakeConnector();
    },
    memoryBudget: 100,
  });
  database.use(async () => encode('x'));
  await expect(database.run(yearly, normal, live())).rejects.toMatchObject({ code: 'engine_missing' });
  await expect(database.run(yearly, normal, live())).resolves.toBeDefined();
});

it('reads columns while the engine is on its way, and tells of broken files without it', async () => {
  const starting = deferred<FakeConnector>();
  const database = new Database({ start: () => starting.promise, memoryBudget: 100 });
  const reads: string[] = [];
  database.use(async (table, columns) => {
    reads.push(...columns);
    if (table === 'items') throw new EngineError('file_missing', { file: 'items' });
    return encode('x');
  });
  const answer = database.run(yearly, normal, live());
  const broken = database.run({ sql: 'x', needs: { items: ['count'] } }, normal, live());
  await expect(broken).rejects.toMatchObject({ code: 'file_missing' });
  expect(reads).toEqual(['year', 'count']);
  starting.resolve(new FakeConnector());
  await expect(answer).resolves.toBeDefined();
});

describe('a crash', () => {
  it('goes unnoticed: a new engine loads the columns again and answers', async () => {
    const { connectors, run } = setUp();
    await run(yearly);
    connectors[0]!.close();
    const answer = await run({ ...yearly, sql: 'SELECT max(year) FROM reports' });
    expect(answer.get(0)?.toJSON()).toEqual({ sql: 'SELECT max(year) FROM reports' });
    expect(connectors[1]!.log).toEqual([
      'insert reports__1 year',
      'ALTER TABLE "reports__1" RENAME TO "reports"',
      'SELECT max(year) FROM reports',
    ]);
  });

  it('in the middle of several queries starts one new engine for all', async () => {
    const { connectors, run } = setUp();
    await run({ sql: 'SELECT 1', needs: {} });
    connectors[0]!.held.set('slow', deferred());
    const answers = Promise.all([
      run({ sql: 'slow', needs: { reports: ['year'] } }),
      run({ sql: 'b', needs: { reports: ['kind'] } }),
      run({ sql: 'c', needs: {} }),
    ]);
    await settle();
    connectors[0]!.close();
    await expect(answers).resolves.toHaveLength(3);
    expect(connectors).toHaveLength(2);
  });

  it('that comes again and again is told in the end', async () => {
    const database = new Database({
      start: async () => {
        const connector = new FakeConnector();
        connector.close();
        return connector;
      },
      memoryBudget: 100,
    });
    database.use(async () => encode('x'));
    await expect(database.run({ sql: 'x', needs: {} }, normal, live())).rejects.toMatchObject({
      code: 'engine_crashed',
    });
  });
});

it('keeps an engine whose query failed', async () => {
  const { connectors, run } = setUp();
  await run(yearly);
  connectors[0]!.held.set('bad', deferred());
  const bad = run({ sql: 'bad', needs: {} });
  await settle();
  connectors[0]!.held.get('bad')!.reject(new QueryError('bad', 'syntax'));
  await expect(bad).rejects.toMatchObject({ code: 'query_failed', sql: 'bad' });
  await run(yearly);
  expect(connectors).toHaveLength(1);
});

describe('memory', () => {
  it('past the budget is returned before more columns are loaded', async () => {
    const { connectors, run } = setUp();
    await run(yearly);
    connectors[0]!.memory = 101;
    await run({ sql: 'b', needs: { reports: ['kind'] } });
    expect(connectors).toHaveLength(2);
    expect(connectors[0]!.closed).toBe(true);
    expect(connectors[1]!.log[0]).toBe('insert reports__1 kind');
  });

  it('past the budget stays while nothing more is loaded', async () => {
    const { connectors, run } = setUp();
    await run(yearly);
    connectors[0]!.memory = 101;
    await run({ ...yearly, sql: 'again' });
    expect(connectors).toHaveLength(1);
  });

  it('that runs out in a query gets a new engine with only the columns of that query', async () => {
    const { connectors, run } = setUp();
    await run({ sql: 'a', needs: { reports: ['kind'] } });
    connectors[0]!.held.set('big', deferred());
    const big = run({ sql: 'big', needs: { reports: ['year'] } });
    await settle();
    connectors[0]!.held.get('big')!.reject(new EngineError('out_of_memory', { budget: 100 }));
    await big;
    expect(connectors[1]!.log[0]).toBe('insert reports__1 year');
  });
});

describe('another dataset', () => {
  it('takes the place of the first', async () => {
    const { connectors, database, run } = setUp();
    await run(yearly);
    database.use(async () => encode('other'));
    await run(yearly);
    expect(connectors).toHaveLength(1);
    expect(connectors[0]!.log.slice(3)).toEqual([
      'DROP TABLE "reports"',
      'insert reports__1 other',
      'ALTER TABLE "reports__1" RENAME TO "reports"',
      'SELECT year FROM reports',
    ]);
  });

  it('never answers a question about the first', async () => {
    const { connectors, database, run } = setUp();
    await run(yearly);
    const gate = deferred<ReturnType<typeof tableFromArrays>>();
    connectors[0]!.held.set('slow', gate);
    const running = run({ sql: 'slow', needs: {} });
    const waiting = run({ sql: 'waiting', needs: { reports: ['year'] } });
    await settle();
    database.use(async () => encode('other'));
    gate.resolve(tableFromArrays({ a: [1] }));
    await running;
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(connectors[0]!.log).not.toContain('waiting');
  });
});

it('gives up with its caller, before and after the columns', async () => {
  const { connectors, run } = setUp();
  await run(yearly);
  connectors[0]!.held.set('slow', deferred());
  const controller = new AbortController();
  const slow = run({ sql: 'slow', needs: {} }, controller.signal);
  await settle();
  controller.abort();
  await expect(slow).rejects.toMatchObject({ name: 'AbortError' });
  await expect(run(yearly)).resolves.toBeDefined();
});

it('refuses everything once disposed', async () => {
  const { connectors, database, run } = setUp();
  await run(yearly);
  database.dispose();
  await settle();
  expect(connectors[0]!.closed).toBe(true);
  await expect(run(yearly)).rejects.toMatchObject({ code: 'disposed' });
});
