import type { AddressHost, PreferencesHost } from '../../src/state';

/** A browser as far as state needs one: a history of addresses, storage, languages. */
export class FakeBrowser implements AddressHost, PreferencesHost {
  readonly entries: string[];
  readonly stored = new Map<string, string>();
  readonly document = { documentElement: { lang: '', dataset: {} as Record<string, string | undefined> } };
  readonly navigator: { readonly languages: readonly string[] };
  readonly #listeners = new Set<() => void>();
  #at = 0;

  constructor(
    hash = '',
    private readonly options: { readonly languages?: readonly string[]; readonly storage?: 'blocked' } = {},
  ) {
    this.entries = [hash];
    this.navigator = { languages: options.languages ?? ['zh-CN'] };
  }

  get localStorage(): PreferencesHost['localStorage'] {
    if (this.options.storage === 'blocked') throw new DOMException('denied', 'SecurityError');
    return {
      getItem: (key) => this.stored.get(key) ?? null,
      setItem: (key, value) => void this.stored.set(key, value),
    };
  }

  readonly location = ((browser: FakeBrowser) => ({
    get hash() {
      return browser.entries[browser.#at] ?? '';
    },
  }))(this);

  readonly history = {
    pushState: (_: unknown, __: string, url?: string | URL | null) => {
      this.entries.splice(++this.#at, this.entries.length, String(url));
    },
    replaceState: (_: unknown, __: string, url?: string | URL | null) => {
      this.entries[this.#at] = String(url);
    },
  };

  addEventListener(_: string, listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_: string, listener: () => void): void {
    this.#listeners.delete(listener);
  }

  back(): void {
    this.#at -= 1;
    this.#raise();
  }

  /** A link is followed, or the address is edited by hand. */
  visit(hash: string): void {
    this.history.pushState(null, '', hash);
    this.#raise();
  }

  /** popstate and hashchange come one after the other. */
  #raise(): void {
    for (const listener of [...this.#listeners, ...this.#listeners]) listener();
  }
}
