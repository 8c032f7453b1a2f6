import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatasetError, dictionary, parseDatasetInfo, type DatasetInfo } from '../dataset/node';
import { buildDataset, writeIndex, type Say } from './build-data-dataset';

/** A `dataset.json`. Throws a line that names it when it cannot be used. */
function infoOf(path: string): DatasetInfo {
  try {
    return parseDatasetInfo(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (!(error instanceof DatasetError || error instanceof SyntaxError)) throw error;
    throw new Error(`${path}: ${error.message}`, { cause: error });
  }
}

/**
 * Builds every folder of `sources` that has a `dataset.json` into `out/<id>`, with the index of datasets and the data
 * dictionary beside them. Returns the number of files that could not be used.
 */
export async function buildSources(sources: string, out: string, say: Say): Promise<number> {
  // All are looked at before the first is built: half of the datasets would be new and the index old.
  const found = readdirSync(sources)
    .toSorted()
    .map((name) => ({ folder: join(sources, name), about: join(sources, name, 'dataset.json') }))
    .filter(({ about }) => existsSync(about))
    .map(({ folder, about }) => ({ folder, info: infoOf(about) }));
  let bad = 0;
  mkdirSync(out, { recursive: true });
  for (const { folder, info } of found)
    bad += (await buildDataset(folder, join(out, info.id), info, say)).bad;
  writeIndex(out, say);
  writeFileSync(join(out, 'README.md'), dictionary());
  return bad;
}
