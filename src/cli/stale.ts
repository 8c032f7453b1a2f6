import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = ['index.html', 'package-lock.json', 'vite.config.ts', 'src', 'data'];
/** What lies in `data` and is no part of the site. */
const notServed = new Set(['sources', 'regions']);

/** Time of the latest change in a file or folder. Milliseconds. */
function newestChange(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path)
      .filter((name) => !notServed.has(name))
      .map((name) => newestChange(join(path, name))),
  );
}

/** Bytes of a file; null where there is none. */
const sizeOf = (path: string): number | null => {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? stats.size : null;
};

/** What the page loads, and what that names in turn: scripts, styles, workers, the engine. */
function hasPrograms(dist: string): boolean {
  const entries = [...readFileSync(join(dist, 'index.html'), 'utf8').matchAll(/(?:src|href)="\.\/([^"]+)"/g)];
  const wanted = new Set(entries.map(([, path = '']) => path));
  if (![...wanted].some((path) => path.endsWith('.js'))) return false;
  // A set goes on over what is added to it meanwhile.
  for (const path of wanted) {
    if (!sizeOf(join(dist, path))) return false;
    if (!path.endsWith('.js')) continue;
    // The builder ends the names of all that it writes with a hash of eight characters.
    const named = readFileSync(join(dist, path), 'utf8').matchAll(
      /["'`](?:\.\/|assets\/)?([\w.-]+-[\w-]{8}\.(?:js|css|wasm))["'`]/g,
    );
    for (const [, name = ''] of named) wanted.add(`assets/${name}`);
  }
  return true;
}

/** Whether the index and each dataset that it names lie in the site as they lie in `data`. */
function hasData(data: string, dist: string): boolean {
  const index = join(data, 'datasets.json');
  if (!existsSync(index)) return true;
  if (sizeOf(join(dist, 'datasets.json')) !== sizeOf(index)) return false;
  const { datasets } = JSON.parse(readFileSync(index, 'utf8')) as { readonly datasets: readonly string[] };
  return datasets
    .flatMap((id) => readdirSync(join(data, id)).map((name) => join(id, name)))
    .filter((path) => !/[\\/](README|\.)[^\\/]*$/.test(path))
    .every((path) => sizeOf(join(dist, path)) === sizeOf(join(data, path)));
}

/** Whether the site in `dist` of a project must be built again: it lacks a part, or is older than its sources. */
export function isStale(root: string): boolean {
  const dist = join(root, 'dist');
  const page = join(dist, 'index.html');
  if (!existsSync(page) || !hasPrograms(dist) || !hasData(join(root, 'data'), join(dist, 'data')))
    return true;
  const built = statSync(page).mtimeMs;
  return sources.some((source) => newestChange(join(root, source)) > built);
}
