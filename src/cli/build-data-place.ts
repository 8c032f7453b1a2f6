import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** A dataset cannot be written where it is to go. The message is a line for the user. */
export class PlaceError extends Error {}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EROFS: 'the disk is read-only',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  ENOTDIR: 'part of it is a file, not a folder',
  EEXIST: 'part of it is a file, not a folder',
  ENOENT: 'no folder can be made there',
  EBUSY: 'it is in use',
};

/** A failure to write in words; any other error as it is. */
function inWords(error: unknown, out: string): unknown {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return error;
  const code = String(error.code);
  const line = `${out} cannot be written: ${reasons[code] ?? 'the system refuses'} (${code}); nothing was changed`;
  return new PlaceError(line, { cause: error });
}

/** The path without links, of a place that need not exist yet. */
function realPlace(path: string): string {
  const full = resolve(path);
  if (existsSync(full)) return realpathSync(full);
  if (lstatSync(full, { throwIfNoEntry: false }))
    throw new PlaceError(`${path} is a link to nothing; remove it or give another folder`);
  return dirname(full) === full ? full : join(realPlace(dirname(full)), basename(full));
}

const isWithin = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A manifest of ours of any version, and no file but those of its tables: one of an older form may be replaced too. */
const isOurs = (out: string): boolean => {
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
  if (!isObject(manifest) || !('schema' in manifest) || !('tables' in manifest) || !isObject(manifest.tables))
    return false;
  const own = new Set(Object.keys(manifest.tables).map((name) => `${name}.parquet`));
  return readdirSync(out).every((name) => name === 'manifest.json' || own.has(name));
};

/** What was in `out` would be lost: only a dataset and nothing beside it, or an empty folder, may be replaced. */
function refuseForeign(out: string, given: string): void {
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory())
    throw new PlaceError(`${given} is a file; give a folder that is new or a dataset`);
  if (readdirSync(out).length === 0) return;
  if (existsSync(join(out, 'manifest.json')) && isOurs(out)) return;
  throw new PlaceError(`${given} holds other files; give a folder that is new or a dataset`);
}

/** Fails now rather than after an hour of reading. Leaves nothing behind. */
function tryToWrite(out: string): void {
  const made = mkdirSync(dirname(out), { recursive: true });
  rmSync(made ?? mkdtempSync(`${out}.unfinished-`), { recursive: true });
}

/**
 * The real path of `out`, where a dataset made from `folder` is to go. Throws a `PlaceError` when it cannot go there or
 * something would be lost or mixed with the reports.
 */
export function placeFor(folder: string, out: string): string {
  try {
    const place = realPlace(out);
    const source = realpathSync(folder);
    if (isWithin(place, source))
      throw new PlaceError(`${out} lies in the folder of reports ${folder}; give a folder outside of it`);
    refuseForeign(place, out);
    tryToWrite(place);
    return place;
  } catch (error) {
    throw inWords(error, out);
  }
}

/** Folders that a build left beside `place` because it was ended by force. */
export const leftovers = (place: string): readonly string[] => {
  const folder = dirname(place);
  if (!existsSync(folder)) return [];
  const marks = ['unfinished', 'replaced'].map((mark) => `${basename(place)}.${mark}-`);
  return readdirSync(folder)
    .filter((name) => marks.some((mark) => name.startsWith(mark)))
    .map((name) => join(folder, name));
};

/** Puts a finished folder in the place of an older one, which goes only when the new one stands. */
function replace(place: string, finished: string): void {
  if (!existsSync(place)) return renameSync(finished, place);
  const replaced = mkdtempSync(`${place}.replaced-`);
  const old = join(replaced, 'old');
  try {
    renameSync(place, old);
    renameSync(finished, place);
  } catch (error) {
    if (existsSync(old)) renameSync(old, place);
    rmSync(replaced, { recursive: true });
    throw error;
  }
  rmSync(replaced, { recursive: true });
}

/** Exit codes of a process that a signal ended. */
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Lets `write` fill a folder beside `place` and then moves it there, so that `place` is either the old dataset or the
 * new one, whole. An interrupt ends the process, and the unfinished folder with it.
 */
export async function writeBeside<T>(place: string, write: (folder: string) => Promise<T>): Promise<T> {
  let unfinished: string | null = null;
  const clear = () => {
    if (unfinished !== null) rmSync(unfinished, { recursive: true, force: true });
  };
  const ends = Object.entries(signals).map(([signal, code]) => {
    const end = () => {
      clear();
      process.exit(code);
    };
    return { signal, end };
  });
  try {
    mkdirSync(dirname(place), { recursive: true });
    for (const { signal, end } of ends) process.once(signal, end);
    unfinished = mkdtempSync(`${place}.unfinished-`);
    const result = await write(unfinished);
    replace(place, unfinished);
    return result;
  } catch (error) {
    throw inWords(error, place);
  } finally {
    for (const { signal, end } of ends) process.off(signal, end);
    clear();
  }
}
