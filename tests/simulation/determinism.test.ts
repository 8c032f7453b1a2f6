import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoFiles, demoSeed } from '../../src/simulation';

const folder = 'data/sources/demo';

describe('demo files', () => {
  const files = demoFiles(demoSeed);

  it('are the same from the same seed and others from another', { timeout: 30_000 }, () => {
    const again = demoFiles(demoSeed);
    expect([...again.keys()]).toEqual([...files.keys()]);
    expect([...again].filter(([path, text]) => files.get(path) !== text)).toEqual([]);
    const other = demoFiles(demoSeed + 1);
    expect(other.get('faults.json')).toEqual(files.get('faults.json'));
    const reports = [...other].filter(([path]) => path.startsWith('reports/'));
    expect(reports.filter(([path, text]) => files.get(path) === text)).toEqual([]);
  });

  it('are committed as they are generated, and nothing else is', () => {
    const committed = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      statSync(join(folder, path)).isFile(),
    );
    expect(committed.sort()).toEqual([...files.keys()].sort());
    const stale = committed.filter((path) => readFileSync(join(folder, path), 'utf8') !== files.get(path));
    expect(stale, 'run `npm run demo`').toEqual([]);
  });

  it('say in every report that it is simulated', () => {
    const reports = [...files].filter(([path]) => path.startsWith('reports/'));
    expect(reports.filter(([, text]) => !text.includes('模拟数据，非真实报告'))).toEqual([]);
    expect(reports.length).toBe(361);
  });

  it('stay under five megabytes', () => {
    const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(bytes).toBeLessThan(5e6);
  });
});
