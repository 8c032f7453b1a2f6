import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n';
import type { MessageKey, Params } from '../../src/i18n';
import { schemaVersion } from '../../src/dataset';
import { metric } from '../../src/metrics';
import { distFolder, startApp } from './support/app';
import type { App } from './support/app';
import { openPage } from './support/browser';
import type { Watched } from './support/browser';
import { chart, chartsOf, manifestOf, messagePattern, reader, settled, statesOf } from './support/dashboard';
import { nativeSql } from './support/native';
import type { ServerOptions } from './support/server';

const t = translator('zh');
const healthy: Required<
  Pick<ServerOptions, 'missing' | 'truncated' | 'replaced' | 'types' | 'headers' | 'ranges'>
> = { missing: [], truncated: {}, replaced: {}, types: {}, headers: {}, ranges: true };

let app: App;
let watched: Watched | undefined;
beforeAll(async () => {
  app = await startApp();
});
afterEach(async () => {
  await watched?.close();
  watched = undefined;
  app.server.change(healthy);
});
afterAll(() => app?.close());

async function open(address: string, faults: Partial<ServerOptions> = {}): Promise<Page> {
  app.server.change(faults);
  watched = await app.open(address, reader);
  return watched.page;
}

const allReady = async (page: Page): Promise<void> => {
  await settled(page);
  for (const state of Object.values(await statesOf(page))) expect(state).toMatch(/^(ready|empty)$/);
};

describe('an address that is not understood', () => {
  it.each<[string, string, MessageKey, Params]>([
    [
      'a year before there were reports',
      '#/report?y=1066',
      'address.bad_value',
      { key: 'y', value: '1066', instead: t('address.instead.y') },
    ],
    [
      'a level that is none',
      '#/report?l=duchy',
      'address.bad_value',
      { key: 'l', value: 'duchy', instead: t('address.instead.l') },
    ],
    [
      'half a character',
      '#/report?a=%E4%B8',
      'address.bad_encoding',
      { key: 'a', instead: t('address.instead.a') },
    ],
    ['an unknown parameter', '#/report?q=1', 'address.unknown_key', { key: 'q' }],
    ['a parameter twice', '#/report?l=bureau&l=county', 'address.repeated_key', { key: 'l' }],
    ['another version', '#/report?v=7&l=bureau', 'address.unknown_version', { value: '7' }],
    ['2,500 characters', `#/report?r=${'x'.repeat(2500)}`, 'address.too_long', {}],
    ['an area elsewhere', '#/report?d=demo&a=110101', 'address.unknown_area', { value: '110101' }],
    [
      'a level without reports',
      '#/report?d=demo&l=province',
      'address.unknown_level',
      { value: t('level.province'), shown: t('level.grassroots') },
    ],
    [
      'years that the dataset lacks in part',
      '#/report?d=demo&y=2009-2019',
      'address.years_outside',
      { value: '2009–2019', shown: '2017–2019' },
    ],
    [
      'a metric that is none',
      '#/report?d=demo&m=happiness',
      'address.unknown_metric',
      { value: 'happiness', shown: metric('published_items').label.zh },
    ],
    ['an agency elsewhere', '#/report?d=demo&g=110101-x', 'address.unknown_agency', { value: '110101-x' }],
    ['a chart that is none', '#/report?d=demo&c=pie', 'address.unknown_chart', { value: 'pie' }],
  ])('with %s is explained, and the rest of it is used', async (_what, address, key, params) => {
    const page = await open(address);
    const notice = page.locator('main [role="status"]').filter({ hasText: t('address.title') });
    await notice.waitFor();
    expect(await notice.locator('li').allTextContents()).toEqual([t(key, params)]);
    await page.locator('h1').waitFor();
  });

  it('names every part that is not there, in both languages, keeps the rest, and writes what is shown', async () => {
    const own = 'd=demo&a=990101&y=2019-2021';
    const page = await open(`#/compare?${own}&l=city&m=happiness&g=x,y&c=pie&q=1`);
    await settled(page);
    const notice = page.locator('main [role="status"]').filter({ hasText: t('address.title') });
    expect(await notice.locator('li').count()).toBe(6);
    expect(await page.evaluate(() => location.hash)).toBe(`#/compare?${own}`);
    expect(await page.locator('.bar').getByLabel(t('filter.level')).inputValue()).toBe('grassroots');
    await page.getByRole('button', { name: 'English' }).click();
    const english = translator('en');
    const shown = page.locator('main [role="status"]').filter({ hasText: english('address.title') });
    expect(await shown.locator('li').allTextContents()).toEqual([
      english('address.unknown_key', { key: 'q' }),
      english('address.unknown_level', {
        value: english('level.city'),
        shown: english('level.grassroots'),
      }),
      english('address.unknown_metric', {
        value: 'happiness',
        shown: metric('published_items').label.en,
      }),
      english('address.unknown_agency', { value: 'x' }),
      english('address.unknown_agency', { value: 'y' }),
      english('address.unknown_chart', { value: 'pie' }),
    ]);
  });

  it('an unknown page is said to be unknown; the overview stands in its place, and the next choice ends the notice', async () => {
    const page = await open('#/chronicle?d=demo');
    await page.getByText(t('address.unknown_page', { value: 'chronicle' })).waitFor();
    await chart(page, chartsOf.overview[0]!).waitFor();
    expect(Object.keys(await statesOf(page)).sort()).toEqual([...chartsOf.overview].sort());
    await page.locator('.bar').getByLabel(t('filter.level')).selectOption('bureau');
    expect(await page.getByText(t('address.title')).count()).toBe(0);
  });

  it('an unknown report is said to be unknown, beside the way to find one', async () => {
    const page = await open('#/report?d=demo&r=nobody-2020');
    expect(await page.locator('main [role="alert"]').textContent()).toContain(
      t('report.unknown', { id: 'nobody-2020' }),
    );
    expect(await page.getByRole('searchbox', { name: t('report.find.label') }).isVisible()).toBe(true);
  });
});

