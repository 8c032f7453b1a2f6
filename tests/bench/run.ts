import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { launchBrowser } from '../browser/support/browser';
import { benchFiltering } from './filtering';
import { benchLoading } from './loading';
import { benchPdf } from './pdf';
import { benchReading } from './reading';
import { benchSizes } from './sizes';

const root = join(import.meta.dirname, '..', '..');
const dist = join(root, 'dist');

await build({ root, logLevel: 'warn' });
const browser = await launchBrowser();
try {
  const corpus = process.env['NIANBAO_CORPUS'];
  const figures = {
    machine: {
      cpu: cpus()[0]?.model,
      cores: cpus().length,
      node: process.version,
      chromium: browser.version(),
    },
    sizes: benchSizes(dist),
    reading: await benchReading(root, corpus && existsSync(corpus) ? [corpus] : []),
    pdf: await benchPdf(corpus ? [corpus] : []),
    loading: await benchLoading(browser, dist),
    filtering: await benchFiltering(browser, dist),
  };
  console.log(`\n${JSON.stringify(figures)}`);
} finally {
  await browser.close();
}
