import type { DatasetIndex, Manifest } from '../dataset';
import { schemaVersion } from '../dataset';
import { EngineError, isAbort, messageOf } from './errors';
import type { EngineErrorCode } from './errors';

/** Ids of the datasets of this site. Rejects with `EngineError` index_missing, index_broken, network. */
export async function fetchDatasetIndex(dataUrl: string, signal?: AbortSignal): Promise<readonly string[]> {
  const file = 'datasets.json';
  const index = (await fetchJson(
    `${dataUrl}${file}`,
    file,
    'index_missing',
    'index_broken',
    signal,
  )) as DatasetIndex;
  if (!Array.isArray(index?.datasets) || !index.datasets.every((id) => typeof id === 'string'))
    throw new EngineError('index_broken', { file, detail: 'datasets' });
  return index.datasets;
}

/** Rejects with `EngineError` manifest_missing, manifest_broken, schema_version, network. */
export async function fetchManifest(dataUrl: string, id: string, signal?: AbortSignal): Promise<Manifest> {
  const file = `${id}/manifest.json`;
  const manifest = (await fetchJson(
    `${dataUrl}${encodeURIComponent(id)}/manifest.json`,
    file,
    'manifest_missing',
    'manifest_broken',
    signal,
  )) as Manifest;
  if (typeof manifest?.schema !== 'number' || typeof manifest.tables !== 'object')
    throw new EngineError('manifest_broken', { id, file, detail: 'schema' });
  if (manifest.schema !== schemaVersion)
    throw new EngineError('schema_version', { id, found: manifest.schema, expected: schemaVersion });
  return manifest;
}

async function fetchJson(
  url: string,
  file: string,
  missing: EngineErrorCode,
  broken: EngineErrorCode,
  signal?: AbortSignal,
): Promise<unknown> {
  let response: Response;
  try {
    // Ask again each time: the names of all other files hang on this one.
    response = await fetch(url, { cache: 'no-cache', signal: signal ?? null });
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new EngineError('network', { file, detail: messageOf(error) }, { cause: error });
  }
  if (!response.ok) throw new EngineError(missing, { file, status: response.status });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    // Servers of single-page applications answer every unknown address with a page.
    const isPage = text.trimStart().startsWith('<');
    throw new EngineError(isPage ? missing : broken, { file, detail: messageOf(error) }, { cause: error });
  }
}
