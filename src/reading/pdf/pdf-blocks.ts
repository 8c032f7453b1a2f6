import type { Block } from '../blocks';
import type { Work } from '../limits';
import { isValueLike } from '../numbers';
import type { At, ReadingProblem } from '../types';
import { boxOf } from './boxes';
import { type RuledTable, tablesOf } from './grid';
import { UNREAD } from './interpret';
import { linesOf, middle, textOfLine, type TextLine } from './lines';
import type { PdfPage } from './page';
import {
  alignColumns,
  asRows,
  goOn,
  hasSameEdge,
  isInTable,
  placeCells,
  type PlacedTable,
} from './placed-table';
import { type UnruledTable, unruledTables } from './unruled';
import type { PlacedLine } from './words';

/** `- 3 -`, `第3页`, `3/6` alone at the head or foot of a page. */
const PAGE_NUMBER =
  /^[-—–－\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/／]\s*(?:共\s*)?\d{1,3}(?:\s*页)?)?[-—–－\s]*$/;
/** Share of the page's height where page numbers stand. */
const MARGIN = 0.1;
/** A line of prose goes on in the next when it ends this close, in letters, to the right edge of the text. */
const FULL = 1.6;
/** Letters so many times larger than those of the text are a headline, whose lines are centred. */
const HEADLINE = 1.15;
/** A line that begins this far, in letters, from the left edge begins a paragraph. */
const INDENT = 1.2;

/** Work that a cell takes. */
const STEPS = 300;

/** A heading of a section begins a paragraph however full the line before it is. */
const SECTION = /^[一二三四五六七八九十]{1,2}、/;

/** Cells apart from one another at its end: a row of a table without rules, which does not go on as prose does. */
const CELLS = / {2}\S+ {2}\S+$/;

/** A line that may go on in the one after it. */
interface Paragraph {
  text: string;
  readonly at: At;
  /** Whether its last line reached the right edge. */
  isOpen: boolean;
  size: number;
}

/** Left and right edge of the running text. */
function edgesOf(lines: readonly TextLine[]): readonly [number, number] {
  const long = lines.filter((line) => line.right - line.left > 10 * line.size);
  const all = long.length > 0 ? long : lines;
  return [Math.min(...all.map((line) => line.left)), Math.max(...all.map((line) => line.right))];
}

/** What stands on a page: the tables that lines part, and the lines of text outside them. */
interface Layout {
  readonly page: PdfPage;
  readonly ruled: readonly RuledTable[];
  readonly lines: readonly TextLine[];
}

/** From the last line of a page to the first of the next, in heights of its letters, as if pages had no margins. */
const NEXT = 1.5;

/** Lines of pages set under one another, apart where a ruled table stands between them. */
function streamsOf(laid: readonly Layout[]): PlacedLine[][] {
  const streams: PlacedLine[][] = [[]];
  for (const { page, lines, ruled } of laid) {
    const waiting = ruled.map((it) => it.high);
    let offset: number | null = null;
    for (const line of lines) {
      if ((waiting[0] ?? 0) > line.y) {
        while ((waiting[0] ?? 0) > line.y) waiting.shift();
        streams.push([]);
      }
      const last: PlacedLine | undefined = streams.at(-1)?.at(-1);
      offset ??= (last ? last.down + NEXT * line.size : 0) + line.y;
      streams.at(-1)?.push({ page, line, down: offset - line.y });
    }
    if (waiting.length > 0) streams.push([]);
  }
  return streams;
}

/** What is known of a line of a table whose columns no lines part: the rows of the table that it begins. */
type Role = UnruledTable['rows'] | 'inside' | 'doubtful';

function rolesIn(laid: readonly Layout[], work: Work): ReadonlyMap<TextLine, Role> {
  const roles = new Map<TextLine, Role>();
  for (const stream of streamsOf(laid)) {
    const { tables, doubtful } = unruledTables(stream, work);
    for (const i of doubtful) if (stream[i]) roles.set(stream[i].line, 'doubtful');
    for (const { first, last, rows } of tables)
      for (const [i, { line }] of stream.slice(first, last + 1).entries())
        roles.set(line, i === 0 ? rows : 'inside');
  }
  return roles;
}

