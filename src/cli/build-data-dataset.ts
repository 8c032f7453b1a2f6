import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import {
  assemble,
  conflictsOf,
  coverageOf,
  DatasetError,
  rootArea,
  writeManifest,
  writeTable,
  writeTables,
} from '../dataset/node';
import type { Conflict, Coverage, DatasetInfo, FiledReport } from '../dataset/node';
import { parseManifest, type Manifest } from '../dataset';
import { readSource } from './build-data-source';
import { summarize } from './build-data-summary';

export type Say = (line: string) => void;

export interface Built {
  /** Null when no file of the source could be used; nothing is written then. */
  readonly manifest: Manifest | null;
  readonly bad: number;
}

const size = (bytes: number) =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

function describeCoverage(id: string, coverage: Coverage): string {
  const { labels, statedOther, notUnderstood, located, inNamedPlace, nowhere } = coverage;
  const share = labels > 0 ? (100 * (labels - notUnderstood)) / labels : 100;
  return (
    `${id}: ${labels} labels of published items, ${share.toFixed(1)} % in a category ` +
    `(${statedOther} of them called "other" by the report itself); ` +
    `reports in coded areas ${located}, in places without a code ${inNamedPlace}, not located ${nowhere}`
  );
}

/** Codes of differing numbers that a line names. */
const SHOWN = 3;

function describeConflict({ kept, other, differences }: Conflict): string {
  const shown = differences
    .slice(0, SHOWN)
    .map(({ code, ...of }) => `${code} ${of.kept ?? 'empty'} not ${of.other ?? 'empty'}`);
  return (
    `${kept.source} and ${other.source} differ on one report in ${differences.length} numbers; ` +
    `those of the fuller, ${kept.source}, are kept: ${shown.join(', ')}${differences.length > SHOWN ? ', …' : ''}`
  );
}

/** What the reader guessed of a report's identity. */
const doubts: Readonly<Record<string, string>> = {
  year_unclear: 'the report year is a guess',
  agency_unclear: 'the agency is a guess',
};

const describeDoubts = ({ source, problems }: FiledReport): readonly string[] =>
  problems.flatMap(({ code, detail }) => {
    const doubt = doubts[code];
    return doubt ? [`${source}: ${doubt}${detail ? ` (${detail})` : ''}`] : [];
  });

const isOurs = (out: string): boolean => {
  try {
    const { tables } = parseManifest(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')));
    const own = new Set(Object.values(tables).flatMap(({ files }) => files.map(({ path }) => path)));
    return readdirSync(out).every((name) => name === 'manifest.json' || own.has(name));
  } catch (error) {
    if (error instanceof DatasetError || error instanceof SyntaxError) return false;
    throw error;
  }
};

/** What was in `out` would be lost: only a dataset and nothing beside it, or an empty folder, may be replaced. */
function refuseForeign(out: string): void {
  if (!existsSync(out)) return;
  const isFolder = statSync(out).isDirectory();
  if (isFolder && readdirSync(out).length === 0) return;
  if (isFolder && existsSync(join(out, 'manifest.json')) && isOurs(out)) return;
  throw new DatasetError('not_a_dataset', `${out} holds other files; give a folder that is new or a dataset`);
}

/** Puts a finished folder in the place of an older one, which goes only when the new one stands. */
function replace(out: string, finished: string): void {
  if (!existsSync(out)) return renameSync(finished, out);
  const replaced = mkdtempSync(`${resolve(out)}.replaced-`);
  renameSync(out, join(replaced, 'old'));
  renameSync(finished, out);
  rmSync(replaced, { recursive: true, force: true });
}

/**
 * Builds one dataset from a folder of reports. It is written beside `out` and moved there at the end, so that `out` is
 * either the old dataset or the new one, whole.
 */
export async function buildDataset(folder: string, out: string, info: DatasetInfo, say: Say): Promise<Built> {
  refuseForeign(out);
  const { reports, expected, bad, files } = readSource(folder, (n) => {
    if (n % 100 === 0) say(`${info.id}: ${n} files read`);
  });
  for (const { path, why } of bad) say(`${join(folder, path)}: ${why}`);
  if (reports.length === 0) {
    say(`${folder}: no report that can be read; nothing written`);
    return { manifest: null, bad: Math.max(bad.length, 1) };
  }
  say(`${info.id}: ${files} files, ${reports.length} reports, ${bad.length} not usable`);
  const rows = assemble(reports, expected);
  const merged = reports.length - rows.reports.length;
  if (merged > 0)
    say(`${info.id}: ${merged} records of a report that another file holds too, merged with it`);
  for (const line of [...reports.flatMap(describeDoubts), ...conflictsOf(reports).map(describeConflict)])
    say(`${info.id}: ${line}`);
  mkdirSync(dirname(resolve(out)), { recursive: true });
  const unfinished = mkdtempSync(`${resolve(out)}.unfinished-`);
  try {
    const written = writeTables(unfinished, rows);
    const summary = await summarize(unfinished, rootArea(rows.reports));
    const all = [...written, writeTable(unfinished, 'summary', summary.columns, summary.rows)];
    const manifest = writeManifest(unfinished, info, rows, all);
    replace(out, unfinished);
    for (const { table, files: parts } of all) {
      for (const part of parts)
        say(
          `${info.id}: ${table.padEnd(10)} ${String(part.rows).padStart(7)} rows ${size(part.bytes).padStart(8)}`,
        );
    }
    say(describeCoverage(info.id, coverageOf(rows)));
    return { manifest, bad: bad.length };
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Lists the datasets that lie in a folder in `datasets.json`: real ones first, since the first one opens. */
export function writeIndex(folder: string): void {
  const found = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'manifest.json')))
    .map((name) => JSON.parse(readFileSync(join(folder, name, 'manifest.json'), 'utf8')) as Manifest)
    .filter(({ id }) => existsSync(join(folder, id, 'manifest.json')))
    .toSorted((a, b) => (a.kind === b.kind ? (a.id < b.id ? -1 : 1) : a.kind === 'real' ? -1 : 1));
  const index = { datasets: found.map(({ id }) => id) };
  writeFileSync(join(folder, 'datasets.json'), `${JSON.stringify(index, null, 2)}\n`);
}

/** Adds a dataset to the index beside it, when there is one and the folder has the dataset's name. */
export function addToIndex(out: string, id: string): void {
  const folder = dirname(resolve(out));
  if (basename(resolve(out)) === id && existsSync(join(folder, 'datasets.json'))) writeIndex(folder);
}
