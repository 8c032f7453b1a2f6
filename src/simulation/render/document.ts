/** A cell of a printed table; spans count columns and rows. */
export interface GridCell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
  /** A heading or row label, not a value. */
  readonly head?: boolean;
}

export type Grid = readonly (readonly GridCell[])[];

/** A document before it has a layout. */
export type Block =
  | { readonly type: 'title'; readonly text: string }
  | { readonly type: 'meta'; readonly text: string }
  | { readonly type: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'table'; readonly grid: Grid };

export type Blocks = readonly Block[];

/** One slot of the full rectangle of a grid: a cell where it begins, null where a span covers it. */
export type Slot = GridCell | null;

/** The grid as a rectangle, spans laid out; short rows end in nulls. */
export function rectangle(grid: Grid): Slot[][] {
  const slots: (Slot | undefined)[][] = grid.map(() => []);
  grid.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while (slots[y]?.[x] !== undefined) x++;
      for (let dy = 0; dy < (cell.rows ?? 1); dy++)
        for (let dx = 0; dx < (cell.columns ?? 1); dx++) {
          const line = slots[y + dy];
          if (line) line[x + dx] = dx === 0 && dy === 0 ? cell : null;
        }
    }
  });
  const width = Math.max(...slots.map((line) => line.length));
  return slots.map((line) => Array.from({ length: width }, (_, x) => line[x] ?? null));
}
