import { writeDatum } from './describe';
import type { LineFrame } from './axes';
import { emphasisColour, line, text } from './mark';
import type { Mark } from './mark';
import { spread } from './spread';
import { ellipsize, textWidth, wrap } from './text';
import type { DrawingContext, Hit, LineModel, NamedSeries } from './types';

const SIZE = 13;
const LINE = 17;
/** Grey lines are named too as long as all names stand beside each other without reading like a legend. */
const FEW = 6;
const MOST = 12;
/** When nothing is chosen among many, the highest at the end are named. */
const TOP = 4;

/** The series that carry their name: the chosen ones, or all of a few, or the highest; never more than twelve. */
export function namedSeries({ series }: LineModel): readonly NamedSeries[] {
  const chosen = series.filter(({ emphasis }) => emphasis !== 'rest');
  if (series.length <= FEW) return series;
  if (chosen.length > 0) return chosen.slice(0, MOST);
  const end = (one: NamedSeries): number => one.data.at(-1)?.value ?? -Infinity;
  return series.toSorted((a, b) => end(b) - end(a)).slice(0, TOP);
}

function lastKnown({ data }: NamedSeries): number {
  return data.findLastIndex(({ value }) => value !== null);
}

/** The last number of a series, with its year when later ones are absent; on a phone the leader alone says so. */
function valueOf(series: NamedSeries, model: LineModel, ctx: DrawingContext): string {
  const index = lastKnown(series);
  const datum = series.data[index] ?? series.data.at(-1) ?? { value: null };
  const written = writeDatum(datum, model.axis, ctx);
  const isLast = index === -1 || index === model.years.length - 1;
  return isLast || ctx.compact ? written : `${written} (${model.years[index]})`;
}

/** Up to this many names may stand in two lines. */
const ROOMY = 4;
const WEIGHT = 650;
/** How much wider a name is in the bold that it is written in. */
const boldness = (name: string): number => textWidth(name, SIZE, WEIGHT) / Math.max(1, textWidth(name, SIZE));

const mostWidth = (ctx: DrawingContext): number => (ctx.compact ? Math.min(118, ctx.width * 0.32) : 184);

/** Name and value in one line, or in two when that saves the name's letters; what is too long even so is shortened. */
function labelLines(name: string, written: string, mayWrap: boolean, ctx: DrawingContext): string[] {
  const whole = `${name} ${written}`;
  const most = mostWidth(ctx) / boldness(whole);
  if (textWidth(whole, SIZE) <= most) return [whole];
  const room = most - textWidth(` ${written}`, SIZE);
  if (!mayWrap) return [`${ellipsize(name, SIZE, room)} ${written}`];
  const [first = '', ...others] = wrap(name, SIZE, most);
  return others.length === 0
    ? [first, written]
    : [first, `${ellipsize(others.join(' '), SIZE, room)} ${written}`];
}

const linesOf = (
  series: NamedSeries,
  named: readonly NamedSeries[],
  model: LineModel,
  ctx: DrawingContext,
): string[] => labelLines(series.name, valueOf(series, model, ctx), named.length <= ROOMY, ctx);

/** Pixels right of the plot that the names need. */
export function labelRoom(model: LineModel, named: readonly NamedSeries[], ctx: DrawingContext): number {
  const lines = named.flatMap((one) => linesOf(one, named, model, ctx));
  const widths = lines.map((one) => textWidth(one, SIZE, WEIGHT));
  const band = model.band === undefined ? 0 : textWidth(model.band.name, 12);
  return Math.max(0, band, ...widths) + 16;
}

interface Label {
  readonly rows: readonly string[];
  readonly colour: string;
  readonly weight: number;
  readonly size: number;
  readonly from: readonly [number, number];
  readonly id: string | null;
  readonly lines: readonly string[];
}

function seriesLabel(
  series: NamedSeries,
  named: readonly NamedSeries[],
  model: LineModel,
  frame: LineFrame,
  ctx: DrawingContext,
): Label {
  const index = lastKnown(series);
  const value = series.data[index]?.value ?? 0;
  const isRest = series.emphasis === 'rest';
  return {
    rows: linesOf(series, named, model, ctx),
    colour: emphasisColour(series.emphasis, ctx.tokens, ctx.tokens.muted),
    weight: isRest ? 400 : 650,
    size: SIZE,
    from: [
      index === -1 ? frame.plot.right : frame.x(model.years[index] ?? 0),
      index === -1 ? frame.plot.bottom : frame.y(value),
    ],
    id: series.id,
    lines: [series.name, valueOf(series, model, ctx)],
  };
}

function bandLabel({ band, years }: LineModel, frame: LineFrame, ctx: DrawingContext): Label[] {
  const index = band?.data.findLastIndex(({ low, high }) => low !== null && high !== null) ?? -1;
  const last = band?.data[index];
  if (band === undefined || last === undefined) return [];
  return [
    {
      rows: [ellipsize(band.name, 12, mostWidth(ctx))],
      colour: ctx.tokens.muted,
      weight: 400,
      size: 12,
      from: [frame.x(years[index] ?? 0), frame.y(((last.low ?? 0) + (last.high ?? 0)) / 2)],
      id: null,
      lines: [band.name],
    },
  ];
}

/** Pixels from top to bottom that the names need. */
export function labelHeight(model: LineModel, named: readonly NamedSeries[], ctx: DrawingContext): number {
  const lines = Math.max(1, ...named.map((one) => linesOf(one, named, model, ctx).length));
  return named.length * lines * LINE;
}

/** Names at the right edge, kept apart; a thin leader shows whose a moved name is. */
export function endLabels(
  model: LineModel,
  named: readonly NamedSeries[],
  frame: LineFrame,
  ctx: DrawingContext,
): { marks: Mark[]; hits: Hit[] } {
  const labels = [
    ...named.map((series) => seriesLabel(series, named, model, frame, ctx)),
    ...bandLabel(model, frame, ctx),
  ];
  const { plot } = frame;
  const gap = LINE * Math.max(1, ...labels.map(({ rows }) => rows.length));
  const heights = spread(
    labels.map(({ from }) => from[1]),
    gap,
    plot.top,
    plot.bottom,
  );
  const x = plot.right + 10;
  const marks = labels.flatMap(({ rows, colour, weight, size, from }, i) => {
    const y = heights[i] ?? from[1];
    const label = text(rows.join('\n'), x, y, ctx.tokens, { size, colour, weight });
    const moved = Math.abs(y - from[1]) > 6 || from[0] < plot.right - 1;
    return moved ? [line([from[0] + 4, from[1]], [x - 3, y], colour, 0.75, [2, 2]), label] : [label];
  });
  const hits = labels.map(({ id, lines }, i) => ({
    id,
    x: x - 4,
    y: (heights[i] ?? 0) - gap / 2,
    width: ctx.width - x + 4,
    height: gap,
    lines,
  }));
  return { marks, hits };
}
