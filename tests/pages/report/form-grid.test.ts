import { describe, expect, test } from 'vitest';
import { formCells, forms, type FormId } from '../../../src/forms';
import { codeRows, layTable, type FormGrid } from '../../../src/pages/report/form-grid';
import { formOfTable } from '../../../src/pages/report/table-form';

const ids: readonly FormId[] = ['2021', '2019'];
const tables = ['t2', 't3', 't4'] as const;
const none: ReadonlySet<string> = new Set();

/** Draws every cell of a body into a matrix of names; fails on overlap. */
function matrixOf(grid: FormGrid, body = 0): string[][] {
  const { head, rows } = grid.bodies[body]!;
  const width = grid.headColumns + grid.columns;
  const matrix: string[][] = Array.from({ length: head.length + rows.length }, () => []);
  const put = (name: string, line: number, colspan: number, rowspan: number): void => {
    const column = Array.from({ length: width }, (_, i) => i).find((i) => matrix[line]![i] === undefined)!;
    for (let y = line; y < line + rowspan; y++)
      for (let x = column; x < column + colspan; x++) {
        expect(matrix[y]?.[x], `${name} at ${y},${x}`).toBeUndefined();
        matrix[y]![x] = name;
      }
  };
  head.forEach((line, y) =>
    line.forEach((one) => put(one.label?.zh ?? 'corner', y, one.colspan, one.rowspan)),
  );
  rows.forEach(({ headings, cells }, y) => {
    headings.forEach((one) => put(one.label?.zh ?? '', head.length + y, one.colspan, one.rowspan));
    cells.forEach((cell) => put(cell.code, head.length + y, cell.colspan, 1));
  });
  return matrix;
}

describe.each(ids)('the tables of the form of %s', (form) => {
  test.each(tables)('%s holds every cell once, in printed order', (table) => {
    const codes = codeRows(layTable(table, form, none)).flat();
    expect(codes).toEqual(formCells[form].filter((cell) => cell.table === table).map(({ code }) => code));
  });

  test.each(tables)('the spans of %s fill a rectangle', (table) => {
    const grid = layTable(table, form, none);
    grid.bodies.forEach((_, body) => {
      for (const line of matrixOf(grid, body)) {
        expect(line).toHaveLength(grid.headColumns + grid.columns);
        expect(line.every((name) => name !== undefined)).toBe(true);
      }
    });
  });

  test('table 3 has three levels of headings on both sides', () => {
    const grid = layTable('t3', form, none);
    const rows = forms[form].tables.t3.rows.filter((row) => row.kind !== 'group').length;
    expect(grid.headColumns).toBe(3);
    const [body] = grid.bodies;
    expect(body!.head.map((line) => line.map(({ colspan, rowspan }) => [colspan, rowspan]))).toEqual([
      [
        [3, 3],
        [7, 1],
      ],
      [
        [1, 2],
        [5, 1],
        [1, 2],
      ],
      [
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    ]);
    const [first, , results] = body!.rows;
    expect(first!.headings).toMatchObject([{ ordinal: '一', colspan: 3, rowspan: 1, group: false }]);
    expect(results!.headings).toMatchObject([
      { ordinal: '三', colspan: 1, rowspan: rows - 3, group: true },
      { ordinal: '（一）', colspan: 2, rowspan: 1, group: false },
    ]);
  });

  test('table 4 has fifteen columns under three rows of headings', () => {
    const { columns, headColumns, bodies } = layTable('t4', form, none);
    expect([columns, headColumns]).toEqual([15, 0]);
    expect(bodies[0]!.head.map((line) => line.map(({ colspan, rowspan }) => [colspan, rowspan]))).toEqual([
      [
        [5, 2],
        [10, 1],
      ],
      [
        [5, 1],
        [5, 1],
      ],
      Array.from({ length: 15 }, () => [1, 1]),
    ]);
  });
});

describe('the form of a table', () => {
  test('shows in the cells that only one form has', () => {
    expect(formOfTable('t2', new Set(['t2_regulation_issued']), null, 2023)).toBe('2021');
    expect(formOfTable('t2', new Set(['t2_regulation_newly_made']), '2021', 2023)).toBe('2019');
  });
  test('is the form of the report, else of the year, where both forms have the cells', () => {
    expect(formOfTable('t4', new Set(['t4_review_total']), '2019', 2023)).toBe('2019');
    expect(formOfTable('t3', none, null, 2020)).toBe('2019');
    expect(formOfTable('t3', none, null, 2022)).toBe('2021');
  });
  test('is mixed for table 2 alone; every block is then laid out in its own form', () => {
    const found = new Set(['t2_regulation_issued', 't2_admin_penalty_item_change']);
    expect(formOfTable('t2', found, 'mixed', 2021)).toBe('mixed');
    const codes = codeRows(layTable('t2', 'mixed', found)).flat();
    expect(codes).toContain('t2_regulation_in_force');
    expect(codes).toContain('t2_admin_coercion_prior_items');
    expect(codes).not.toContain('t2_regulation_newly_made');
  });
});
