import type { TableName } from './schema';

/** SQL together with the columns it touches, so that the engine can load just these before it runs. */
export interface Query {
  readonly sql: string;
  readonly needs: Readonly<Partial<Record<TableName, readonly string[]>>>;
}
