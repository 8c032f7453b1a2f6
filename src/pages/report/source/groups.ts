import type { SourceBlock, SourceLine, SourceRow } from './source-text';

/** What stands together in a document. `index` is that of its first block among all. */
export type SourceGroup =
  | { readonly kind: 'line'; readonly index: number; readonly line: SourceLine }
  | { readonly kind: 'table'; readonly index: number; readonly rows: readonly SourceRow[] }
  | { readonly kind: 'page'; readonly index: number; readonly page: number };

/** Rows of one table together, and a break where a page of a PDF begins. */
export function groupsOf(blocks: readonly SourceBlock[]): readonly SourceGroup[] {
  const groups: SourceGroup[] = [];
  let rows: SourceRow[] = [];
  let page: number | null = null;
  blocks.forEach((block, index) => {
    const isNextPage = block.at.page !== null && block.at.page !== page;
    if (isNextPage) groups.push({ kind: 'page', index, page: (page = block.at.page ?? 0) });
    if (block.kind === 'line') groups.push({ kind: 'line', index, line: block });
    else if (!isNextPage && groups.at(-1)?.kind === 'table' && rows[0]?.at.table === block.at.table)
      rows.push(block);
    else groups.push({ kind: 'table', index, rows: (rows = [block]) });
  });
  return groups;
}
