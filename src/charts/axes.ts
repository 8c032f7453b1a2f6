import { writeNumber } from './describe';
import type { Scale } from './scale';
import type { Axis, DrawingContext } from './types';

export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A plot of values over years. */
export interface LineFrame {
  readonly plot: Plot;
  x(year: number): number;
  y(value: number): number;
}

/** The plot at fixed pixels, so that marks beside the series know where everything is. */
export const grid = (plot: Plot, ctx: DrawingContext, height: number) => ({
  left: plot.left,
  right: ctx.width - plot.right,
  top: plot.top,
  bottom: height - plot.bottom,
  containLabel: false,
  outerBoundsMode: 'none',
});

/** A value axis: hairlines, round ticks, no line of its own. */
export const valueAxis = (
  scale: Scale,
  axis: Axis,
  ctx: DrawingContext,
  { lines = true, labels = true } = {},
) => ({
  type: 'value',
  min: scale.min,
  max: scale.max,
  interval: scale.step,
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { show: lines, lineStyle: { color: ctx.tokens.rule, width: 1 } },
  axisLabel: {
    show: labels,
    color: ctx.tokens.muted,
    fontSize: 12,
    fontFamily: ctx.tokens.font,
    margin: 8,
    formatter: (value: number) => writeNumber(value, axis, ctx, true),
  },
});

/** An axis that only places rows; their names are marks. */
export const rowAxis = (count: number) => ({
  type: 'category',
  inverse: true,
  show: false,
  data: Array.from({ length: count }, (_, i) => String(i)),
});

/** What every option has: silent (the block answers to the pointer itself) and still unless it changes. */
export const base = (ctx: DrawingContext) => ({
  animation: !ctx.reducedMotion,
  animationDuration: 150,
  animationDurationUpdate: 150,
  animationEasing: 'linear' as const,
  animationThreshold: 400,
  backgroundColor: 'transparent',
  textStyle: { fontFamily: ctx.tokens.font },
});
