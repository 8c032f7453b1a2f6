/** Bytes of a published report → `Report`, with evidence for every number. Pure; runs in browser and Node. */
export type { Block, GridCell, Line, Row } from './blocks';
export { read, readFile, readWithText, type ReportWithText } from './read';
export { type Outcome, readAll } from './read-all';
export type * from './types';
export { limits } from './limits';
export { notReportReasons, problemCodes, ReadingError, readingErrorCodes } from './types';
export { setCharacterMaps } from './pdf/character-maps';
