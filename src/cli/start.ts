import { join, resolve } from 'node:path';
import { build } from 'vite';
import { fail, serve, serveOptions } from './serve';
import { isStale } from './stale';

/** `npm start`: builds the site when it is missing, broken or older than its sources, serves it and prints its address. */
const root = resolve(import.meta.dirname, '../..');

async function main(): Promise<void> {
  const options = serveOptions(process.argv.slice(2));
  if (isStale(root)) {
    console.log('正在生成网页… Building the site…');
    await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  }
  const address = await serve(join(root, 'dist'), options);
  console.log(`年报图览已就绪，请用浏览器打开 Nianbao Atlas is ready, open  ${address}`);
}

await main().catch(fail);
