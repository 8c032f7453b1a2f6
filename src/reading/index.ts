/** Bytes of a published report → `Report`, with evidence for every number. Pure; runs in browser and Node. */
export type * from './types';
export { ReadingError } from './types';
