import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBeside } from '../../src/cli/build-data-place';
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

/** A folder that holds one good report. */
function oneReport(): string {
  const source = mkdtempSync(join(folder, 'one-'));
  const [name = ''] = readdirSync('data/sources/demo/reports');
  writeFileSync(join(source, name), demoReport(name));
  return source;
}

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

  it('holds the text of own reports, unless it is to be left out', async () => {
    const held = (out: string) =>
      native(`SELECT count(DISTINCT report_id)::INTEGER AS n FROM '${join(folder, out, 'sources.parquet')}'`);
    expect(await held('mine')).toEqual([{ n: 4 }]);
    await own('source', 'bare', '--without-text');
    expect(await held('bare')).toEqual([{ n: 0 }]);
    expect(await native(`SELECT * FROM '${join(folder, 'bare/narratives.parquet')}'`)).toEqual([]);
    rmSync(join(folder, 'bare'), { recursive: true });
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

  it('says which sources of one report differ, and which identity is a guess', async () => {
    const source = join(folder, 'differing');
    mkdirSync(source);
    const of = (granted: number, more: object) =>
      JSON.stringify(factJson({ cells: { t3_granted_total: granted, ...more } }));
    writeFileSync(join(source, 'a.jsonl'), `${of(3, {})}\n`);
    writeFileSync(join(source, 'b.jsonl'), `${of(4, { t3_carried_in_total: 0 })}\n`);
    writeFileSync(
      join(source, 'c.txt'),
      '2022年政府信息公开工作年度报告\n发布机构：霁川区水务局\n统计期限自2021年1月1日起至12月31日止。\n一、总体情况\n略。',
    );
    const { stderr } = await own('differing', 'differing-out');
    expect(stderr).toContain('mine: b.jsonl:1 and a.jsonl:1 differ on one report in 1 numbers;');
    expect(stderr).toContain('b.jsonl:1, are kept: t3_granted_total 4 not 3');
    expect(stderr).toContain('mine: c.txt: the report year is a guess (title=2022 period=2021)');
    expect(stderr).toContain('mine: c.txt: the agency is a guess (霁川区水务局)');
  });

  it('does not write over a folder that holds something else', async () => {
    mkdirSync(join(folder, 'held'));
    writeFileSync(join(folder, 'held/thesis.txt'), 'precious');
    const { code, stderr } = await own('source', 'held');
    expect(code).toBe(2);
    expect(stderr).toMatch(/held holds other files/);
    expect(readdirSync(join(folder, 'held'))).toEqual(['thesis.txt']);
  });
});

/** A small source of one report under `folder`. */
function smallSource(name: string): string {
  const source = join(folder, name);
  mkdirSync(source, { recursive: true });
  writeFileSync(join(source, 'facts.jsonl'), JSON.stringify(factJson()));
  return name;
}

/** Everything under a folder, files with what they hold. */
const contentOf = (place: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(place, { recursive: true, encoding: 'utf8' })
      .toSorted()
      .map((name) => [
        name,
        statSync(join(place, name)).isFile() ? readFileSync(join(place, name), 'latin1') : '',
      ]),
  );

