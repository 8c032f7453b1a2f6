import { outline, rect, text } from './mark';
import type { Mark } from './mark';
import { toneFill } from './pattern';
import { textWidth } from './text';
import type { DrawingContext, StackModel } from './types';

const SWATCH = 10;
const ROW = 20;

/**
 * The parts of a stack, named in one line (or more) above it, in the order of the stack: those that are zero everywhere
 * too, or a reader would not know that they were counted. One part needs no name.
 */
export function keyMarks(model: StackModel, ctx: DrawingContext): { marks: Mark[]; height: number } {
  if (model.parts.length < 2) return { marks: [], height: 0 };
  const marks: Mark[] = [];
  let x = 0;
  let y = ROW / 2;
  const shown = model.parts.filter(({ data }) => data.some(({ value }) => value !== null));
  for (const { name, tone } of shown) {
    const width = SWATCH + 6 + textWidth(name, 12);
    if (x > 0 && x + width > ctx.width) {
      x = 0;
      y += ROW;
    }
    const box = { x, y: y - SWATCH / 2, width: SWATCH, height: SWATCH };
    marks.push(
      tone === 'pending'
        ? outline(box, ctx.tokens.tones.pending, [3, 2])
        : rect(box, toneFill(tone, ctx.tokens, ctx.patterns)),
      text(name, x + SWATCH + 6, y, ctx.tokens, { colour: ctx.tokens.ink }),
    );
    x += width + 16;
  }
  return { marks, height: shown.length === 0 ? 0 : y + ROW / 2 + 4 };
}
