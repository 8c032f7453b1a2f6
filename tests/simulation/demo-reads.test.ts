import { describe, expect, it } from 'vitest';
import { read } from '../../src/reading';
import { demoDocument, demoSeed, layouts, simulateDistrict } from '../../src/simulation';
import { found, written } from './expected';
import { ofOneForm } from './printed-report';

const documents = simulateDistrict(demoSeed).reports.map((report) => ({
  report,
  ...demoDocument(demoSeed, report),
}));

describe.each(layouts)('demo documents in layout %s', (layout) => {
  const ours = documents.filter((document) => document.layout === layout);

  it('occur', () => expect(ours.length).toBeGreaterThan(0));

  it.each(ours.map(({ name, text, report }) => ({ name, text, report })))(
    '$name reads back to its content',
    ({ name, text, report }) => {
      expect(found(read(new TextEncoder().encode(text), name))).toEqual(written(ofOneForm(report)));
    },
  );
});
