import { writeNumber } from './describe';
import { fill } from './text';
import type { Axis, ChartModel, ChartWords, Datum, Drawing, Format } from './types';

interface Named {
  readonly name: string;
  readonly datum: Datum;
}

function namedData(drawing: Drawing): Named[] {
  switch (drawing.type) {
    case 'bar':
    case 'dot':
      return drawing.rows.map(({ name, datum }) => ({ name, datum }));
    case 'line':
      return drawing.series.flatMap(({ name, data }) =>
        data.map((datum, i) => ({ name: `${name} ${drawing.years[i] ?? ''}`, datum })),
      );
    case 'stack':
      return drawing.rows.flatMap((row, i) =>
        drawing.parts.map((part) => ({
          name: `${row.name} ${part.name}`,
          datum: part.data[i] ?? { value: null },
        })),
      );
    case 'heat':
      return drawing.rows.flatMap((row, i) =>
        drawing.columns.map((column, k) => ({
          name: `${row.name} ${column.name}`,
          datum: drawing.cells[i]?.[k] ?? { value: null },
        })),
      );
  }
}

/** A drawing in a sentence: its title, what is drawn, the highest and the lowest number. */
export function summarize(model: ChartModel, words: ChartWords, format: Format): string {
  const head = `${model.title} ${model.subtitle}`;
  if (model.drawing === null) return head;
  const axis: Axis =
    model.drawing.type === 'stack' ? { ...model.drawing.axis, kind: 'value' } : model.drawing.axis;
  const known = namedData(model.drawing).flatMap(({ name, datum: { value } }) =>
    value === null ? [] : [{ name, value }],
  );
  const [first] = known;
  if (first === undefined) return head;
  const high = known.reduce((best, one) => (one.value > best.value ? one : best), first);
  const low = known.reduce((best, one) => (one.value < best.value ? one : best), first);
  const write = ({ name, value }: { name: string; value: number }): string =>
    `${name} ${writeNumber(value, axis, { format, words })}`;
  return `${head} ${fill(words.extent, { high: write(high), low: write(low) })}`;
}
