import { isBlank, isValueLike } from './numbers';
import type { At } from './types';
import { type Line, within } from './blocks';

/** A cell of a table in plain text. */
export interface TextCell {
  readonly text: string;
  readonly at: At;
  readonly column: number;
  /** Set of a blank cell that only an empty line tells. */
  readonly isEmptyLine?: boolean;
}

/** `row`: cells that stand on one line; `loose`: cells one after another whose rows only labels can tell. */
export interface TextEntry {
  readonly kind: 'row' | 'loose';
  readonly cells: readonly TextCell[];
}

const PIPE = /[|¦│┃｜║]/;
const RULE = /^[\s|:+\-–—=─━┄┅┈┉├┤┼┌┐└┘┬┴╟╢║│]+$/;
/** No rule, but a value. */
const DASHES = /^\s*--?\s*$/;

function cellAt(line: Line, from: number, text: string, column: number): TextCell {
  const trimmed = text.trim();
  const lead = trimmed.length === text.length ? 0 : text.length - text.trimStart().length;
  const start = (line.at.column ?? 1) + from + lead;
  return { text: trimmed, at: within(line.at, start, trimmed.length), column };
}

function splitAt(line: Line, separator: RegExp | string): TextCell[] {
  const cells: TextCell[] = [];
  let from = 0;
  // A separator is one letter.
  for (const text of line.text.split(separator)) {
    cells.push(cellAt(line, from, text, cells.length));
    from += text.length + 1;
  }
  return cells;
}

const filled = (cells: readonly TextCell[]): number => cells.filter((cell) => !isBlank(cell.text)).length;

/** How pipes are used by the lines of a table: as rows, after each cell, before each cell, around it, or on their own. */
type PipeStyle = 'none' | 'rows' | 'after' | 'before' | 'around' | 'between' | 'row_starts';

function pipeStyle(lines: readonly Line[]): PipeStyle {
  let [piped, rows, after, before, around, alone, plain] = [0, 0, 0, 0, 0, 0, 0];
  for (const { text } of lines) {
    const trimmed = text.trim();
    if (!PIPE.test(trimmed)) {
      plain++;
      continue;
    }
    const cells = trimmed.split(PIPE).filter((cell) => !isBlank(cell)).length;
    if (cells === 0) {
      alone++;
      continue;
    }
    piped++;
    const [first, last] = [PIPE.test(trimmed.charAt(0)), PIPE.test(trimmed.at(-1) ?? '')];
    if (cells >= 2) rows++;
    else if (first && last) around++;
    else if (last) after++;
    else if (first) before++;
  }
  if (piped === 0) return alone === 0 ? 'none' : alone * 2 > plain ? 'between' : 'row_starts';
  if (rows * 3 >= piped) return 'rows';
  const most = Math.max(after, before, around);
  return most === after ? 'after' : most === around ? 'around' : 'before';
}

/** Lines of one logical row of pipes joined, for cells with line breaks inside. */
function logicalRows(lines: readonly Line[]): Line[][] {
  const piped = lines.filter((line) => PIPE.test(line.text));
  const leading =
    piped.filter((line) => PIPE.test(line.text.trimStart().charAt(0))).length * 5 >= piped.length * 4;
  // Pipes that only part cells do not tell whether a row goes on: it ends with its line.
  const closed = piped.filter((line) => PIPE.test(line.text.trimEnd().at(-1) ?? '')).length;
  if (!leading && closed * 2 < piped.length) return lines.map((line) => [line]);
  const rows: Line[][] = [];
  let open = false;
  for (const line of lines) {
    const trimmed = line.text.trim();
    const closes = PIPE.test(trimmed.at(-1) ?? '');
    const starts = leading ? PIPE.test(trimmed.charAt(0)) : !open;
    if (starts || rows.length === 0 || !PIPE.test(rows.at(-1)?.[0]?.text ?? '')) rows.push([line]);
    else rows.at(-1)?.push(line);
    open = PIPE.test(trimmed) && !closes && !leading;
  }
  return rows;
}

/** Which outermost pipes frame every row rather than part its cells. */
interface Frame {
  readonly left: boolean;
  readonly right: boolean;
}

function frameOf(rows: readonly (readonly Line[])[]): Frame {
  const piped = rows
    .map((row) =>
      row
        .map((line) => line.text)
        .join('')
        .trim(),
    )
    .filter((text) => PIPE.test(text));
  return {
    left: piped.every((text) => PIPE.test(text.charAt(0))),
    right: piped.every((text) => PIPE.test(text.at(-1) ?? '')),
  };
}

function rowOfPipes(lines: readonly Line[], frame: Frame): TextCell[] {
  const cells: TextCell[] = [];
  for (const [i, line] of lines.entries()) {
    const parts = splitAt(line, PIPE);
    const [first, ...rest] = parts;
    const last = cells.at(-1);
    if (i > 0 && first && last) {
      cells[cells.length - 1] = isBlank(last.text)
        ? { ...first, column: last.column }
        : { ...last, text: isBlank(first.text) ? last.text : `${last.text}\n${first.text}` };
      for (const { text, at } of rest) cells.push({ text, at, column: cells.length });
    } else for (const { text, at } of parts) cells.push({ text, at, column: cells.length });
  }
  if (frame.left) cells.shift();
  if (frame.right) cells.pop();
  return cells;
}