/** What the page says instead of the dataset. */
async function expectNotOpened(page: Page, key: MessageKey, params: Params = {}): Promise<void> {
  await page.getByRole('heading', { level: 1, name: t('opening.title') }).waitFor();
  const text = await page.locator('main [role="alert"] p').first().textContent();
  const message = t(key, params);
  expect(text).toMatch(messagePattern(message));
}

const withSchema = (schema: number): string =>
  readFileSync(join(distFolder, 'data', 'demo', 'manifest.json'), 'utf8').replace(
    /"schema":\s*\d+/,
    `"schema": ${schema}`,
  );
const manifestFile = 'data/demo/manifest.json';

describe('a dataset that cannot be opened', () => {
  it.each<[string, string, Partial<ServerOptions>, MessageKey, Params]>([
    ['does not exist', '#/overview?d=atlantis', {}, 'engine.dataset_unknown', { id: 'atlantis' }],
    [
      'has no manifest',
      '#/overview?d=demo',
      { missing: [manifestFile] },
      'engine.manifest_missing',
      { file: 'demo/manifest.json', status: 404 },
    ],
    [
      'has half a manifest',
      '#/overview?d=demo',
      { truncated: { [manifestFile]: 2000 } },
      'engine.manifest_broken',
      { file: 'demo/manifest.json' },
    ],
    [
      'has a page in the place of its manifest',
      '#/overview?d=demo',
      { replaced: { [manifestFile]: '<!doctype html><title>Welcome</title>' } },
      'engine.manifest_missing',
      { file: 'demo/manifest.json', status: 200 },
    ],
    [
      'is of another schema version',
      '#/overview?d=demo',
      { replaced: { [manifestFile]: withSchema(99) } },
      'engine.schema_version',
      { id: 'demo', found: 99, expected: schemaVersion },
    ],
    [
      'lost the list of its areas',
      '#/overview?d=demo',
      { missing: ['data/demo/areas.parquet'] },
      'engine.file_missing',
      { file: 'demo/areas.parquet' },
    ],
    [
      'is in a list that is gone',
      '#/overview',
      { missing: ['data/datasets.json'] },
      'engine.index_missing',
      { file: 'datasets.json' },
    ],
    [
      'is in a list that is broken',
      '#/overview',
      { replaced: { 'data/datasets.json': '{"datasets":' } },
      'engine.index_broken',
      { file: 'datasets.json' },
    ],
  ])('because it %s is explained', async (_why, address, faults, key, params) => {
    const page = await open(address, faults);
    await expectNotOpened(page, key, params);
  });

  it('leaves the way to the others open', async () => {
    const page = await open('#/report?d=atlantis');
    await page
      .getByRole('link', { name: t('opening.other', { title: manifestOf('demo').title.zh }) })
      .or(page.getByRole('link', { name: t('opening.other', { title: 'demo' }) }))
      .click();
    await page.getByRole('heading', { level: 1, name: t('report.find.question') }).waitFor();
  });

  it('opens at the next try once the host is well again', async () => {
    const page = await open('#/report?d=demo', { missing: [manifestFile] });
    await expectNotOpened(page, 'engine.manifest_missing', { file: 'demo/manifest.json', status: 404 });
    app.server.change(healthy);
    await page.getByRole('button', { name: t('tool.retry') }).click();
    await page.getByRole('heading', { level: 1, name: t('report.find.question') }).waitFor();
  });
});

