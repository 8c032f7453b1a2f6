/** What can be asked of a dataset: metrics, questions, the SQL that answers them, and how to read an answer. */
export * from './compile';
export * from './dictionary';
export type * from './question';
export * from './summary';
export type * from './types';
export * from './value';
