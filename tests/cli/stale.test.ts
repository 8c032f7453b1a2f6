import { mkdirSync, mkdtempSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStale } from '../../src/cli/stale';

let root = '';
const at = (path: string): string => join(root, path);
const earlier = new Date('2026-01-01');
const later = new Date('2026-01-02');

function write(path: string, text: string, changed = earlier): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
  utimesSync(at(path), changed, changed);
}

const site: Readonly<Record<string, string>> = {
  'dist/assets/index-abcd1234.js': 'import"./shared-abcd1234.js";const d=["assets/Page-abcd1234.js"];',
  'dist/assets/shared-abcd1234.js': 'new URL("worker-abcd1234.js",import.meta.url);"not-a-hash.js"',
  'dist/assets/worker-abcd1234.js': 'x',
  'dist/assets/Page-abcd1234.js': 'y',
  'dist/assets/index-abcd1234.css': 'z',
  'dist/data/datasets.json': '{ "datasets": ["real"] }',
  'dist/data/real/manifest.json': '{}',
  'dist/data/real/reports.parquet': 'PAR1',
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stale-'));
  write('src/main.ts', 'x');
  write('data/datasets.json', '{ "datasets": ["real"] }');
  write('data/real/manifest.json', '{}');
  write('data/real/reports.parquet', 'PAR1');
  write('data/real/README.md', 'not served');
  write('data/sources/real/facts.jsonl', 'x', new Date('2026-02-01'));
  for (const [path, text] of Object.entries(site)) write(path, text, later);
  write(
    'dist/index.html',
    `<script type="module" src="./assets/index-abcd1234.js"></script>
     <link rel="stylesheet" href="./assets/index-abcd1234.css">`,
    later,
  );
});
afterEach(() => rmSync(root, { recursive: true }));

describe('a built site', () => {
  it('is fresh when it is whole and newer than its sources', () => {
    expect(isStale(root)).toBe(false);
  });

  it.each(['dist/index.html', ...Object.keys(site)])('is stale without %s', (path) => {
    rmSync(at(path));
    expect(isStale(root)).toBe(true);
  });

  it.each(['dist/index.html', 'dist/assets/Page-abcd1234.js', 'dist/data/real/reports.parquet'])(
    'is stale when nothing is left of %s',
    (path) => {
      truncateSync(at(path));
      utimesSync(at(path), later, later);
      expect(isStale(root)).toBe(true);
    },
  );

  it('is stale when a source is newer, or another dataset was built', () => {
    write('src/main.ts', 'x', new Date('2026-01-03'));
    expect(isStale(root)).toBe(true);
    write('src/main.ts', 'x');
    write('data/datasets.json', '{ "datasets": ["real", "mine"] }');
    write('data/mine/manifest.json', '{}');
    expect(isStale(root)).toBe(true);
  });

  it('needs no data before the first dataset is built', () => {
    rmSync(at('data'), { recursive: true });
    rmSync(at('dist/data'), { recursive: true });
    expect(isStale(root)).toBe(false);
  });
});
