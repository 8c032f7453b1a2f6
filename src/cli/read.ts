import { parseArgs } from 'node:util';
import { ReadingError, type Report } from '../reading';
import { oneLine } from './one-line';
import { expand, open } from './read-files';
import { explain, explainOutput } from './read-messages';
import { ReadingSummary } from './read-summary';

const usage = `usage: npm run --silent read -- [--sections] FILE or FOLDER…
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

function line({ sections, ...report }: Report, withText: boolean): string {
  const shown = withText ? sections : sections.map(({ n, title }) => ({ n, title }));
  return `${JSON.stringify({ ...report, sections: shown })}\n`;
}

/** Resolves when the text is out, to null or why it could not be written. */
const print = (text: string): Promise<Error | null> =>
  new Promise((done) => {
    process.stdout.write(text, (error) => done(error ?? null));
  });

/** Reads one file and prints what it holds. Resolves to why nothing more can be printed, else to null. */
async function readOne(file: string, withText: boolean, summary: ReadingSummary): Promise<Error | null> {
  const refuse = (error: unknown, source: string): void => {
    summary.clear();
    console.error(explain(error, source));
  };
  try {
    for await (const outcome of open(file)) {
      summary.outcome(outcome);
      if ('error' in outcome) {
        refuse(outcome.error, outcome.source);
        continue;
      }
      const problem = await print(line(outcome.report, withText));
      if (problem !== null) return problem;
    }
  } catch (error) {
    refuse(error, file);
    summary.refuse(error instanceof ReadingError ? error.failure : 'not opened');
  }
  return null;
}

/**
 * `npm run --silent read -- FILE…`: one report a line as JSON; on standard error a line for each file that is none,
 * progress, and what became of them all.
 */
async function main(args: readonly string[]): Promise<number> {
  const request = asked(args);
  if (request === null) return 2;
  // What cannot be written is told to `print`; of what is said on standard error nobody could be told.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const files = expand(request.files);
  const summary = new ReadingSummary(files.length, process.stderr);
  for (const file of files) {
    const problem = await readOne(file, request.withText, summary);
    if (problem !== null) {
      summary.clear();
      const words = explainOutput(problem);
      // Whoever reads has enough: no failure.
      if (words === null) return summary.refused > 0 ? 1 : 0;
      console.error(words);
      return 1;
    }
    summary.file();
  }
  summary.end();
  return summary.refused > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
