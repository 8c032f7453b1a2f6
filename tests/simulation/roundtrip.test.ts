import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { read } from '../../src/reading';
import { arbitraryReport } from './arbitrary-report';
import { confusion } from './confusion';
import { found, written } from './expected';
import { fileOf, formats } from './layouts';
import { composeReport } from './printed-report';

const isLong = process.env.NIANBAO_LONG === '1';
/** Over all layouts together. The short run repeats the same reports, so that it fails for a change and not by chance. */
const cases = isLong ? 10_000 : 300;
const perLayout = Math.ceil(cases / formats.length);
const parameters = isLong ? { numRuns: perLayout } : { numRuns: perLayout, seed: 711 };

const table = confusion();

describe.each(formats.map((format) => [format.name, format] as const))(
  'a report in layout %s',
  (name, format) => {
    it(
      'reads back equal',
      () => {
        const property = fc.property(
          arbitraryReport(format.keepsBlanks),
          fc.nat({ max: 999 }),
          (content, variant) => {
            const [file, bytes] = fileOf(format, composeReport(content, variant));
            const report = read(bytes, file);
            table.add(name, content.style, written(content).cells, report.cells);
            expect(found(report)).toEqual(written(content));
          },
        );
        fc.assert(property, parameters);
      },
      perLayout * 1000,
    );
  },
);

afterAll(() => {
  if (isLong) process.stdout.write(table.print());
});
