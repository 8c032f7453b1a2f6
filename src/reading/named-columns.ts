import type { Indicator } from '../forms';
import type { Candidate, ValueCell } from './candidates';
import { isBlank } from './numbers';
import { fold } from './normalize';
import type { Window } from './windows';

/** The one cell under headings of one name: a merged column that was taken apart repeats its value. */
function only(cells: readonly ValueCell[]): ValueCell | null {
  const [first, ...others] = cells;
  const text = fold(first?.text ?? '');
  return first && others.every((cell) => text !== '' && fold(cell.text) === text) ? first : null;
}

/**
 * The values of a row by the names over their columns, `unclear` where a grid has more columns than the form and not
 * every name is known, null where the row of headings says nothing: the cells do not stand under it one by one.
 */
export function underNames(row: Candidate, columns: readonly Indicator[]): Window | null {
  const { cells, grid, heading } = row;
  const [first] = cells;
  if (grid === 'loose' || !heading || !first) return null;
  const over = heading.cells.filter((it) => it.column >= first.column && !isBlank(it.text));
  const isWider = grid === 'exact' && over.length > columns.length;
  const isUnder =
    over.length === cells.length &&
    over.every((it, i) => it.column === cells[i]?.column) &&
    (grid === 'exact' || cells.every((cell) => !isBlank(cell.text)));
  const values = isUnder
    ? columns.map((column) => {
        const names = [column.label.zh, ...(column.aliases ?? [])].map(fold);
        return only(cells.filter((_, i) => names.includes(fold(over[i]?.text ?? ''))));
      })
    : [];
  const isWhole = values.length > 0 && values.every((cell) => cell !== null);
  if (isWhole && new Set(values).size === values.length) return values;
  return isWider ? 'unclear' : null;
}
