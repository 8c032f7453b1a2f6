import { line, text } from './mark';
import type { Mark } from './mark';
import { ellipsize, textWidth } from './text';
import type { DrawingContext, Emphasis } from './types';

const NAME_SIZE = 13;
const NOTE_SIZE = 12;
/** The dash of "n/a" stands here, left of zero. */
const GUTTER = 22;

export interface Row {
  readonly name: string;
  readonly note?: string | undefined;
  readonly emphasis?: Emphasis | undefined;
}

/** Where named rows stand. `middle(i)` is the height of a row's mark, `left`–`right` the plot between base and end. */
export interface RowLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly rowHeight: number;
  /** Thickness of a bar. */
  readonly thickness: number;
  middle(row: number): number;
  band(row: number): { x: number; y: number; width: number; height: number };
  /** The base line at `x`; broken where names stand above their marks. */
  baseLine(x: number): readonly Mark[];
  readonly marks: readonly Mark[];
  readonly height: number;
}

const widest = (texts: readonly (string | undefined)[], size: number): number =>
  Math.max(0, ...texts.map((one) => (one === undefined ? 0 : textWidth(one, size))));

const rowHeightOf = (count: number, compact: boolean, above: boolean): number => {
  if (above) return 42;
  if (compact) return 30;
  return count > 30 ? 22 : 25;
};

/**
 * Lays rows out: names to the left, notes right-aligned at the edge. On a phone names that would lose letters stand
 * on a line of their own above their mark.
 * @param labelRoom pixels kept free between the plot and the notes, for values written at the end of marks
 * @param axisRoom pixels below the last row
 */
export function layRows(
  rows: readonly Row[],
  ctx: DrawingContext,
  { top, labelRoom, axisRoom, hasNa }: { top: number; labelRoom: number; axisRoom: number; hasNa: boolean },
): RowLayout {
  const { width, compact, tokens } = ctx;
  const wanted = widest(
    rows.map((row) => row.name),
    NAME_SIZE,
  );
  const limit = compact ? Math.min(134, width * 0.37) : Math.min(208, width * 0.34);
  const above = compact && wanted > limit;
  const column = above ? 0 : Math.min(wanted, limit) + 10;
  const notes = widest(
    rows.map((row) => row.note),
    NOTE_SIZE,
  );
  const left = column + (hasNa ? GUTTER : above ? 2 : 0);
  const right = width - (notes > 0 ? notes + 12 : 0) - labelRoom;
  const rowHeight = rowHeightOf(rows.length, compact, above);
  const bottom = top + rows.length * rowHeight;
  const middle = (row: number): number => top + row * rowHeight + (above ? 28 : rowHeight / 2);

  const marks = rows.flatMap((row, i) => {
    const chosen = row.emphasis !== undefined && row.emphasis !== 'rest';
    const style = { size: NAME_SIZE, colour: tokens.ink, weight: chosen ? 650 : 400 } as const;
    const name = above
      ? text(ellipsize(row.name, NAME_SIZE, width - 4), 0, top + i * rowHeight + 10, tokens, {
          ...style,
          halo: true,
        })
      : text(ellipsize(row.name, NAME_SIZE, column - 10), column - 10, middle(i), tokens, {
          ...style,
          align: 'right',
        });
    if (row.note === undefined) return [name];
    return [name, text(row.note, width, middle(i), tokens, { size: NOTE_SIZE, align: 'right' })];
  });

  return {
    left,
    right: Math.max(right, left + 40),
    top,
    bottom,
    rowHeight,
    thickness: compact ? 12 : rowHeight > 22 ? 13 : 11,
    middle,
    baseLine: (x) =>
      above
        ? rows.map((_, i) => line([x, middle(i) - 11], [x, middle(i) + 11], tokens.muted))
        : [line([x, top], [x, bottom], tokens.muted)],
    band: (row) => ({ x: 0, y: top + row * rowHeight, width, height: rowHeight }),
    marks,
    height: bottom + axisRoom,
  };
}
