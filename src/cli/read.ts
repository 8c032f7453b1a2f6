import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { limits, readAll, ReadingError, type Outcome, type Report } from '../reading';
import { oneLine } from './one-line';
import { explain, explainOutput, SpecialFileError } from './read-messages';

const usage = `usage: npm run --silent read -- [--sections] FILE…
       before names that begin with "-" put another --: npm run --silent read -- -- -2024.html`;

interface Asked {
  readonly withText: boolean;
  readonly files: readonly string[];
}

/** Null, and said why, when the arguments make no sense. */
function asked(args: readonly string[]): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { sections: { type: 'boolean', default: false } },
    });
    if (positionals.length > 0) return { withText: values.sections, files: positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(oneLine(error.message));
  }
  console.error(usage);
  return null;
}

/** What one file holds: a report, or those of an archive. */
function open(file: string): AsyncIterable<Outcome> {
  const stats = statSync(file);
  // A pipe or a device has no end to wait for; a folder gets its own message when it is opened.
  if (!stats.isFile() && !stats.isDirectory()) throw new SpecialFileError();
  if (stats.size > limits.bytes) throw new ReadingError('too_large', file, String(stats.size));
  return readAll(readFileSync(file), file);
}

function line({ sections, ...report }: Report, withText: boolean): string {
  const shown = withText ? sections : sections.map(({ n, title }) => ({ n, title }));
  return `${JSON.stringify({ ...report, sections: shown })}\n`;
}

/** Resolves when the text is out, to null or why it could not be written. */
const print = (text: string): Promise<Error | null> =>
  new Promise((done) => {
    process.stdout.write(text, (error) => done(error ?? null));
  });

/** `npm run --silent read -- FILE…`: one report a line as JSON; a line on standard error for each file that is none. */
async function main(args: readonly string[]): Promise<number> {
  const request = asked(args);
  if (request === null) return 2;
  // What cannot be written is told to `print`; of what is said on standard error nobody could be told.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  let failed = 0;
  for (const file of request.files) {
    try {
      for await (const outcome of open(file)) {
        if ('error' in outcome) {
          failed += 1;
          console.error(explain(outcome.error, outcome.source));
          continue;
        }
        const problem = await print(line(outcome.report, request.withText));
        if (problem === null) continue;
        const words = explainOutput(problem);
        // Whoever reads has enough: no failure.
        if (words === null) return failed > 0 ? 1 : 0;
        console.error(words);
        return 1;
      }
    } catch (error) {
      failed += 1;
      console.error(explain(error, file));
    }
  }
  return failed > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