/** Cells of a line in a layout of one cell a line; blank cells are told by the pipes that surround nothing. */
function looseOfPipes(line: Line, style: PipeStyle, state: { pipes: number }): TextEntry[] {
  const cells = splitAt(line, PIPE);
  const texts = cells.filter((cell) => !isBlank(cell.text));
  const pipes = cells.length - 1;
  if (style === 'between') {
    if (texts.length > 0) {
      state.pipes = 0;
      return [{ kind: 'loose', cells: texts }];
    }
    const before = state.pipes;
    state.pipes += pipes;
    const blanks = Math.max(0, state.pipes - 1) - Math.max(0, before - 1);
    return blanks ? [{ kind: 'loose', cells: cells.slice(0, blanks) }] : [];
  }
  if (style === 'row_starts') return texts.length ? [{ kind: 'loose', cells: texts }] : [];
  if (texts.length === 0) {
    const blanks = style === 'around' ? Math.max(1, pipes - 1) : pipes;
    return [{ kind: 'loose', cells: cells.slice(0, blanks) }];
  }
  const kept = [...cells];
  if (style !== 'after' && isBlank(kept[0]?.text ?? 'x')) kept.shift();
  if (style !== 'before' && isBlank(kept.at(-1)?.text ?? 'x')) kept.pop();
  return [{ kind: 'loose', cells: kept }];
}

/** Before a heading of Markdown, and no value that does not fit its cell (###). */
const HEADING_MARK = /^\s*#{1,6}(?=\s+[^\s\d])/;

const SPACE = /\s/;

const words = (line: Line): TextCell[] => {
  let from = HEADING_MARK.exec(line.text)?.[0].length ?? 0;
  const cells: TextCell[] = [];
  for (const text of line.text.slice(from).split(SPACE)) {
    if (text !== '') cells.push(cellAt(line, from, text, cells.length));
    from += text.length + 1;
  }
  return cells;
};

/** A line without pipes: `label 0 0 0` is a row; several labels with values are loose cells; else one cell. */
function entryOfSpaces(line: Line): TextEntry {
  if (line.text.includes('\t')) {
    const cells = splitAt(line, '\t');
    if (filled(cells) >= 2) return { kind: 'row', cells };
  }
  const alone = (): TextEntry => ({ kind: 'loose', cells: [cellAt(line, 0, line.text, 0)] });
  if (!SPACE.test(line.text.trim())) return alone();
  const all = words(line);
  const values = all.map((word) => isValueLike(word.text));
  if (all.length === 1 || !values.includes(true)) return alone();
  const numbers = values.filter(Boolean).length;
  const trailing = values.length - values.lastIndexOf(false) - 1;
  return { kind: trailing === numbers ? 'row' : 'loose', cells: all };
}

const isOneValue = (entry: TextEntry | undefined): boolean =>
  entry?.kind === 'loose' && entry.cells.length === 1 && isValueLike(entry.cells[0]?.text ?? '');

/** So many of the values have to stand right below what is before them for an empty line to be told from spacing. */
const CLOSE = 0.25;

/**
 * Blank cells below each of a table's lines of one cell each, as the empty lines between them tell. None where the
 * lines stand apart without a measure, or no empty line stands before a value.
 */
function blanksBelow(lines: readonly Line[], entries: readonly TextEntry[]): readonly number[] {
  const above = lines.flatMap(({ below = 0 }, i) => (isOneValue(entries[i + 1]) ? [below] : []));
  const spacing = Math.min(...above);
  const isMeasured =
    above.filter((it) => it === spacing).length >= above.length * CLOSE &&
    above.every((it) => (it + 1) % (spacing + 1) === 0);
  if (!isMeasured || above.every((it) => it === spacing)) return [];
  return lines.map(({ below = 0 }, i) =>
    isOneValue(entries[i]) || isOneValue(entries[i + 1]) ? Math.floor((below + 1) / (spacing + 1)) - 1 : 0,
  );
}

/** Lines without pipes, and blank cells where lines between them are empty. */
function withEmptyLines(lines: readonly Line[]): TextEntry[] {
  const entries = lines.map(entryOfSpaces);
  if (!lines.some((line) => line.below)) return entries;
  const blanks = blanksBelow(lines, entries);
  if (blanks.length === 0) return entries;
  return entries.flatMap((entry, i) => {
    const at = lines[i]?.at ?? {};
    const empty = { text: '', at, column: 0, isEmptyLine: true };
    return [entry, { kind: 'loose', cells: Array<TextCell>(Math.max(0, blanks[i] ?? 0)).fill(empty) }];
  });
}

/** Lines of the region of a table → rows and loose cells, whatever the layout (`realworld.md` §2). */
export function textCells(lines: readonly Line[]): TextEntry[] {
  const kept = lines.filter(({ text }) => !RULE.test(text) || !/[-─━=]/.test(text) || DASHES.test(text));
  const style = pipeStyle(kept);
  if (style === 'rows') {
    const rows = logicalRows(kept);
    const frame = frameOf(rows);
    const entries: TextEntry[] = [];
    for (const row of rows) {
      const [line] = row;
      if (row.length === 1 && line && !PIPE.test(line.text)) entries.push(entryOfSpaces(line));
      else {
        const cells = rowOfPipes(row, frame);
        if (cells.length > 0) entries.push({ kind: 'row', cells });
      }
    }
    return entries;
  }
  if (style === 'none') return withEmptyLines(kept);
  const state = { pipes: 0 };
  const entries: TextEntry[] = [];
  for (const line of kept) {
    if (PIPE.test(line.text)) entries.push(...looseOfPipes(line, style, state));
    else {
      state.pipes = 0;
      entries.push(entryOfSpaces(line));
    }
  }
  // A pipe that parts the last cell from nothing parts it from a blank one.
  const last = kept.at(-1);
  if (style === 'between' && state.pipes > 0 && last)
    entries.push({ kind: 'loose', cells: [cellAt(last, 0, '', 0)] });
  return entries;
}
