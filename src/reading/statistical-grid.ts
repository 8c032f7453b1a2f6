import { type Block, type Line, within } from './blocks';
import { isBlank, isValueLike } from './numbers';
import { columnOf, isFormHeading, isNumeric, valueColumn, type Column } from './statistical-columns';
import type { At } from './types';

interface GridCell {
  readonly text: string;
  readonly at: At;
  readonly column: number;
  readonly span: number;
}
interface GridRow {
  readonly cells: readonly GridCell[];
  readonly at: At;
  /** Of a row of text, whose cells are told by what parts them. */
  readonly parted: boolean;
}

/** A row with its cells by what their columns hold; null where the row has no such cell, or none that can be told. */
export interface PrintedRow {
  readonly label: string;
  readonly unit: string | null;
  /** Whether anything stands where numbers do. */
  readonly stated: boolean;
  readonly value: string | null;
  readonly cumulative: string | null;
  readonly at: At;
}

const PARTED = /[|\t]/;
const MOST_HEADER_ROWS = 3;

/** Cells of a line, without what stands outside its frame of pipes. */
function cellsOf({ text, at }: Line, framed: boolean, ended: boolean): GridCell[] {
  let from = framed ? text.indexOf('|') + 1 : 0;
  const end = ended ? text.lastIndexOf('|') : text.length;
  if (end < from) return [];
  const separator = text.includes('|') ? '|' : '\t';
  return text
    .slice(from, end)
    .split(separator)
    .map((part, column): GridCell => {
      const lead = part.length - part.trimStart().length;
      const trimmed = part.trim();
      const place = within(at, (at.column ?? 1) + from + lead, trimmed.length);
      from += part.length + 1;
      return { text: trimmed, at: place, column, span: 1 };
    });
}

const begins = (text: string): boolean => text.trimStart().startsWith('|');
const ends = (text: string): boolean => text.trimEnd().endsWith('|');

/** A block as a row of cells; null for a line that is none. */
function rowOf(block: Block): GridRow | null {
  if (block.kind === 'row') return { cells: block.cells, at: block.at, parted: false };
  if (!PARTED.test(block.text)) return null;
  const framed = begins(block.text);
  const cells = cellsOf(block, framed, framed && ends(block.text));
  return cells.length > 1 ? { cells, at: block.at, parted: true } : null;
}

/** Most lines of a row whose cells are broken within. */
const MOST_LINES = 4;

/** The row that begins in a line and ends in one after it, as where a cell takes several lines. */
function brokenRow(blocks: readonly Block[], start: number): { row: GridRow; lines: number } | null {
  const lines: Line[] = [];
  for (const block of blocks.slice(start, start + MOST_LINES)) {
    if (block.kind !== 'line' || begins(block.text) !== (lines.length === 0)) return null;
    lines.push(block);
    if (ends(block.text)) break;
  }
  const [first, ...rest] = lines;
  if (!first || rest.length === 0 || !ends(rest.at(-1)?.text ?? '')) return null;
  const cells = cellsOf(first, true, false);
  for (const line of rest) {
    const [next, ...others] = cellsOf(line, false, ends(line.text));
    const last = cells.pop();
    if (last && next) cells.push({ ...last, text: last.text + next.text });
    for (const other of others) cells.push({ ...other, column: cells.length });
  }
  return cells.length > 1 ? { row: { cells, at: first.at, parted: true }, lines: lines.length } : null;
}

/** Each block as a row, null for what is none and for the further lines of a row. */
function rowsOf(blocks: readonly Block[]): (GridRow | null)[] {
  const rows: (GridRow | null)[] = [];
  while (rows.length < blocks.length) {
    const block = blocks[rows.length] as Block;
    const isOpen = block.kind === 'line' && begins(block.text) && !ends(block.text);
    const broken = isOpen ? brokenRow(blocks, rows.length) : null;
    if (broken) rows.push(broken.row, ...Array<null>(broken.lines - 1).fill(null));
    else rows.push(block.kind === 'line' && RULE.test(block.text) ? null : rowOf(block));
  }
  return rows;
}

const RULE = /^[\s|:-]*---[\s|:-]*$/;
const columnsOf = (row: GridRow, year: number | null): (Column | null)[] =>
  row.cells.map(({ text }) => (isBlank(text) ? null : columnOf(text, year)));

/** Whether a row heads a statistical table: what is listed, and what the columns hold. */
function isHeader(row: GridRow, year: number | null): boolean {
  const columns = columnsOf(row, year);
  return row.cells.some(({ text }) => isFormHeading(text)) && columns.filter((it) => it !== null).length > 1;
}

/** Rows of headings from the first on: those after it have headings and neither a label nor a number. */
function headerRows(rows: readonly GridRow[], year: number | null): number {
  let n = 1;
  for (; n < Math.min(rows.length, MOST_HEADER_ROWS); n++) {
    const filled = rows[n]?.cells.filter(({ text }) => !isBlank(text)) ?? [];
    const heads = filled.every(({ text }) => {
      const column = columnOf(text, year);
      return column !== null && column.kind !== 'label';
    });
    if (filled.length === 0 || !heads) break;
  }
  return n;
}

