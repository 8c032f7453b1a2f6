import { tableFromArrays } from 'apache-arrow';
import type { Table } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import type { Query } from '../../src/dataset';
import { QueryManager } from '../../src/engine/query-manager';
import { abortError } from '../../src/engine/errors';
import { deferred, settle } from './doubles';
import type { Deferred } from './doubles';

const query = (sql: string): Query => ({ sql, needs: {} });
const answer = (sql: string) => tableFromArrays({ sql: [sql] });

function setUp(cacheBytes = 1 << 20) {
  const runs: { sql: string; priority: () => number; signal: AbortSignal; work: Deferred<Table> }[] = [];
  const manager = new QueryManager((asked, priority, signal) => {
    const work = deferred<Table>();
    signal.addEventListener('abort', () => work.reject(abortError()));
    runs.push({ sql: asked.sql, priority, signal, work });
    return work.promise;
  }, cacheBytes);
  return { manager, runs };
}

describe('equal questions', () => {
  it('share one run while it lasts', async () => {
    const { manager, runs } = setUp();
    const answers = Promise.all([manager.run('v1', query('a')), manager.run('v1', query('a'))]);
    await settle();
    expect(runs).toHaveLength(1);
    const table = answer('a');
    runs[0]!.work.resolve(table);
    expect(await answers).toEqual([table, table]);
  });

  it('are answered from the cache afterwards', async () => {
    const { manager, runs } = setUp();
    const first = manager.run('v1', query('a'));
    await settle();
    runs[0]!.work.resolve(answer('a'));
    expect(await manager.run('v1', query('a'))).toBe(await first);
    expect(runs).toHaveLength(1);
  });

  it('are other questions over another version of the data', async () => {
    const { manager, runs } = setUp();
    void manager.run('v1', query('a'));
    void manager.run('v2', query('a'));
    await settle();
    expect(runs).toHaveLength(2);
  });

  it('are asked again when the answer no longer fits the cache', async () => {
    const { manager, runs } = setUp(0);
    const first = manager.run('v1', query('a'));
    await settle();
    runs[0]!.work.resolve(answer('a'));
    await first;
    void manager.run('v1', query('a'));
    await settle();
    expect(runs).toHaveLength(2);
  });
});

describe('giving up', () => {
  it('cancels the run only when all callers have given up', async () => {
    const { manager, runs } = setUp();
    const [one, two] = [new AbortController(), new AbortController()];
    const answers = Promise.allSettled([
      manager.run('v1', query('a'), { signal: one.signal }),
      manager.run('v1', query('a'), { signal: two.signal }),
    ]);
    await settle();
    one.abort();
    expect(runs[0]!.signal.aborted).toBe(false);
    two.abort();
    expect(runs[0]!.signal.aborted).toBe(true);
    for (const result of await answers) expect(result).toMatchObject({ reason: { name: 'AbortError' } });
  });

  it('starts anew for a caller that comes after the cancelling', async () => {
    const { manager, runs } = setUp();
    const gone = new AbortController();
    const left = manager.run('v1', query('a'), { signal: gone.signal });
    await settle();
    gone.abort();
    const late = manager.run('v1', query('a'));
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    await settle();
    expect(runs).toHaveLength(2);
    runs[1]!.work.resolve(answer('a'));
    await expect(late).resolves.toBeDefined();
  });
});

it('does not keep a failure', async () => {
  const { manager, runs } = setUp();
  const first = manager.run('v1', query('a'));
  await settle();
  runs[0]!.work.reject(new Error('no'));
  await expect(first).rejects.toThrow('no');
  void manager.run('v1', query('a'));
  await settle();
  expect(runs).toHaveLength(2);
});

it('raises a background run to the front when somebody sees it', async () => {
  const { manager, runs } = setUp();
  void manager.run('v1', query('a'), { priority: 'background' });
  await settle();
  expect(runs[0]!.priority()).toBe(0);
  void manager.run('v1', query('a'));
  expect(runs[0]!.priority()).toBe(1);
});
