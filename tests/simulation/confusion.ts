import type { Cell, Report } from '../../src/reading';

/**
 * What became of the cells of many reports: `right` as printed; `wrong` another number; `invented` a number where none
 * is printed; `unreadable` said to be so; `missed` taken for a blank or an absent row.
 */
export interface Tally {
  reports: number;
  right: number;
  wrong: number;
  invented: number;
  unreadable: number;
  missed: number;
}
export type Outcome = Exclude<keyof Tally, 'reports'>;

const stateOf = (cell: Cell | undefined): string =>
  cell === undefined ? 'absent' : cell.state === 'value' ? String(cell.value) : cell.state;

/** `printed` is a number or the state of a cell without one. */
export function outcomeOf(printed: string, cell: Cell | undefined): Outcome {
  const read = stateOf(cell);
  if (read === printed) return 'right';
  if (cell !== undefined && cell.value !== null) return /\d/.test(printed) ? 'wrong' : 'invented';
  return read === 'unreadable' ? 'unreadable' : 'missed';
}

const heads = ['reports', 'right', 'wrong', 'invented', 'unreadable', 'missed'] as const;

const padded = (cells: readonly (string | number)[]): string =>
  cells.map((cell, i) => (i < 2 ? String(cell).padEnd(17) : String(cell).padStart(11))).join('');

/** Counts the cells of reports by layout and form. */
export function confusion() {
  const tallies = new Map<string, Tally>();
  return {
    add(
      layout: string,
      form: string,
      printed: Readonly<Record<string, string>>,
      read: Report['cells'],
    ): void {
      const key = `${layout}\t${form}`;
      const tally = tallies.get(key) ?? {
        reports: 0,
        right: 0,
        wrong: 0,
        invented: 0,
        unreadable: 0,
        missed: 0,
      };
      tallies.set(key, tally);
      tally.reports++;
      const cells: Readonly<Record<string, Cell>> = read;
      for (const [code, value] of Object.entries(printed)) tally[outcomeOf(value, cells[code])]++;
    },
    /** One line a layout and form, and one over all. */
    print(): string {
      const lines = [...tallies].map(([key, tally]) => [...key.split('\t'), ...heads.map((it) => tally[it])]);
      const sums = heads.map((it) => [...tallies.values()].reduce((sum, tally) => sum + tally[it], 0));
      return `${[['layout', 'form', ...heads], ...lines, ['all', '', ...sums]].map(padded).join('\n')}\n`;
    },
  };
}
