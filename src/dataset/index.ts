/** Reports → Parquet and manifest; manifest → table sources. */
export * from './area-id';
export * from './levels';
export type * from './manifest';
export type * from './query';
export * from './schema';
