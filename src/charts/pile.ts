import { describe, writeNumber } from './describe';
import { toneFill } from './pattern';
import type { Datum, DrawingContext, StackModel, Tone } from './types';

/** A row of a stack in numbers: the sum of what is known, and whether a part is missing. */
export interface Pile {
  readonly sum: number;
  readonly partial: boolean;
  readonly absence: 'missing' | 'na' | 'none' | null;
  /** What is drawn of each part: its count, or its percentage of the sum. */
  readonly heights: readonly (number | null)[];
}

export function pileUp(model: StackModel): Pile[] {
  return model.rows.map((row, i) => {
    const data = model.parts.map((part): Datum => part.data[i] ?? { value: null });
    const sum = data.reduce((total, { value }) => total + (value ?? 0), 0);
    const nothing = data.every(({ value }) => value === null);
    const absence = row.absence ?? (nothing ? (data[0]?.absence ?? 'missing') : null);
    const noShares = model.shares && sum === 0;
    return {
      sum,
      partial: absence === null && data.some(({ value, absence: why }) => value === null && why !== 'na'),
      absence: absence ?? (noShares ? 'na' : null),
      heights: data.map(({ value }) => {
        if (value === null || absence !== null || noShares) return null;
        return model.shares ? (value / sum) * 100 : value;
      }),
    };
  });
}

/** Parts of piles that are absent, where others are not. */
export const partAbsences = (piles: readonly Pile[]): Datum[] =>
  piles.some(({ partial }) => partial) ? [{ value: null, absence: 'missing' }] : [];

/** What is absent in a drawing of piles: whole rows, and parts of them. */
export const pileAbsences = (piles: readonly Pile[]): Datum[] => [
  ...piles.flatMap(({ absence }): Datum[] => (absence === null ? [] : [{ value: null, absence }])),
  ...partAbsences(piles),
];

/** How a part is filled: its tone, patterned on paper; pending is outlined and dashed. */
export const partStyle = (tone: Tone, ctx: DrawingContext) =>
  tone === 'pending'
    ? { color: 'transparent', borderColor: ctx.tokens.tones.pending, borderWidth: 1, borderType: [3, 2] }
    : {
        color: toneFill(tone, ctx.tokens, ctx.patterns),
        borderColor: ctx.tokens.paper,
        borderWidth: 0.75,
      };

export function partLines(
  model: StackModel,
  row: number,
  part: number,
  { sum }: Pile,
  ctx: DrawingContext,
): string[] {
  const datum = model.parts[part]?.data[row] ?? { value: null };
  const name = `${model.rows[row]?.name ?? ''} · ${model.parts[part]?.name ?? ''}`;
  const share = datum.value === null || sum === 0 ? [] : [ctx.format.percent((datum.value / sum) * 100)];
  const counts = { ...model.axis, kind: 'value' } as const;
  return [name, ...describe(datum, counts, ctx), ...share];
}

export function rowLines(model: StackModel, row: number, pile: Pile, ctx: DrawingContext): string[] {
  const counts = { ...model.axis, kind: 'value' } as const;
  const name = model.rows[row]?.name ?? '';
  if (pile.absence !== null) return [name, ctx.words[pile.absence]];
  const more = pile.partial ? [ctx.words.missing] : [];
  return [name, `${ctx.words.total} ${writeNumber(pile.sum, counts, ctx)}`, ...more];
}
