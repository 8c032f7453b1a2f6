import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { kb, printTable } from './statistics';

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort();

/** Every shipped file as it is and compressed. Quality 5 for brotli over 5 MB, else 11: a host compresses once. */
export function benchSizes(
  dist: string,
): readonly { path: string; raw: number; gzip: number; brotli: number }[] {
  const sizes = filesIn(dist).map((path) => {
    const bytes = readFileSync(path);
    const quality = bytes.length > 5e6 ? 5 : 11;
    return {
      path: relative(dist, path),
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length,
    };
  });
  printTable(
    'Shipped files',
    ['file', 'raw', 'gzip', 'brotli'],
    sizes.map((size) => [size.path, kb(size.raw), kb(size.gzip), kb(size.brotli)]),
  );
  return sizes;
}
