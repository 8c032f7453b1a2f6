import { cellDefinition, formCells } from '../forms';
import type { CellCode, FormId, Identity, TableId } from '../forms';
import type { CellState, Report } from '../reading';
import { deriveCells, isPrintedEmpty } from './derive';

/** A report as the rules see it. */
export interface Subject {
  readonly report: Report;
  /** Form of a table; null where it was not found or mixes two forms. */
  form(table: TableId): FormId | null;
  /** The printed number, else the proven one, else null. */
  number(code: CellCode): number | null;
  /** Printed as blank, slash or 无, and not proven to be any number. */
  isOpen(code: CellCode): boolean;
  /** Cells of a sum printed empty that are not 0: totals that it alone proves, parts that any sum proves. */
  provenBy(identity: Identity): readonly CellCode[];
  /** Cells of the table that its form has and that were not seen or not readable. */
  lost(table: TableId): readonly CellCode[];
}

const lostStates: ReadonlySet<CellState> = new Set(['row_missing', 'unreadable']);

export function subjectOf(report: Report): Subject {
  const derived = deriveCells(report.cells, report.forms);
  const form = (table: TableId): FormId | null => {
    const id = report.forms[table];
    return id === undefined || id === 'mixed' ? null : id;
  };
  return {
    report,
    form,
    number: (code) => report.cells[code]?.value ?? derived.get(code) ?? null,
    isOpen: (code) => isPrintedEmpty(report.cells[code]?.state) && !derived.has(code),
    provenBy: (identity) => {
      const proven = [...identity.left, ...identity.right].filter((code) => (derived.get(code) ?? 0) !== 0);
      if (proven.length === 0) return [];
      const besides = deriveCells(report.cells, report.forms, identity);
      // A total left out is a style that its parts prove; a part left out is a gap, however many sums prove it, and so
      // is the total of one kind of applicants beside those of others.
      const isRow =
        identity.kind === 'applicants' && identity.right.some((code) => report.cells[code]?.value);
      return proven.filter((code) => !besides.has(code) || cellDefinition(code).kind === 'input' || isRow);
    },
    lost: (table) => {
      const id = form(table);
      const cells = id === null ? [] : formCells[id].filter((cell) => cell.table === table);
      return cells
        .map(({ code }) => code)
        .filter((code) => lostStates.has(report.cells[code]?.state ?? 'value'));
    },
  };
}
