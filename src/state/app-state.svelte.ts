import { fromAddress, toAddress, type AddressProblem } from './address';
import type { Fitted } from './fit';
import { change, defaultFilters, type Filters } from './filters';
import type { Preferences } from './preferences.svelte';

/** The parts of a browser window that the address lives in. */
export interface AddressHost {
  readonly location: { readonly hash: string };
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
  addEventListener(type: 'hashchange' | 'popstate', listener: () => void): void;
  removeEventListener(type: 'hashchange' | 'popstate', listener: () => void): void;
}

/** Filters ⇄ address: the address is the only store of what a person has chosen. */
export class AppState {
  #host: AddressHost;
  #preferences: Preferences;
  #filters: Filters = $state.raw(defaultFilters);
  #problems: readonly AddressProblem[] = $state.raw([]);

  constructor(preferences: Preferences, host: AddressHost = window) {
    this.#preferences = preferences;
    this.#host = host;
    this.#filters = this.#own();
    preferences.onLanguage((lang) => this.#show({ ...this.#filters, lang }, 'replaceState'));
    this.#read();
  }

  get filters(): Filters {
    return this.#filters;
  }

  /** What the last address asked for and was not understood; gone with the next choice. */
  get problems(): readonly AddressProblem[] {
    return this.#problems;
  }

  /** Listens to Back, Forward, links and edits of the address; returns the way to stop. */
  start(): () => void {
    const read = () => this.#read();
    this.#host.addEventListener('hashchange', read);
    this.#host.addEventListener('popstate', read);
    return () => {
      this.#host.removeEventListener('hashchange', read);
      this.#host.removeEventListener('popstate', read);
    };
  }

  /** Makes a choice. Back undoes it. */
  set(choice: Partial<Filters>): void {
    this.#problems = [];
    this.#show(change(this.#filters, choice), 'pushState');
  }

  /** Makes a choice that is no step of its own, as where one looks: Back does not undo it. */
  adjust(choice: Partial<Filters>): void {
    this.#show(change(this.#filters, choice), 'replaceState');
  }

  /** Puts right in place what the open dataset cannot show, and adds why to the problems of the address. */
  mend({ filters, problems }: Fitted): void {
    if (problems.length === 0) return;
    this.#problems = [...this.#problems, ...problems];
    this.#show(filters, 'replaceState');
  }

  /** Address of the view after a choice, for real links. */
  href(choice: Partial<Filters> = {}): string {
    return this.#address(change(this.#filters, choice));
  }

  #address(filters: Filters): string {
    return toAddress(filters, this.#own());
  }

  #own(): Filters {
    return { ...defaultFilters, lang: this.#preferences.language };
  }

  #read(): void {
    const { hash } = this.#host.location;
    // Back and links raise popstate and hashchange alike: the second has nothing to read.
    if (hash === this.#address(this.#filters)) return;
    const { filters, problems } = fromAddress(hash, this.#own());
    this.#problems = problems;
    this.#show(filters, 'replaceState');
  }

  #show(filters: Filters, how: 'pushState' | 'replaceState'): void {
    this.#filters = filters;
    this.#preferences.show(filters.lang);
    const address = this.#address(filters);
    if (address !== this.#host.location.hash) this.#host.history[how](null, '', address);
  }
}
