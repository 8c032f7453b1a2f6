import { checks, type Fields } from './checked';
import type { DatasetInfo } from './describe';
import { DatasetError } from './errors';
import type { Label } from '../forms';

const is = checks((path, expected) => {
  throw new DatasetError('fact_invalid', `dataset.json: ${path}: expected ${expected}`);
});

const label = (value: unknown, path: string): Label => {
  const fields: Fields = is.object(value, path);
  return { zh: is.string(fields['zh'], `${path}.zh`), en: is.string(fields['en'], `${path}.en`) };
};

/** An id is a folder, a part of addresses and a file name. */
export const datasetId = /^[a-z0-9][a-z0-9-]{0,40}$/;

/** Checks a parsed `dataset.json`. Throws `fact_invalid` naming the field. */
export function parseDatasetInfo(json: unknown): DatasetInfo {
  const fields = is.object(json, 'file');
  const id = is.string(fields['id'], 'id');
  if (!datasetId.test(id))
    throw new DatasetError('fact_invalid', `id ${id}: small letters, digits and - only`);
  const kind = is.oneOf(fields['kind'], ['real', 'simulated'] as const, 'kind');
  return {
    id,
    kind,
    title: label(fields['title'], 'title'),
    description: label(fields['description'], 'description'),
    licence: is.string(fields['licence'], 'licence'),
    asOf: is.optional(fields['as_of'], 'as_of', is.date) ?? null,
    // Sentences of real reports are somebody else's: they are held only where the source says that they may be.
    holdsText: is.optional(fields['holds_text'], 'holds_text', is.boolean) ?? kind === 'simulated',
  };
}
