import { allCells, cellDefinition, forms, outcomeGroups, outcomeRows, type CellCode } from '../forms';

/** The true figures of one body in one year: every cell of both forms. */
export type Figures = Record<CellCode, number>;

export const applicantColumns = forms['2021'].tables.t3.columns
  .filter((column) => column.kind === 'input')
  .map((column) => column.code);

/** Outcome rows of the form of 2021, the finer one. */
export const outcomes: readonly string[] = outcomeGroups.flatMap((group) => outcomeRows('2021', group));

export const noFigures = (): Figures => Object.fromEntries(allCells.map((cell) => [cell.code, 0])) as Figures;

/** Code of a cell of table 3, checked. */
export const t3 = (row: string, column: string): CellCode => cellDefinition(`t3_${row}_${column}`).code;
/** Code of a cell of table 4, checked. */
export const t4 = (column: string): CellCode => cellDefinition(`t4_${column}`).code;
/** Code of a cell of table 2, checked. */
export const t2 = (row: string, column: string): CellCode => cellDefinition(`t2_${row}_${column}`).code;

/** Rounds money to the four decimals that reports print, so that sums have no binary dust. */
export const money = (amount: number): number => Math.round(amount * 10_000) / 10_000;

/** Cell by cell; money is rounded again. */
export function addFigures(parts: readonly Figures[]): Figures {
  const sum = noFigures();
  for (const cell of allCells) {
    const total = parts.reduce((value, part) => value + part[cell.code], 0);
    sum[cell.code] = cell.number === 'decimal' ? money(total) : total;
  }
  return sum;
}
