import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { join } from 'node:path';
import { translator } from '../../src/i18n';
import type { Lang, MessageKey } from '../../src/i18n';
import { zh } from '../../src/i18n/zh';
import { pageIds } from '../../src/state';
import type { PageId } from '../../src/state';
import { distFolder, startApp } from './support/app';
import type { App } from './support/app';
import { foreignRequests } from './support/browser';
import type { Watched } from './support/browser';
import {
  chartsOf,
  datasets,
  filtersOf,
  messagePattern,
  reader,
  settled,
  statesOf,
  visit,
} from './support/dashboard';
import type { Dataset } from './support/dashboard';
import { nativeSql } from './support/native';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.close());

const questionOf: Readonly<Record<PageId, MessageKey>> = {
  overview: 'overview.question',
  compare: 'compare.question',
  publishing: 'publishing.question',
  applications: 'applications.question',
  appeals: 'appeals.question',
  report: 'report.find.question',
};

/** Every word on the page, spoken ones too, piece by piece. */
function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) words.push(walker.currentNode.textContent ?? '');
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) words.push(element.getAttribute(name) ?? '');
    return words.map((word) => word.trim()).filter((word) => word !== '');
  });
}

const families = [...new Set(Object.keys(zh).map((key) => key.split('.')[0]))].join('|');
const untranslated = new RegExp(`^(${families})(\\.[\\w-]+)+$`);
const unfilled = /\{\w+\}|\bundefined\b|\bNaN\b|\[object \w+\]/;
const badWords = (words: readonly string[]): string[] =>
  words.filter((word) => untranslated.test(word) || unfilled.test(word));

/** A title in the language that is the question of the page. */
async function expectQuestion(page: Page, key: MessageKey, lang: Lang): Promise<void> {
  const title = await page.title();
  expect(title).toMatch(messagePattern(translator(lang)(key)));
  expect(await page.locator('h1').allTextContents()).toEqual([title]);
}

async function switchLanguage(page: Page, to: Lang): Promise<void> {
  await page.getByRole('button', { name: to === 'en' ? 'English' : '中文', exact: true }).click();
  await settled(page);
}

const badge = (page: Page, lang: Lang) =>
  page.locator('.bar').getByText(translator(lang)('badge.simulated'), { exact: true });

/** What must hold of a page in both languages. */
async function expectWhole(page: Page, dataset: Dataset, key: MessageKey): Promise<void> {
  for (const lang of ['zh', 'en'] as const) {
    if (lang === 'en') await switchLanguage(page, 'en');
    await expectQuestion(page, key, lang);
    expect(badWords(await wordsOf(page))).toEqual([]);
    expect(await badge(page, lang).count()).toBe(dataset === 'demo' ? 1 : 0);
    if (dataset === 'demo') expect(await badge(page, lang).isVisible()).toBe(true);
  }
}

describe.each(datasets)('the dataset %s', (dataset) => {
  let watched: Watched;
  beforeAll(async () => {
    watched = await app.open(`#/overview?d=${dataset}`, { ...reader, reducedMotion: 'no-preference' });
  });
  afterAll(() => watched?.close());

  it.each(pageIds)('shows the page %s, whole and in both languages, from this origin alone', async (id) => {
    const { page, errors, requests } = watched;
    await visit(page, `#/report?d=${dataset}&lang=zh`);
    await page.getByRole('link', { name: translator('zh')(`nav.${id}`), exact: true }).click();
    await settled(page);
    expect((await filtersOf(page)).page).toBe(id);

    const states = await statesOf(page);
    expect(Object.keys(states).sort()).toEqual([...chartsOf[id]].sort());
    for (const state of Object.values(states)) expect(state).toMatch(/^(ready|empty)$/);

    await expectWhole(page, dataset, questionOf[id]);
    expect(errors).toEqual([]);
    expect(foreignRequests(requests, app.server.url)).toEqual([]);
  });

  it('shows one report with its form, whole and in both languages', async () => {
    const { page, errors, requests } = watched;
    const [report] = await nativeSql(
      dataset,
      `SELECT report_id, agency, year FROM reports
       WHERE is_primary AND t3_state = 'read' ORDER BY year DESC, report_id LIMIT 1`,
      join(distFolder, 'data'),
    );
    await visit(page, `#/report?d=${dataset}&r=${encodeURIComponent(String(report!['report_id']))}&lang=zh`);
    await page.locator('[data-cell]').first().waitFor();
    await expectWhole(page, dataset, 'report.question');
    expect(await page.title()).toContain(String(report!['agency']));
    expect(await page.title()).toContain(String(report!['year']));
    expect(errors).toEqual([]);
    expect(foreignRequests(requests, app.server.url)).toEqual([]);
  });
});

it('opens on the overview of the first dataset when nothing is asked', async () => {
  const { page, errors, close } = await app.open('', reader);
  await settled(page);
  expect(new URL(page.url()).hash).toBe('#/overview');
  await expectQuestion(page, 'overview.question', 'zh');
  expect(await badge(page, 'zh').count()).toBe(0);
  expect(errors).toEqual([]);
  await close();
});

it('speaks English to a browser that prefers it, without a Chinese word in titles, captions and notes', async () => {
  const { page, close } = await app.open('', { ...reader, locale: 'en-GB' });
  await settled(page);
  await expectQuestion(page, 'overview.question', 'en');
  const texts = await page
    .locator('nav, h1, h3, .scope, .subtitle, figcaption, dl, .bar .control > span')
    .allTextContents();
  // The first view is of the whole country: no name of a place is among them.
  expect(texts.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  await close();
});

it('speaks Chinese to a browser that prefers neither', async () => {
  const { page, close } = await app.open('#/report', { ...reader, locale: 'fr-FR' });
  await settled(page);
  await expectQuestion(page, 'report.find.question', 'zh');
  await close();
});
