/** The official forms of 2008–2025 as data. The only place that spells a form label. */
export * from './cells';
export * from './crosswalk';
export * from './identities';
export * from './legacy';
export * from './outcomes';
export * from './sections';
export * from './signatures';
export type * from './types';
