/** Bytes of a published report → `Report`, with evidence for every number. Pure; runs in browser and Node. */
export { read, readFile } from './read';
export { type Outcome, readAll } from './read-all';
export type * from './types';
export { limits } from './limits';
export { ReadingError } from './types';