/** What each column of the grid holds by the headings above it, the lowest first. */
function gridColumns(header: readonly GridRow[], year: number | null): Column[] {
  const width = Math.max(...header.flatMap(({ cells }) => cells.map(({ column, span }) => column + span)));
  return Array.from({ length: width }, (_, i) => {
    const above = header.flatMap(({ cells }) =>
      cells.filter(({ column, span }) => column <= i && i < column + span),
    );
    const known = above.map(({ text }) => columnOf(text, year)).filter((it) => it !== null);
    return known.at(-1) ?? { kind: 'note', rank: 0 };
  });
}

const covering = (row: GridRow, column: number): GridCell | undefined =>
  row.cells.find((cell) => cell.column <= column && column < cell.column + cell.span);

/** Reads rows by the columns of a header. */
class Reader {
  readonly #value: number;
  readonly #cumulative: number;
  readonly #unit: number;

  constructor(readonly columns: readonly Column[]) {
    this.#value = valueColumn(columns);
    this.#cumulative = columns.findIndex(({ kind }) => kind === 'cumulative');
    this.#unit = columns.findIndex(({ kind }) => kind === 'unit');
  }

  read(row: GridRow): PrintedRow | null {
    const label = row.cells
      .filter((cell) => this.columns[cell.column]?.kind === 'label' && !isBlank(cell.text))
      .at(-1);
    if (!label || isValueLike(label.text)) return null;
    const [unit, value, cumulative] = this.#isShifted(row) ? this.#inOrder(row) : this.#byColumn(row);
    return {
      label: label.text.replace(/\s+/g, ''),
      unit: unit && !isBlank(unit.text) && !isValueLike(unit.text) ? unit.text : null,
      stated: row.cells.some((cell) => cell.column > label.column && this.#isNumber(cell)),
      value: value?.text ?? null,
      cumulative: cumulative?.text ?? null,
      at: value?.at ?? label.at,
    };
  }

  #isNumber = ({ text, column }: GridCell): boolean =>
    !isBlank(text) && (isValueLike(text) || isNumeric(this.columns[column] ?? { kind: 'note', rank: 0 }));

  /** A row of text with cells too few or too many does not tell which column each is in. */
  #isShifted = (row: GridRow): boolean => row.parted && row.cells.length !== this.columns.length;

  #byColumn(row: GridRow): (GridCell | undefined)[] {
    return [this.#unit, this.#value, this.#cumulative].map((column) => {
      const cell = column < 0 ? undefined : covering(row, column);
      return cell && this.columns[cell.column]?.kind === this.columns[column]?.kind ? cell : undefined;
    });
  }

  /** As many numbers as there are columns for them stand in their order, whatever else is missing. */
  #inOrder(row: GridRow): (GridCell | undefined)[] {
    const filled = row.cells.slice(1).filter(({ text }) => !isBlank(text));
    const numbers = filled.filter(({ text }) => isValueLike(text));
    const numeric = this.columns.flatMap((column, i) => (isNumeric(column) ? [i] : []));
    if (numbers.length !== numeric.length || this.columns.some(({ kind }) => kind === 'code')) return [];
    const unit = this.#unit < 0 ? undefined : filled.find(({ text }) => !isValueLike(text));
    return [unit, numbers[numeric.indexOf(this.#value)], numbers[numeric.indexOf(this.#cumulative)]];
  }
}

/** Blocks between two rows of one table: numbers of pages, headings repeated. */
const MOST_BETWEEN = 6;

/** Rows of the table that begins with `start`, up to another table or to text. */
function tableFrom(rows: readonly (GridRow | null)[], start: number): GridRow[] {
  const table: GridRow[] = [];
  let between = 0;
  const widthOf = (row: GridRow): number =>
    Math.max(...row.cells.map(({ column, span }) => column + span), 0);
  const width = widthOf(rows[start] as GridRow);
  for (let i = start; i < rows.length && between <= MOST_BETWEEN; i++) {
    const row = rows[i] ?? null;
    between = row ? 0 : between + 1;
    if (!row) continue;
    if (row.at.table !== table[0]?.at.table && table.length > 0 && widthOf(row) !== width) break;
    table.push(row);
  }
  return table;
}

/**
 * The rows of the first statistical table whose cells are told apart; null when the document has none, or only one
 * whose rows have lost too many of their cells.
 */
export function readGrid(blocks: readonly Block[], year: number | null): PrintedRow[] | null {
  const rows = rowsOf(blocks);
  const start = rows.findIndex((row) => row !== null && isHeader(row, year));
  if (start < 0) return null;
  const table = tableFrom(rows, start);
  const heads = headerRows(table, year);
  const reader = new Reader(gridColumns(table.slice(0, heads), year));
  const body = table.slice(heads).filter((row) => !isHeader(row, year));
  const printed = body.map((row) => reader.read(row)).filter((row) => row !== null);
  const told = printed.filter(({ value }) => value !== null).length;
  return body.some(({ parted }) => parted) && told * 2 < body.length ? null : printed;
}
