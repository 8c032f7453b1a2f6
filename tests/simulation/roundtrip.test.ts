import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/reading';
import { keepsBlanks, layouts, renderReport } from '../../src/simulation';
import { arbitraryReport } from './arbitrary-report';
import { found, written } from './expected';

/** The short run repeats the same reports, so that it fails for a change and not by chance; NIANBAO_LONG=1 explores. */
const parameters = process.env.NIANBAO_LONG === '1' ? { numRuns: 2000 } : { numRuns: 50, seed: 711 };

describe.each(layouts)('a report rendered in layout %s', (layout) => {
  it(
    'reads back equal',
    () => {
      const property = fc.property(
        arbitraryReport(keepsBlanks(layout)),
        fc.nat({ max: 999 }),
        (content, variant) => {
          const { name, text } = renderReport(content, layout, { variant });
          expect(found(read(new TextEncoder().encode(text), name))).toEqual(written(content));
        },
      );
      fc.assert(property, parameters);
    },
    parameters.numRuns * 1000,
  );
});
