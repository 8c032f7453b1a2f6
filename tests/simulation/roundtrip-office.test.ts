import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/reading';
import { compose } from '../../src/simulation/render/compose';
import { writeBareXlsx, writeDocx, writeXlsx } from '../reading/office/write-office';
import { arbitraryReport } from './arbitrary-report';
import { found, written } from './expected';

/** As in `roundtrip.test.ts`: the short run repeats the same reports. */
const parameters = process.env.NIANBAO_LONG === '1' ? { numRuns: 2000 } : { numRuns: 50, seed: 711 };

describe.each([
  ['Word', writeDocx],
  ['Excel', writeXlsx],
  ['Excel without borders', writeBareXlsx],
])('a report written as a file of %s', (_, write) => {
  it(
    'reads back equal',
    () => {
      const property = fc.property(arbitraryReport(true), fc.nat({ max: 999 }), (content, variant) => {
        expect(found(read(write(compose(content, variant)), 'report'))).toEqual(written(content));
      });
      fc.assert(property, parameters);
    },
    parameters.numRuns * 1000,
  );
});
