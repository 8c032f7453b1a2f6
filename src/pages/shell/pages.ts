import type { Component } from 'svelte';
import type { AppState, PageId } from '../../state';
import Overview from '../overview/Overview.svelte';
import type { PageContext } from '../shared/context';

type Page = Component<{ app: AppState; context: PageContext }>;

/** Pages other than the first come when they are asked for. */
const loaders: Readonly<Record<PageId, () => Promise<{ readonly default: Page }>>> = {
  overview: () => Promise.resolve({ default: Overview }),
  compare: () => import('../compare/Compare.svelte'),
  publishing: () => import('../publishing/Publishing.svelte'),
  applications: () => import('../applications/Applications.svelte'),
  appeals: () => import('../appeals/Appeals.svelte'),
  report: () => import('../report/Report.svelte'),
};

/** The code of a page. Rejects when it cannot be fetched. */
export const loadPage = async (id: PageId): Promise<{ readonly id: PageId; readonly Page: Page }> => ({
  id,
  Page: (await loaders[id]()).default,
});

/** Milliseconds between two looks at whether the first chart stands. */
const pace = 500;

/** The first chart is drawn, or the page has none and waits for nothing. */
const isDrawn = (): boolean =>
  document.querySelector('main [data-state="ready"] .stage svg') !== null ||
  (document.querySelector('main h1') !== null &&
    document.querySelector('main .waiting, main [data-state="loading"]') === null);

/**
 * Fetches the code of all other pages once the first chart stands and the browser is idle, so that they open without a
 * connection too. Returns the way to stop.
 */
export function fetchPagesInIdle(): () => void {
  // One that fails now says so when it is asked for.
  const fetchAll = () => void Promise.allSettled(Object.values(loaders).map((load) => load()));
  const timer = setInterval(() => {
    // A browser may remember a module that failed: better not asked for than asked for in vain.
    if (!isDrawn() || !navigator.onLine) return;
    clearInterval(timer);
    if ('requestIdleCallback' in globalThis) requestIdleCallback(fetchAll, { timeout: 2000 });
    else fetchAll();
  }, pace);
  return () => clearInterval(timer);
}
