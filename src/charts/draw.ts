import { drawBar } from './bar';
import { drawDot } from './dot';
import { drawHeat } from './heat';
import { drawLine } from './line';
import { drawStack } from './stack';
import type { Drawing, DrawingContext, Drawn, Hit } from './types';

/** Lays a drawing out for the width, language and theme of `ctx`. */
export function draw(drawing: Drawing, ctx: DrawingContext): Drawn {
  switch (drawing.type) {
    case 'line':
      return drawLine(drawing, ctx);
    case 'bar':
      return drawBar(drawing, ctx);
    case 'stack':
      return drawStack(drawing, ctx);
    case 'dot':
      return drawDot(drawing, ctx);
    case 'heat':
      return drawHeat(drawing, ctx);
  }
}

/** The topmost hit under a point. */
export function hitAt(hits: readonly Hit[], x: number, y: number): Hit | null {
  return (
    hits.findLast((hit) => x >= hit.x && x < hit.x + hit.width && y >= hit.y && y < hit.y + hit.height) ??
    null
  );
}

/** Below this width drawings are laid out for a phone. */
export const COMPACT_WIDTH = 480;
