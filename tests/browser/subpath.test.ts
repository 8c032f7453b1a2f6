import { afterAll, beforeAll, expect, it } from 'vitest';
import { translator } from '../../src/i18n';
import { startApp } from './support/app';
import type { App } from './support/app';
import { chart, reader, settled, statesOf, useTool } from './support/dashboard';

const base = '/a/b/';
const t = translator('zh');

let app: App;
beforeAll(async () => {
  app = await startApp({ base });
});
afterAll(() => app?.close());

it('the site works below a path of any host, engine, data and links included', async () => {
  const { page, requests, errors, close } = await app.open('#/applications?d=demo', {
    ...reader,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await settled(page);
  for (const state of Object.values(await statesOf(page))) expect(state).toMatch(/^(ready|empty)$/);

  await page.getByRole('link', { name: t('nav.overview'), exact: true }).click();
  await settled(page);
  expect(new URL(page.url()).pathname).toBe(base);

  await useTool(chart(page, 'overview-ranking'), t('tool.link'));
  await chart(page, 'overview-ranking').getByText(t('tool.copied')).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${app.server.url}#/overview?d=demo&c=overview-ranking`,
  );

  const outside = requests.filter((url) => url.startsWith('http') && !new URL(url).pathname.startsWith(base));
  expect(outside).toEqual([]);
  expect(app.server.requests.filter(({ status }) => status >= 400)).toEqual([]);
  expect(errors).toEqual([]);
  await close();
});
