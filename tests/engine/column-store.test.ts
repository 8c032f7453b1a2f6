import { describe, expect, it } from 'vitest';
import { ColumnStore, mergeStatements } from '../../src/engine/column-store';
import type { ReadColumns } from '../../src/engine/column-store';
import { FakeConnector, deferred, settle } from './doubles';

const encode = (text: string) => new TextEncoder().encode(text);
const live = () => new AbortController().signal;

function setUp(read?: ReadColumns) {
  const connector = new FakeConnector();
  const reads: string[] = [];
  const store = new ColumnStore(
    async (table, columns, signal) => {
      reads.push(`${table}: ${columns.join(' ')}`);
      return read === undefined ? encode(columns.join(' ')) : read(table, columns, signal);
    },
    (task) => task(connector),
  );
  return { connector, reads, store };
}

describe('columns', () => {
  it('become the table at first, and join it by position later', async () => {
    const { connector, store } = setUp();
    await store.ensure({ reports: ['year', 'kind'] }, live());
    await store.ensure({ reports: ['year', 'published'] }, live());
    expect(connector.log).toEqual([
      'insert reports__1 year kind',
      'ALTER TABLE "reports__1" RENAME TO "reports"',
      'insert reports__2 published',
      'CREATE OR REPLACE TABLE "reports" AS SELECT * FROM "reports" POSITIONAL JOIN "reports__2"',
      'DROP TABLE "reports__2"',
    ]);
  });

  it('are read once, however many ask', async () => {
    const { reads, store } = setUp();
    await Promise.all([
      store.ensure({ reports: ['year', 'kind'] }, live()),
      store.ensure({ reports: ['kind', 'level'] }, live()),
      store.ensure({ reports: ['level'] }, live()),
    ]);
    expect(reads).toEqual(['reports: year kind', 'reports: level']);
  });

  it('of several tables are read side by side', async () => {
    const gates = { reports: deferred<Uint8Array>(), items: deferred<Uint8Array>() };
    const { reads, store } = setUp((table) => gates[table as keyof typeof gates].promise);
    const ensured = store.ensure({ reports: ['year'], items: ['count'] }, live());
    await settle();
    expect(reads).toEqual(['reports: year', 'items: count']);
    gates.items.resolve(encode('count'));
    gates.reports.resolve(encode('year'));
    await ensured;
    expect(store.holds({ reports: ['year'], items: ['count'] })).toBe(true);
    expect(store.holds({ reports: ['year', 'kind'] })).toBe(false);
  });

  it('that failed to load are tried again by the next query', async () => {
    let attempts = 0;
    const { store } = setUp(async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('network');
      return encode('x');
    });
    await expect(store.ensure({ reports: ['year'] }, live())).rejects.toThrow('network');
    await store.ensure({ reports: ['year'] }, live());
    expect(store.holds({ reports: ['year'] })).toBe(true);
  });
});

describe('giving up', () => {
  it('cancels a load only when nobody waits for it', async () => {
    const signals: AbortSignal[] = [];
    const gate = deferred<Uint8Array>();
    const { store } = setUp((_, __, signal) => {
      signals.push(signal);
      return gate.promise;
    });
    const leaver = new AbortController();
    const left = store.ensure({ reports: ['year'] }, leaver.signal);
    const stayed = store.ensure({ reports: ['year'] }, live());
    leaver.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    expect(signals[0]!.aborted).toBe(false);
    gate.resolve(encode('year'));
    await stayed;
    expect(store.holds({ reports: ['year'] })).toBe(true);
  });

  it('lets the next query load what was cancelled', async () => {
    const { reads, store } = setUp(
      (_, columns, signal) =>
        new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
          setTimeout(() => resolve(encode(columns.join(' '))), 5);
        }),
    );
    const gone = new AbortController();
    const left = store.ensure({ reports: ['year'] }, gone.signal);
    gone.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    await store.ensure({ reports: ['year'] }, live());
    expect(reads).toHaveLength(2);
  });
});

it('drops its tables when another dataset takes over, and ignores loads that come late', async () => {
  const gate = deferred<Uint8Array>();
  const { connector, store } = setUp((table) =>
    table === 'items' ? gate.promise : Promise.resolve(encode('x')),
  );
  await store.ensure({ reports: ['year'] }, live());
  const late = store.ensure({ items: ['count'] }, live());
  await store.retire(live());
  gate.resolve(encode('x'));
  await expect(late).rejects.toMatchObject({ name: 'AbortError' });
  expect(connector.log.at(-1)).toBe('DROP TABLE "reports"');
  expect(store.holds({ reports: ['year'] })).toBe(false);
});

it('quotes names', () => {
  expect(mergeStatements('a"b', 'c', true)).toEqual(['ALTER TABLE "c" RENAME TO "a""b"']);
});
