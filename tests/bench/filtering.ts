import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { compile, type Question } from '../../src/metrics';
import { openPage } from '../browser/support/browser';
import { buildEngineSite } from '../browser/support/engine-site';
import { startServer } from '../browser/support/server';
import type { EnginePage } from '../browser/support/engine-page/page';
import { ms, printTable, spreadOf } from './statistics';

/** Year ranges that are gone through one by one: each is a change that no cache has seen. */
const ranges = Array.from({ length: 30 }, (_, i) => [2017 + (i % 6), 2023 + (i % 3)] as const).filter(
  (range, i, all) => all.findIndex((other) => other.join() === range.join()) === i,
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

/** Filter changes on the applications page, beside the same statements on the same engine without any page. */
export async function benchFiltering(
  browser: Browser,
  dist: string,
  questions: (years: readonly [number, number]) => readonly Question[],
): Promise<unknown> {
  const server = await startServer(dist);
  const watched = await openPage(browser, { locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
  await watched.page.goto(server.url + view(2017, 2025));
  await watched.page.waitForFunction(
    `[...document.querySelectorAll('[data-chart]')].length > 5 && [...document.querySelectorAll('[data-chart]')].every((c) => c.dataset.state !== 'loading')`,
    null,
    { timeout: 120_000 },
  );
  const changes: number[] = [];
  for (const [from, to] of ranges) changes.push(await changeTo(watched.page, view(from, to)));
  await watched.close();
  await server.close();

  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  await buildEngineSite(folder);
  const bare = await startServer(folder, { overlay: dist });
  const enginePage = await openPage(browser);
  await enginePage.page.goto(bare.url);
  const queries = ranges.map((years) => questions(years).map(compile));
  const times = await enginePage.page.evaluate(async (batches) => {
    const { atlas } = globalThis as unknown as { atlas: EnginePage };
    const engine = atlas.createEngine({ baseUrl: './' });
    await engine.openDataset('demo');
    const batchTimes: number[] = [];
    // The first batch also starts the engine and loads the columns.
    for (const batch of [batches[0] ?? [], ...batches]) {
      const start = performance.now();
      for (const query of batch) await engine.run({ ...query, sql: `${query.sql} -- ${batchTimes.length}` });
      batchTimes.push(performance.now() - start);
    }
    return batchTimes.slice(1);
  }, queries);
  await enginePage.close();
  await bare.close();
  rmSync(folder, { recursive: true, force: true });

  const result = { change: spreadOf(changes), bareSql: spreadOf(times) };
  printTable(
    'Filter change to all charts repainted (applications page, demo), beside the same SQL on the bare engine',
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
