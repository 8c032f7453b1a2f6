import { describe, expect, it } from 'vitest';
import { AppState, Preferences } from '../../src/state';
import { FakeBrowser } from './fake-browser';

function open(hash = '', options: ConstructorParameters<typeof FakeBrowser>[1] = {}) {
  const browser = new FakeBrowser(hash, options);
  const preferences = new Preferences(browser);
  const app = new AppState(preferences, browser);
  const stop = app.start();
  return { browser, preferences, app, stop };
}

describe('AppState', () => {
  it('shows the view of the address it is opened with', () => {
    const { app, browser } = open('#/compare?d=demo&y=2019-2021');
    expect(app.filters).toMatchObject({ page: 'compare', dataset: 'demo', years: [2019, 2021] });
    expect(browser.entries).toEqual(['#/compare?d=demo&y=2019-2021']);
  });

  it('writes each choice to the address, and Back undoes it', () => {
    const { app, browser } = open();
    app.set({ dataset: 'demo' });
    app.set({ level: 'bureau' });
    expect(browser.entries).toEqual(['#/overview', '#/overview?d=demo', '#/overview?d=demo&l=bureau']);
    browser.back();
    expect(app.filters).toMatchObject({ dataset: 'demo', level: null });
    browser.back();
    expect(app.filters.dataset).toBeNull();
  });

  it('adds nothing to the history when nothing changes', () => {
    const { app, browser } = open();
    app.set({ page: 'overview', area: '' });
    expect(browser.entries).toEqual(['#/overview']);
  });

  it('gives real links that change nothing until they are followed', () => {
    const { app, browser } = open('#/overview?d=demo&c=trend');
    const href = app.href({ page: 'appeals' });
    expect(href).toBe('#/appeals?d=demo');
    expect(app.filters.page).toBe('overview');
    browser.visit(href);
    expect(app.filters).toMatchObject({ page: 'appeals', dataset: 'demo', chart: null });
  });

  it('mends a broken address in place and keeps the problem until the next choice', () => {
    const { app, browser } = open();
    browser.visit('#/overview?d=demo&l=village');
    expect(browser.entries).toEqual(['#/overview', '#/overview?d=demo']);
    expect(app.problems).toEqual([{ code: 'bad_value', key: 'l', value: 'village' }]);
    app.set({ level: 'bureau' });
    expect(app.problems).toEqual([]);
  });

  it('stops listening', () => {
    const { app, browser, stop } = open();
    stop();
    browser.visit('#/appeals');
    expect(app.filters.page).toBe('overview');
  });
});

describe('language', () => {
  it('is that of the link first, without changing what the reader prefers', () => {
    const { app, preferences, browser } = open('#/overview?lang=en');
    expect(app.filters.lang).toBe('en');
    expect(browser.document.documentElement.lang).toBe('en');
    expect(preferences.language).toBe('zh');
    expect(browser.stored.size).toBe(0);
  });

  it('is then the reader’s own, and stands in the address unless it is Chinese', () => {
    const { app, browser } = open('', { languages: ['en-GB', 'zh'] });
    expect(app.filters.lang).toBe('en');
    expect(browser.entries).toEqual(['#/overview?lang=en']);
  });

  it('keeps Chinese of a link for an English reader', () => {
    const { app, browser } = open('#/overview?lang=zh', { languages: ['en'] });
    expect(app.filters.lang).toBe('zh');
    expect(browser.document.documentElement.lang).toBe('zh-CN');
    expect(browser.entries).toEqual(['#/overview?lang=zh']);
  });

  it('follows the switch without an entry in the history', () => {
    const { app, preferences, browser } = open('#/appeals');
    preferences.setLanguage('en');
    expect(app.filters).toMatchObject({ page: 'appeals', lang: 'en' });
    expect(browser.entries).toEqual(['#/appeals?lang=en']);
    preferences.setLanguage('zh');
    expect(browser.entries).toEqual(['#/appeals']);
  });
});
