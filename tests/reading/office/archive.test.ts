import { describe, expect, it } from 'vitest';
import { read } from '../../../src/reading';
import { Archive } from '../../../src/reading/office/archive';
import { refusal } from './support';
import { docx, docxParts, p, zipOf } from './write-office';

const MEGABYTE = 1024 * 1024;

/** A copy with other bytes at the first place, from the end, where a signature stands. */
function patched(
  file: Uint8Array,
  signature: number,
  offset: number,
  value: number,
  bytes: 2 | 4,
): Uint8Array {
  const copy = file.slice();
  const view = new DataView(copy.buffer);
  for (let at = copy.length - 4; at >= 0; at--)
    if (view.getUint32(at, true) === signature) {
      if (bytes === 2) view.setUint16(at + offset, value, true);
      else view.setUint32(at + offset, value, true);
      return copy;
    }
  throw new Error('no such record');
}
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const one = zipOf({ 'a.txt': 'abc'.repeat(100) });
const open = (file: Uint8Array) => (): unknown => new Archive(file, 'x').part('a.txt');

describe('an archive', () => {
  it('gives its files by their names, which are never paths', () => {
    const archive = new Archive(zipOf({ '../../etc/a': '甲', 'b\\c': '乙' }), 'x');
    expect(archive.names).toEqual(['../../etc/a', 'b/c']);
    expect(new TextDecoder().decode(archive.part('b/c') ?? undefined)).toBe('乙');
    expect(archive.part('constructor')).toBeNull();
  });

  it.each([
    ['with a password', patched(one, ENTRY, 8, 1, 2), 'protected'],
    ['that is said to be smaller', patched(one, ENTRY, 24, 7, 4), 'damaged a.txt'],
    ['that is said to be larger', patched(one, ENTRY, 24, 0xffffff, 4), 'damaged a.txt'],
    ['of another checksum', patched(one, ENTRY, 16, 1, 4), 'damaged a.txt'],
    ['of an unknown packing', patched(one, ENTRY, 10, 12, 2), 'damaged a.txt'],
    ['beyond the end', patched(one, ENTRY, 42, 0xffffff0, 4), 'damaged a.txt'],
    ['longer than the archive', patched(one, ENTRY, 20, 0xffffff0, 4), 'damaged a.txt'],
    ['packed into fewer bytes', patched(one, ENTRY, 20, 3, 4), 'damaged a.txt'],
  ])('refuses a file %s', (_, file, reason) => {
    expect(refusal(open(file))).toBe(reason);
  });

  it.each([
    ['cut short', one.subarray(0, one.length - 30), 'damaged cut short'],
    ['whose list lies elsewhere', patched(one, END, 16, 0xffffff0, 4), 'damaged list of files'],
    ['of more files than listed', patched(one, END, 10, 2, 2), 'damaged list of files'],
    ['of too many files', patched(one, END, 10, 60_000, 2), 'damaged too many files'],
    ['of nothing but its beginning', Uint8Array.of(0x50, 0x4b, 3, 4), 'damaged cut short'],
  ])('is refused when it is %s', (_, file, reason) => {
    expect(refusal(open(file))).toBe(reason);
  });

  it('with two files of one name is refused', () => {
    expect(refusal(open(zipOf({ 'a/b': '1', 'a\\b': '2' })))).toBe('damaged a/b');
  });

  it('is not unpacked further than its limit, whatever size it states', () => {
    const bomb = zipOf({ 'a.txt': new Uint8Array(120 * MEGABYTE) });
    expect(bomb.length).toBeLessThan(MEGABYTE);
    expect(refusal(open(bomb))).toMatch(/^too_large \d+$/);
    expect(refusal(open(patched(bomb, ENTRY, 24, 100, 4)))).toMatch(/^too_large \d+$/);
    const many = new Archive(
      zipOf(Object.fromEntries(['a', 'b', 'c'].map((name) => [name, new Uint8Array(20 * MEGABYTE)]))),
      'x',
    );
    expect(refusal(() => ['a', 'b', 'c'].map((name) => many.part(name)))).toMatch(/^too_large \d+$/);
  });
});

describe('XML', () => {
  const main = (xml: string): Uint8Array => zipOf({ ...docxParts(''), 'word/document.xml': xml });
  it.each([
    ['that declares a document type', '<!DOCTYPE a [<!ENTITY b "9">]><a>&b;</a>'],
    ['that names an entity', '<a>&b;</a>'],
    ['that is cut short', '<a><b>'],
    ['that is none', 'text'],
    ['that is empty', ''],
    ['that nests without end', '<a>'.repeat(10_000) + '</a>'.repeat(10_000)],
  ])('%s is damaged', (_, xml) => {
    expect(refusal(() => read(main(xml), 'x'))).toBe('damaged word/document.xml');
  });

  it('of ten thousand nested controls or tables is damaged, not a crash', () => {
    const nested = `${'<w:sdt><w:sdtContent>'.repeat(10_000)}${'</w:sdtContent></w:sdt>'.repeat(10_000)}`;
    expect(refusal(() => read(docx(nested), 'x'))).toBe('damaged word/document.xml');
  });

  it('of names that objects have already is only text', () => {
    const body = p('一、总体情况').replace('<w:p>', '<w:p __proto__="1" constructor="2">');
    expect(refusal(() => read(docx(body), 'x'))).not.toContain('damaged');
  });
});

describe('other archives', () => {
  it.each([
    ['zip', { 'a.html': '<p>' }],
    ['zip', {}],
    ['odf', { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }],
    ['ofd', { 'OFD.xml': '<OFD/>', 'Doc_0/Document.xml': '<a/>' }],
  ])('are named: %s', (kind, parts) => {
    expect(refusal(() => read(zipOf(parts as Record<string, string>), 'x.docx'))).toBe(
      `unsupported_format ${kind}`,
    );
  });
});
