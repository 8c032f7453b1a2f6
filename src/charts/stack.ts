import { drawBands } from './stack-bands';
import { drawColumns } from './stack-columns';
import type { DrawingContext, Drawn, StackModel } from './types';

/** Bars of parts: years side by side, or agencies below each other. */
export function drawStack(model: StackModel, ctx: DrawingContext): Drawn {
  return model.orientation === 'vertical' ? drawColumns(model, ctx) : drawBands(model, ctx);
}
