import type { Lang } from '../i18n';
import { languages } from './filters';

export const themes = ['auto', 'light', 'dark'] as const;
/** `auto` follows the system. */
export type Theme = (typeof themes)[number];

/** The parts of a browser that preferences touch. */
export interface PreferencesHost {
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly navigator: { readonly languages: readonly string[] };
  readonly document: {
    readonly documentElement: { lang: string; readonly dataset: Record<string, string | undefined> };
  };
}

const keys = { language: 'nianbao.language', theme: 'nianbao.theme' } as const;
/** `lang` of the page: simplified Chinese picks the right glyphs. */
const htmlLang: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en' };

/** Storage may be switched off, full or forbidden; a preference then lasts as long as the page. */
function withStorage<T>(use: () => T, otherwise: T): T {
  try {
    return use();
  } catch (error) {
    if (error instanceof DOMException) return otherwise;
    throw error;
  }
}

const oneOf = <T extends string>(values: readonly T[], text: string | null | undefined): T | undefined =>
  values.find((value) => value === text);

/** What a reader wants everywhere: language and theme. A link may show another language without changing this. */
export class Preferences {
  #host: PreferencesHost;
  #language: Lang;
  #theme: Theme;
  #onLanguage: (language: Lang) => void = () => undefined;

  constructor(host: PreferencesHost = window) {
    this.#host = host;
    const preferred = host.navigator.languages.map((tag) => oneOf(languages, tag.slice(0, 2).toLowerCase()));
    this.#language = $state(
      oneOf(languages, this.#stored('language')) ?? preferred.find((it) => it !== undefined) ?? 'zh',
    );
    this.#theme = $state(oneOf(themes, this.#stored('theme')) ?? 'auto');
    this.show(this.#language);
    this.#host.document.documentElement.dataset['theme'] = this.#theme;
  }

  get language(): Lang {
    return this.#language;
  }

  get theme(): Theme {
    return this.#theme;
  }

  /** The language switch: remembered, and followed by the address. */
  setLanguage(language: Lang): void {
    this.#language = language;
    this.#store('language', language);
    this.show(language);
    this.#onLanguage(language);
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#store('theme', theme);
    this.#host.document.documentElement.dataset['theme'] = theme;
  }

  /** Declares the language on the screen, which a link may have chosen. */
  show(language: Lang): void {
    this.#host.document.documentElement.lang = htmlLang[language];
  }

  /** Calls back when the reader switches the language. */
  onLanguage(callback: (language: Lang) => void): void {
    this.#onLanguage = callback;
  }

  #stored(key: keyof typeof keys): string | null {
    return withStorage(() => this.#host.localStorage.getItem(keys[key]), null);
  }

  #store(key: keyof typeof keys, value: string): void {
    withStorage(() => this.#host.localStorage.setItem(keys[key], value), undefined);
  }
}
