import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoFiles, demoSeed } from '../simulation';

const usage = 'usage: npm run demo -- [--seed N] [--out DIR]';

function options(): { seed: number; out: string } {
  const { values } = parseArgs({ options: { seed: { type: 'string' }, out: { type: 'string' } } });
  const seed = Number(values.seed ?? demoSeed);
  if (!Number.isSafeInteger(seed)) throw new TypeError(`--seed ${values.seed}: not a whole number`);
  return { seed, out: values.out ?? 'data/sources/demo' };
}

try {
  const { seed, out } = options();
  const files = demoFiles(seed);
  // Reports of another seed must not stay beside these.
  await rm(join(out, 'reports'), { recursive: true, force: true });
  let bytes = 0;
  for (const [path, text] of files) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), text);
    bytes += Buffer.byteLength(text);
  }
  console.log(`${out}: ${files.size} files, ${(bytes / 1e6).toFixed(1)} MB, seed ${seed}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(usage);
  process.exitCode = 1;
}
