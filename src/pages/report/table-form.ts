import { formCells, type FormId, type TableId } from '../../forms';

const ids: readonly FormId[] = ['2021', '2019'];

const codesOf = (table: TableId, form: FormId): readonly string[] =>
  formCells[form].filter((cell) => cell.table === table).map((cell) => cell.code);

/** Cells of a table that no other form has. */
function ownCodes(table: TableId, form: FormId): readonly string[] {
  const others = new Set(ids.filter((id) => id !== form).flatMap((id) => codesOf(table, id)));
  return codesOf(table, form).filter((code) => !others.has(code));
}

/**
 * Form of one table, by the cells that only one form has; `mixed` where cells of both were found. Where the cells do not
 * show it, as in table 4, the form of the report, else the form of its year (国办公开办函〔2019〕60号, 〔2021〕30号).
 */
export function formOfTable(
  table: TableId,
  found: ReadonlySet<string>,
  reportForm: string | null,
  year: number,
): FormId | 'mixed' {
  const shown = ids.filter((form) => ownCodes(table, form).some((code) => found.has(code)));
  const [only, ...more] = shown;
  // The reader settles table 3 on one form; only table 2 is read block by block.
  if (only && (more.length === 0 || table !== 't2')) return only;
  if (more.length > 0) return 'mixed';
  return ids.find((form) => form === reportForm) ?? (year === 2019 || year === 2020 ? '2019' : '2021');
}
