import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/reading';
import { keepsBlanks, layouts, renderReport } from '../../src/simulation';
import { arbitraryReport } from './arbitrary-report';
import { found, written } from './expected';

/** NIANBAO_LONG=1 takes minutes and belongs to a nightly run. */
const numRuns = process.env.NIANBAO_LONG === '1' ? 2000 : 50;

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
      fc.assert(property, { numRuns });
    },
    numRuns * 200,
  );
});