describe('one table that cannot be read', () => {
  const file = 'data/demo/channels.parquet';
  const named = { file: 'demo/channels.parquet' };
  const { bytes } = manifestOf('demo').tables.channels.files[0]!;

  it.each<[string, Partial<ServerOptions>, MessageKey, Params]>([
    ['is missing', { missing: [file] }, 'engine.file_missing', named],
    [
      'is truncated',
      { truncated: { [file]: 1000 } },
      'engine.file_truncated',
      { ...named, expected: bytes, found: 1000 },
    ],
    [
      'is a web page',
      { replaced: { [file]: '<!doctype html><title>Welcome</title>' }, types: { '.parquet': 'text/html' } },
      'engine.file_not_parquet',
      named,
    ],
  ])(
    'because it %s fails its chart alone, which says so and can try again',
    async (_why, faults, key, params) => {
      const page = await open('#/publishing?d=demo', faults);
      await settled(page);
      const { 'publishing-channels': failed, ...others } = await statesOf(page);
      expect(failed).toBe('failed');
      for (const state of Object.values(others)) expect(state).toMatch(/^(ready|empty)$/);
      const block = chart(page, 'publishing-channels');
      expect(await block.locator('[role="alert"] p').textContent()).toMatch(messagePattern(t(key, params)));

      app.server.change(healthy);
      await block.getByRole('button', { name: t('tool.retry') }).click();
      await allReady(page);
    },
  );

  it('the summary is not needed: the engine answers what it would have', async () => {
    const page = await open('#/overview?d=demo', { missing: ['data/demo/summary.parquet'] });
    await allReady(page);
  });

  it('a report without its evidence still shows its numbers, and says what is missing', async () => {
    const [report] = await nativeSql(
      'demo',
      `SELECT report_id FROM reports WHERE is_primary AND t3_state = 'read' ORDER BY report_id LIMIT 1`,
      join(distFolder, 'data'),
    );
    const page = await open(`#/report?d=demo&r=${String(report!['report_id'])}`, {
      missing: ['data/demo/evidence.parquet'],
    });
    await page.locator('[data-cell]').first().waitFor();
    await page.getByText(t('report.part.failed', { what: t('report.part.evidence') })).waitFor();
    await page.getByText(t('engine.file_missing', { file: 'demo/evidence.parquet' })).waitFor();
  });
});

