import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseManifest } from '../../src/dataset';
import { factJson } from '../dataset/fixtures';
import { native } from '../dataset/native';
import { docx, p } from '../reading/office/write-office';

const folder = mkdtempSync(join(tmpdir(), 'build-data-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly code: number;
  readonly stderr: string;
  readonly stdout: string;
}

const run = (...args: readonly string[]): Promise<Run> =>
  new Promise((resolve) => {
    const command = ['--import', 'tsx', 'src/cli/build-data.ts', ...args];
    execFile(process.execPath, command, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr });
    });
  });

const own = (source: string, out: string, ...more: readonly string[]) =>
  run(join(folder, source), '--out', join(folder, out), '--id', 'mine', '--title', '我的报告', ...more);

const demoReport = (name: string) => readFileSync(join('data/sources/demo/reports', name));

/** Text in GBK, which Node only decodes: the code of a character is found by decoding all of them. */
function gbk(text: string): Buffer {
  const codes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1) codes.set(char, [lead, trail]);
    }
  }
  return Buffer.from([...text].flatMap((char) => codes.get(char) ?? [char.charCodeAt(0)]));
}

describe('npm run build-data -- FOLDER', { timeout: 120_000 }, () => {
  let result: Run;

  beforeAll(async () => {
    const source = join(folder, 'source');
    mkdirSync(join(source, 'deep/er'), { recursive: true });
    const reports = readdirSync('data/sources/demo/reports').toSorted();
    const html = reports.find((name) => name.endsWith('.html')) ?? '';
    const text = reports.find((name) => name.endsWith('.txt')) ?? '';
    writeFileSync(join(source, html), demoReport(html));
    writeFileSync(join(source, 'deep/er', text), demoReport(text));
    const other = reports.findLast((name) => name.endsWith('.txt')) ?? '';
    writeFileSync(join(source, 'gbk.txt'), gbk(demoReport(other).toString('utf8')));
    writeFileSync(
      join(source, 'facts.jsonl'),
      [JSON.stringify(factJson()), '{ not json', JSON.stringify(factJson({ kind: 'village' })), ''].join(
        '\n',
      ),
    );
    writeFileSync(join(source, 'empty.txt'), '');
    writeFileSync(join(source, 'picture.png'), Buffer.from('89504e470d0a1a0a0000', 'hex'));
    writeFileSync(join(source, 'cut.docx'), 'PK\u0003\u0004');
    writeFileSync(
      join(source, 'word.docx'),
      docx(
        ['霁川区水务局2023年政府信息公开工作年度报告', '一、总体情况', '略。'].map((it) => p(it)).join(''),
      ),
    );
    writeFileSync(join(source, 'notice.txt'), '关于召开会议的通知\n今天下午三点开会。\n');
    writeFileSync(join(source, 'huge.html'), Buffer.alloc(50 * 1024 * 1024, 'x'));
    writeFileSync(join(folder, 'datasets.json'), '{ "datasets": [] }');
    result = await own('source', 'mine', '--as-of', '2026-01-31');
  }, 120_000);

  it('builds a dataset from every good file, deep ones too', async () => {
    const manifest = parseManifest(JSON.parse(readFileSync(join(folder, 'mine/manifest.json'), 'utf8')));
    expect(manifest).toMatchObject({
      id: 'mine',
      kind: 'real',
      title: { zh: '我的报告' },
      as_of: '2026-01-31',
    });
    const rows = await native(`
      SELECT origin, count(*)::INTEGER AS n FROM '${join(folder, 'mine/reports.parquet')}' GROUP BY ALL ORDER BY ALL`);
    expect(rows).toEqual([
      { origin: 'document', n: 4 },
      { origin: 'facts', n: 1 },
    ]);
  });

  it('reads a GBK page as what it says', async () => {
    const names = await native(`SELECT agency FROM '${join(folder, 'mine/agencies.parquet')}'`);
    expect(names.filter(({ agency }) => String(agency).startsWith('霁川区'))).toHaveLength(4);
  });

  it('fails, with one clear line for each bad file', () => {
    expect(result.code).toBe(1);
    expect(result.stdout).toBe('');
    const lineOf = (name: string) => result.stderr.split('\n').filter((line) => line.includes(`/${name}`));
    expect(lineOf('empty.txt')).toEqual([expect.stringContaining('the file is empty')]);
    expect(lineOf('picture.png')).toEqual([expect.stringContaining('pictures and no text')]);
    expect(lineOf('cut.docx')).toEqual([expect.stringContaining('damaged')]);
    expect(lineOf('notice.txt')).toEqual([expect.stringContaining('not an annual report')]);
    expect(lineOf('huge.html')).toEqual([expect.stringContaining('larger than any report')]);
    expect(lineOf('facts.jsonl:2')).toEqual([expect.stringContaining('not JSON')]);
    expect(lineOf('facts.jsonl:3')).toEqual([expect.stringContaining('kind: expected township | street')]);
  });

  it('says how far it is, what it wrote and how much it understood', () => {
    expect(result.stderr).toMatch(/mine: 10 files, 5 reports, 7 not usable/);
    expect(result.stderr).toMatch(/mine: reports +5 rows +\d+ kB/);
    expect(result.stderr).toMatch(/labels of published items/);
  });

  it('lists it in the index beside it, and leaves nothing unfinished behind', () => {
    expect(JSON.parse(readFileSync(join(folder, 'datasets.json'), 'utf8'))).toEqual({ datasets: ['mine'] });
    expect(readdirSync(folder).toSorted()).toEqual(['datasets.json', 'mine', 'source']);
  });

  it('does not write over a folder that holds something else', async () => {
    const { code, stderr } = await own('source', 'source');
    expect(code).toBe(2);
    expect(stderr).toMatch(/source holds other files/);
    expect(existsSync(join(folder, 'source/facts.jsonl'))).toBe(true);
  });
});

