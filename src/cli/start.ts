import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { fail, serve, serveOptions } from './serve';

/** `npm start`: builds the site when it is missing or older than its sources, serves it and prints its address. */
const root = resolve(import.meta.dirname, '../..');
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

function isStale(page: string): boolean {
  if (!existsSync(page)) return true;
  const built = statSync(page).mtimeMs;
  return sources.some((source) => newestChange(join(root, source)) > built);
}

async function main(): Promise<void> {
  const options = serveOptions(process.argv.slice(2));
  const folder = join(root, 'dist');
  if (isStale(join(folder, 'index.html'))) {
    console.log('正在生成网页… Building the site…');
    await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  }
  const address = await serve(folder, options);
  console.log(`年报图览已就绪，请用浏览器打开 Nianbao Atlas is ready, open  ${address}`);
}

await main().catch(fail);
