import { absenceKey, absencesIn } from './absence-key';
import { base, grid, rowAxis, valueAxis } from './axes';
import { readable } from './colour';
import { writeNumber } from './describe';
import { keyMarks } from './key';
import { hatched, line, naDash, text } from './mark';
import type { Mark } from './mark';
import { layRows } from './rows';
import type { RowLayout } from './rows';
import { place } from './scale';
import type { Scale } from './scale';
import { partAbsences, partLines, partStyle, pileUp, rowLines } from './pile';
import type { Pile } from './pile';
import { textWidth } from './text';
import type { DrawingContext, Drawn, Hit, StackModel } from './types';

const STUB = 36;

interface Segment {
  readonly part: number;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

function segments(pile: Pile, at: (value: number) => number): Segment[] {
  let sum = 0;
  return pile.heights.flatMap((value, part) => {
    if (value === null || value === 0) return [];
    const from = at(sum);
    sum += value;
    return [{ part, from, to: at(sum), value }];
  });
}

function rowMarks(
  pile: Pile,
  i: number,
  rows: RowLayout,
  at: (value: number) => number,
  model: StackModel,
  ctx: DrawingContext,
): Mark[] {
  const { tokens } = ctx;
  const y = rows.middle(i);
  const top = y - rows.thickness / 2;
  if (pile.absence === 'na') return [naDash(rows.left - 12, y, tokens.muted)];
  if (pile.absence !== null)
    return [
      hatched({ x: rows.left, y: top, width: STUB, height: rows.thickness }, pile.absence, tokens),
      text(ctx.words[pile.absence], rows.left + STUB + 6, y, tokens),
    ];
  const marks = segments(pile, at).flatMap(({ part, from, to, value }) => {
    const axis = model.shares ? ({ kind: 'share', unit: '%' } as const) : model.axis;
    const label = writeNumber(Math.round(value), axis, ctx);
    const tone = model.parts[part]?.tone ?? 'rest';
    if (ctx.patterns || textWidth(label, 11) + 8 > to - from) return [];
    const ground = tone === 'pending' ? tokens.paper : tokens.tones[tone];
    const colour = readable(ground, tokens.ink, tokens.paper);
    return [text(label, (from + to) / 2, y + 0.5, tokens, { size: 11, colour, align: 'center' })];
  });
  const end = at(model.shares ? 100 : pile.sum);
  if (pile.sum === 0) marks.push(line([rows.left, top], [rows.left, top + rows.thickness], tokens.ink, 2));
  if (pile.partial)
    marks.push(hatched({ x: end + 1, y: top, width: 8, height: rows.thickness }, 'missing', tokens));
  return marks;
}

/** Rows of parts; each row ends in its total, so that a share never hides how little it is a share of. */
export function drawBands(model: StackModel, ctx: DrawingContext): Drawn {
  const piles = pileUp(model);
  const counts = { ...model.axis, kind: 'value' } as const;
  const most = model.shares ? 100 : Math.max(...piles.map(({ sum }) => sum), 1);
  const scale: Scale = { min: 0, max: most, step: most, ticks: [0, most] };
  const key = keyMarks(model, ctx);
  const rows = layRows(
    model.rows.map(({ name, note }, i) => {
      const pile = piles[i];
      const total =
        pile === undefined || pile.absence !== null ? undefined : writeNumber(pile.sum, counts, ctx);
      return { name, note: note ?? total };
    }),
    ctx,
    {
      top: key.height + 2,
      labelRoom: piles.some(({ partial }) => partial) ? 10 : 0,
      axisRoom: 6,
      hasNa: piles.some(({ absence }) => absence === 'na'),
    },
  );
  const thick = { ...rows, thickness: rows.thickness + 3 };
  const at = (value: number): number => place(value, scale, rows.left, rows.right);
  const shift = rows.middle(0) - (rows.top + rows.rowHeight / 2);
  const plot = { left: rows.left, right: rows.right, top: rows.top + shift, bottom: rows.bottom + shift };

  // Rows without any number say so in words.
  const hatchings = absenceKey(absencesIn(partAbsences(piles)), ctx, rows.height + 2);
  const height = rows.height + hatchings.height;

  return {
    height,
    option: {
      ...base(ctx),
      grid: grid(plot, ctx, height),
      xAxis: valueAxis(scale, counts, ctx, { lines: false, labels: false }),
      yAxis: rowAxis(model.rows.length),
      series: model.parts.map((part, k) => ({
        id: part.id,
        type: 'bar',
        stack: 'parts',
        silent: true,
        barWidth: thick.thickness,
        itemStyle: partStyle(part.tone, ctx),
        data: piles.map(({ heights }) => heights[k] || '-'),
      })),
      graphic: {
        elements: [
          ...key.marks,
          ...rows.marks,
          ...piles.flatMap((pile, i) => rowMarks(pile, i, thick, at, model, ctx)),
          ...rows.baseLine(rows.left),
          ...hatchings.marks,
        ],
      },
    },
    hits: piles.flatMap((pile, i): Hit[] => {
      const id = model.rows[i]?.id ?? null;
      const parts = segments(pile, at).map(({ part, from, to }) => ({
        id,
        part: model.parts[part]?.id ?? '',
        x: from,
        y: rows.middle(i) - thick.thickness / 2,
        width: to - from,
        height: thick.thickness,
        lines: partLines(model, i, part, pile, ctx),
      }));
      return [{ id, ...rows.band(i), lines: rowLines(model, i, pile, ctx) }, ...parts];
    }),
  };
}
