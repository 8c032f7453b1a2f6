import type { Label } from '../forms';
import type { Level } from './levels';
import type { ColumnType, TableName } from './schema';

export interface DataFile {
  /** Relative to the manifest. */
  readonly path: string;
  readonly bytes: number;
  readonly rows: number;
  readonly sha256: string;
}

export interface TableEntry {
  readonly files: readonly DataFile[];
  readonly rows: number;
  readonly columns: readonly {
    readonly name: string;
    readonly type: ColumnType;
    readonly nullable: boolean;
  }[];
}

/** `manifest.json`: what a dataset is and which bytes it consists of. */
export interface Manifest {
  readonly schema: number;
  readonly id: string;
  /** Real and simulated reports are never in one dataset. */
  readonly kind: 'real' | 'simulated';
  readonly title: Label;
  /** One sentence: what it is and what it is not. */
  readonly description: Label;
  readonly licence: string;
  /** Day to which the sources were collected, `YYYY-MM-DD`. Not the clock: a rebuild is equal to the byte. */
  readonly as_of: string;
  /** First 12 digits of the sha256 over all files: the version that citations name. */
  readonly version: string;
  readonly years: readonly [number, number];
  /** Area that the dataset covers; '' for the whole country. */
  readonly root_area: string;
  readonly root_name: Label;
  /** Reports by level, and the level shown first. */
  readonly levels: Readonly<Partial<Record<Level, number>>>;
  readonly default_level: Level;
  /** Reports whose figures were collected by hand: what they lack was not looked for, rather than not stated. */
  readonly by_hand: number;
  readonly tables: Readonly<Record<TableName, TableEntry>>;
}

/** `datasets.json`: ids of the datasets beside it; the first one opens. */
export interface DatasetIndex {
  readonly datasets: readonly string[];
}
