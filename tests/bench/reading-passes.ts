/** Measures the reader as it is built for the site; run by plain Node, without a loader of TypeScript beside it. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { read } from '../../src/reading';
import { demoFiles } from '../../src/simulation';
import { type Spread, spreadOf } from './statistics';

/** Passes until the engine has compiled what it will, as it does within the first thousand files of a folder. */
const warmUp = 3;
const rounds = 7;

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Speeds in reports a second: of the first pass, and of those that follow when the engine is warm. */
export interface ReadingSpeed extends Spread {
  readonly source: string;
  readonly files: number;
  readonly meanBytes: number;
  readonly first: number;
}

const isText = (name: string): boolean => /\.(txt|md|html)$/.test(name);

/** The reports of a simulated district as files; of another seed they are of other agencies, with other figures. */
function simulated(seed: number): readonly File[] {
  const encoder = new TextEncoder();
  return [...demoFiles(seed)]
    .filter(([path]) => path.startsWith('reports/') && isText(path))
    .map(([path, text]) => ({ name: basename(path), bytes: encoder.encode(text) }));
}

const filesOf = (folder: string): readonly File[] =>
  readdirSync(folder)
    .filter(isText)
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));

function measure(source: string, filesOfPass: (pass: number) => readonly File[]): ReadingSpeed {
  let [files, bytes] = [0, 0];
  const speeds = Array.from({ length: warmUp + rounds }, (_, pass) => {
    const all = filesOfPass(pass);
    files += all.length;
    bytes += all.reduce((sum, file) => sum + file.bytes.length, 0);
    const start = performance.now();
    for (const file of all) read(file.bytes, file.name);
    return (all.length * 1000) / (performance.now() - start);
  });
  const [first = NaN] = speeds;
  return { source, files, meanBytes: Math.round(bytes / files), first, ...spreadOf(speeds.slice(warmUp)) };
}

const speeds = [
  measure('simulated districts', simulated),
  ...process.argv.slice(2).map((folder) => measure(folder, () => filesOf(folder))),
];
process.stdout.write(JSON.stringify(speeds));
