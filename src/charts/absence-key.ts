import { hatched, naDash, text } from './mark';
import type { Mark } from './mark';
import { textWidth } from './text';
import type { Absence, Datum, DrawingContext } from './types';

const SWATCH = 12;
const ROW = 20;
const ORDER: readonly Absence[] = ['missing', 'none', 'na'];

/** The kinds of absence among some data, in the order of the key. */
export const absencesIn = (data: Iterable<Datum>): readonly Absence[] => {
  const found = new Set(
    [...data].flatMap(({ value, absence }) => (value === null ? (absence ?? 'missing') : [])),
  );
  return ORDER.filter((absence) => found.has(absence));
};

const widthOf = (absence: Absence, ctx: DrawingContext): number =>
  SWATCH + 6 + textWidth(ctx.words[absence], 12);

/** Width of the key in one line. */
export const keyWidth = (absences: readonly Absence[], ctx: DrawingContext): number =>
  absences.reduce((sum, absence) => sum + widthOf(absence, ctx) + 16, 0);

/**
 * What hatchings and dashes mean: a swatch and a word for each kind that is drawn, from `top` downwards in lines that
 * fit the drawing. Without absences it takes no room.
 */
export function absenceKey(
  absences: readonly Absence[],
  ctx: DrawingContext,
  top: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const marks: Mark[] = [];
  let x = 0;
  let y = top + ROW / 2;
  for (const absence of absences) {
    const width = widthOf(absence, ctx);
    if (x > 0 && x + width > ctx.width) {
      x = 0;
      y += ROW;
    }
    const box = { x, y: y - SWATCH / 2, width: SWATCH, height: SWATCH };
    marks.push(
      absence === 'na' ? naDash(x + SWATCH / 2, y, ctx.tokens.muted) : hatched(box, absence, ctx.tokens),
      text(ctx.words[absence], x + SWATCH + 6, y, ctx.tokens),
    );
    x += width + 16;
  }
  return { marks, height: absences.length === 0 ? 0 : y + ROW / 2 - top };
}
