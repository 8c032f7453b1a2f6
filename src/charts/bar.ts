import { base, grid, rowAxis, valueAxis } from './axes';
import { absenceWord, describe, writeDatum, writeRatio } from './describe';
import { emphasisColour, hatched, line, naDash, text } from './mark';
import type { Mark } from './mark';
import { layRows } from './rows';
import type { RowLayout } from './rows';
import { niceScale, place } from './scale';
import type { Scale } from './scale';
import { textWidth } from './text';
import type { BarModel, DrawingContext, Drawn } from './types';

const LABEL_SIZE = 12;
const STUB = 36;

type BarRow = BarModel['rows'][number];

function endLabel(row: BarRow, model: BarModel, ctx: DrawingContext): string {
  if (row.datum.value === null && row.datum.absence === 'na') return '';
  return writeDatum(row.datum, model.axis, ctx);
}

function rowMarks(
  row: BarRow,
  i: number,
  rows: RowLayout,
  scale: Scale,
  model: BarModel,
  ctx: DrawingContext,
): Mark[] {
  const { datum } = row;
  const { tokens } = ctx;
  const y = rows.middle(i);
  const half = rows.thickness / 2;
  const at = (value: number): number => place(value, scale, rows.left, rows.right);
  const zero = at(0);

  if (datum.value === null) {
    const absence = datum.absence ?? 'missing';
    if (absence === 'na') return [naDash(rows.left - 12, y, tokens.muted)];
    return [
      hatched({ x: zero, y: y - half, width: STUB, height: rows.thickness }, absence, tokens),
      text(absenceWord(absence, ctx.words), zero + STUB + 6, y, tokens),
    ];
  }

  const marks: Mark[] = [];
  if (datum.value === 0) marks.push(line([zero, y - half], [zero, y + half], tokens.ink, 2));
  if (datum.low !== undefined && datum.high !== undefined)
    marks.push(line([at(datum.low), y], [at(datum.high), y], tokens.ink, 1));
  const end = Math.max(at(datum.value), zero, datum.high === undefined ? 0 : at(datum.high));
  marks.push(text(endLabel(row, model, ctx), end + 6, y, tokens));
  return marks;
}

/** Horizontal bars from zero, the value at the end of each; no axis, since every bar says its number. */
export function drawBar(model: BarModel, ctx: DrawingContext): Drawn {
  const { tokens } = ctx;
  const values = model.rows.flatMap(({ datum }) => [
    datum.value ?? 0,
    ...(datum.high === undefined ? [] : [datum.high]),
    ...(datum.low === undefined ? [] : [datum.low]),
  ]);
  const nice = niceScale(values, model.axis);
  // Without an axis the longest bar may end at its own value.
  const scale = { ...nice, max: Math.max(...values, 0) || nice.max };
  const labelRoom = Math.max(
    ...model.rows.map((row) => textWidth(endLabel(row, model, ctx), LABEL_SIZE) + 10),
    10,
  );
  const rows = layRows(
    model.rows.map(({ name, note, emphasis, datum }) => ({
      name,
      emphasis,
      note: note ?? writeRatio(datum, ctx) ?? undefined,
    })),
    ctx,
    { top: 4, labelRoom, axisRoom: 6, hasNa: model.rows.some(({ datum }) => datum.absence === 'na') },
  );
  const zero = place(0, scale, rows.left, rows.right);

  const marks = [
    ...rows.marks,
    ...model.rows.flatMap((row, i) => rowMarks(row, i, rows, scale, model, ctx)),
    ...rows.baseLine(zero),
  ];
  const height = rows.height;
  // Bars stand on the line of their mark, which is not the middle of the band when the name is above it.
  const shift = rows.middle(0) - (rows.top + rows.rowHeight / 2);
  const plot = {
    left: rows.left,
    right: rows.right,
    top: rows.top + shift,
    bottom: rows.bottom + shift,
  };

  return {
    height,
    option: {
      ...base(ctx),
      grid: grid(plot, ctx, height),
      xAxis: valueAxis(scale, model.axis, ctx, { lines: false, labels: false }),
      yAxis: rowAxis(model.rows.length),
      series: [
        {
          id: 'bars',
          type: 'bar',
          silent: true,
          barWidth: rows.thickness,
          data: model.rows.map(({ datum, emphasis }) => ({
            value: datum.value ?? '-',
            itemStyle: { color: emphasisColour(emphasis, tokens, tokens.accentLight) },
          })),
        },
      ],
      graphic: { elements: marks },
    },
    hits: model.rows.map((row, i) => ({
      id: row.id,
      ...rows.band(i),
      lines: [row.name, ...describe(row.datum, model.axis, ctx)],
    })),
  };
}
