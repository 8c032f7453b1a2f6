import type { Browser } from 'playwright-core';
import { openPage } from '../browser/support/browser';
import { startServer } from '../browser/support/server';
import { startSlowLink, type Link } from './slow-link';
import { kb, ms, printTable, spreadOf } from './statistics';

const rounds = 7;
const isDrawn = (chart: string): boolean =>
  document.querySelector<HTMLElement>(`[data-chart="${chart}"]`)?.dataset['state'] === 'ready';
/** Answered by the summary; the other one needs the engine. */
const fromSummary = 'overview-categories';
const fromEngine = 'overview-ranking';

interface Visit {
  readonly firstChart: number;
  readonly firstBytes: number;
  readonly engineChart: number;
  readonly engineBytes: number;
}

async function visit(browser: Browser, url: string, bytesServed: () => number): Promise<Visit> {
  const watched = await openPage(browser, { locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
  const before = bytesServed();
  const start = performance.now();
  await watched.page.goto(url, { waitUntil: 'commit' });
  await watched.page.waitForFunction(isDrawn, fromSummary, { polling: 'raf', timeout: 120_000 });
  const firstChart = performance.now() - start;
  const firstBytes = bytesServed() - before;
  await watched.page.waitForFunction(isDrawn, fromEngine, { polling: 'raf', timeout: 120_000 });
  const engineChart = performance.now() - start;
  const engineBytes = bytesServed() - before;
  await watched.close();
  return { firstChart, firstBytes, engineChart, engineBytes };
}

/** Time and bytes to the first chart and to the first chart that needs the engine, with an empty cache. */
export async function benchLoading(browser: Browser, dist: string): Promise<unknown> {
  const lines: readonly { name: string; link: Link | null }[] = [
    { name: 'unthrottled', link: null },
    { name: '10 Mbit/s, 40 ms', link: { bits: 10e6, roundTrip: 40 } },
  ];
  const results = [];
  for (const { name, link } of lines) {
    const server = await startServer(dist);
    const port = Number(new URL(server.url).port);
    const slow = link && (await startSlowLink(port, link));
    const url = slow ? `http://127.0.0.1:${slow.port}/` : server.url;
    const served = (): number => server.requests.reduce((sum, request) => sum + request.bytes, 0);
    const visits: Visit[] = [];
    // The engine is 35 MB uncompressed: over the slow line three visits say as much as seven.
    for (let round = 0; round < (link ? 3 : rounds); round += 1)
      visits.push(await visit(browser, url, served));
    slow?.close();
    await server.close();
    results.push({
      line: name,
      firstChart: spreadOf(visits.map((one) => one.firstChart)),
      firstBytes: spreadOf(visits.map((one) => one.firstBytes)),
      engineChart: spreadOf(visits.map((one) => one.engineChart)),
      engineBytes: spreadOf(visits.map((one) => one.engineBytes)),
    });
  }
  printTable(
    'Loading, empty cache, uncompressed host',
    ['line', 'runs', 'first chart', 'requested by then', 'engine chart', 'requested by then'],
    results.map((row) => [
      row.line,
      String(row.firstChart.runs),
      ms(row.firstChart.median),
      kb(row.firstBytes.median),
      ms(row.engineChart.median),
      kb(row.engineBytes.median),
    ]),
  );
  return results;
}
