import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseDatasetInfo, type DatasetInfo } from '../dataset/node';
import { addToIndex, buildDataset } from './build-data-dataset';
import { buildSources } from './build-data-sources';
import { oneLine } from './one-line';

const usage = `usage: npm run build-data
         builds every folder of data/sources that has a dataset.json into data/
       npm run build-data -- FOLDER --out DIR --id ID --title TITLE [--simulated] [--as-of YYYY-MM-DD] [--without-text]
         builds a folder of report files (txt, md, html; facts as jsonl) into DIR; --without-text keeps figures
         alone and no sentence of the reports, for datasets that are published
       npm run build-data -- --sources DIR --out DIR
         as the first, from and into other folders`;

const say = (line: string) => console.error(oneLine(line));

/** Says what is wrong with the arguments; the usage follows. */
class UsageError extends Error {}

interface Options {
  readonly id?: string;
  readonly title?: string;
  readonly simulated?: boolean;
  readonly 'as-of'?: string;
  readonly 'without-text'?: boolean;
}

function info(values: Options): DatasetInfo {
  const { id, title, simulated = false, 'as-of': asOf = null } = values;
  if (!id || !title) throw new UsageError('--id and --title are needed');
  const description = {
    zh: simulated ? '由本机文件生成的模拟数据。' : '由本机文件生成；只含所给文件中的数字。',
    en: simulated
      ? 'Simulated data, built from own files.'
      : 'Built from own files; holds the figures of these files only.',
  };
  return parseDatasetInfo({
    id,
    kind: simulated ? 'simulated' : 'real',
    title: { zh: title, en: title },
    description,
    licence: 'not stated',
    as_of: asOf,
    holds_text: values['without-text'] !== true,
  });
}

async function buildFolder(folder: string, out: string, about: DatasetInfo): Promise<number> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${folder}: not a folder`);
  const { manifest, bad } = await buildDataset(folder, out, about, say);
  if (manifest) {
    addToIndex(out, about.id, say);
    say(`${out}: dataset ${about.id}, version ${manifest.version}`);
  }
  return bad;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      sources: { type: 'string' },
      id: { type: 'string' },
      title: { type: 'string' },
      simulated: { type: 'boolean' },
      'as-of': { type: 'string' },
      'without-text': { type: 'boolean' },
    },
  });
  const [folder, ...others] = positionals;
  if (others.length > 0) throw new UsageError(`one folder, not ${positionals.length}`);
  if (folder === undefined) return buildSources(values.sources ?? 'data/sources', values.out ?? 'data', say);
  if (!values.out) throw new UsageError('--out is needed');
  return buildFolder(folder, values.out, info(values));
}

try {
  const bad = await main();
  if (bad > 0) process.exitCode = 1;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  if (error instanceof UsageError || (error instanceof TypeError && 'code' in error)) console.error(usage);
  process.exitCode = 2;
}
