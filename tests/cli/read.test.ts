import { execFile, execFileSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Outcome {
  readonly code: number;
  readonly out: readonly Record<string, unknown>[];
  readonly err: readonly string[];
}

const root = join(import.meta.dirname, '../..');
const corpus = join(root, 'tests/corpus/reports');

const program = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'src/cli/read.ts')];

const execute = (file: string, args: readonly string[], cwd = root): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(file, args, { cwd, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      resolve({
        code: typeof error?.code === 'number' ? error.code : 0,
        out: stdout
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as Record<string, unknown>),
        err: stderr.split('\n').filter(Boolean),
      });
    });
  });

const run = (...args: readonly string[]): Promise<Outcome> =>
  execute(process.execPath, [...program, ...args]);
const runIn = (cwd: string, ...args: readonly string[]): Promise<Outcome> =>
  execute(process.execPath, [...program, ...args], cwd);
/** The command as `"$@"` of a line for bash. */
const shell = (line: string, ...files: readonly string[]): Promise<Outcome> =>
  execute('bash', ['-c', line, 'bash', process.execPath, ...program, ...files]);

describe('npm run read', { timeout: 60_000 }, () => {
  let folder = '';
  const at = (name: string): string => join(folder, name);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-read-'));
    writeFileSync(at('empty.txt'), '');
    writeFileSync(at('picture.html'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a));
    writeFileSync(at('report.pdf'), '%PDF-1.7\n');
    writeFileSync(at('data.parquet'), 'PAR1....PAR1');
    writeFileSync(at('cut.docx'), 'PK\u0003\u0004');
    writeFileSync(at('reports.zip'), zipSync({ 'a.html': strToU8('<p>') }));
    writeFileSync(at('old.docx'), Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));
    writeFileSync(at('notice.txt'), '关于编制2023年政府信息公开工作年度报告的通知\n请按时报送。');
    mkdirSync(at('folder'));
    const large = openSync(at('large.html'), 'w');
    ftruncateSync(large, 50 * 2 ** 20);
    closeSync(large);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('prints one report a line, in the order of the files', async () => {
    const files = readdirSync(corpus)
      .filter((name) => !name.endsWith('.json'))
      .map((name) => join(corpus, name));
    const { code, out, err } = await run(...files);
    expect([code, err]).toEqual([0, []]);
    expect(out.map((report) => report.source)).toEqual(files);
    for (const report of out)
      expect(Object.keys(report)).toEqual(
        expect.arrayContaining([
          'agency',
          'scope',
          'published',
          'year',
          'forms',
          'cells',
          'narrative',
          'sections',
          'problems',
        ]),
      );
  });

  it('prints the text of the sections only when asked', async () => {
    const file = join(corpus, 'qinglan-2024.txt');
    const [plain, full] = await Promise.all([run(file), run('--sections', file)]);
    expect(plain.out[0]?.sections).toContainEqual({ n: 1, title: '一、总体情况' });
    expect(JSON.stringify(full.out[0]?.sections)).toContain('累计主动公开政府信息');
  });

  it('reads the good files and says of each bad one what to do', async () => {
    const good = join(corpus, 'baihe-water-2022.html');
    const bad = [
      'empty.txt',
      'picture.html',
      'report.pdf',
      'data.parquet',
      'cut.docx',
      'reports.zip',
      'old.docx',
      'notice.txt',
      'large.html',
      'folder',
      'absent.txt',
    ];
    const { code, out, err } = await run(...bad.slice(0, 4).map(at), good, ...bad.slice(4).map(at));
    expect(code).toBe(1);
    expect(out.map((report) => report.source)).toEqual([good]);
    const messages = Object.fromEntries(
      err.map((line) => [bad.find((name) => line.startsWith(at(name))), line.slice(line.indexOf(': ') + 2)]),
    );
    expect(messages).toMatchObject({
      'empty.txt': expect.stringContaining('empty') as string,
      'picture.html': expect.stringContaining('pictures and no text (png)') as string,
      'report.pdf': expect.stringContaining('is damaged') as string,
      'data.parquet': expect.stringContaining('parquet file') as string,
      'cut.docx': expect.stringContaining('damaged (cut short)') as string,
      'reports.zip': expect.stringContaining('no annual report') as string,
      'old.docx': expect.stringContaining('save it as .docx or .xlsx') as string,
      'notice.txt': expect.stringContaining('a notice or a plan') as string,
      'large.html': expect.stringContaining('too large (50 MB)') as string,
      folder: expect.stringContaining('this is a folder') as string,
      'absent.txt': expect.stringContaining('no such file') as string,
    });
    expect(err).toHaveLength(bad.length);
  });

  it('says of a pipe or a device that it is none', async () => {
    execFileSync('mkfifo', [at('pipe.html')]);
    const { code, out, err } = await run(at('pipe.html'), '/dev/null');
    expect([code, out]).toEqual([1, []]);
    expect(err).toEqual(
      [at('pipe.html'), '/dev/null'].map(
        (name) =>
          `${name}: this is a pipe or a device and not a file; save what comes out of it to a file and give that`,
      ),
    );
  });

  it('takes names that begin with a dash after --, and names an option that there is not', async () => {
    copyFileSync(join(corpus, 'qinglan-2024.txt'), at('--sections'));
    copyFileSync(join(corpus, 'qinglan-2024.txt'), at('-x.txt'));
    const given = await runIn(folder, '--', '--sections', '-x.txt');
    expect([given.code, given.err]).toEqual([0, []]);
    expect(given.out.map(({ source }) => source)).toEqual(['--sections', '-x.txt']);
    for (const option of ['--verbose', '-x.txt']) {
      const { code, out, err } = await runIn(folder, option, 'a.txt');
      expect([code, out]).toEqual([2, []]);
      expect(err[0]).toContain(
        `Unknown option '${option.slice(0, option.startsWith('--') ? undefined : 2)}'`,
      );
      expect(err[1]).toContain('usage: npm run');
    }
  });

  it('keeps a message about a file with control characters in its name on one line', async () => {
    writeFileSync(at('a\nb\u001b[31m.txt'), '');
    const { err } = await run(at('a\nb\u001b[31m.txt'));
    expect(err).toEqual([expect.stringMatching(/a b \[31m\.txt: the file is empty/)]);
  });

  it('stops quietly when the reader of a pipe has enough', async () => {
    const file = join(corpus, 'qinglan-2024.txt');
    const { code, out, err } = await shell(
      `"$@" | head -1; exit "\${PIPESTATUS[0]}"`,
      ...Array<string>(60).fill(file),
    );
    expect([code, err]).toEqual([0, []]);
    expect(out).toHaveLength(1);
  });

  it('does not mind that nobody reads its messages', async () => {
    const { code, err } = await shell(
      '"$@" 2>&1 | head -0; exit "${PIPESTATUS[0]}"',
      at('empty.txt'),
      at('absent.txt'),
    );
    expect([code, err]).toEqual([1, []]);
  });

  it('says in one line that the disk is full', async () => {
    const { code, err } = await shell('"$@" > /dev/full', join(corpus, 'qinglan-2024.txt'));
    expect(code).toBe(1);
    expect(err).toEqual([
      expect.stringMatching(/^the output cannot be written: the disk is full \(ENOSPC\)/),
    ]);
  });

  it('shows its usage without files', async () => {
    const { code, out, err } = await run();
    expect([code, out]).toEqual([2, []]);
    expect(err.join('\n')).toContain('usage: npm run');
  });
});