describe('a site that is gone after the first page', () => {
  const pageScripts = readdirSync(join(distFolder, 'assets'))
    .filter((name) => /^(Compare|Publishing|Applications|Appeals|Report)-.*\.js$/.test(name))
    .map((name) => `assets/${name}`);
  const goTo = (page: Page, key: MessageKey) => page.getByRole('link', { name: t(key), exact: true }).click();

  it('fetches all pages once the first chart stands, not before, and opens them without a connection', async () => {
    const before = app.server.requests.length;
    const page = await open('#/overview?d=demo');
    const asked = () => app.server.requests.slice(before).map(({ path }) => path);
    await settled(page);
    await page.waitForFunction(
      (count) =>
        performance
          .getEntriesByType('resource')
          .filter(({ name }) => /(Compare|Publishing|Applications|Appeals|Report)-[^/]*\.js$/.test(name))
          .length === count,
      pageScripts.length,
    );
    const order = asked();
    const firstPage = Math.min(...pageScripts.map((path) => order.indexOf(path)));
    expect(firstPage).toBeGreaterThan(order.findLastIndex((path) => /assets\/(charts|echarts)-/.test(path)));
    expect(firstPage).toBeGreaterThan(order.indexOf('data/demo/summary.parquet'));

    await watched!.context.setOffline(true);
    for (const key of ['nav.compare', 'nav.publishing', 'nav.applications', 'nav.appeals'] as const) {
      await goTo(page, key);
      await page.locator('figure[data-chart]').first().waitFor();
      expect(await page.getByText(t('page_failed.title')).count()).toBe(0);
    }
    await goTo(page, 'nav.report');
    await page.getByRole('heading', { level: 1, name: t('report.find.question') }).waitFor();
  });

  it('says of a page that it could not fetch what to do, keeps the others, and opens it when the site is back', async () => {
    const page = await open('#/overview?d=demo&y=2019-2021', { missing: pageScripts });
    await settled(page);
    await goTo(page, 'nav.compare');
    const alert = page.locator('main [role="alert"]').filter({ hasText: t('page_failed.title') });
    await alert.waitFor();
    expect(await alert.locator('p').allTextContents()).toEqual([t('page_failed.why')]);
    expect(await alert.textContent()).not.toMatch(/fetch|module|https?:/);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText(translator('en')('page_failed.why')).waitFor();
    await page.getByRole('button', { name: '中文' }).click();

    await watched!.context.setOffline(true);
    await page.getByRole('button', { name: t('tool.retry') }).click();
    await page.getByText(t('page_failed.again')).waitFor();
    await goTo(page, 'nav.overview');
    await settled(page);
    for (const id of chartsOf.overview) await chart(page, id).waitFor();

    await goTo(page, 'nav.compare');
    await watched!.context.setOffline(false);
    app.server.change(healthy);
    await page.getByRole('button', { name: t('tool.retry') }).click();
    await allReady(page);
    expect(await page.evaluate(() => location.hash)).toBe('#/compare?d=demo&y=2019-2021');
  });
});

describe('a host or browser that can do less', () => {
  it('a server without range requests serves every page', async () => {
    const page = await open('#/applications?d=demo', { ranges: false });
    await allReady(page);
    expect(watched!.errors).toEqual([]);
    expect(app.server.requests.some(({ path, status }) => path.endsWith('.parquet') && status === 200)).toBe(
      true,
    );
  });

  it('a browser without WebAssembly exceptions gets the build of the engine that needs none', async () => {
    const before = app.server.requests.length;
    watched = await openPage(app.browser, reader);
    await watched.context.addInitScript(() => {
      WebAssembly.validate = () => false;
    });
    await watched.page.goto(`${app.server.url}#/applications?d=demo`);
    await allReady(watched.page);
    const engines = app.server.requests
      .slice(before)
      .flatMap(({ path }) => /duckdb-(eh|mvp)[^/]*\.wasm$/.exec(path)?.[1] ?? []);
    expect([...new Set(engines)]).toEqual(['mvp']);
    expect(watched.errors).toEqual([]);
  });

  it('where WebAssembly is forbidden, the summary still draws its charts; the others say what to do', async () => {
    const page = await open('#/overview?d=demo', {
      headers: { 'Content-Security-Policy': "script-src 'self'; worker-src 'self'" },
    });
    await settled(page);
    const { 'overview-ranking': ranking, ...others } = await statesOf(page);
    expect(others).toEqual(
      Object.fromEntries(
        chartsOf.overview.filter((id) => id !== 'overview-ranking').map((id) => [id, 'ready']),
      ),
    );
    expect(ranking).toBe('failed');
    expect(await chart(page, 'overview-ranking').locator('[role="alert"] p').textContent()).toBe(
      t('engine.wasm_blocked'),
    );
  });

  it('without JavaScript the page says in both languages that it needs it', async () => {
    watched = await app.open('', { ...reader, javaScriptEnabled: false });
    const words = watched.page.locator('body > noscript p, body > p');
    expect(await words.allInnerTexts()).toEqual([
      expect.stringMatching(/JavaScript.*\p{Script=Han}/u),
      expect.stringMatching(/needs JavaScript/),
    ]);
  });
});
