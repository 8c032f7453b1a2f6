import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFile } from '../../src/reading';
import { printTable, spreadOf } from './statistics';

const rounds = 15;

/** What pdf.js alone needs for the text of a file, in ms: opening it, and every page's text. */
async function extract(bytes: Uint8Array): Promise<number> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const start = performance.now();
  const task = getDocument({ data: bytes.slice(), verbosity: 0, isEvalSupported: false });
  const document = await task.promise;
  for (let page = 1; page <= document.numPages; page++) await (await document.getPage(page)).getTextContent();
  await task.destroy();
  return performance.now() - start;
}

async function reading(bytes: Uint8Array, name: string): Promise<number> {
  const start = performance.now();
  await readFile(bytes, name);
  return performance.now() - start;
}

/** Time to read the PDF files of a folder, against pdf.js alone; by turns, so that both meet the same machine. */
export async function benchPdf(folders: readonly string[]): Promise<unknown> {
  const rows: { file: string; reading: number; extracting: number; ratio: number }[] = [];
  for (const folder of folders.filter((it) => existsSync(it)))
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.pdf'))) {
      const bytes = new Uint8Array(readFileSync(join(folder, file)));
      const [own, alone]: number[][] = [[], []];
      for (let round = 0; round < rounds; round++) {
        own?.push(await reading(bytes, file));
        alone?.push(await extract(bytes));
      }
      const [read, extracted] = [spreadOf(own ?? []).median, spreadOf(alone ?? []).median];
      rows.push({ file, reading: read, extracting: extracted, ratio: read / extracted });
    }
  printTable(
    'PDF, one core',
    ['file', 'read ms', 'text by pdf.js ms', 'ratio'],
    rows.map((row) => [row.file, row.reading.toFixed(0), row.extracting.toFixed(0), row.ratio.toFixed(2)]),
  );
  return rows;
}