describe('npm run build-data with nothing usable', { timeout: 120_000 }, () => {
  it('writes nothing for an empty folder, keeps what was there, and fails', async () => {
    mkdirSync(join(folder, 'nothing'));
    mkdirSync(join(folder, 'kept'));
    const { code, stderr } = await own('nothing', 'kept');
    expect(code).toBe(1);
    expect(stderr).toMatch(/nothing: no report that can be read; nothing written/);
  });

  it("leaves a folder alone that is not a dataset, whatever its manifest.json is another program's", async () => {
    mkdirSync(join(folder, 'foreign'));
    writeFileSync(join(folder, 'foreign/manifest.json'), '{"name": "an extension"}');
    writeFileSync(join(folder, 'foreign/thesis.txt'), 'precious');
    const { code } = await own('src', 'foreign');
    expect(code).not.toBe(0);
    expect(readFileSync(join(folder, 'foreign/thesis.txt'), 'utf8')).toBe('precious');
  });

  it.each<[string, readonly string[], RegExp]>([
    [
      'a folder that is not there',
      ['missing-folder', '--out', 'x', '--id', 'a', '--title', 'b'],
      /not a folder/,
    ],
    ['no --out', ['src', '--id', 'a', '--title', 'b'], /--out is needed/],
    ['no --id', ['src', '--out', 'x', '--title', 'b'], /--id and --title are needed/],
    ['an id that is no folder name', ['src', '--out', 'x', '--id', '../a', '--title', 'b'], /id \.\.\/a/],
    [
      'a day that does not exist',
      ['src', '--out', 'x', '--id', 'a', '--title', 'b', '--as-of', '2026-13-01'],
      /as_of/,
    ],
    ['an unknown option', ['--nonsense'], /nonsense/],
  ])('refuses %s and writes nothing', async (_, args, message) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(existsSync('x')).toBe(false);
  });
});
