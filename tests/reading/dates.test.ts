import { describe, expect, it } from 'vitest';
import { linesOf, pages, readPage } from './dates/pages';

describe.each(['pages.txt'])('publication date on %s', (file) => {
  it.each(pages(file).map((page) => [page.name, page] as const))('%s', (_, page) => {
    const { published, published_as: printed } = readPage(page);
    expect(published).toBe(page.wanted);
    if (page.wanted === null || page.url !== null) return;
    // Its place is where it is printed.
    const { line = 0, column = 0, length = 0 } = printed?.at ?? {};
    expect(linesOf(page)[line - 1]?.slice(column - 1, column - 1 + length)).toBe(printed?.raw);
  });
});
