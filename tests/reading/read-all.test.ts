import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Outcome, readAll } from '../../src/reading';

const folder = 'data/sources/demo/reports';
const reports = readdirSync(folder)
  .slice(0, 2)
  .map((name) => new Uint8Array(readFileSync(join(folder, name))));
const [first = new Uint8Array(), second = new Uint8Array()] = reports;

async function all(bytes: Uint8Array, name: string): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for await (const outcome of readAll(bytes, name)) outcomes.push(outcome);
  return outcomes;
}
const shown = (outcomes: readonly Outcome[]): readonly string[] =>
  outcomes.map((it) => `${it.source}: ${'error' in it ? it.error.code : 'read'}`);

describe('a file', () => {
  it('that is a report is one', async () => {
    expect(shown(await all(first, 'a.txt'))).toEqual(['a.txt: read']);
  });

  it('that is none says why', async () => {
    expect(shown(await all(new Uint8Array(), 'a.txt'))).toEqual(['a.txt: empty']);
  });

  it('that is an archive is read file by file, and a bad one stops no other', async () => {
    const zip = zipSync({
      'first.txt': first,
      'notes/empty.txt': new Uint8Array(),
      'notes/second.txt': second,
      'inner.zip': zipSync({ 'first.txt': first }),
      '__MACOSX/._first.txt': first,
      '.DS_Store': strToU8('x'),
    });
    const outcomes = await all(zip, 'all.zip');
    expect(shown(outcomes)).toEqual([
      'all.zip/first.txt: read',
      'all.zip/notes/empty.txt: empty',
      'all.zip/notes/second.txt: read',
      'all.zip/inner.zip: unsupported_format',
    ]);
    const [one] = outcomes;
    expect(one && 'report' in one && one.report.source).toBe('all.zip/first.txt');
  });

  it('that is a damaged or empty archive, or a document in one, is one file', async () => {
    const zip = zipSync({ 'first.txt': first });
    expect(shown(await all(zip.slice(0, 60), 'cut.zip'))).toEqual(['cut.zip: damaged']);
    expect(shown(await all(zipSync({}), 'empty.zip'))).toEqual(['empty.zip: unsupported_format']);
    const document = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'a.txt': first });
    expect(shown(await all(document, 'a.docx'))).toEqual(['a.docx: unsupported_format']);
  });

  it('may bear a name in GBK in its archive', async () => {
    const zip = zipSync({ 'AABB.txt': first });
    // 年报 in the place of AABB, in the list of files and before the file itself.
    const name = [0xc4, 0xea, 0xb1, 0xa8];
    const text = new TextDecoder('latin1').decode(zip);
    const marks = [...text.matchAll(/AABB/g)].map(({ index }) => index);
    for (const mark of marks) zip.set(name, mark);
    expect(shown(await all(zip, 'x.zip'))).toEqual(['x.zip/年报.txt: read']);
  });

  it('in an archive is never a path', async () => {
    const zip = zipSync({ '../../etc/passwd.txt': first });
    expect(shown(await all(zip, 'x.zip'))).toEqual(['x.zip/../../etc/passwd.txt: read']);
  });
});
