import { mix } from './colour';
import type { Absence, Tokens, Tone } from './types';

/** A tile that the SVG renderer repeats; plain data, since options are compared and copied. */
export interface Pattern {
  readonly type: 'pattern';
  readonly svgElement: unknown;
  readonly svgWidth: number;
  readonly svgHeight: number;
}

const node = (tag: string, attrs: Readonly<Record<string, string | number>>, children: unknown[] = []) => ({
  tag,
  key: tag,
  attrs: { ...attrs },
  children,
});

function tile(size: number, path: string, stroke: string, width: number, ground: string | null): Pattern {
  const lines = node('path', { d: path, stroke, 'stroke-width': width, fill: 'none' });
  const back = ground === null ? [] : [node('rect', { width: size, height: size, fill: ground })];
  return {
    type: 'pattern',
    svgElement: node('g', {}, [...back, lines]),
    svgWidth: size,
    svgHeight: size,
  };
}

const RISING = 'M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2';

/** Diagonal lines for what nobody states; fainter for a report that does not exist. */
export function hatch(absence: Absence, tokens: Tokens): Pattern {
  return absence === 'none'
    ? tile(6, RISING, mix(tokens.muted, tokens.paper, 0.5), 0.8, null)
    : tile(6, RISING, mix(tokens.muted, tokens.paper, 0.25), 1, null);
}

/** Lines of a tone in print: neighbours in a stack differ in direction. */
const TONE_LINES: Readonly<Partial<Record<Tone, string>>> = {
  partially_granted: 'M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2',
  denied: 'M-1,5 l2,2 M0,0 l6,6 M5,-1 l2,2',
  unable: 'M0,3 h6',
  not_processed: 'M3,0 v6',
  other: 'M1,1 h1 M4,4 h1',
  corrected: 'M-1,5 l2,2 M0,0 l6,6 M5,-1 l2,2',
  other_result: 'M1,1 h1 M4,4 h1',
  series_2: 'M-1,5 l2,2 M0,0 l6,6 M5,-1 l2,2',
  series_3: 'M0,3 h6',
  series_4: 'M3,0 v6',
  series_5: 'M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2',
  series_6: 'M1,1 h1 M4,4 h1',
};

/** Colour of a tone, patterned on paper so that groups are told apart without colour. */
export function toneFill(tone: Tone, tokens: Tokens, patterns: boolean): string | Pattern {
  const lines = TONE_LINES[tone];
  return patterns && lines !== undefined
    ? tile(6, lines, tokens.paper, 1.4, tokens.tones[tone])
    : tokens.tones[tone];
}
