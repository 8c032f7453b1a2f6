import {
  forms,
  type Block,
  type CellCode,
  type Form,
  type FormId,
  type Label,
  type TableId,
} from '../../forms';
import { depthOf, headingTree, placeHeadings, type PlacedHeading } from './heading-tree';

export interface GridHeading {
  /** null: the corner over the row headings. */
  readonly label: Label | null;
  readonly ordinal: string;
  readonly colspan: number;
  readonly rowspan: number;
  /** First column that it stands in, from 0, row headings included. */
  readonly column: number;
  readonly group: boolean;
}

export interface GridCell {
  readonly code: CellCode;
  readonly colspan: number;
}

export interface GridRow {
  readonly headings: readonly GridHeading[];
  readonly cells: readonly GridCell[];
}

/** Rows under one set of column headings. Table 2 has one for every item of Art. 20. */
export interface GridBody {
  /** Stands above the columns over the whole width. */
  readonly title: Label | null;
  readonly head: readonly (readonly GridHeading[])[];
  readonly rows: readonly GridRow[];
}

/** A table of the official form as printed. */
export interface FormGrid {
  readonly table: TableId;
  readonly title: Label;
  readonly note: string | null;
  /** Columns that hold row headings, and columns that hold values. */
  readonly headColumns: number;
  readonly columns: number;
  readonly bodies: readonly GridBody[];
}

const code = (...parts: readonly string[]): CellCode => parts.join('_') as CellCode;

/** Columns of table 2: one, two and three columns of a block share the same width. */
const t2Columns = 6;

function t2Body({ label, columns, rows }: Block): GridBody {
  const colspan = t2Columns / columns.length;
  const corner: GridHeading = { label: null, ordinal: '', colspan: 1, rowspan: 1, column: 0, group: false };
  return {
    title: label,
    head: [
      [
        corner,
        ...columns.map((column, i): GridHeading => ({
          ...corner,
          label: column.label,
          colspan,
          column: 1 + i * colspan,
        })),
      ],
    ],
    rows: rows.map((row) => ({
      headings: [{ ...corner, label: row.label }],
      cells: columns.map((column) => ({ code: code('t2', row.code, column.code), colspan })),
    })),
  };
}

const blocks = new Map(
  Object.values(forms)
    .flatMap((form) => form.tables.t2.blocks.map(({ code: block }) => block))
    .sort()
    .map((block) => [
      block,
      Object.values(forms).flatMap((form) => {
        const own = form.tables.t2.blocks.find(({ code: one }) => one === block);
        return own ? [{ form: form.id, block: own }] : [];
      }),
    ]),
);

const codesOf = ({ rows, columns }: Block): readonly CellCode[] =>
  rows.flatMap((row) => columns.map((column) => code('t2', row.code, column.code)));

/** Blocks of a table 2 whose blocks follow different forms: of each, the form with the most cells found. */
function mixedBlocks(found: ReadonlySet<string>): readonly Block[] {
  return [...blocks.values()].flatMap((variants) => {
    const counted = variants.map(({ block }) => ({
      block,
      count: codesOf(block).filter((one) => found.has(one)).length,
    }));
    const best = counted.reduce((a, b) => (b.count > a.count ? b : a));
    return best.count > 0 ? [best.block] : [];
  });
}

function layT2(form: Form, bodies: readonly Block[]): FormGrid {
  return {
    table: 't2',
    title: form.tables.t2.title,
    note: null,
    headColumns: 1,
    columns: t2Columns,
    bodies: bodies.map(t2Body),
  };
}

/** Rows of column headings, from the outermost. */
function columnHead(
  placed: readonly PlacedHeading[],
  levels: number,
  headColumns: number,
): readonly (readonly GridHeading[])[] {
  return Array.from({ length: levels }, (_, depth) => {
    const corner: readonly GridHeading[] =
      depth === 0 && headColumns > 0
        ? [{ label: null, ordinal: '', colspan: headColumns, rowspan: levels, column: 0, group: false }]
        : [];
    const own = placed
      .filter((heading) => heading.depth === depth)
      .map((heading): GridHeading => ({
        label: heading.indicator.label,
        ordinal: '',
        colspan: heading.leaves,
        rowspan: heading.levels,
        column: headColumns + heading.leaf,
        group: heading.leaves > 1,
      }));
    return [...corner, ...own];
  });
}

const rowHeading = ({ indicator, depth, leaves, levels }: PlacedHeading): GridHeading => ({
  label: indicator.label,
  ordinal: indicator.ordinal ?? '',
  colspan: levels,
  rowspan: leaves,
  column: depth,
  group: indicator.kind === 'group',
});

function layT3(form: Form): FormGrid {
  const { title, cornerNote, columnGroups, columns, rows } = form.tables.t3;
  const leaves = rows.filter((row) => row.kind !== 'group');
  const rowTree = headingTree(
    leaves,
    rows.filter((row) => row.kind === 'group'),
  );
  const columnTree = headingTree(columns, columnGroups);
  const headColumns = depthOf(rowTree);
  const placedRows = placeHeadings(rowTree);
  return {
    table: 't3',
    title,
    note: cornerNote,
    headColumns,
    columns: columns.length,
    bodies: [
      {
        title: null,
        head: columnHead(placeHeadings(columnTree), depthOf(columnTree), headColumns),
        rows: leaves.map((row, leaf) => ({
          headings: placedRows.filter((heading) => heading.leaf === leaf).map(rowHeading),
          cells: columns.map((column) => ({ code: code('t3', row.code, column.code), colspan: 1 })),
        })),
      },
    ],
  };
}

function layT4(form: Form): FormGrid {
  const { title, columnGroups, columns } = form.tables.t4;
  const tree = headingTree(columns, columnGroups);
  return {
    table: 't4',
    title,
    note: null,
    headColumns: 0,
    columns: columns.length,
    bodies: [
      {
        title: null,
        head: columnHead(placeHeadings(tree), depthOf(tree), 0),
        rows: [
          {
            headings: [],
            cells: columns.map((column) => ({ code: code('t4', column.code), colspan: 1 })),
          },
        ],
      },
    ],
  };
}

/** A table as the form prints it. `found` are the cells of the report, by which blocks of a mixed table 2 are told apart. */
export function layTable(table: TableId, form: FormId | 'mixed', found: ReadonlySet<string>): FormGrid {
  const main = forms[form === 'mixed' ? '2021' : form];
  if (table === 't2') return layT2(main, form === 'mixed' ? mixedBlocks(found) : main.tables.t2.blocks);
  return table === 't3' ? layT3(main) : layT4(main);
}

/** Codes row by row, as the keyboard walks through them. */
export const codeRows = (grid: FormGrid): readonly (readonly CellCode[])[] =>
  grid.bodies.flatMap(({ rows }) => rows.map(({ cells }) => cells.map((cell) => cell.code)));
