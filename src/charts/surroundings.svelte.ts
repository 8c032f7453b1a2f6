import { flushSync } from 'svelte';
import { createSubscriber } from 'svelte/reactivity';
import { readThemeTokens, readTokens } from './tokens';
import type { Tokens } from './types';

/** What drawings depend on beside their model: the running theme, and whether the page is being printed. */
class Surroundings {
  #isPrinting = false;

  #subscribe = createSubscriber((update) => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const attribute = new MutationObserver(update);
    attribute.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    dark.addEventListener('change', update);
    const print = (isPrinting: boolean): void => {
      this.#isPrinting = isPrinting;
      update();
      // The page is taken as soon as the event returns.
      flushSync();
    };
    const before = (): void => print(true);
    const after = (): void => print(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      attribute.disconnect();
      dark.removeEventListener('change', update);
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  });

  get isPrinting(): boolean {
    this.#subscribe();
    return this.#isPrinting;
  }

  tokensOf(element: Element): Tokens {
    return this.isPrinting ? readThemeTokens('print') : readTokens(element);
  }
}

export const surroundings = new Surroundings();
