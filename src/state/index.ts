/** What a person has chosen, in the address; what a reader prefers, on the device. */
export { fromAddress, toAddress, type AddressProblem, type AddressProblemCode } from './address';
export { fit, type Fitted, type Offered } from './fit';
export { AppState, type AddressHost } from './app-state.svelte';
export {
  change,
  defaultFilters,
  languages,
  mostAgencies,
  pageIds,
  type Filters,
  type PageId,
} from './filters';
export { Preferences, themes, type PreferencesHost, type Theme } from './preferences.svelte';
