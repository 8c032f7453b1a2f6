import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { limits, readAll, ReadingError, type Outcome } from '../reading';
import { SpecialFileError } from './read-messages';

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Files of a folder and of those in it, by name; hidden ones are left out, and folders that are only linked. */
function filesOf(folder: string): readonly string[] {
  const found: string[] = [];
  const waiting = [folder];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
    for (const entry of entries) {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) waiting.push(inside);
      else if (!isFolder(inside)) found.push(inside);
    }
  }
  return found.sort();
}

/** Names of files, with the files of a folder in its place; a folder that holds none, or cannot be opened, stays. */
export function expand(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    if (!isFolder(name)) return [name];
    try {
      const files = filesOf(name);
      return files.length > 0 ? files : [name];
    } catch (error) {
      if (error instanceof Error && 'code' in error) return [name];
      throw error;
    }
  });
}

const ZIP = 'PK';

/** An archive may hold as many reports as it likes: they are unpacked one by one. */
function mostBytes(file: string): number {
  const head = Buffer.alloc(ZIP.length);
  const opened = openSync(file, 'r');
  try {
    readSync(opened, head);
  } finally {
    closeSync(opened);
  }
  return head.toString('latin1') === ZIP ? limits.archive : limits.file;
}

/** What one file holds: a report, or those of an archive. Throws as the file system does, or `too_large`. */
export function open(file: string): AsyncIterable<Outcome> {
  const stats = statSync(file);
  // A pipe or a device has no end to wait for; a folder gets its own message when it is opened.
  if (!stats.isFile() && !stats.isDirectory()) throw new SpecialFileError();
  if (stats.isFile() && stats.size > limits.file && stats.size > mostBytes(file))
    throw new ReadingError('too_large', file, String(stats.size));
  return readAll(readFileSync(file), file);
}
