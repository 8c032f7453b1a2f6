import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildSources } from '../../src/cli/build-data-sources';

const folder = mkdtempSync(join(tmpdir(), 'rebuild-'));
afterAll(() => rmSync(folder, { recursive: true }));

const filesOf = (root: string, id: string) =>
  readdirSync(join(root, id))
    .toSorted()
    .map((name) => join(id, name));

describe('a rebuild from the committed sources', () => {
  it('gives the committed files to the byte, with no file left out', { timeout: 120_000 }, async () => {
    const said: string[] = [];
    expect(await buildSources('data/sources', folder, (line) => said.push(line))).toBe(0);
    const files = ['real', 'demo'].flatMap((id) => filesOf(folder, id));
    expect(files).toEqual(['real', 'demo'].flatMap((id) => filesOf('data', id)));
    for (const path of [...files, 'datasets.json', 'README.md']) {
      expect(readFileSync(join(folder, path)).equals(readFileSync(join('data', path))), path).toBe(true);
    }
    expect(said.join('\n')).toMatch(
      /real: 1421 labels of published items, 98\.\d % in a category \(71 of them called "other"/,
    );
    expect(said.join('\n')).toMatch(/reports in coded areas 525, in places without a code 19, not located 0/);
  });
});
