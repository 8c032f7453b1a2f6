import type { AreaLevel } from './area-id';
import { areaLevels } from './area-id';
import type { Label } from '../forms';
import { levels, type Level } from './levels';
import type { DataFile, Manifest, TableEntry } from './manifest';
import type { Row } from './report-row';
import { schemaVersion, type Column, type TableName } from './schema';

/** What a source says about itself: `dataset.json`, or the arguments of the command. */
export interface DatasetInfo {
  readonly id: string;
  readonly kind: 'real' | 'simulated';
  readonly title: Label;
  readonly description: Label;
  readonly licence: string;
  /** Null: the newest publication date of the reports. */
  readonly asOf: string | null;
  /** Whether the dataset may hold what the reports say, sentence by sentence, or only their figures. */
  readonly holdsText: boolean;
}

export interface WrittenTable {
  readonly table: TableName;
  readonly columns: readonly Column[];
  readonly files: readonly DataFile[];
}

type Described = Readonly<Record<'reports' | 'areas', readonly Row[]>>;

const text = (value: unknown) => (typeof value === 'string' ? value : null);
const number = (value: unknown) => (typeof value === 'number' ? value : null);

/** The lowest area that every report lies in; '' for the whole country. */
export function rootArea(reports: readonly Row[]): string {
  const shared = (level: AreaLevel) => {
    const ids = new Set(reports.map((row) => text(row[`${level}_id`])));
    const [only] = ids;
    return ids.size === 1 && only ? only : null;
  };
  let root = '';
  for (const level of areaLevels.slice(0, 3)) {
    const id = shared(level);
    if (id === null) break;
    root = id;
  }
  return root;
}

const wholeCountry: Label = { zh: '全国', en: 'China' };

/** The lowest level with at least a quarter of the reports: where there is most to compare. */
function defaultLevel(counts: Readonly<Partial<Record<Level, number>>>): Level {
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  return levels.find((level) => (counts[level] ?? 0) * 4 >= all) ?? levels[0];
}

/** `manifest.json`. `version` must be the hash over all files, `versionOf`. */
export function describeDataset(
  info: DatasetInfo,
  rows: Described,
  written: readonly WrittenTable[],
  version: string,
): Manifest {
  const { reports, areas } = rows;
  const years = reports.map((row) => number(row['year']) ?? 0);
  const counts = Object.fromEntries(
    levels.flatMap((level) => {
      const n = reports.filter((row) => row['level'] === level).length;
      return n > 0 ? [[level, n]] : [];
    }),
  ) as Partial<Record<Level, number>>;
  const root = rootArea(reports);
  const name = text(areas.find((area) => area['area_id'] === root)?.['name']);
  const published = reports.flatMap((row) => text(row['published']) ?? []).sort();
  const tables = Object.fromEntries(
    written.map(({ table, columns, files }): [TableName, TableEntry] => [
      table,
      {
        files,
        rows: files.reduce((sum, file) => sum + file.rows, 0),
        columns: columns.map(({ name: column, type, nullable }) => ({ name: column, type, nullable })),
      },
    ]),
  ) as Record<TableName, TableEntry>;
  return {
    schema: schemaVersion,
    id: info.id,
    kind: info.kind,
    title: info.title,
    description: info.description,
    licence: info.licence,
    as_of: info.asOf ?? published.at(-1) ?? `${Math.max(...years)}-12-31`,
    version,
    years: [Math.min(...years), Math.max(...years)],
    root_area: root,
    root_name: name === null ? wholeCountry : { zh: name, en: name },
    levels: counts,
    default_level: defaultLevel(counts),
    by_hand: reports.filter((row) => row['origin'] === 'facts').length,
    tables,
  };
}
