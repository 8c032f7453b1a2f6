import type { Block, Line } from './blocks';
import { isBlank, isValueLike } from './numbers';
import { isHeader } from './slots';

/** What may part the cells of a table that was pasted as text. */
const SEPARATORS = [',', ';', '，', '；'] as const;
/** So many rows with so many values show that a letter parts cells; a sentence has other words between. */
const ROWS = 5;
const VALUES = 3;
const LONGEST = 600;

/** Places of a separator outside quotes and brackets. */
function cuts(text: string, separator: string): number[] {
  const found: number[] = [];
  let [isQuoted, depth] = [false, 0];
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '"') isQuoted = !isQuoted;
    else if (/[(（]/.test(char)) depth++;
    else if (/[)）]/.test(char)) depth--;
    else if (char === separator && !isQuoted && depth <= 0) found.push(i);
  }
  return found;
}

const cellsAt = (text: string, at: readonly number[]): string[] =>
  [...at, text.length].map((to, i) => text.slice(i === 0 ? 0 : (at[i - 1] ?? 0) + 1, to).replaceAll('"', ''));

/** Most lines are told from rows by their last letter. */
const ENDS: ReadonlySet<string> = new Set('0123456789０１２３４５６７８９"/／\\-－—–无零〇条件项个次元万');

function endsInValue(text: string, separator: string): boolean {
  const at = text.lastIndexOf(separator);
  return at >= 0 && isValueLike(text.slice(at + 1).replaceAll('"', ''));
}

const isValueRow = (cells: readonly string[]): boolean =>
  cells.length > VALUES && cells.slice(-VALUES).every(isValueLike);

/** Whether a line of a separated table is a row of it: a row of values, of headings, or with blank cells. */
const isRow = (cells: readonly string[]): boolean =>
  cells.length > 1 &&
  cells.some((cell) => isBlank(cell) || isHeader(cell) || isValueLike(cell)) &&
  !cells.some((cell) => cell.includes('。'));

/** The same line with a tab for each separator: as long as before, so that letters stay where they are. */
function tabbed(line: Line, at: readonly number[]): Line {
  const letters = [...Array(line.text.length).keys()].map((i) => line.text.charAt(i));
  for (const i of at) letters[i] = '\t';
  return { ...line, text: letters.join('').replaceAll('"', ' ') };
}

/** Lines whose cells are parted by commas or semicolons become lines parted by tabs, in a document that has such rows. */
export function unseparate(blocks: readonly Block[]): readonly Block[] {
  const isCandidate = (block: Block): block is Line =>
    block.kind === 'line' && block.text.length <= LONGEST && !/[\t|]/.test(block.text);
  const mayEnd = ({ text }: Line): boolean => ENDS.has(text.trimEnd().at(-1) ?? '');
  const ending = blocks.filter(isCandidate).filter(mayEnd);
  if (ending.length < ROWS) return blocks;
  const separator = SEPARATORS.find((it) => {
    const rows = ending.filter(
      ({ text }) => endsInValue(text, it) && isValueRow(cellsAt(text, cuts(text, it))),
    );
    return rows.length >= ROWS;
  });
  if (separator === undefined) return blocks;
  return blocks.map((block) => {
    if (!isCandidate(block) || !block.text.includes(separator)) return block;
    const at = cuts(block.text, separator);
    return isRow(cellsAt(block.text, at)) ? tabbed(block, at) : block;
  });
}
