import { absenceKey, absencesIn } from './absence-key';
import { base, grid, valueAxis } from './axes';
import type { LineFrame, Plot } from './axes';
import { describe, writeDatum, writeNumber } from './describe';
import { endLabels, labelHeight, labelRoom, namedSeries } from './line-labels';
import { absenceMarks, absenceRoom, told } from './line-absence';
import { BEHIND, breakMarks, breakRoom, emphasisColour, line, text } from './mark';
import type { Mark } from './mark';
import { niceScale, place } from './scale';
import type { Scale } from './scale';
import { textWidth } from './text';
import type { DrawingContext, Drawn, Emphasis, Hit, LineModel, NamedSeries } from './types';

const YEAR_SIZE = 12;

type Look = {
  readonly symbol: 'circle' | 'rect' | 'triangle' | 'diamond';
  readonly dash: 'solid' | number[];
};

/** Lines differ in their marks and dashes too: six colours are not told apart by everybody. */
const LOOKS: Readonly<Record<Emphasis, Look>> = {
  first: { symbol: 'circle', dash: 'solid' },
  second: { symbol: 'rect', dash: 'solid' },
  third: { symbol: 'triangle', dash: 'solid' },
  fourth: { symbol: 'diamond', dash: [7, 3] },
  fifth: { symbol: 'circle', dash: [2, 3] },
  sixth: { symbol: 'rect', dash: [9, 3, 2, 3] },
  whole: { symbol: 'circle', dash: 'solid' },
  rest: { symbol: 'circle', dash: 'solid' },
};

const symbolOf = (symbol: Look['symbol'], isHollow: boolean): string =>
  isHollow ? `empty${symbol.charAt(0).toUpperCase()}${symbol.slice(1)}` : symbol;

/** Breaks between two drawn years; the rule stands between them, where the line stops. */
const drawnBreaks = ({ breaks, years }: LineModel) =>
  breaks.filter(({ year }) => year > (years[0] ?? 0) && year <= (years.at(-1) ?? 0));

function yearMarks({ years }: LineModel, frame: LineFrame, y: number, ctx: DrawingContext): Mark[] {
  const gap = years.length > 1 ? frame.x(years[1] ?? 0) - frame.x(years[0] ?? 0) : Infinity;
  const every = Math.max(1, Math.ceil((textWidth('2020', YEAR_SIZE) + 12) / gap));
  return years
    .filter((_, i) => (years.length - 1 - i) % every === 0)
    .map((year) => text(String(year), frame.x(year), y, ctx.tokens, { align: 'center' }));
}

function bandMarks({ band, years }: LineModel, breakYears: readonly number[], frame: LineFrame): Mark[] {
  if (band === undefined) return [];
  const runs: { year: number; low: number; high: number }[][] = [[]];
  years.forEach((year, i) => {
    const { low, high } = band.data[i] ?? { low: null, high: null };
    if (breakYears.includes(year) || low === null || high === null) runs.push([]);
    if (low !== null && high !== null) runs.at(-1)?.push({ year, low, high });
  });
  return runs
    .filter((run) => run.length > 1)
    .map((run) => ({
      type: 'polygon',
      shape: {
        points: [
          ...run.map(({ year, high }) => [frame.x(year), frame.y(high)] as const),
          ...run.toReversed().map(({ year, low }) => [frame.x(year), frame.y(low)] as const),
        ],
      },
      style: {},
      z: 0,
      silent: true,
    }));
}

/** A series with holes at breaks and absent years. A point without neighbours keeps its dot even in grey. */
function seriesOption(
  series: NamedSeries,
  model: LineModel,
  breakYears: readonly number[],
  ctx: DrawingContext,
) {
  const isRest = series.emphasis === 'rest';
  const colour = emphasisColour(series.emphasis, ctx.tokens);
  const look = LOOKS[series.emphasis];
  const known = (i: number): boolean => (series.data[i]?.value ?? null) !== null;
  const data = model.years.flatMap((year, i) => {
    const datum = series.data[i];
    const joinsLeft = known(i - 1) && !breakYears.includes(year);
    const joinsRight = known(i + 1) && !breakYears.includes(model.years[i + 1] ?? 0);
    const point = {
      value: [year, datum?.value ?? '-'],
      symbol: isRest && (joinsLeft || joinsRight) ? 'none' : symbolOf(look.symbol, datum?.approx ?? false),
      symbolSize: isRest ? 4 : look.symbol === 'circle' ? 5 : 7,
    };
    return breakYears.includes(year) ? [{ value: [year - 0.5, '-'] }, point] : [point];
  });
  return {
    id: series.id,
    type: 'line',
    silent: true,
    z: isRest ? 2 : series.emphasis === 'first' ? 4 : 3,
    connectNulls: false,
    lineStyle: { color: colour, width: isRest ? 1.25 : 2, type: look.dash },
    itemStyle: { color: colour },
    emphasis: {
      lineStyle: { color: isRest ? ctx.tokens.ink : colour, width: isRest ? 2 : 3 },
      itemStyle: { color: isRest ? ctx.tokens.ink : colour },
    },
    data,
  };
}

