import { describe, expect, it } from 'vitest';
import { paragraphs, said, type Stated } from './prose/paragraphs';

const lines = (stated: readonly Stated[]): string[] =>
  stated.map(({ key, label, value }) => `${key} ${label} ${value}`).sort();

describe.each([
  'paragraphs.txt',
  'held-out.txt',
  'second-held-out.txt',
  'third-held-out.txt',
  'fourth-held-out.txt',
  'fifth-held-out.txt',
  'sixth-held-out.txt',
  'seventh-held-out.txt',
])('facts in the prose of %s', (file) => {
  it.each(paragraphs(file).map((one) => [one.text, one] as const))('%s', (_, one) => {
    expect(lines(said(one))).toEqual(lines(one.wanted));
  });
});
