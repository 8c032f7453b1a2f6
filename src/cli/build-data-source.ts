import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import {
  agencyId,
  DatasetError,
  fileDocument,
  fileFact,
  identify,
  loadRegions,
  parseFact,
  parseRoster,
  refuseUnstorable,
  sitesOf,
} from '../dataset/node';
import type { AgencyIdentity, Expected, FiledReport, Sites } from '../dataset/node';
import { readAll, ReadingError, type Report } from '../reading';
import { noReport } from './read-messages';

/** A file, or a line of one, that could not be used: what it is and what to do, in one line. */
export interface BadFile {
  readonly path: string;
  readonly why: string;
}

export interface Source {
  readonly reports: readonly FiledReport[];
  readonly expected: readonly Expected[];
  readonly bad: readonly BadFile[];
  readonly files: number;
}

/** Bytes beyond which a file is not even loaded; the reader has a narrower limit of its own. */
const largestLoaded = 64 * 1024 * 1024;

/** Files of a source that are no reports. */
const ownFiles = /^(dataset\.json|roster\.csv|faults\.json|README.*|LICENSE.*)$/i;

const why: Readonly<Record<ReadingError['code'], string>> = {
  empty: 'the file is empty',
  too_large: 'larger than any report; save the report alone, without its site',
  unsupported_format:
    'not a format that can be read: give text, Markdown, HTML, PDF, .docx, .xlsx, a .zip of them or JSON lines of facts',
  not_text: 'not text in any known encoding',
  not_a_report: 'not an annual report',
  timeout: 'took too long to read; save the report alone, without its site',
  protected: 'protected by a password; save it without one',
  damaged: 'damaged; download it again, or open it and save it anew',
  no_text: 'pictures and no text; give the report as text, PDF made from text, Word, Excel or a web page',
};

function explain(error: unknown): string {
  if (error instanceof ReadingError)
    return `${why[error.code]}${error.reason ? `: ${noReport[error.reason]}` : ''}${error.detail ? ` (${error.detail})` : ''}`;
  if (error instanceof DatasetError) return error.detail;
  if (error instanceof SyntaxError) return `not JSON: ${error.message}`;
  if (error instanceof Error && 'code' in error) return `cannot be opened (${String(error.code)})`;
  throw error;
}

/** Files of a folder and of those in it; `refuse` is told of a folder that cannot be opened. */
function* filesIn(folder: string, refuse: (folder: string, error: unknown) => void): Generator<string> {
  let entries: Dirent[] = [];
  try {
    entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    refuse(folder, error);
  }
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path, refuse);
    else if (!ownFiles.test(entry.name)) yield path;
  }
}

/** The bytes of a file up to a size. A pipe or a device has no end to wait for. */
function load(path: string, largest = Infinity): Buffer {
  const stats = statSync(path);
  if (!stats.isFile() && !stats.isDirectory())
    throw new DatasetError('fact_invalid', 'a pipe or a device, not a file');
  if (stats.size > largest) throw new ReadingError('too_large', path);
  return readFileSync(path);
}

function agencyOf(report: Report, path: string, roster: readonly Expected[], sites: Sites): AgencyIdentity {
  const { name } = report.agency;
  const known =
    roster.find(({ agency }) => agency.name === name) ??
    roster.find(({ agency }) => basename(path).startsWith(`${agency.id}-`));
  if (known) return known.agency;
  if (name === null) throw new DatasetError('fact_invalid', 'the name of the agency was not found');
  return identify(report, name, loadRegions(), sites);
}

function fileReport(
  report: Report,
  name: string,
  roster: readonly Expected[],
  sites: Sites = new Map(),
): FiledReport {
  const { year } = report;
  if (year === null) throw new DatasetError('fact_invalid', 'the report year was not found');
  return fileDocument({ ...report, year, source: name }, agencyOf(report, name, roster, sites));
}

/** Reports whose place is not certain, once more: by now it is known where other agencies of their sites are. */
function placeAgain(
  reports: readonly FiledReport[],
  documents: ReadonlyMap<FiledReport, Report>,
): FiledReport[] {
  const sites = sitesOf(reports);
  return reports.map((filed) => {
    const report = documents.get(filed);
    return report ? fileReport(report, filed.source, [], sites) : filed;
  });
}

function fact(line: string, source: string): FiledReport {
  const record = parseFact(JSON.parse(line));
  const areas = loadRegions().resolve(record.place);
  const id = agencyId(record.agency, record.kind, areas);
  return fileFact(record, { id, name: record.agency, kind: record.kind, areas }, source);
}

/** Reads every file of a folder. A bad file, or a bad line of facts, is reported and left out; the others are read. */
export async function readSource(folder: string, progress: (files: number) => void): Promise<Source> {
  const bad: BadFile[] = [];
  const reports: FiledReport[] = [];
  const unclear = new Map<FiledReport, Report>();
  const refuse = (path: string, error: unknown) => bad.push({ path, why: explain(error) });
  const attempt = async (path: string, readOne: () => void | Promise<void>): Promise<void> => {
    try {
      await readOne();
    } catch (error) {
      refuse(path, error);
    }
  };
  const keep = (report: FiledReport) => {
    refuseUnstorable(report);
    reports.push(report);
  };
  const rosterPath = join(folder, 'roster.csv');
  const expected = statSync(rosterPath, { throwIfNoEntry: false })
    ? parseRoster(readFileSync(rosterPath, 'utf8'), loadRegions())
    : [];
  let files = 0;
  for (const path of filesIn(folder, (deep, error) => refuse(relative(folder, deep), error))) {
    const name = relative(folder, path);
    await attempt(name, async () => {
      if (extname(path) !== '.jsonl') {
        for await (const outcome of readAll(load(path, largestLoaded), name))
          await attempt(outcome.source, () => {
            if ('error' in outcome) throw outcome.error;
            const filed = fileReport(outcome.report, outcome.source, expected);
            keep(filed);
            if (filed.agency.candidates) unclear.set(filed, outcome.report);
          });
        return;
      }
      const lines = load(path).toString('utf8').split('\n');
      for (const [i, line] of lines.entries()) {
        const place = `${name}:${i + 1}`;
        if (line.trim()) await attempt(place, () => keep(fact(line, place)));
      }
    });
    files += 1;
    progress(files);
  }
  return { reports: placeAgain(reports, unclear), expected, bad, files };
}
