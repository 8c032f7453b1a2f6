import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, ReadingError, type Report } from '../../../src/reading';
import { composeReport } from '../../simulation/printed-report';
import { arbitraryReport } from '../../simulation/arbitrary-report';
import { writeDocx, writeXlsx } from './write-office';

const numRuns = process.env.NIANBAO_LONG === '1' ? 20_000 : 150;

const contents = fc.sample(arbitraryReport(true), { numRuns: 4, seed: 711 });
const sources = contents.flatMap((content, i) =>
  [writeDocx, writeXlsx].map((write) => {
    const file = write(composeReport(content, i));
    return { file, whole: read(file, 'x') };
  }),
);

function readOrRefuse(file: Uint8Array): Report | null {
  try {
    return read(file, 'x');
  } catch (error) {
    if (error instanceof ReadingError) return null;
    throw error;
  }
}

/** Cells with a number that the undamaged file does not have there. */
function wrong(got: Report | null, whole: Report): string[] {
  const before: Readonly<Record<string, { readonly value: number | null }>> = whole.cells;
  return Object.entries(got?.cells ?? {})
    .filter(([code, cell]) => cell.value !== null && cell.value !== before[code]?.value)
    .map(([code, cell]) => `${code} ${String(cell.value)}`);
}

const place = fc.double({ min: 0, max: 0.9999, noNaN: true });

describe('a damaged file', () => {
  it('gives no other number when bytes are changed or cut off', () => {
    const property = fc.property(
      fc.constantFrom(...sources),
      place,
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      ({ file, whole }, at, change, isCut) => {
        const i = Math.floor(at * file.length);
        const damaged = isCut ? file.slice(0, i) : file.slice();
        if (!isCut) damaged[i] = (damaged[i] ?? 0) ^ change;
        expect(wrong(readOrRefuse(damaged), whole)).toEqual([]);
      },
    );
    fc.assert(property, { numRuns, seed: 711 });
  });

  /** A whole cell, the mark of a merged cell, a row, a run: each of them may be lost. */
  const pieces = [
    /<w:tc>.*?<\/w:tc>/g,
    /<w:vMerge[^>]*>/g,
    /<w:gridSpan[^>]*>/g,
    /<w:p>.*?<\/w:p>/g,
    /<c r.*?(?:\/>|<\/c>)/g,
    /<mergeCell r[^>]*>/g,
    /<row.*?<\/row>/g,
  ];

  it('gives no other number when a piece of it is lost', () => {
    const property = fc.property(
      fc.constantFrom(...sources),
      fc.constantFrom(...pieces),
      place,
      ({ file, whole }, piece, at) => {
        const parts = unzipSync(file);
        for (const name of ['word/document.xml', 'xl/worksheets/sheet1.xml']) {
          if (!parts[name]) continue;
          const xml = strFromU8(parts[name]);
          const found = [...xml.matchAll(piece)];
          const hit = found[Math.floor(at * found.length)];
          if (!hit) return;
          parts[name] = strToU8(xml.slice(0, hit.index) + xml.slice(hit.index + hit[0].length));
        }
        expect(wrong(readOrRefuse(zipSync(parts)), whole)).toEqual([]);
      },
    );
    fc.assert(property, { numRuns, seed: 711 });
  });
});
