import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
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
import { leftovers, placeFor, writeBeside } from './build-data-place';
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
  area_unclear: 'several places of one name fit the agency',
};

const describeDoubts = ({ source, problems }: FiledReport): readonly string[] =>
  problems.flatMap(({ code, detail }) => {
    const doubt = doubts[code];
    return doubt ? [`${source}: ${doubt}${detail ? ` (${detail})` : ''}`] : [];
  });

/** Builds one dataset from a folder of reports into `out`. Throws a `PlaceError` when it cannot be written there. */
export async function buildDataset(folder: string, out: string, info: DatasetInfo, say: Say): Promise<Built> {
  const place = placeFor(folder, out);
  for (const left of leftovers(place)) say(`${left}: left by a build that was stopped; remove it`);
  const { reports, expected, bad, files } = await readSource(folder, (n) => {
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
  const { manifest, written } = await writeBeside(place, async (unfinished) => {
    const tables = writeTables(unfinished, rows);
    const summary = await summarize(unfinished, rootArea(rows.reports));
    const all = [...tables, writeTable(unfinished, 'summary', summary.columns, summary.rows)];
    return { manifest: writeManifest(unfinished, info, rows, all), written: all };
  });
  for (const { table, files: parts } of written) {
    for (const part of parts)
      say(
        `${info.id}: ${table.padEnd(10)} ${String(part.rows).padStart(7)} rows ${size(part.bytes).padStart(8)}`,
      );
  }
  say(describeCoverage(info.id, coverageOf(rows)));
  return { manifest, bad: bad.length };
}

/** The manifest of a folder beside the index; null, and said why, when there is none to list. */
function listed(folder: string, name: string, say: Say): Manifest | null {
  const path = join(folder, name, 'manifest.json');
  if (!existsSync(path)) return null;
  try {
    const manifest = parseManifest(JSON.parse(readFileSync(path, 'utf8')));
    if (manifest.id === name) return manifest;
    say(`${join(folder, name)}: not listed: the folder of dataset ${manifest.id} must have its name`);
  } catch (error) {
    if (!(error instanceof DatasetError || error instanceof SyntaxError)) throw error;
    say(`${path}: not listed: ${error.message}; build that dataset again`);
  }
  return null;
}

/**
 * Lists the datasets that lie in a folder in `datasets.json`: real ones first, since the first one opens. A broken one
 * is said and left out.
 */
export function writeIndex(folder: string, say: Say): void {
  const found = readdirSync(folder)
    .flatMap((name) => listed(folder, name, say) ?? [])
    .toSorted((a, b) => (a.kind === b.kind ? (a.id < b.id ? -1 : 1) : a.kind === 'real' ? -1 : 1));
  const index = { datasets: found.map(({ id }) => id) };
  // Not in place: a full disk would leave half an index, and with it no dataset at all.
  const unfinished = join(folder, 'datasets.json.unfinished');
  writeFileSync(unfinished, `${JSON.stringify(index, null, 2)}\n`);
  renameSync(unfinished, join(folder, 'datasets.json'));
}

/** Adds a dataset to the index beside it, when there is one and the folder has the dataset's name. */
export function addToIndex(out: string, id: string, say: Say): void {
  const folder = dirname(resolve(out));
  if (basename(resolve(out)) === id && existsSync(join(folder, 'datasets.json'))) writeIndex(folder, say);
}
