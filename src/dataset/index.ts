/** Reports → Parquet and manifest; manifest → table sources. What builds a dataset is behind `node.ts`. */
export * from './area-id';
export { categories, type Category, type CategoryId } from './categories';
export { categoryOf, residual } from './categorize';
export { channelOf, channelsTaxonomy, type Channel, type ChannelId } from './channels';
export { DatasetError, type DatasetErrorCode } from './errors';
export * from './levels';
export type * from './manifest';
export { parseDatasetIndex, parseManifest } from './open';
export type * from './query';
export * from './schema';