describe('npm run build-data --out', { timeout: 120_000 }, () => {
  beforeAll(() => {
    smallSource('places/source');
    writeFileSync(join(folder, 'places/file'), 'precious');
    symlinkSync(join(folder, 'places/source'), join(folder, 'places/same'));
    symlinkSync(join(folder, 'places/gone'), join(folder, 'places/dangling'));
  });

  it.each<[string, string, RegExp]>([
    ['a file', 'places/file', /places\/file is a file; give a folder/],
    ['in a file', 'places/file/x', /places\/file\/x cannot be written: part of it is a file.*\(ENOTDIR\)/],
    ['where no folder can be made', '../../proc/x', /proc\/x cannot be written: no folder can be made there/],
    ['the folder of reports', 'places/source', /places\/source lies in the folder of reports/],
    ['a link to the folder of reports', 'places/same', /places\/same lies in the folder of reports/],
    ['inside the folder of reports', 'places/source/a/b', /lies in the folder of reports/],
    ['around the folder of reports', 'places', /places holds other files/],
    ['a link to nothing', 'places/dangling', /places\/dangling is a link to nothing/],
  ])('refuses %s in one line, and changes nothing', async (_, out, message) => {
    const before = contentOf(join(folder, 'places/source'));
    const { code, stderr } = await own('places/source', out);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
    expect(contentOf(join(folder, 'places/source'))).toEqual(before);
    expect(readdirSync(join(folder, 'places')).toSorted()).toEqual(['dangling', 'file', 'same', 'source']);
  });

  it('is written where a link points that leads to a dataset', async () => {
    smallSource('links/source');
    expect((await own('links/source', 'links/real')).code).toBe(0);
    symlinkSync(join(folder, 'links/real'), join(folder, 'links/link'));
    const before = contentOf(join(folder, 'links/real'));
    const { code } = await own('links/source', 'links/link', '--as-of', '2020-01-01');
    expect(code).toBe(0);
    expect(lstatSync(join(folder, 'links/link')).isSymbolicLink()).toBe(true);
    expect(contentOf(join(folder, 'links/real'))).not.toEqual(before);
  });

  it('may have a name with any character', async () => {
    const name = "odd/it's [1] *?; 100% “页”\n2";
    const { code, stderr } = await own(smallSource('odd/source'), name);
    expect(stderr).toContain("it's [1] *?; 100% “页” 2: dataset mine");
    expect(code).toBe(0);
    expect(readdirSync(join(folder, 'odd')).toSorted()).toEqual([name.slice(4), 'source']);
  });

  it('says that an earlier build was ended by force and what it left', async () => {
    smallSource('left/source');
    mkdirSync(join(folder, 'left/out.unfinished-abcdef'));
    mkdirSync(join(folder, 'left/out.replaced-abcdef/old'), { recursive: true });
    const { code, stderr } = await own('left/source', 'left/out');
    expect(code).toBe(0);
    expect(stderr).toMatch(/out\.unfinished-abcdef: left by a build that was stopped/);
    expect(stderr).toMatch(/out\.replaced-abcdef: left by a build that was stopped/);
    expect(existsSync(join(folder, 'left/out.replaced-abcdef/old'))).toBe(true);
  });
});

describe('npm run build-data beside other datasets', { timeout: 120_000 }, () => {
  it('leaves broken ones out of the index and names them', async () => {
    smallSource('beside/source');
    for (const name of ['cut', 'foreign', 'copy']) mkdirSync(join(folder, 'beside', name));
    writeFileSync(join(folder, 'beside/datasets.json'), '{ "datasets": ["demo", "cut"] }');
    writeFileSync(join(folder, 'beside/cut/manifest.json'), '{ "schema": 1, "id": "cu');
    writeFileSync(join(folder, 'beside/foreign/manifest.json'), '{"name": "an extension"}');
    cpSync('data/demo', join(folder, 'beside/demo'), { recursive: true });
    cpSync('data/demo/manifest.json', join(folder, 'beside/copy/manifest.json'));
    const { code, stderr } = await own('beside/source', 'beside/mine');
    expect(code).toBe(0);
    expect(stderr).toMatch(/cut\/manifest\.json: not listed: .*; build that dataset again/);
    expect(stderr).toMatch(/foreign\/manifest\.json: not listed: .*schema/);
    expect(stderr).toMatch(/copy: not listed: the folder of dataset demo must have its name/);
    expect(JSON.parse(readFileSync(join(folder, 'beside/datasets.json'), 'utf8'))).toEqual({
      datasets: ['mine', 'demo'],
    });
  });
});

describe('npm run build-data --sources', { timeout: 120_000 }, () => {
  it('names a description that cannot be used, and builds nothing then', async () => {
    const about = { id: 'a', kind: 'real', title: { zh: 'a', en: 'a' }, description: { zh: 'a', en: 'a' } };
    smallSource('many/a');
    writeFileSync(join(folder, 'many/a/dataset.json'), JSON.stringify({ ...about, licence: 'CC0-1.0' }));
    smallSource('many/b');
    writeFileSync(join(folder, 'many/b/dataset.json'), '{ "id": ');
    const { code, stderr } = await run('--sources', join(folder, 'many'), '--out', join(folder, 'many-out'));
    expect(code).toBe(2);
    expect(stderr).toMatch(/many\/b\/dataset\.json: .*JSON/);
    expect(existsSync(join(folder, 'many-out'))).toBe(false);
  });
});

