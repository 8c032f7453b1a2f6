import { readFileSync, statSync } from 'node:fs';
import { limits, read, ReadingError } from '../reading';
import { explain } from './read-messages';

/** A pipe or a device has no end to wait for; a folder gets its own message when it is opened. */
function inspect(file: string): { readonly size: number; readonly isReadable: boolean } {
  const stats = statSync(file);
  return { size: stats.size, isReadable: stats.isFile() || stats.isDirectory() };
}

/** `npm run --silent read -- FILE…`: one report a line as JSON; a line on standard error for each file that is none. */
function main(args: readonly string[]): number {
  const withText = args.includes('--sections');
  const files = args.filter((arg) => arg !== '--sections');
  if (files.length === 0 || files.some((file) => file.startsWith('--'))) {
    process.stderr.write('usage: npm run --silent read -- [--sections] FILE…\n');
    return 2;
  }
  let failed = 0;
  for (const file of files) {
    try {
      const { size, ...kind } = inspect(file);
      if (!kind.isReadable) throw new ReadingError('unsupported_format', file, 'special');
      if (size > limits.bytes) throw new ReadingError('too_large', file, String(size));
      const { sections, ...report } = read(readFileSync(file), file);
      const shown = withText ? sections : sections.map(({ n, title }) => ({ n, title }));
      process.stdout.write(`${JSON.stringify({ ...report, sections: shown })}\n`);
    } catch (error) {
      failed++;
      process.stderr.write(`${explain(error, file)}\n`);
    }
  }
  return failed > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
