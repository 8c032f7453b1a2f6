import { isCellCode, type CellCode, type FormId, type TableId } from '../../forms';
import { formCell, type FormCell } from './form-cell';
import { codeRows, layTable, type FormGrid } from './form-grid';
import type { EvidenceRecord, ReportRecord } from './records';
import { formOfTable } from './table-form';

export interface FormTableModel {
  readonly table: TableId;
  readonly form: FormId | 'mixed';
  /** How much of it the dataset holds. */
  readonly state: string;
  readonly grid: FormGrid;
}

/** The three tables of a report as the form has them. */
export interface FormModel {
  /** Cells that were found, whatever stands in them: they show the form of each table. */
  readonly found: ReadonlySet<string>;
  readonly tables: readonly FormTableModel[];
  readonly cellOf: (code: CellCode) => FormCell;
  /** Cells of the tables that are shown. */
  readonly cells: readonly FormCell[];
}

/** `evidence` null: it is not there, or not yet. */
export function layForm(
  report: ReportRecord,
  evidence: ReadonlyMap<string, EvidenceRecord> | null,
): FormModel {
  const found = evidence
    ? new Set([...evidence.values()].filter((one) => one.state !== 'row_missing').map((one) => one.code))
    : new Set(Object.keys(report.numbers).filter((key) => isCellCode(key) && report.numbers[key] !== null));
  const cellOf = (code: CellCode): FormCell => formCell(code, report, evidence);
  const tables = (['t2', 't3', 't4'] as const).map((table): FormTableModel => {
    const form = formOfTable(table, found, report.form, report.year);
    return { table, form, state: report.tableStates[table], grid: layTable(table, form, found) };
  });
  const cells = tables
    .filter(({ state }) => state === 'read' || state === 'partial')
    .flatMap(({ grid }) => codeRows(grid).flat().map(cellOf));
  return { found, tables, cellOf, cells };
}