/** A line whose values may be those of another row. */
const unreadValues = (text: string): string =>
  text.replace(/\S+/g, (words) => (isValueLike(words) ? words + UNREAD : words));

/**
 * Pages as blocks: the cells of ruled tables as rows of a grid, everything else as paragraphs whose broken lines are
 * joined, also over the end of a page. Page numbers are left out.
 */
export function pdfBlocks(
  pages: readonly PdfPage[],
  work: Work,
): {
  readonly blocks: readonly Block[];
  readonly problems: readonly ReadingProblem[];
} {
  const blocks: Block[] = [];
  const problems: ReadingProblem[] = [];
  let open: Paragraph | null = null;
  /** The parts so far of the table that the page before ended with. */
  let parts: PlacedTable[] = [];
  let tables = 0;
  const close = (): void => {
    if (open) blocks.push({ kind: 'line', text: open.text, at: open.at });
    open = null;
  };
  const laid: Layout[] = [];
  for (const page of pages) {
    const drawn = tablesOf(page.rulings, work);
    if (!drawn)
      problems.push({ code: 'drawing_unread', detail: String(page.number), at: { page: page.number } });
    const cells = (drawn ?? []).reduce((sum, table) => sum + table.cells.length, 0);
    work.spend(cells * STEPS + page.texts.length * (drawn?.length ?? 0));
    const ruled = (drawn ?? []).filter((table) => page.texts.some((it) => isInTable(it, table)));
    const free = page.texts.filter((text) => !ruled.some((table) => isInTable(text, table)));
    const lines = linesOf(free).filter(
      (line) =>
        !(
          PAGE_NUMBER.test(textOfLine(line)) &&
          (line.y < page.height * MARGIN || line.y > page.height * (1 - MARGIN))
        ),
    );
    laid.push({ page, lines, ruled });
  }
  const roles = rolesIn(laid, work);
  for (const { page, lines, ruled } of laid) {
    const [left, right] = edgesOf(lines);
    const body = middle(lines.map((line) => line.size));
    const waiting = [...ruled];
    let isNextPage = true;
    for (const line of [...lines, null]) {
      while (waiting[0] && (!line || waiting[0].high > line.y)) {
        const table = waiting.shift();
        close();
        if (!table) continue;
        const inside = page.texts.filter((it) => isInTable(it, table));
        const placed = placeCells(page, table, inside, ++tables);
        const before = parts.at(-1);
        // Only where nothing stands between them, and on another page, does a table go on.
        if (before && isNextPage && blocks.at(-1)?.kind === 'row' && hasSameEdge(before, placed)) {
          blocks.push(...asRows(goOn(before, placed)));
          parts.push(placed);
        } else {
          alignColumns(parts);
          parts = [placed];
          blocks.push(...asRows(placed));
        }
        isNextPage = false;
      }
      if (!line) continue;
      const role = roles.get(line);
      if (role && role !== 'doubtful') {
        close();
        alignColumns(parts);
        parts = [];
        if (role !== 'inside') blocks.push(...role(++tables));
        continue;
      }
      const text = role ? unreadValues(textOfLine(line)) : textOfLine(line);
      const isRow = CELLS.test(text);
      const isFull = !isRow && line.right > right - FULL * line.size;
      const isCentred =
        line.size > HEADLINE * body && Math.abs(left + right - line.left - line.right) < 2 * line.size;
      const goesOn: boolean =
        open !== null &&
        open.isOpen &&
        !isRow &&
        !SECTION.test(text) &&
        (line.left < left + INDENT * line.size || isCentred) &&
        Math.abs(open.size - line.size) < 1;
      if (open && goesOn) {
        open.text += text;
        open.isOpen = isFull;
      } else {
        close();
        open = { text, at: boxOf(page, line.texts), isOpen: isFull, size: line.size };
      }
    }
  }
  close();
  alignColumns(parts);
  return { blocks, problems };
}
