import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser, openPage } from './browser';
import type { Watched } from './browser';
import { startServer } from './server';
import type { ServerOptions, StaticServer } from './server';

/** The built site; `NIANBAO_DIST` names another build of it. */
export const distFolder = process.env['NIANBAO_DIST'] ?? join(import.meta.dirname, '..', '..', '..', 'dist');

export interface App {
  readonly browser: Browser;
  readonly server: StaticServer;
  /** Opens a view, e.g. `?page=compare`, in a context of its own: nothing is cached or remembered. */
  open(view?: string, options?: BrowserContextOptions): Promise<Watched>;
  close(): Promise<void>;
}

/** The built site on a static server, with faults when asked for, and a Chromium. Needs `npm run build`. */
export async function startApp(options: ServerOptions = {}): Promise<App> {
  if (!existsSync(join(distFolder, 'index.html'))) throw new Error('dist/ is missing: run "npm run build"');
  const server = await startServer(distFolder, options);
  const browser = await launchBrowser();
  return {
    browser,
    server,
    open: async (view = '', contextOptions = {}) => {
      const watched = await openPage(browser, contextOptions);
      await watched.page.goto(server.url + view);
      return watched;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
