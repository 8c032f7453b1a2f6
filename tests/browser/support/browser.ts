import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { chromiumPath } from '../../../src/cli/chromium';

/** Quiet: nothing that Chromium does by itself may look like a request of the page. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), headless: true, args: flags });
}

export interface Watched {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Every address asked for, workers' requests included. */
  readonly requests: readonly string[];
  /** Script of every worker that was started. */
  readonly workers: readonly string[];
  /** Console errors and uncaught exceptions. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** A page with an empty cache, and what it asks for and complains about. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext(options);
  const requests: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  context.on('weberror', (error) => errors.push(String(error.error())));
  const page = await context.newPage();
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  return { context, page, requests, workers, errors, close: () => context.close() };
}

/** Requests to any other host than the page's own; `data:` and `blob:` never leave the browser. */
export function foreignRequests(requests: readonly string[], origin: string): string[] {
  return requests.filter(
    (url) => /^(https?|wss?):/.test(url) && new URL(url).origin !== new URL(origin).origin,
  );
}