function intervalMarks({ series, years }: LineModel, frame: LineFrame, ctx: DrawingContext): Mark[] {
  return series
    .filter(({ emphasis }) => emphasis !== 'rest')
    .flatMap(({ data, emphasis }) =>
      data.flatMap(({ low, high }, i) => {
        if (low === undefined || high === undefined) return [];
        const x = frame.x(years[i] ?? 0);
        return [
          line([x, frame.y(low)], [x, frame.y(high)], emphasisColour(emphasis, ctx.tokens), 1, [], BEHIND),
        ];
      }),
    );
}

function lineHits(
  model: LineModel,
  named: readonly NamedSeries[],
  frame: LineFrame,
  ctx: DrawingContext,
): Hit[] {
  const { plot } = frame;
  const step = model.years.length > 1 ? frame.x(model.years[1] ?? 0) - frame.x(model.years[0] ?? 0) : 80;
  const columns = model.years.map((year, i) => ({
    id: null,
    x: Math.max(frame.x(year) - step / 2, plot.left),
    y: plot.top,
    width: Math.min(frame.x(year) + step / 2, plot.right) - Math.max(frame.x(year) - step / 2, plot.left),
    height: plot.bottom - plot.top,
    lines: [
      String(year),
      ...named.map(({ name, data }) => `${name} ${writeDatum(data[i] ?? { value: null }, model.axis, ctx)}`),
    ],
  }));
  const points = model.series
    .toSorted((a, b) => Number(a.emphasis !== 'rest') - Number(b.emphasis !== 'rest'))
    .flatMap(({ id, name, data }) =>
      data.flatMap((datum, i) => {
        if (datum.value === null) return [];
        const year = model.years[i] ?? 0;
        return [
          {
            id,
            part: String(year),
            x: frame.x(year) - 8,
            y: frame.y(datum.value) - 8,
            width: 16,
            height: 16,
            lines: [`${name} ${year}`, ...describe(datum, model.axis, ctx)],
          },
        ];
      }),
    );
  return [...columns, ...points];
}

/** Lines over years: the chosen ones in colour with their names at the end, the rest grey. */
export function drawLine(model: LineModel, ctx: DrawingContext): Drawn {
  const { tokens } = ctx;
  const values = [
    ...model.series.flatMap(({ data }) => data.flatMap(({ value, high }) => [value ?? 0, high ?? 0])),
    ...(model.band?.data ?? []).map(({ high }) => high ?? 0),
  ];
  const scale: Scale = niceScale(values, model.axis);
  const named = namedSeries(model);
  const breaks = drawnBreaks(model);
  const breakYears = breaks.map(({ year }) => year);
  const tickWidth = Math.max(
    ...scale.ticks.map((tick) => textWidth(writeNumber(tick, model.axis, ctx, true), 12)),
  );
  const left = Math.max(tickWidth + 10, 18);
  const right = ctx.width - Math.max(labelRoom(model, named, ctx), 18);
  const first = model.years[0] ?? 0;
  const last = model.years.at(-1) ?? 0;
  const span = last > first ? { min: first, max: last } : { min: first - 1, max: first + 1 };
  const x = (year: number): number => left + ((year - span.min) / (span.max - span.min)) * (right - left);
  const rules = breaks.map(({ year, reason }) => ({ x: x(year - 0.5), reason }));

  const strip = absenceRoom(model);
  const top = 10 + breakRoom(rules, ctx);
  // Nothing but absences needs no room for values.
  const least = values.every((value) => value === 0) ? 64 : ctx.compact ? 190 : 220;
  const bottom = top + Math.max(least, labelHeight(model, named, ctx));
  const key = absenceKey(absencesIn(told(model).flatMap(({ data }) => data)), ctx, bottom + strip + 26);
  const height = bottom + strip + 24 + key.height;
  const plot: Plot = { left, right, top, bottom };
  const frame: LineFrame = { plot, x, y: (value) => place(value, scale, bottom, top) };
  const labels = endLabels(model, named, frame, ctx);

  return {
    height,
    option: {
      ...base(ctx),
      grid: grid(plot, ctx, height),
      xAxis: { type: 'value', show: false, min: span.min, max: span.max },
      yAxis: valueAxis(scale, model.axis, ctx),
      series: model.series.map((series) => seriesOption(series, model, breakYears, ctx)),
      graphic: {
        elements: [
          ...bandMarks(model, breakYears, frame).map((mark) => ({
            ...mark,
            style: { fill: tokens.rest, opacity: 0.35 },
          })),
          line([left, bottom], [right, bottom], tokens.muted, 1, [], BEHIND),
          ...intervalMarks(model, frame, ctx),
          ...breakMarks(rules, plot, ctx),
          ...absenceMarks(model, frame, ctx),
          ...key.marks,
          ...yearMarks(model, frame, bottom + strip + 14, ctx),
          ...labels.marks,
        ],
      },
    },
    hits: [...lineHits(model, named, frame, ctx), ...labels.hits],
  };
}
