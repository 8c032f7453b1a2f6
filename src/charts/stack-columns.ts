import { absenceKey, absencesIn } from './absence-key';
import { base, grid, valueAxis } from './axes';
import { writeNumber } from './describe';
import { keyMarks } from './key';
import { BEHIND, breakMarks, breakRoom, hatched, line, naDash, text } from './mark';
import type { Mark } from './mark';
import { niceScale, place } from './scale';
import { partLines, partStyle, pileAbsences, pileUp, rowLines } from './pile';
import type { Pile } from './pile';
import { ellipsize, textWidth } from './text';
import type { DrawingContext, Drawn, Hit, StackModel } from './types';

const STUB = 22;

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly band: number;
  readonly width: number;
  middle(column: number): number;
  y(value: number): number;
}

function columnMarks(pile: Pile, i: number, frame: Frame, model: StackModel, ctx: DrawingContext): Mark[] {
  const { tokens } = ctx;
  const x = frame.middle(i);
  const box = { x: x - frame.width / 2, width: frame.width };
  if (pile.absence === 'na') return [naDash(x, frame.bottom + 8, tokens.muted)];
  if (pile.absence !== null)
    return [hatched({ ...box, y: frame.bottom - STUB, height: STUB }, pile.absence, tokens)];
  const top = frame.y(model.shares ? 100 : pile.sum);
  const marks: Mark[] = [];
  if (pile.sum === 0) marks.push(line([box.x, top], [box.x + box.width, top], tokens.ink, 2));
  if (pile.partial) marks.push(hatched({ ...box, y: top - 7, height: 6 }, 'missing', tokens));
  const counts = { ...model.axis, kind: 'value' } as const;
  const label = model.rows[i]?.note ?? writeNumber(pile.sum, counts, ctx, true);
  const size = ctx.compact ? 11 : 12;
  if (textWidth(label, size) <= frame.band + 2)
    marks.push(text(label, x, top - (pile.partial ? 16 : 9), tokens, { size, align: 'center', halo: true }));
  return marks;
}

function nameMarks(model: StackModel, frame: Frame, y: number, ctx: DrawingContext): Mark[] {
  const widest = Math.max(...model.rows.map(({ name }) => textWidth(name, 12)));
  const every = Math.max(1, Math.ceil((Math.min(widest, 60) + 6) / frame.band));
  return model.rows.flatMap(({ name }, i) =>
    (model.rows.length - 1 - i) % every === 0
      ? [
          text(ellipsize(name, 12, frame.band * every - 4), frame.middle(i), y, ctx.tokens, {
            align: 'center',
          }),
        ]
      : [],
  );
}

function columnHits(piles: readonly Pile[], frame: Frame, model: StackModel, ctx: DrawingContext): Hit[] {
  return piles.flatMap((pile, i) => {
    const id = model.rows[i]?.id ?? null;
    const whole: Hit = {
      id,
      x: frame.middle(i) - frame.band / 2,
      y: frame.top,
      width: frame.band,
      height: frame.bottom - frame.top,
      lines: rowLines(model, i, pile, ctx),
    };
    let below = 0;
    const parts = pile.heights.flatMap((value, k): Hit[] => {
      if (value === null || value === 0) return [];
      const bottom = frame.y(below);
      below += value;
      const y = frame.y(below);
      const part = model.parts[k]?.id ?? '';
      const box = { x: frame.middle(i) - frame.width / 2, y, width: frame.width, height: bottom - y };
      return [{ id, part, ...box, lines: partLines(model, i, k, pile, ctx) }];
    });
    return [whole, ...parts];
  });
}

/** Columns of parts from zero, their totals on top. */
export function drawColumns(model: StackModel, ctx: DrawingContext): Drawn {
  const { tokens } = ctx;
  const piles = pileUp(model);
  const axis = model.shares ? ({ kind: 'share', unit: '%' } as const) : model.axis;
  const scale = niceScale(model.shares ? [100] : piles.map(({ sum }) => sum), axis);
  // Nothing but absences needs no room for values.
  const plotHeight = piles.every(({ sum }) => sum === 0) ? 64 : ctx.compact ? 180 : 210;
  const key = keyMarks(model, ctx);
  const tickWidth = Math.max(...scale.ticks.map((tick) => textWidth(writeNumber(tick, axis, ctx, true), 12)));
  const left = tickWidth + 10;
  const right = ctx.width - 4;
  const band = (right - left) / Math.max(model.rows.length, 1);
  const middle = (column: number): number => left + band * (column + 0.5);
  const rules = model.breaks.flatMap(({ year, reason }) => {
    const column = model.rows.findIndex(({ id, name }) => id === String(year) || name === String(year));
    return column > 0 ? [{ x: left + band * column, reason }] : [];
  });
  const strip = piles.some(({ absence }) => absence === 'na') ? 14 : 0;
  // Totals stand above the columns and must not meet the reasons of breaks.
  const top = key.height + 18 + breakRoom(rules, ctx);
  const bottom = top + plotHeight;
  const hatchings = absenceKey(absencesIn(pileAbsences(piles)), ctx, bottom + strip + 26);
  const height = bottom + strip + 24 + hatchings.height;
  const frame: Frame = {
    left,
    right,
    top,
    bottom,
    band,
    width: Math.min(band * 0.62, 44),
    middle,
    y: (value) => place(value, scale, bottom, top),
  };

  return {
    height,
    option: {
      ...base(ctx),
      grid: grid(frame, ctx, height),
      xAxis: { type: 'category', show: false, data: model.rows.map(({ id }) => id) },
      yAxis: valueAxis(scale, axis, ctx),
      series: model.parts.map((part, k) => ({
        id: part.id,
        type: 'bar',
        stack: 'parts',
        silent: true,
        barWidth: frame.width,
        itemStyle: partStyle(part.tone, ctx),
        data: piles.map(({ heights }) => heights[k] || '-'),
      })),
      graphic: {
        elements: [
          ...key.marks,
          ...hatchings.marks,
          line([left, bottom], [right, bottom], tokens.muted, 1, [], BEHIND),
          ...breakMarks(rules, { top: top - 16, bottom }, ctx),
          ...piles.flatMap((pile, i) => columnMarks(pile, i, frame, model, ctx)),
          ...nameMarks(model, frame, bottom + strip + 14, ctx),
        ],
      },
    },
    hits: columnHits(piles, frame, model, ctx),
  };
}
