import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openPage } from '../browser/support/browser';
import { buildEngineSite } from '../browser/support/engine-site';
import { startServer } from '../browser/support/server';
import type { EnginePage } from '../browser/support/engine-page/page';
import { ms, printTable, spreadOf } from './statistics';

/** Year ranges that are gone through one by one: each is a change that no cache has seen. */
const ranges = [2017, 2018, 2019, 2020, 2021, 2022].flatMap((from) =>
  [2025, 2024, 2023].map((to) => [from, to] as const),
);
const view = (from: number, to: number): string => `#/applications?d=demo&y=${from}-${to}`;

/** From the change of the address to the frame after the last chart has settled. Milliseconds. */
const changeTo = (page: Page, hash: string): Promise<number> =>
  page.evaluate(async (target) => {
    const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
    const settled = (): boolean =>
      [...document.querySelectorAll<HTMLElement>('[data-chart]')].every(
        (chart) => chart.dataset['state'] !== 'loading',
      );
    const start = performance.now();
    location.hash = target;
    // One frame for the change to reach the charts, then as many as they need.
    await frame();
    while (!settled()) await frame();
    await frame();
    return performance.now() - start;
  }, hash);

/** The compiler of this script names functions through a helper that a page does not have. */
const keepNames = { content: 'globalThis.__name = (value) => value;' };

/** Notes every statement that the page hands to the query engine's worker. */
const noteStatements = (): void => {
  const noted: string[] = [];
  Object.assign(globalThis, { noted });
  const post = Worker.prototype.postMessage as (...args: unknown[]) => void;
  Worker.prototype.postMessage = function (this: Worker, ...args: unknown[]): void {
    const text = JSON.stringify(args[0], (_, value: unknown) => (ArrayBuffer.isView(value) ? null : value));
    const found = /"(SELECT (?:[^"\\]|\\.)*)"/.exec(text ?? '');
    if (found?.[1]) noted.push(JSON.parse(`"${found[1]}"`) as string);
    post.apply(this, args);
  } as typeof Worker.prototype.postMessage;
};

/** Filter changes on the applications page, beside the same statements on the same engine without any page. */
export async function benchFiltering(browser: Browser, dist: string): Promise<unknown> {
  const server = await startServer(dist);
  const watched = await openPage(browser, { locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
  await watched.page.addInitScript(keepNames);
  await watched.page.addInitScript(noteStatements);
  await watched.page.goto(server.url + view(2017, 2025));
  await watched.page.waitForFunction(
    () => {
      const charts = [...document.querySelectorAll<HTMLElement>('[data-chart]')];
      return charts.length > 5 && charts.every((chart) => chart.dataset['state'] !== 'loading');
    },
    null,
    { timeout: 120_000 },
  );
  const changes: number[] = [];
  const batches: string[][] = [];
  for (const [from, to] of ranges) {
    await watched.page.evaluate('noted.length = 0');
    changes.push(await changeTo(watched.page, view(from, to)));
    batches.push(await watched.page.evaluate('[...noted]'));
  }
  await watched.close();
  const bare = await bareTimes(browser, dist, batches);
  await server.close();
  const result = {
    change: spreadOf(changes),
    statements: spreadOf(batches.map((batch) => batch.length)).median,
    bareSql: spreadOf(bare),
  };
  printTable(
    `Filter change to all charts repainted (applications page, demo), beside its ${result.statements} statements on the bare engine`,
    ['', 'runs', 'median', '95th percentile'],
    [
      ['page', String(result.change.runs), ms(result.change.median), ms(result.change.p95)],
      ['bare SQL', String(result.bareSql.runs), ms(result.bareSql.median), ms(result.bareSql.p95)],
      [
        'ratio',
        '',
        (result.change.median / result.bareSql.median).toFixed(2),
        (result.change.p95 / result.bareSql.p95).toFixed(2),
      ],
    ],
  );
  return result;
}

/** The same statements on the same engine with every column resident and no page around it. Milliseconds a batch. */
async function bareTimes(
  browser: Browser,
  dist: string,
  batches: readonly (readonly string[])[],
): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  await buildEngineSite(folder);
  const server = await startServer(folder, { overlay: dist });
  // The overlay's own index.html would come first.
  server.change({ replaced: { 'index.html': readFileSync(join(folder, 'index.html')) } });
  const watched = await openPage(browser);
  await watched.page.addInitScript(keepNames);
  await watched.page.goto(server.url);
  const times = await watched.page.evaluate(async (all) => {
    const { atlas } = globalThis as unknown as { atlas: EnginePage };
    const engine = atlas.createEngine({ baseUrl: './' });
    const { tables } = await engine.openDataset('demo');
    const needs = Object.fromEntries(
      (['reports', 'items', 'channels'] as const).map((name) => [
        name,
        tables[name].columns.map((one) => one.name),
      ]),
    );
    const spent: number[] = [];
    // The first batch also starts the engine and loads the columns.
    for (const batch of [all[0] ?? [], ...all]) {
      const start = performance.now();
      // A comment of its own keeps the cache out.
      for (const sql of batch) await engine.run({ sql: `${sql} -- ${spent.length}`, needs });
      spent.push(performance.now() - start);
    }
    return spent.slice(1);
  }, batches as string[][]);
  await watched.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
  return times;
}
