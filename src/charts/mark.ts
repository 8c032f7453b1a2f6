import { hatch } from './pattern';
import type { Pattern } from './pattern';
import { textWidth } from './text';
import type { Absence, DrawingContext, Emphasis, Tokens } from './types';

/** One shape at fixed pixels, as ECharts' graphic component takes it. */
export interface Mark {
  readonly type: 'rect' | 'line' | 'circle' | 'polygon' | 'text';
  readonly x?: number;
  readonly y?: number;
  readonly shape?: Readonly<Record<string, number | readonly (readonly [number, number])[]>>;
  readonly style: Readonly<Record<string, string | number | readonly number[] | Pattern | undefined>>;
  readonly z: number;
  readonly silent: true;
}

/** Bands and hairlines lie behind the series (z 2), everything else before them. */
export const BEHIND = 1;
export const BEFORE = 5;

export const rect = (
  box: { x: number; y: number; width: number; height: number },
  fill: string | Pattern,
  z = BEFORE,
): Mark => ({ type: 'rect', shape: box, style: { fill }, z, silent: true });

export const outline = (
  box: { x: number; y: number; width: number; height: number },
  stroke: string,
  dash: readonly number[] = [],
): Mark => ({
  type: 'rect',
  shape: box,
  style: { fill: 'none', stroke, lineWidth: 1, ...(dash.length > 0 && { lineDash: dash }) },
  z: BEFORE,
  silent: true,
});

export const line = (
  from: readonly [number, number],
  to: readonly [number, number],
  stroke: string,
  width = 1,
  dash: readonly number[] = [],
  z = BEFORE,
): Mark => ({
  type: 'line',
  shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] },
  style: { stroke, lineWidth: width, ...(dash.length > 0 && { lineDash: dash }) },
  z,
  silent: true,
});

export interface TextStyle {
  readonly size?: number;
  readonly colour?: string;
  readonly weight?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly baseline?: 'top' | 'middle' | 'bottom';
  /** A ground of paper, so that lines behind do not cross the letters. */
  readonly halo?: boolean;
}

/** Text at a point. */
export function text(
  content: string,
  x: number,
  y: number,
  tokens: Tokens,
  {
    size = 12,
    colour = tokens.muted,
    weight = 400,
    align = 'left',
    baseline = 'middle',
    halo = false,
  }: TextStyle = {},
): Mark {
  return {
    type: 'text',
    x,
    y,
    style: {
      text: content,
      fill: colour,
      font: `${weight} ${size}px ${tokens.font}`,
      textAlign: align,
      textVerticalAlign: baseline,
      lineHeight: Math.round(size * 1.25),
      ...(halo && { backgroundColor: tokens.paper, padding: [1, 3] }),
    },
    z: BEFORE,
    silent: true,
  };
}

/** A hatched box: `missing` stronger than `none`. */
export const hatched = (
  box: { x: number; y: number; width: number; height: number },
  absence: Absence,
  tokens: Tokens,
): Mark => rect(box, hatch(absence, tokens));

/** The dash of "not applicable", centred on a point outside the scale. */
export const naDash = (x: number, y: number, colour: string): Mark =>
  line([x - 5, y], [x + 5, y], colour, 1.5);

export function emphasisColour(emphasis: Emphasis, tokens: Tokens, rest = tokens.rest): string {
  const colours: Readonly<Record<Emphasis, string>> = {
    first: tokens.accent,
    second: tokens.second,
    third: tokens.third,
    fourth: tokens.tones.series_4,
    fifth: tokens.tones.series_5,
    sixth: tokens.tones.series_6,
    whole: tokens.ink,
    rest,
  };
  return colours[emphasis];
}

export interface BreakRule {
  readonly x: number;
  readonly reason: string;
}

/**
 * Dashed rules with their reasons written horizontally above the plot. A label stands centred on its rule, is pushed
 * inside the drawing, and goes to the row above when it would touch its left neighbour.
 */
export function breakMarks(
  rules: readonly BreakRule[],
  plot: { readonly top: number; readonly bottom: number },
  ctx: DrawingContext,
): Mark[] {
  const rowEnds: number[] = [];
  return [...rules]
    .sort((a, b) => a.x - b.x)
    .flatMap(({ x, reason }) => {
      const width = textWidth(reason, 12) + 6;
      const left = Math.max(0, Math.min(x - width / 2, ctx.width - width));
      const free = rowEnds.findIndex((end) => end + 8 <= left);
      const row = free === -1 ? rowEnds.length : free;
      rowEnds[row] = left + width;
      const y = plot.top - 12 - row * 16;
      return [
        line([x, y + 9], [x, plot.bottom], ctx.tokens.muted, 1, [4, 3]),
        text(reason, left, y, ctx.tokens, { halo: true }),
      ];
    });
}

/** How many rows of labels `breakMarks` needs, in pixels. */
export function breakRoom(rules: readonly BreakRule[], ctx: DrawingContext): number {
  if (rules.length === 0) return 0;
  const rows = breakMarks(rules, { top: 0, bottom: 0 }, ctx).filter((mark) => mark.type === 'text');
  return 12 - Math.min(...rows.map((mark) => mark.y ?? 0));
}
