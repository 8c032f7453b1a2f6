import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n';
import { pageIds } from '../../src/state';
import { distFolder, startApp } from './support/app';
import type { App } from './support/app';
import { seriousFindings } from './support/axe';
import type { Watched } from './support/browser';
import { datasets, filtersOf, manifestOf, reader, settled, tablesOf, visit } from './support/dashboard';
import { nativeSql } from './support/native';

const t = translator('zh');
const desk = { width: 1440, height: 900 };
const phone = { width: 360, height: 740 };

let app: App;
/** Of each dataset a report with all three tables. */
const reports: Record<string, string> = {};
beforeAll(async () => {
  app = await startApp();
  for (const dataset of datasets) {
    const [row] = await nativeSql(
      dataset,
      `SELECT report_id FROM reports
       WHERE is_primary AND t2_state = 'read' AND t3_state = 'read' AND t4_state = 'read'
       ORDER BY year DESC, report_id LIMIT 1`,
      join(distFolder, 'data'),
    );
    reports[dataset] = String(row!['report_id']);
  }
});
afterAll(() => app?.close());

const views = [...pageIds, 'one report'] as const;
const addressOf = (view: (typeof views)[number], dataset: string, lang: string): string =>
  view === 'one report'
    ? `#/report?d=${dataset}&r=${encodeURIComponent(reports[dataset]!)}&lang=${lang}`
    : `#/${view}?d=${dataset}&lang=${lang}`;

async function show(page: Page, view: (typeof views)[number], dataset: string, lang: string): Promise<void> {
  await visit(page, addressOf(view, dataset, lang));
  if (view === 'one report') await page.locator('[data-cell]').first().waitFor();
}

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  let watched: Watched;
  beforeAll(async () => {
    // The page's own policy would keep the inspector out.
    watched = await app.open('#/report?d=real', { ...reader, colorScheme, bypassCSP: true });
  });
  afterAll(() => watched?.close());

  // Each page in both themes, widths, languages and datasets, though not in all of their combinations.
  const turns = views.map((view, index) => {
    const even = (index + Number(colorScheme === 'dark')) % 2 === 0;
    return {
      view,
      dataset: even ? 'real' : 'demo',
      lang: even ? ('zh' as const) : ('en' as const),
      size: (Math.floor(index / 2) + Number(colorScheme === 'dark')) % 2 === 0 ? desk : phone,
    };
  });

  it.each(turns)(
    'axe finds nothing serious on $view of $dataset in $lang at $size.width px, drawn and as tables',
    async ({ view, dataset, lang, size }) => {
      const { page } = watched;
      await page.setViewportSize(size);
      await show(page, view, dataset, lang);
      expect(await seriousFindings(page)).toEqual([]);
      if (view === 'report' || view === 'one report') return;
      await tablesOf(page, lang);
      expect(await seriousFindings(page)).toEqual([]);
    },
  );
});

describe('a page', () => {
  let watched: Watched;
  let page: Page;
  beforeAll(async () => {
    watched = await app.open('#/report?d=demo', reader);
    page = watched.page;
  });
  afterAll(() => watched?.close());

  it.each(views)('%s never scrolls sideways at 320, 360 and 1440 px', async (view) => {
    await page.setViewportSize(desk);
    await show(page, view, 'demo', 'zh');
    for (const width of [1440, 360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      // Drawings follow the width in the next frame.
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: `${width} px` })
        .toBeLessThanOrEqual(width);
    }
    await page.setViewportSize(desk);
  });

  const focused = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.textContent?.trim().replace(/\s+/g, ' ') ?? '');
  /** Presses Tab until something is reached. */
  async function tabTo(reached: () => Promise<boolean>, most = 40): Promise<void> {
    for (let presses = 0; presses < most; presses += 1) {
      await page.keyboard.press('Tab');
      if (await reached()) return;
    }
    throw new Error(`not reached in ${most} presses of Tab; the focus is on "${await focused()}"`);
  }

  it('begins with a link that skips to its content', async () => {
    await page.goto(`${app.server.url}#/report?d=demo`);
    await page.reload();
    await settled(page);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe(t('nav.skip'));
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  it('lets an area be chosen by keyboard alone', async () => {
    await visit(page, '#/overview?d=demo');
    const root = manifestOf('demo').root_name.zh;
    const [township] = await nativeSql(
      'demo',
      `SELECT area_id, name FROM areas WHERE area_level = 'township' ORDER BY area_id LIMIT 1`,
      join(distFolder, 'data'),
    );
    await page.locator('.skip').focus();
    await tabTo(async () => (await focused()).startsWith(t('filter.area')));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: t('area.title') });
    await dialog.waitFor();

    await tabTo(() =>
      dialog.getByRole('searchbox').evaluate((box) => box === box.ownerDocument.activeElement),
    );
    await page.keyboard.type(String(township!['name']));
    await tabTo(async () => (await focused()).startsWith(String(township!['name'])));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await settled(page);
    expect((await filtersOf(page)).area).toBe(township!['area_id']);
    expect(await page.locator('h1').textContent()).not.toContain(root);
  });

  it('closes the list of areas with Escape and returns the focus to where it was', async () => {
    await visit(page, '#/report?d=demo');
    const opener = page.locator('.bar').getByRole('button', { name: t('filter.area') });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: t('area.title') }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await opener.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
  });

  it('opens the menu of downloads with the keyboard, and closes it with Escape', async () => {
    await visit(page, '#/overview?d=demo');
    const menu = page
      .locator('[data-chart="overview-applications"]')
      .getByRole('button', { name: t('tool.download'), exact: true });
    await menu.focus();
    await page.keyboard.press('Enter');
    expect(await menu.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe(t('tool.csv'));
    await page.keyboard.press('Escape');
    expect(await menu.getAttribute('aria-expanded')).toBe('false');
    expect(await menu.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
  });

  it('declares the language of the screen, remembers the choice, and obeys a link', async () => {
    await visit(page, '#/report?d=demo');
    const language = () => page.locator('html').getAttribute('lang');
    expect(await language()).toBe('zh-CN');
    await page.getByRole('button', { name: 'English', exact: true }).click();
    expect(await language()).toBe('en');
    expect((await filtersOf(page)).lang).toBe('en');

    await page.goto(`${app.server.url}#/report?d=demo`);
    await page.reload();
    await settled(page);
    expect(await language()).toBe('en');

    await visit(page, '#/report?d=demo&lang=zh');
    expect(await language()).toBe('zh-CN');
    await page.getByRole('button', { name: 'English', exact: true }).click();
    await page.getByRole('button', { name: '中文', exact: true }).click();
    expect(await language()).toBe('zh-CN');
  });

  it('goes from the colours of the system to light and to dark, and remembers them', async () => {
    const theme = () => page.locator('html').getAttribute('data-theme');
    const button = (now: 'auto' | 'light' | 'dark') =>
      page.getByRole('button', { name: t('theme.title', { theme: t(`theme.${now}`) }) });
    await visit(page, '#/report?d=demo');
    await button('auto').click();
    expect(await theme()).toBe('light');
    await button('light').click();
    expect(await theme()).toBe('dark');
    await page.reload();
    await settled(page);
    expect(await theme()).toBe('dark');
    await button('dark').click();
    expect(await theme()).toBe('auto');
  });
});
