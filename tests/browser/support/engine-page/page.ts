import * as engine from '../../../../src/engine';

/** A page that is nothing but the engine: tests drive it from outside. */
export type EnginePage = typeof engine;

Object.assign(globalThis, { atlas: engine });
