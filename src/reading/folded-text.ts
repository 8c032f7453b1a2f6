import { type Line, within } from './blocks';
import { fold } from './normalize';
import type { At } from './types';

/** Lines as one text without white space, quotes and variants of writing, and where each letter of it stands. */
export interface FoldedText {
  readonly text: string;
  /** Text as printed from one letter to before another; lines are kept apart by a line break. */
  readonly printed: (from: number, to: number) => string;
  readonly at: (index: number, length?: number) => At | null;
}

export function foldLines(lines: readonly Line[]): FoldedText {
  const letters: string[] = [];
  const origins: { line: number; column: number }[] = [];
  lines.forEach((line, n) => {
    let column = 0;
    for (const char of line.text) {
      for (const letter of fold(char)) {
        letters.push(letter);
        origins.push({ line: n, column });
      }
      column += char.length;
    }
  });
  const endOf = (index: number): { line: number; column: number } =>
    origins[index] ?? { line: lines.length - 1, column: lines.at(-1)?.text.length ?? 0 };
  return {
    text: letters.join(''),
    printed(from, to) {
      const [start, end] = [endOf(from), endOf(to)];
      if (start.line === end.line) return (lines[start.line]?.text ?? '').slice(start.column, end.column);
      return [
        (lines[start.line]?.text ?? '').slice(start.column),
        ...lines.slice(start.line + 1, end.line).map((line) => line.text),
        (lines[end.line]?.text ?? '').slice(0, end.column),
      ].join('\n');
    },
    at(index, length) {
      const origin = origins[index];
      const line = origin && lines[origin.line];
      return line ? within(line.at, (line.at.column ?? 1) + origin.column, length) : null;
    },
  };
}
