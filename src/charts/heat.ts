import { absenceKey, absencesIn, keyWidth } from './absence-key';
import { base } from './axes';
import { mix, readable } from './colour';
import { describe, writeNumber } from './describe';
import { breakMarks, breakRoom, hatched, line, naDash, rect, text } from './mark';
import type { Mark } from './mark';
import { layRows } from './rows';
import { ellipsize, textWidth } from './text';
import type { Datum, DrawingContext, Drawn, HeatModel } from './types';

const LABEL_SIZE = 11;
const RAMP = 5;

/** Shades from 0 to the highest value; counts by their square root, or a few large ones would leave the rest pale. */
function makeShade(model: HeatModel, ctx: DrawingContext) {
  const values = model.cells.flat().flatMap(({ value }) => (value === null ? [] : [value]));
  const most = Math.max(...values, 0) || 1;
  const bend = model.axis.kind === 'share' ? 1 : 0.5;
  const pale = mix(ctx.tokens.paper, ctx.tokens.accent, 0.06);
  return {
    most,
    colour: (value: number): string =>
      mix(pale, ctx.tokens.accent, Math.max(0, Math.min(value / most, 1)) ** bend),
    valueAt: (share: number): number => most * share ** (1 / bend),
  };
}

type Shade = ReturnType<typeof makeShade>;

/** What the shades mean: five steps between zero and the highest value, at the right edge above the cells. */
function rampMarks(shade: Shade, model: HeatModel, ctx: DrawingContext): { marks: Mark[]; left: number } {
  const high = writeNumber(shade.most, model.axis, ctx);
  const right = ctx.width - textWidth(high, 12) - 6;
  const left = right - RAMP * 18;
  const steps = Array.from({ length: RAMP }, (_, i) =>
    rect({ x: left + i * 18, y: 5, width: 18, height: 10 }, shade.colour(shade.valueAt(i / (RAMP - 1)))),
  );
  const zero = writeNumber(0, model.axis, ctx);
  return {
    marks: [
      text(zero, left - 6, 10, ctx.tokens, { align: 'right' }),
      ...steps,
      text(high, ctx.width, 10, ctx.tokens, { align: 'right' }),
    ],
    left: left - 6 - textWidth(zero, 12),
  };
}

function cellMarks(
  datum: Datum,
  box: { x: number; y: number; width: number; height: number },
  shade: Shade,
  model: HeatModel,
  ctx: DrawingContext,
): Mark[] {
  const { tokens } = ctx;
  const centre = [box.x + box.width / 2, box.y + box.height / 2] as const;
  if (datum.value === null) {
    const absence = datum.absence ?? 'missing';
    return absence === 'na' ? [naDash(...centre, tokens.muted)] : [hatched(box, absence, tokens)];
  }
  const ground = shade.colour(datum.value);
  const marks = [rect(box, ground)];
  const label = writeNumber(datum.value, model.axis, ctx, true);
  if (textWidth(label, LABEL_SIZE) + 4 <= box.width)
    marks.push(
      text(label, ...centre, tokens, {
        size: LABEL_SIZE,
        colour: readable(ground, tokens.ink, tokens.paper),
        align: 'center',
      }),
    );
  if (datum.value === 0) {
    const y = box.y + box.height - 0.5;
    marks.push(line([box.x, y], [box.x + box.width, y], mix(tokens.muted, tokens.paper, 0.45), 0.75));
  }
  return marks;
}

/** Rows × columns in one hue. */
export function drawHeat(model: HeatModel, ctx: DrawingContext): Drawn {
  const shade = makeShade(model, ctx);
  const names = model.rows.map(({ name, emphasis }) => ({ name, emphasis }));
  // Laid out once to know where columns begin; breaks decide how far down rows begin.
  const room = { labelRoom: 0, axisRoom: 4, hasNa: false };
  const { left, right } = layRows(names, ctx, { top: 0, ...room });
  const width = Math.min((right - left) / Math.max(model.columns.length, 1), 96);
  const rules = model.breaks.flatMap(({ year, reason }) => {
    const column = model.columns.findIndex(({ id, name }) => id === String(year) || name === String(year));
    return column > 0 ? [{ x: left + column * width - 0.5, reason }] : [];
  });
  const ramp = rampMarks(shade, model, ctx);
  const absences = absencesIn(model.cells.flat());
  // Beside the ramp where there is room, else below it.
  const isBeside = keyWidth(absences, ctx) <= ramp.left;
  const key = absenceKey(absences, ctx, isBeside ? 0 : 22);
  const headY = 34 + breakRoom(rules, ctx) + (isBeside ? 0 : key.height);
  const rows = layRows(names, ctx, { top: headY + 12, ...room });
  const above = rows.rowHeight > 40;
  const cellHeight = above ? 22 : rows.rowHeight - 2;
  const box = (row: number, column: number) => ({
    x: left + column * width,
    y: rows.middle(row) - cellHeight / 2,
    width: Math.max(width - 2, 1),
    height: cellHeight,
  });
  const widestHead = Math.max(...model.columns.map(({ name }) => textWidth(name, 12)), 1);
  const every = Math.max(1, Math.ceil((Math.min(widestHead, 80) + 4) / width));
  const heads = model.columns.flatMap(({ name }, i) =>
    (model.columns.length - 1 - i) % every === 0
      ? [
          text(ellipsize(name, 12, width * every - 4), left + (i + 0.5) * width - 1, headY, ctx.tokens, {
            align: 'center',
          }),
        ]
      : [],
  );

  return {
    height: rows.height,
    option: {
      ...base(ctx),
      graphic: {
        elements: [
          ...ramp.marks,
          ...key.marks,
          ...heads,
          ...model.cells.flatMap((cells, row) =>
            cells.flatMap((datum, column) => cellMarks(datum, box(row, column), shade, model, ctx)),
          ),
          ...breakMarks(rules, { top: headY - 10, bottom: rows.bottom }, ctx),
          ...rows.marks,
        ],
      },
    },
    hits: model.rows.flatMap((row, i) => [
      { id: row.id, ...rows.band(i), lines: [row.name] },
      ...model.columns.map((column, k) => ({
        id: row.id,
        part: column.id,
        ...box(i, k),
        lines: [
          `${row.name} · ${column.name}`,
          ...describe(model.cells[i]?.[k] ?? { value: null }, model.axis, ctx),
        ],
      })),
    ]),
  };
}
