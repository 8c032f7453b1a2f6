import type { Absence, Axis, Datum, DrawingContext, DrawingWords } from './types';

type Writing = Pick<DrawingContext, 'format' | 'words'>;

export const absenceWord = (absence: Absence, words: DrawingWords): string => words[absence];

/** A number on its axis as labels write it. */
export function writeNumber(value: number, axis: Axis, { format }: Writing, short = false): string {
  if (axis.kind === 'share') return format.percent(value, Math.abs(value) < 10 && value % 1 !== 0 ? 1 : 0);
  return Number.isInteger(value) ? format.count(value, short) : format.decimal(value);
}

/** A datum in a word: its number, or why there is none. */
export function writeDatum(datum: Datum, axis: Axis, writing: Writing): string {
  if (datum.value === null) return absenceWord(datum.absence ?? 'missing', writing.words);
  const number = writeNumber(datum.value, axis, writing);
  return datum.approx ? `${writing.words.approx} ${number}` : number;
}

/** n/N behind a rate, when both are known and there is anything to divide: 0/0 reads like a rate of zero. */
export function writeRatio(
  { numerator, denominator }: Datum,
  { format }: Pick<Writing, 'format'>,
): string | null {
  if (numerator === undefined || denominator === undefined || (numerator === 0 && denominator === 0))
    return null;
  return `${format.count(numerator)}/${format.count(denominator)}`;
}

/** What a pointer learns about a datum, below its name. */
export function describe(datum: Datum, axis: Axis, writing: Writing): string[] {
  const { words, format } = writing;
  const unit = axis.kind === 'value' && datum.value !== null && axis.unit !== '' ? ` ${axis.unit}` : '';
  const ratio = writeRatio(datum, writing);
  const lines = [writeDatum(datum, axis, writing) + unit + (ratio === null ? '' : ` (${ratio})`)];
  if (datum.low !== undefined && datum.high !== undefined)
    lines.push(
      `${words.interval} ${writeNumber(datum.low, axis, writing)}–${writeNumber(datum.high, axis, writing)}`,
    );
  if (datum.n !== undefined) lines.push(`${words.reports} ${format.count(datum.n)}`);
  return lines;
}
