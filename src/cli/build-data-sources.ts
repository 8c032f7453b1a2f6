import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dictionary, parseDatasetInfo } from '../dataset/node';
import { buildDataset, writeIndex, type Say } from './build-data-dataset';

/**
 * Builds every folder of `sources` that has a `dataset.json` into `out/<id>`, with the index of datasets and the data
 * dictionary beside them. Returns the number of files that could not be used.
 */
export async function buildSources(sources: string, out: string, say: Say): Promise<number> {
  let bad = 0;
  mkdirSync(out, { recursive: true });
  for (const name of readdirSync(sources).toSorted()) {
    const about = join(sources, name, 'dataset.json');
    if (!existsSync(about)) continue;
    const info = parseDatasetInfo(JSON.parse(readFileSync(about, 'utf8')));
    const built = await buildDataset(join(sources, name), join(out, info.id), info, say);
    bad += built.bad;
  }
  writeIndex(out, say);
  writeFileSync(join(out, 'README.md'), dictionary());
  return bad;
}
