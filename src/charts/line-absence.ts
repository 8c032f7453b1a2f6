import type { LineFrame } from './axes';
import { emphasisColour, hatched, naDash } from './mark';
import type { Mark } from './mark';
import type { DrawingContext, LineModel, NamedSeries } from './types';

const BOX = 10;

/** The chosen series, or the only one: their absent years are marked. */
export const told = ({ series }: LineModel): readonly NamedSeries[] => {
  const chosen = series.filter(({ emphasis }) => emphasis !== 'rest');
  return (chosen.length === 0 && series.length === 1 ? series : chosen).slice(0, 3);
};

/** Pixels below the base line where absent years of the chosen series are marked: outside the scale. */
export function absenceRoom(model: LineModel): number {
  return told(model).some(({ data }) => data.some(({ value }) => value === null)) ? BOX + 5 : 0;
}

/** Under each year without a number a hatched box (missing) or a dash (n/a) per chosen series. */
export function absenceMarks(model: LineModel, frame: LineFrame, ctx: DrawingContext): Mark[] {
  const series = told(model);
  const y = frame.plot.bottom + 4;
  return model.years.flatMap((year, i) => {
    const absent = series.flatMap(({ data, emphasis }) => {
      const datum = data[i];
      return datum?.value === null ? [{ absence: datum.absence ?? 'missing', emphasis }] : [];
    });
    const start = frame.x(year) - (absent.length * (BOX + 2) - 2) / 2;
    return absent.map(({ absence, emphasis }, k) => {
      const colour = emphasisColour(emphasis, ctx.tokens, ctx.tokens.muted);
      const x = start + k * (BOX + 2);
      if (absence === 'na') return naDash(x + BOX / 2, y + BOX / 2, colour);
      return hatched({ x, y, width: BOX, height: BOX }, absence, { ...ctx.tokens, muted: colour });
    });
  });
}
