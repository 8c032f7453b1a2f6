import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { read as Read } from '../../src/reading';
import { demoFiles } from '../../src/simulation';
import { printTable, spreadOf } from './statistics';

/** Passes until the engine has compiled what it will, as it does within the first thousand files of a folder. */
const warmUp = 3;
const rounds = 7;

/** The reader as it is built for the site, without what a loader of TypeScript adds to every function. */
async function builtReader(root: string): Promise<typeof Read> {
  const outDir = mkdtempSync(join(tmpdir(), 'reader-'));
  symlinkSync(join(root, 'node_modules'), join(outDir, 'node_modules'));
  try {
    const entry = join(root, 'src', 'reading', 'index.ts');
    await build({
      root,
      logLevel: 'warn',
      build: { ssr: entry, outDir, emptyOutDir: false, copyPublicDir: false },
    });
    const built = (await import(pathToFileURL(join(outDir, 'index.js')).href)) as { read: typeof Read };
    return built.read;
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const isText = (name: string): boolean => /\.(txt|md|html)$/.test(name);

/** The reports of a simulated district as files; of another seed they are of other agencies, with other figures. */
function simulated(seed: number): readonly File[] {
  const encoder = new TextEncoder();
  return [...demoFiles(seed)]
    .filter(([path]) => path.startsWith('reports/') && isText(path))
    .map(([path, text]) => ({ name: basename(path), bytes: encoder.encode(text) }));
}

const folderOf = (folder: string): readonly File[] =>
  readdirSync(folder)
    .filter(isText)
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));

function measure(read: typeof Read, source: string, filesOf: (pass: number) => readonly File[]) {
  let [files, bytes] = [0, 0];
  const speeds = Array.from({ length: warmUp + rounds }, (_, pass) => {
    const all = filesOf(pass);
    files += all.length;
    bytes += all.reduce((sum, file) => sum + file.bytes.length, 0);
    const start = performance.now();
    for (const file of all) read(file.bytes, file.name);
    return (all.length * 1000) / (performance.now() - start);
  });
  const [first] = speeds;
  return { source, files, meanBytes: Math.round(bytes / files), first, ...spreadOf(speeds.slice(warmUp)) };
}

/**
 * Reports read a second on one core, from bytes in memory: simulated districts, of which every pass reads another one,
 * so that nothing was seen before but the words of the forms; and folders, whose few files every pass reads again.
 */
export async function benchReading(root: string, folders: readonly string[]): Promise<unknown> {
  const read = await builtReader(root);
  const rows = [
    measure(read, 'simulated districts', simulated),
    ...folders.map((folder) => measure(read, folder, () => folderOf(folder))),
  ];
  printTable(
    'Reading, one core',
    ['source', 'files read', 'mean bytes', 'first pass, reports/s', 'warm, median reports/s'],
    rows.map((row) => [
      row.source,
      String(row.files),
      String(row.meanBytes),
      row.first?.toFixed(0) ?? '',
      row.median.toFixed(0),
    ]),
  );
  return rows;
}
