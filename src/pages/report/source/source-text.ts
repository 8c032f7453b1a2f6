import type { At, Block } from '../../../reading';
import type { Place } from '../records';

/** A cell as printed: merged cells occur once. */
export interface SourceCell {
  /** Its number in the row, as evidence names it. */
  readonly cell: number;
  /** First column in the grid with merged cells expanded, from 0, and how many it covers. */
  readonly column: number;
  readonly span: number;
  readonly text: string;
}

export interface SourceLine {
  readonly kind: 'line';
  readonly text: string;
  readonly at: Place;
}

export interface SourceRow {
  readonly kind: 'row';
  readonly cells: readonly SourceCell[];
  readonly at: Place;
}

/** A line, a paragraph or a row of a table, in document order. Text is data, never markup. */
export type SourceBlock = SourceLine | SourceRow;

export const placeOfAt = (at: At | null): Place => ({
  page: at?.page ?? null,
  paragraph: at?.paragraph ?? null,
  line: at?.line ?? null,
  column: at?.column ?? null,
  length: at?.length ?? null,
  table: at?.table ?? null,
  row: at?.row ?? null,
  cell: at?.cell ?? null,
});

/** What the reader read, as the page shows it. */
export const sourceText = (blocks: readonly Block[]): readonly SourceBlock[] =>
  blocks.map((block) =>
    block.kind === 'line'
      ? { kind: 'line', text: block.text, at: placeOfAt(block.at) }
      : {
          kind: 'row',
          at: placeOfAt(block.at),
          cells: block.cells.map(({ at, column, span, text }, i) => ({
            cell: at.cell ?? i + 1,
            column,
            span,
            text,
          })),
        },
  );

/** The cells of a row as the dataset writes them; none where they are not as it writes them. */
export function parseCells(json: string): readonly SourceCell[] {
  const cells: unknown = JSON.parse(json || '[]');
  if (!Array.isArray(cells)) return [];
  return cells.flatMap((one: unknown): SourceCell[] => {
    if (!Array.isArray(one)) return [];
    const [cell, column, span, text] = one as readonly unknown[];
    return [{ cell: Number(cell), column: Number(column), span: Number(span), text: String(text) }];
  });
}
