import { describe, expect, it } from 'vitest';
import { binaryKind, decode } from '../../src/reading/decode';
import { limits, read, ReadingError } from '../../src/reading';
import { bytes } from './samples';

const TEXT = '2023年政府信息公开工作年度报告\n一、总体情况 0 1 2\n';

const utf16 = (text: string, little: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little);
  return new Uint8Array(view.buffer);
};
/** 年报 in GBK. */
const gbk = Uint8Array.of(0xc4, 0xea, 0xb1, 0xa8);
const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
/** First bytes of the compound files of older Office programs, and a name in their directory. */
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const wide = (name: string): string => [...`${name}\0`].map((char) => `${char}\0`).join('');

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof ReadingError) return `${error.code} ${error.detail}`.trim();
    throw error;
  }
  return 'read';
};

describe('text', () => {
  it.each([
    ['UTF-8', bytes(TEXT)],
    ['UTF-8 with a mark', join(Uint8Array.of(0xef, 0xbb, 0xbf), bytes(TEXT))],
    ['UTF-16 little-endian with a mark', utf16(`\ufeff${TEXT}`, true)],
    ['UTF-16 big-endian with a mark', utf16(`\ufeff${TEXT}`, false)],
    ['UTF-16 little-endian', utf16(TEXT, true)],
    ['UTF-16 big-endian', utf16(TEXT, false)],
  ])('is decoded from %s', (_, encoded) => {
    expect(decode(encoded, 'x')).toBe(TEXT);
  });

  it('names characters where it was copied out of a PDF as radicals', () => {
    expect(decode(bytes('⼯作年报，⼈⺠政府'), 'x')).toBe('工作年报，人民政府');
  });

  it('is decoded from GBK, declared or not, even wrongly', () => {
    expect(decode(gbk, 'x')).toBe('年报');
    expect(decode(join(bytes('<meta charset="gb2312">'), gbk), 'x')).toContain('年报');
    expect(decode(join(bytes('<meta charset="utf-8">'), gbk), 'x')).toContain('年报');
    expect(decode(join(bytes('<meta charset="no-such-charset">'), gbk), 'x')).toContain('年报');
  });

  it('cut in the middle of a character keeps the rest', () => {
    expect(decode(bytes(TEXT.repeat(20)).subarray(0, 400), 'x')).toContain('总体情况');
  });
});

describe('what is no text', () => {
  it.each([
    ['pdf', '%PDF-1.7'],
    ['parquet', 'PAR1'],
    ['rtf', '{\\rtf1'],
    ['Word XML', '<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>'],
    ['Word XML', '<?xml version="1.0"?><pkg:package xmlns:pkg="x"/>'],
    ['Excel XML', '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>'],
    ['mht', 'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n'],
    [
      'mht',
      'MIME-Version: 1.0\r\nContent-Type: text/html;\r\nContent-Transfer-Encoding: quoted-printable\r\n',
    ],
    ['eml', 'From: a@b.cn\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n'],
    ['doc', `${OLE}${wide('WordDocument')}`],
    ['xls', `${OLE}${wide('Workbook')}`],
    ['xls', `${OLE}${wide('Book')}`],
    ['ppt', `${OLE}${wide('PowerPoint Document')}`],
    ['ole', `${OLE}${wide('Others')}`],
  ])('is named: %s', (kind, start) => {
    expect(binaryKind(latin(start))).toBe(kind);
    expect(codeOf(() => read(latin(start), 'x'))).toBe(`unsupported_format ${kind}`);
  });

  it.each([
    ['png', '\x89PNG'],
    ['jpeg', '\xff\xd8\xff\xe0'],
    ['gif', 'GIF89a'],
    ['tiff', 'II*\0'],
    ['webp', 'RIFF\0\0\0\0WEBPVP8 '],
  ])('is a picture: %s', (kind, start) => {
    expect(codeOf(() => read(latin(start), 'x.docx'))).toBe(`no_text ${kind}`);
  });

  it('is protected when Office has encrypted it', () => {
    expect(codeOf(() => read(latin(`${OLE}${wide('EncryptedPackage')}`), 'x.docx'))).toBe('protected');
  });

  it('is refused by its reason', () => {
    expect(codeOf(() => read(new Uint8Array(), 'x'))).toBe('empty');
    expect(codeOf(() => read(bytes(' \n\t '), 'x'))).toBe('empty');
    expect(
      codeOf(() =>
        read(
          Uint8Array.from({ length: 5000 }, (_, i) => (i * 73) % 31),
          'x',
        ),
      ),
    ).toBe('not_text');
  });

  it('is refused when it is too large', () => {
    expect(codeOf(() => read(new Uint8Array(limits.bytes + 1), 'x'))).toBe(`too_large ${limits.bytes + 1}`);
  });
});
