import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { Question } from '../../src/metrics';
import { launchBrowser } from '../browser/support/browser';
import { benchFiltering } from './filtering';
import { benchLoading } from './loading';
import { benchReading } from './reading';
import { benchSizes } from './sizes';

const root = join(import.meta.dirname, '..', '..');
const dist = join(root, 'dist');

/** What the applications page asks the engine; the summary answers the rest of it. */
const applicationQuestions = (years: readonly [number, number]): readonly Question[] => {
  const where = { area: '990101', level: 'grassroots' as const, years };
  const outcomes = ['granted', 'partially_granted', 'denied', 'unable', 'not_processed', 'other'].map(
    (id) => `outcome_${id}`,
  );
  return [
    { from: 'reports', measures: outcomes, by: ['agency'], where },
    { from: 'reports', measures: ['applications_new'], by: ['agency', 'year'], where },
    {
      from: 'reports',
      measures: ['row_unable_not_held', 'row_np_repeat', 'row_denied_third_party'],
      by: [],
      where,
    },
    { from: 'reports', measures: ['applicant_natural_person', 'applicant_enterprise'], by: [], where },
  ];
};

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
    reading: benchReading([
      join(root, 'data/sources/demo/reports'),
      ...(corpus && existsSync(corpus) ? [corpus] : []),
    ]),
    loading: await benchLoading(browser, dist),
    filtering: await benchFiltering(browser, dist, applicationQuestions),
  };
  console.log(`\n${JSON.stringify(figures)}`);
} finally {
  await browser.close();
}
