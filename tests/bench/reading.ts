import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { ReadingSpeed } from './reading-passes';
import { printTable } from './statistics';

/**
 * Reports read a second on one core, from bytes in memory: simulated districts, of which every pass reads another one,
 * so that nothing was seen before but the words of the forms; and folders, whose few files every pass reads again.
 */
export async function benchReading(root: string, folders: readonly string[]): Promise<unknown> {
  const outDir = mkdtempSync(join(tmpdir(), 'reader-'));
  symlinkSync(join(root, 'node_modules'), join(outDir, 'node_modules'));
  try {
    const entry = join(import.meta.dirname, 'reading-passes.ts');
    await build({
      root,
      logLevel: 'warn',
      build: { ssr: entry, outDir, emptyOutDir: false, copyPublicDir: false },
    });
    const printed = execFileSync(process.execPath, [join(outDir, 'reading-passes.js'), ...folders], {
      encoding: 'utf8',
    });
    const speeds = JSON.parse(printed) as readonly ReadingSpeed[];
    printTable(
      'Reading, one core',
      ['source', 'files read', 'mean bytes', 'first pass, reports/s', 'warm, median reports/s'],
      speeds.map(({ source, files, meanBytes, first, median }) => [
        source,
        String(files),
        String(meanBytes),
        first.toFixed(0),
        median.toFixed(0),
      ]),
    );
    return speeds;
  } finally {
    rmSync(outDir, { recursive: true });
  }
}
