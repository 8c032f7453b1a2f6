import type { TableId } from '../../../src/forms';
import type { GridCell } from '../../../src/simulation/render/document';

type Row = readonly GridCell[];
type Rows = readonly Row[];

/** Damages a table; `a` and `b` in 0–1 choose where. Null where the table has nothing of the kind. */
export type GridDamage = (rows: Rows, table: TableId, a: number, b: number) => Rows | null;

const pick = <T>(list: readonly T[], at: number): T | undefined => list[Math.floor(at * list.length)];
const isHead = (row: Row): boolean => row.every((cell) => cell.head);
const places = (rows: Rows, kind: (row: Row) => boolean): number[] =>
  rows.flatMap((row, i) => (kind(row) ? [i] : []));
const changed = (rows: Rows, at: number | undefined, change: (row: Row) => Row): Rows | null =>
  at === undefined ? null : rows.map((row, i) => (i === at ? change(row) : row));
const valueRow = (rows: Rows, at: number): number | undefined =>
  pick(
    places(rows, (row) => !isHead(row)),
    at,
  );
const headRow = (rows: Rows, at: number): number | undefined => pick(places(rows, isHead), at);
const hasSpan = (row: Row): boolean => row.some((cell) => (cell.rows ?? 1) > 1);
/** Place of a value of a row. */
const valueAt = (row: Row, b: number): number => {
  const first = row.findIndex((cell) => !cell.head);
  return first + Math.floor(b * (row.length - first));
};
const swapped = (row: Row, i: number): Row =>
  row.map((cell, k) => (k === i ? (row[i + 1] ?? cell) : k === i + 1 ? (row[i] ?? cell) : cell));

/** Marks a cell of the printed document that a layout then drops, with what parts it from the one before. */
const GONE = '\u0001';
const separators: Readonly<Record<string, string>> = {
  L1: ' \\|\\n',
  L2: '\\n\\n',
  L3: ' \\| ',
  L4: '\\n\\|\\n',
  L5: ' ',
  L6: '\u00a0? \\| ',
  L7: ' \\| ',
  L10: ' +',
  L11: '\\n<TD[^>]*>\\n <P>',
  L12: ' \\|\\n',
  L13: ' +',
  L14: ' +',
  aligned: ' +',
  markdown: ' \\| ',
  'html-clean': '</t[dh]><t[dh][^>]*>',
  'html-government': '</span></p></td><td[^>]*><p><span>',
};
/** The text without the marked cell; in files of office programs the mark stays and is no value. */
export const withoutGone = (text: string, format: string): string =>
  text.replace(new RegExp((separators[format] ?? '') + GONE), '');

const span =
  (name: 'columns' | 'rows'): GridDamage =>
  (rows, _, a, b) => {
    const wide = rows.flatMap((row, y) =>
      row.flatMap((cell, x) => ((cell[name] ?? 1) > 1 ? [[y, x] as const] : [])),
    );
    const [y, x] = pick(wide, a) ?? [];
    return changed(rows, y, (row) =>
      row.map((cell, i) => (i === x ? { ...cell, [name]: (cell[name] ?? 1) + (b < 0.5 ? -1 : 1) } : cell)),
    );
  };

/** Columns of table 3 under its heading over the organisations; of table 4 under its last heading. */
const columnsSwapped: GridDamage = (rows, table, a) => {
  if (table === 't2') {
    const at = rows.findIndex((row) => row.length === 4 && isHead(row));
    const next = rows.findIndex((row, i) => i > at && row.length === 1);
    const column = a < 0.5 ? 1 : 2;
    return rows.map((row, i) => (i >= at && i < next ? swapped(row, column) : row));
  }
  const [count, last] = table === 't3' ? [5, 2] : [10, 0];
  const column = Math.floor(a * 4) + (table === 't4' ? 5 : 0);
  return rows.map((row, i) =>
    i === 2
      ? swapped(row, column)
      : isHead(row)
        ? row
        : swapped(row, row.length - last - count + column + (last ? 1 : 0)),
  );
};

export const gridDamages: Readonly<Record<string, GridDamage>> = {
  'a cell gone': (rows, _, a, b) =>
    changed(rows, valueRow(rows, a), (row) => {
      const at = row.findIndex((cell) => !cell.head);
      const gone = at + Math.floor(b * (row.length - at));
      return row.map((cell, i) => (i === gone ? { ...cell, text: GONE } : cell));
    }),
  'a cell gone and a blank at the end': (rows, _, a, b) =>
    changed(rows, valueRow(rows, a), (row) => {
      const at = row.findIndex((cell) => !cell.head);
      return row.toSpliced(at + Math.floor(b * (row.length - at)), 1);
    }),
  'a cell twice': (rows, _, a, b) =>
    changed(rows, valueRow(rows, a), (row) => {
      const at = valueAt(row, b);
      return row.toSpliced(at, 0, row[at] ?? { text: '' });
    }),
  'two cells swapped': (rows, _, a, b) =>
    changed(rows, valueRow(rows, a), (row) => swapped(row, valueAt(row.slice(0, -1), b))),
  'two cells in one': (rows, _, a, b) =>
    changed(rows, valueRow(rows, a), (row) => {
      const at = valueAt(row.slice(0, -1), b);
      return row.toSpliced(at, 2, { text: `${row[at]?.text ?? ''}${row[at + 1]?.text ?? ''}` });
    }),
  'two rows swapped': (rows, _, a) => {
    const at = valueRow(rows, a) ?? 0;
    const [row, next] = [rows[at], rows[at + 1]];
    return row && next && !isHead(next) && !hasSpan(row) && !hasSpan(next)
      ? rows.toSpliced(at, 2, next, row)
      : null;
  },
  'the label of a row gone': (rows, _, a) =>
    changed(rows, valueRow(rows, a), (row) =>
      row.map((cell, i) => (cell.head && !row[i + 1]?.head ? { ...cell, text: '' } : cell)),
    ),
  'all labels of rows gone': (rows, table) =>
    table === 't4'
      ? null
      : rows.map((row) =>
          isHead(row) ? row : row.map((cell) => (cell.head ? { ...cell, text: '' } : cell)),
        ),
  'a row gone': (rows, _, a) => rows.toSpliced(valueRow(rows, a) ?? 0, 1),
  'a row twice': (rows, _, a) => {
    const at = valueRow(rows, a) ?? 0;
    return rows.toSpliced(at, 0, rows[at] ?? []);
  },
  'a row of headings gone': (rows, _, a) => rows.toSpliced(headRow(rows, a) ?? 0, 1),
  'all headings gone': (rows) => rows.filter((row) => !isHead(row)),
  'a row of headings twice': (rows, _, a) => {
    const at = headRow(rows, a) ?? 0;
    return rows.toSpliced(at, 0, rows[at] ?? []);
  },
  'a heading gone': (rows, _, a, b) =>
    changed(rows, headRow(rows, a), (row) => row.toSpliced(Math.floor(b * row.length), 1)),
  'a blank among headings': (rows, _, a) =>
    changed(rows, headRow(rows, a), (row) => row.toSpliced(1, 0, { text: '', head: true })),
  'a damaged colspan': span('columns'),
  'a damaged rowspan': span('rows'),
  'columns that changed places': columnsSwapped,
  'a column gone': (rows, table, a) => {
    if (table !== 't3') return null;
    const column = Math.floor(a * 5);
    return rows.map((row, i) =>
      i === 2 ? row.toSpliced(column, 1) : isHead(row) ? row : row.toSpliced(row.length - 6 + column, 1),
    );
  },
};
