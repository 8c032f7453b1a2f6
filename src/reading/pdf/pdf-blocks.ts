import type { Block, GridCell, Row } from '../blocks';
import type { At } from '../types';
import { type RuledTable, tablesOf } from './grid';
import { linesOf, textOfCell, textOfLine, type TextLine } from './lines';
import type { PdfPage, PdfText } from './page';

/** `- 3 -`, `第3页`, `3/6` alone at the head or foot of a page. */
const PAGE_NUMBER =
  /^[-—–－\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/／]\s*(?:共\s*)?\d{1,3}(?:\s*页)?)?[-—–－\s]*$/;
/** Share of the page's height where page numbers stand. */
const MARGIN = 0.1;
/** A line of prose goes on in the next when it ends this close, in letters, to the right edge of the text. */
const FULL = 1.6;
/** A line that begins this far, in letters, from the left edge begins a paragraph. */
const INDENT = 1.2;

const round = (n: number): number => Math.round(n * 10) / 10;

/** Box in points from the top left of the page, as readers of PDF count. */
const boxAt = (page: PdfPage, left: number, right: number, low: number, high: number): At => ({
  page: page.number,
  box: [round(left), round(page.height - high), round(right - left), round(high - low)],
});

const boxOf = (page: PdfPage, texts: readonly PdfText[]): At =>
  boxAt(
    page,
    Math.min(...texts.map((it) => it.x)),
    Math.max(...texts.map((it) => it.x + it.width)),
    Math.min(...texts.map((it) => it.y - it.size * 0.2)),
    Math.max(...texts.map((it) => it.y + it.size)),
  );

type Area = Pick<RuledTable, 'left' | 'right' | 'low' | 'high'>;

const isInside = (text: PdfText, table: Area): boolean => {
  const [x, y] = [text.x + text.width / 2, text.y + text.size / 3];
  return x >= table.left && x <= table.right && y >= table.low && y <= table.high;
};

function tableRows(page: PdfPage, table: RuledTable, texts: readonly PdfText[], number: number): Row[] {
  const cellTexts = new Map(table.cells.map((cell) => [cell, [] as PdfText[]]));
  for (const text of texts) {
    const cell = table.cells.find((it) => isInside(text, it));
    if (cell) cellTexts.get(cell)?.push(text);
  }
  const rows = new Map<number, GridCell[]>();
  table.cells.forEach((cell) => {
    const inside = cellTexts.get(cell) ?? [];
    const at = {
      ...boxAt(page, cell.left, cell.right, cell.low, cell.high),
      table: number,
      row: cell.row + 1,
      cell: (rows.get(cell.row)?.length ?? 0) + 1,
    };
    const { column, span } = cell;
    rows.set(cell.row, [...(rows.get(cell.row) ?? []), { text: textOfCell(inside), at, column, span }]);
  });
  return [...rows.values()].map((cells) => ({ kind: 'row', cells, at: cells[0]?.at ?? {} }));
}

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

/**
 * Pages as blocks: the cells of ruled tables as rows of a grid, everything else as paragraphs whose broken lines are
 * joined, also over the end of a page. Page numbers are left out.
 */
export function pdfBlocks(pages: readonly PdfPage[]): Block[] {
  const blocks: Block[] = [];
  let open: Paragraph | null = null;
  let tables = 0;
  const close = (): void => {
    if (open) blocks.push({ kind: 'line', text: open.text, at: open.at });
    open = null;
  };
  for (const page of pages) {
    const ruled = tablesOf(page.rulings).filter((table) => page.texts.some((it) => isInside(it, table)));
    const free = page.texts.filter((text) => !ruled.some((table) => isInside(text, table)));
    const lines = linesOf(free).filter(
      (line) =>
        !(
          PAGE_NUMBER.test(textOfLine(line)) &&
          (line.y < page.height * MARGIN || line.y > page.height * (1 - MARGIN))
        ),
    );
    const [left, right] = edgesOf(lines);
    const waiting = [...ruled];
    for (const line of [...lines, null]) {
      while (waiting[0] && (!line || waiting[0].high > line.y)) {
        const table = waiting.shift();
        close();
        if (table)
          blocks.push(
            ...tableRows(
              page,
              table,
              page.texts.filter((it) => isInside(it, table)),
              ++tables,
            ),
          );
      }
      if (!line) continue;
      const text = textOfLine(line);
      const isFull = line.right > right - FULL * line.size;
      const goesOn: boolean =
        open !== null &&
        open.isOpen &&
        line.left < left + INDENT * line.size &&
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
  return blocks;
}
