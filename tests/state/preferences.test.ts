import { describe, expect, it } from 'vitest';
import { Preferences } from '../../src/state';
import { FakeBrowser } from './fake-browser';

describe('Preferences', () => {
  it.each([
    [['fr', 'en-US'], 'en'],
    [['zh-TW', 'en'], 'zh'],
    [['fr'], 'zh'],
    [[], 'zh'],
  ] as const)('of a browser set to %j shows %s', (languages, language) => {
    expect(new Preferences(new FakeBrowser('', { languages })).language).toBe(language);
  });

  it('are remembered and declared on the page', () => {
    const browser = new FakeBrowser();
    const preferences = new Preferences(browser);
    expect(browser.document.documentElement).toEqual({ lang: 'zh-CN', dataset: { theme: 'auto' } });
    preferences.setLanguage('en');
    preferences.setTheme('dark');
    expect(browser.document.documentElement).toEqual({ lang: 'en', dataset: { theme: 'dark' } });
    const again = new Preferences(browser);
    expect([again.language, again.theme]).toEqual(['en', 'dark']);
  });

  it('ignore what was stored by something else', () => {
    const browser = new FakeBrowser();
    browser.stored.set('nianbao.language', 'xx').set('nianbao.theme', '{}');
    const preferences = new Preferences(browser);
    expect([preferences.language, preferences.theme]).toEqual(['zh', 'auto']);
  });

  it('last as long as the page where storage is blocked', () => {
    const preferences = new Preferences(new FakeBrowser('', { storage: 'blocked' }));
    preferences.setTheme('dark');
    preferences.setLanguage('en');
    expect([preferences.language, preferences.theme]).toEqual(['en', 'dark']);
  });
});
