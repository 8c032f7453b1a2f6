import { DatasetError, parseDatasetIndex, parseManifest, schemaVersion } from '../dataset';
import type { Manifest } from '../dataset';
import { EngineError, isAbort, messageOf } from './errors';
import type { EngineErrorCode } from './errors';

interface JsonFile {
  /** As messages name it. */
  readonly file: string;
  readonly missing: EngineErrorCode;
  readonly broken: EngineErrorCode;
}

const index: JsonFile = { file: 'datasets.json', missing: 'index_missing', broken: 'index_broken' };

/** Ids of the datasets of this site. Rejects with `EngineError` index_missing, index_broken, network. */
export async function fetchDatasetIndex(dataUrl: string, signal?: AbortSignal): Promise<readonly string[]> {
  const json = await fetchJson(`${dataUrl}${index.file}`, index, signal);
  return parsed(index, () => parseDatasetIndex(json).datasets);
}

/** Rejects with `EngineError` dataset_unknown, manifest_missing, manifest_broken, schema_version, network. */
export async function fetchManifest(dataUrl: string, id: string, signal?: AbortSignal): Promise<Manifest> {
  const source: JsonFile = {
    file: `${id}/manifest.json`,
    missing: 'manifest_missing',
    broken: 'manifest_broken',
  };
  const json = await fetchJson(`${dataUrl}${encodeURIComponent(id)}/manifest.json`, source, signal).catch(
    async (error: unknown) => {
      const isMissing = error instanceof EngineError && error.code === 'manifest_missing';
      if (isMissing && !(await fetchDatasetIndex(dataUrl, signal)).includes(id))
        throw new EngineError('dataset_unknown', { id });
      throw error;
    },
  );
  const { schema } = json as { schema?: unknown };
  if (typeof schema === 'number' && schema !== schemaVersion)
    throw new EngineError('schema_version', { id, found: schema, expected: schemaVersion });
  const manifest = parsed(source, () => parseManifest(json));
  if (manifest.id !== id)
    throw new EngineError('manifest_broken', { file: source.file, detail: `id: ${manifest.id}` });
  return manifest;
}

function parsed<T>({ file, broken }: JsonFile, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    throw new EngineError(broken, { file, detail: error.detail }, { cause: error });
  }
}

async function fetchJson(
  url: string,
  { file, missing, broken }: JsonFile,
  signal?: AbortSignal,
): Promise<unknown> {
  let text: string;
  try {
    // Ask again each time: the names of all other files hang on this one.
    const response = await fetch(url, { cache: 'no-cache', signal: signal ?? null });
    if (!response.ok) throw new EngineError(missing, { file, status: response.status });
    text = await response.text();
  } catch (error) {
    if (error instanceof EngineError || isAbort(error)) throw error;
    throw new EngineError('network', { file, detail: messageOf(error) }, { cause: error });
  }
  // Servers of single-page applications answer every unknown address with a page.
  if (text.trimStart().startsWith('<')) throw new EngineError(missing, { file, status: 200 });
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null) return json;
    throw new SyntaxError(typeof json);
  } catch (error) {
    throw new EngineError(broken, { file, detail: messageOf(error) }, { cause: error });
  }
}
