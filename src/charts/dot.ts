import { absenceKey, absencesIn } from './absence-key';
import { base, grid, rowAxis, valueAxis } from './axes';
import { mix } from './colour';
import { describe, writeNumber, writeRatio } from './describe';
import { BEHIND, emphasisColour, hatched, line, naDash, rect, text } from './mark';
import type { Mark } from './mark';
import { layRows } from './rows';
import type { RowLayout } from './rows';
import { niceScale, place } from './scale';
import type { Scale } from './scale';
import { ellipsize, textWidth } from './text';
import type { DotModel, DrawingContext, Drawn } from './types';

/** The reference and the band, named in one line above the plot. */
function contextMarks(model: DotModel, rows: RowLayout, scale: Scale, ctx: DrawingContext): Mark[] {
  const { reference, band } = model;
  const { tokens } = ctx;
  const at = (value: number): number => place(value, scale, rows.left, rows.right);
  const marks: Mark[] = [];
  const labels: string[] = [];
  if (reference !== undefined) {
    const x = at(reference.value);
    marks.push(line([x, 21], [x, rows.bottom], tokens.ink, 1, [], BEHIND));
    labels.push(`${reference.name} ${writeNumber(reference.value, model.axis, ctx)}`);
  }
  if (band !== undefined) {
    const x = at(band.low);
    const box = { x, y: rows.top, width: at(band.high) - x, height: rows.bottom - rows.top };
    marks.unshift(rect(box, mix(tokens.paper, tokens.rule, 0.6), 0));
    labels.push(
      `${band.name} ${writeNumber(band.low, model.axis, ctx)}–${writeNumber(band.high, model.axis, ctx)}`,
    );
  }
  if (labels.length === 0) return marks;
  const label = ellipsize(labels.join(' · '), 12, ctx.width);
  const anchor =
    reference === undefined ? (at(band?.low ?? 0) + at(band?.high ?? 0)) / 2 : at(reference.value);
  const width = textWidth(label, 12);
  const left = Math.max(0, Math.min(anchor - width / 2, ctx.width - width));
  return [...marks, text(label, left, 13, tokens)];
}

function rowMarks(
  row: DotModel['rows'][number],
  i: number,
  rows: RowLayout,
  scale: Scale,
  ctx: DrawingContext,
): Mark[] {
  const { datum, emphasis } = row;
  const { tokens } = ctx;
  const y = rows.middle(i);
  if (datum.value === null) {
    const absence = datum.absence ?? 'missing';
    if (absence === 'na') return [naDash(rows.left - 12, y, tokens.muted)];
    // The value may be anywhere on the scale.
    return [hatched({ x: rows.left, y: y - 4, width: rows.right - rows.left, height: 8 }, absence, tokens)];
  }
  const at = (value: number): number => place(value, scale, rows.left, rows.right);
  const marks: Mark[] = [];
  if (datum.low !== undefined && datum.high !== undefined) {
    const stroke =
      emphasis === 'rest' ? mix(tokens.muted, tokens.paper, 0.3) : emphasisColour(emphasis, tokens);
    const width = emphasis === 'rest' ? 1.5 : 2;
    marks.push(line([at(datum.low), y], [at(datum.high), y], stroke, width, [], BEHIND));
  }
  if (datum.value === 0) marks.push(line([at(0), y - 6], [at(0), y + 6], tokens.ink, 1.5));
  return marks;
}

/** Dots with their intervals on one scale, the area's value as a rule, P10–P90 as a band, n/N at the right edge. */
export function drawDot(model: DotModel, ctx: DrawingContext): Drawn {
  const { tokens } = ctx;
  const values = [
    ...model.rows.flatMap(({ datum }) => [datum.value ?? 0, datum.low ?? 0, datum.high ?? 0]),
    model.reference?.value ?? 0,
    model.band?.high ?? 0,
  ];
  const scale = niceScale(values, model.axis, ctx.compact ? 4 : 6);
  const hasContext = model.reference !== undefined || model.band !== undefined;
  // Beyond a screen the scale stands on top as well.
  const isLong = model.rows.length > 30;
  const lastTick = textWidth(writeNumber(scale.max, model.axis, ctx, true), 12);
  const rows = layRows(
    model.rows.map(({ name, note, emphasis, datum }) => ({
      name,
      emphasis,
      note: note ?? writeRatio(datum, ctx) ?? undefined,
    })),
    ctx,
    {
      top: (hasContext ? 26 : 6) + (isLong ? 16 : 0),
      labelRoom: lastTick / 2,
      axisRoom: 24,
      hasNa: model.rows.some(({ datum }) => datum.absence === 'na'),
    },
  );
  const shift = rows.middle(0) - (rows.top + rows.rowHeight / 2);
  const plot = { left: rows.left, right: rows.right, top: rows.top + shift, bottom: rows.bottom + shift };
  const labelHeights = isLong ? [rows.top - 10, rows.bottom + 12] : [rows.bottom + 12];
  const ticks = scale.ticks.flatMap((tick) => {
    const x = place(tick, scale, rows.left, rows.right);
    return [
      line([x, rows.top], [x, rows.bottom], tokens.rule, 1, [], 0),
      ...labelHeights.map((y) =>
        text(writeNumber(tick, model.axis, ctx, true), x, y, tokens, { align: 'center' }),
      ),
    ];
  });

  const key = absenceKey(absencesIn(model.rows.map(({ datum }) => datum)), ctx, rows.height + 2);
  const height = rows.height + key.height;

  return {
    height,
    option: {
      ...base(ctx),
      grid: grid(plot, ctx, height),
      xAxis: valueAxis(scale, model.axis, ctx, { lines: false, labels: false }),
      yAxis: rowAxis(model.rows.length),
      series: [
        {
          id: 'dots',
          type: 'scatter',
          silent: true,
          symbolSize: 9,
          data: model.rows.map(({ datum, emphasis }, i) => ({
            value: [datum.value ?? '-', i],
            itemStyle: { color: emphasisColour(emphasis, tokens, tokens.ink), opacity: 1 },
          })),
        },
      ],
      graphic: {
        elements: [
          ...ticks,
          ...contextMarks(model, rows, scale, ctx),
          ...model.rows.flatMap((row, i) => rowMarks(row, i, rows, scale, ctx)),
          ...rows.marks,
          ...key.marks,
        ],
      },
    },
    hits: model.rows.map((row, i) => ({
      id: row.id,
      ...rows.band(i),
      lines: [row.name, ...describe(row.datum, model.axis, ctx)],
    })),
  };
}
