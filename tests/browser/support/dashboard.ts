import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Manifest } from '../../../src/dataset';
import { translator } from '../../../src/i18n';
import type { Lang } from '../../../src/i18n';
import { fromAddress } from '../../../src/state';
import type { PageId } from '../../../src/state';
import { distFolder } from './app';

/** A reader at a desk whose browser prefers Chinese and no motion: what is drawn stands at once. */
export const reader: BrowserContextOptions = {
  locale: 'zh-CN',
  viewport: { width: 1440, height: 900 },
  colorScheme: 'light',
  reducedMotion: 'reduce',
};

export const datasets = ['real', 'demo'] as const;
export type Dataset = (typeof datasets)[number];

/** The charts that each page promises, in no order. */
export const chartsOf: Readonly<Record<PageId, readonly string[]>> = {
  overview: [
    'overview-applications',
    'overview-categories',
    'overview-published',
    'overview-filing',
    'overview-ranking',
    'overview-appeals',
  ],
  compare: ['compare-dots', 'compare-whole', 'compare-heat', 'compare-lines'],
  publishing: [
    'publishing-categories',
    'publishing-categories-years',
    'publishing-categories-units',
    'publishing-items',
    'publishing-channels',
    'publishing-documents',
    'publishing-decisions',
  ],
  applications: [
    'applications-volume',
    'applications-applicants',
    'applications-outcomes-years',
    'applications-rates',
    'applications-outcomes-units',
    'applications-reasons',
    'applications-units-years',
  ],
  appeals: [
    'appeals-review-years',
    'appeals-lit_direct-years',
    'appeals-lit_after_review-years',
    'appeals-review-units',
    'appeals-lit_direct-units',
    'appeals-lit_after_review-units',
    'appeals-correction',
    'appeals-units-years',
  ],
  report: [],
};
export const chartPages = ['overview', 'compare', 'publishing', 'applications', 'appeals'] as const;

export const manifestOf = (id: string): Manifest =>
  JSON.parse(readFileSync(join(distFolder, 'data', id, 'manifest.json'), 'utf8')) as Manifest;

const firstDataset = (): string => {
  const text = readFileSync(join(distFolder, 'data', 'datasets.json'), 'utf8');
  return (JSON.parse(text) as { datasets: string[] }).datasets[0]!;
};

/** What the address in the browser asks for. */
export async function filtersOf(page: Page) {
  return fromAddress(await page.evaluate(() => location.hash)).filters;
}

/**
 * Waits until the view that the address asks for stands: its dataset open, every chart of its page drawn, empty or
 * failed, and nothing loading.
 */
export async function settled(page: Page): Promise<void> {
  const filters = await filtersOf(page);
  const wanted = {
    version: manifestOf(filters.dataset ?? firstDataset()).version,
    charts: [...chartsOf[filters.page]],
  };
  try {
    await page.waitForFunction(
      ({ version, charts }) => {
        const main = document.querySelector('main');
        if (!main?.querySelector('h1') || main.querySelector('.waiting, [data-state="loading"]'))
          return false;
        if (!main.querySelector('footer')?.textContent?.includes(version)) return false;
        return charts.every((id) => {
          const block = main.querySelector(`[data-chart="${id}"]`);
          const { state, view } = (block as HTMLElement | null)?.dataset ?? {};
          return state === 'ready' && view === 'chart'
            ? block?.querySelector('.stage svg') !== null
            : state !== undefined;
        });
      },
      wanted,
      { timeout: 90_000 },
    );
  } catch (error) {
    throw new Error(`${page.url()} does not settle: ${JSON.stringify(await statesOf(page))}`, {
      cause: error,
    });
  }
}

/** Chart → loading, ready, empty or failed. */
export async function statesOf(page: Page): Promise<Record<string, string>> {
  const pairs = await page
    .locator('figure[data-chart]')
    .evaluateAll((blocks) =>
      blocks.map((block) => [block.getAttribute('data-chart'), block.getAttribute('data-state')]),
    );
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** Goes to another view of the page that is open, as a link would, and waits for it. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), address);
  await page.waitForFunction((hash) => location.hash.startsWith(hash.split('?')[0]!), address);
  await settled(page);
}

export const chart = (page: Page, id: string): Locator => page.locator(`figure[data-chart="${id}"]`);

/** Presses one of the tools of a chart, in its row or in the menu that holds it. */
export async function useTool(block: Locator, label: string, lang: Lang = 'zh'): Promise<void> {
  const t = translator(lang);
  const tool = block.locator('.tools').getByRole('button', { name: label, exact: true });
  if ((await tool.count()) === 0) {
    const menus = [t('tool.download'), t('tool.tools')].map((name) =>
      block.locator('.tools').getByRole('button', { name, exact: true }),
    );
    const [download, all] = [menus[0]!, menus[1]!];
    await ((await all.count()) > 0 ? all : download).click();
  }
  await tool.click();
}

export interface ShownTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Shows a chart as its table. */
export async function showTable(page: Page, id: string, lang: Lang = 'zh'): Promise<void> {
  const block = chart(page, id);
  if ((await block.getAttribute('data-view')) !== 'table')
    await useTool(block, translator(lang)('tool.table'), lang);
  await block.locator('table').waitFor();
}

/** Every number of the page, as tables: chart → what its table shows. */
export async function tablesOf(page: Page, lang: Lang = 'zh'): Promise<Record<string, ShownTable>> {
  const ids = Object.keys(await statesOf(page));
  for (const id of ids) await showTable(page, id, lang);
  const tables = await page.locator('figure[data-chart]').evaluateAll((blocks) =>
    blocks.map((block) => {
      const words = (cell: Element): string =>
        [...cell.querySelectorAll('*'), cell]
          .flatMap((element) => (element.classList.contains('arrow') ? [] : [...element.childNodes]))
          .filter((node) => node.nodeType === Node.TEXT_NODE)
          .map((node) => node.textContent?.trim())
          .join('');
      return [
        block.getAttribute('data-chart'),
        {
          heads: [...block.querySelectorAll('thead th')].map(words),
          rows: [...block.querySelectorAll('tbody tr')].map((row) =>
            [...row.querySelectorAll('th, td')].map(words),
          ),
        },
      ];
    }),
  );
  return Object.fromEntries(tables) as Record<string, ShownTable>;
}

/** Figure → its number, what stands beside it, and its note. */
export async function headlineOf(page: Page): Promise<Record<string, readonly string[]>> {
  const figures = await page
    .locator('[data-figure]')
    .evaluateAll((blocks) =>
      blocks.map((block) => [
        block.getAttribute('data-figure'),
        [...block.querySelectorAll('.value > *, .note')].map((part) => part.textContent?.trim() ?? ''),
      ]),
    );
  return Object.fromEntries(figures) as Record<string, readonly string[]>;
}

/** A pattern for a message whatever fills its places. */
export function messagePattern(text: string): RegExp {
  const literal = text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('.+')}$`);
}