describe('npm run build-data with odd files', { timeout: 120_000 }, () => {
  it('names each on a line of its own and waits for no pipe', async () => {
    const source = join(folder, smallSource('strange'));
    execFileSync('mkfifo', [join(source, 'pipe.txt'), join(source, 'pipe.jsonl')]);
    symlinkSync('nowhere', join(source, 'gone.jsonl'));
    writeFileSync(join(source, 'line\nbreak\u001b[31m.txt'), '');
    const { code, stderr } = await own('strange', 'strange-out');
    expect(code).toBe(1);
    for (const line of [
      'pipe.txt: a pipe or a device, not a file',
      'pipe.jsonl: a pipe or a device, not a file',
      'gone.jsonl: cannot be opened (ENOENT)',
      'line break [31m.txt: the file is empty',
    ])
      expect(stderr.split('\n').filter((one) => one.endsWith(line))).toHaveLength(1);
    expect(existsSync(join(folder, 'strange-out/manifest.json'))).toBe(true);
  });
});

describe('writeBeside', { timeout: 120_000 }, () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('takes the unfinished folder along when %s ends the process', async (signal, code) => {
    const place = join(folder, `ended-${signal}`);
    const module = JSON.stringify(join(import.meta.dirname, '../../src/cli/build-data-place.ts'));
    const script = `import { writeBeside } from ${module};
      await writeBeside(${JSON.stringify(place)}, () => new Promise(() => {
        setInterval(() => undefined, 1000);
        console.log('writing');
      }));`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]);
    const left = () => readdirSync(folder).filter((name) => name.startsWith(`ended-${signal}`));
    await once(child.stdout, 'data');
    expect(left()).toHaveLength(1);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([code, null]);
    expect(left()).toEqual([]);
  });

  it('puts the old dataset back when the new one cannot take its place', async () => {
    const place = join(folder, 'kept-old');
    mkdirSync(place);
    writeFileSync(join(place, 'table'), 'old');
    const write = (unfinished: string) => Promise.resolve(rmSync(unfinished, { recursive: true }));
    await expect(writeBeside(place, write)).rejects.toThrow(/kept-old cannot be written/);
    expect(readFileSync(join(place, 'table'), 'utf8')).toBe('old');
    expect(readdirSync(folder).filter((name) => name.startsWith('kept-old'))).toEqual(['kept-old']);
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

  it.each([
    [
      "another program's manifest.json",
      { 'manifest.json': '{"name": "an extension"}', 'thesis.txt': 'precious' },
    ],
    [
      'a dataset with a file of its own',
      { 'manifest.json': '{"schema":1,"tables":{}}', 'thesis.txt': 'precious' },
    ],
  ])('leaves a folder alone that holds %s', async (_, files) => {
    const out = mkdtempSync(join(folder, 'foreign-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(out, name), text);
    const { code, stderr } = await run(oneReport(), '--out', out, '--id', 'mine', '--title', '我的报告');
    expect(code).toBe(2);
    expect(stderr).toContain('holds other files');
    expect(readFileSync(join(out, 'thesis.txt'), 'utf8')).toBe('precious');
  });

  it('takes the reports of an archive one by one', async () => {
    const source = mkdtempSync(join(folder, 'zipped-'));
    const names = readdirSync('data/sources/demo/reports').slice(0, 3);
    const files = Object.fromEntries(names.map((name) => [name, new Uint8Array(demoReport(name))]));
    writeFileSync(join(source, 'all.zip'), zipSync({ ...files, 'note.txt': strToU8('略') }));
    const out = join(folder, 'from-archive');
    const { code, stderr } = await run(source, '--out', out, '--id', 'mine', '--title', '我的报告');
    expect(stderr).toMatch(/all\.zip\/note\.txt: not an annual report/);
    expect(code).toBe(1);
    expect(
      parseManifest(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))).tables.reports.rows,
    ).toBe(3);
  });

  it('replaces a dataset whose tables had other columns once', async () => {
    const out = mkdtempSync(join(folder, 'older-'));
    writeFileSync(join(out, 'manifest.json'), '{"schema":0,"tables":{"reports":{"columns":[]}}}');
    writeFileSync(join(out, 'reports.parquet'), 'PAR1');
    const { code } = await run(oneReport(), '--out', out, '--id', 'mine', '--title', '我的报告');
    expect(code).toBe(0);
    expect(readdirSync(out)).toContain('summary.parquet');
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
