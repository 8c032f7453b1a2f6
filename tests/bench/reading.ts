import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { read as Read } from '../../src/reading';
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

/** Reports read a second on one core, from bytes in memory: the shipped demo documents, and other folders if given. */
export async function benchReading(root: string, folders: readonly string[]): Promise<unknown> {
  const read = await builtReader(root);
  const rows = folders.map((folder) => {
    const files = readdirSync(folder)
      .filter((name) => /\.(txt|md|html)$/.test(name))
      .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
    const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file.name)).size, 0);
    const speeds = Array.from({ length: warmUp + rounds }, () => {
      const start = performance.now();
      for (const file of files) read(file.bytes, file.name);
      return (files.length * 1000) / (performance.now() - start);
    });
    const [first] = speeds;
    const meanBytes = Math.round(bytes / files.length);
    return { folder, files: files.length, meanBytes, first, ...spreadOf(speeds.slice(warmUp)) };
  });
  printTable(
    'Reading, one core',
    ['folder', 'files', 'mean bytes', 'first pass, reports/s', 'warm, median reports/s'],
    rows.map((row) => [
      row.folder,
      String(row.files),
      String(row.meanBytes),
      row.first?.toFixed(0) ?? '',
      row.median.toFixed(0),
    ]),
  );
  return rows;
}
