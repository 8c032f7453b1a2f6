import { legacyForms as declared, type LegacyForm } from '../forms';
import { type Block, textOf, within } from './blocks';
import { isBlank, isValueLike, readCell } from './numbers';
import { fold } from './normalize';
import { remembered } from './remembered';
import {
  columnOf,
  isFormHeading,
  isNumeric,
  mayHoldFormHeading,
  valueColumn,
  type Column,
} from './statistical-columns';
import { codesOf, keyOf, knownKeys } from './statistical-codes';
import { readGrid, type PrintedRow } from './statistical-grid';
import type { At, StatisticalRow } from './types';

const legacyForms: readonly LegacyForm[] = declared;
const units = new Set(
  legacyForms.flatMap((form) => form.indicators.map((it) => fold(it.unit ?? ''))).filter(Boolean),
);

const LONGEST_LABEL = 60;

/** The line that Markdown draws under a heading. */
const RULE = /^[\s|:-]*---[\s|:-]*$/;

interface Token {
  readonly text: string;
  readonly at: At;
}

const ORDINAL = /^(?:其中|[(（]?[一二三四五六七八九十]+[)）、]|\d+[.、．)）])/;
/** Units that provinces count in, beyond those of the forms we know. */
const OTHER_UNIT = /^(?:[万亿]?元|人次|[条件次人个份篇期场宗项种类处户部名])$/;
const isUnit = remembered((text): boolean => {
  const bare = fold(text).replace(/^[(]|[)]$/g, '');
  return units.has(bare) || OTHER_UNIT.test(bare);
});
/** 392条: the unit printed with the number. */
const WITH_UNIT = new RegExp(`^([\\d,.]+)(${[...units].join('|')})$`);
const isStated = (text: string): boolean => isValueLike(text) || WITH_UNIT.test(fold(text));

/** `- 3 -`, 第3页: they stand between the rows of a table over several pages. */
const PAGE_NUMBER = /^\s*(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页.*)\s*$/;
const LONGEST_HEADER = 60;
/** White space that aligns columns. */
const GAP = / {2,}/g;
const LONGEST_LINE = 400;
const isShort = (line: string): boolean =>
  line.length <= LONGEST_HEADER ||
  (line.length <= LONGEST_LINE && line.replace(GAP, ' ').length <= LONGEST_HEADER);

/** Headings in a line whose letters stand apart (统 计 指 标  单 位), when it is nothing but headings. */
function spacedHeadings(line: string): string[] | null {
  if (!isShort(line)) return null;
  const folded = fold(line);
  const found: string[] = [];
  for (let from = 0; from < folded.length;) {
    let to = Math.min(folded.length, from + 12);
    while (to > from && columnOf(folded.slice(from, to), null) === null) to--;
    if (to === from) return null;
    found.push(folded.slice(from, to));
    from = to;
  }
  return found.length > 1 && isFormHeading(found[0] ?? '') ? found : null;
}

function tokensOfLine(text: string, at: At): Token[] {
  if (RULE.test(text) || PAGE_NUMBER.test(text)) return [];
  const headings = /\S\s\S(?:\s|$)/.test(text) ? spacedHeadings(text) : null;
  if (headings) return headings.map((it) => ({ text: it, at }));
  const tokens: Token[] = [];
  let from = 0;
  for (const word of text.split(/[\s|]/)) {
    if (word !== '')
      tokens.push({ text: word, at: at.column ? within(at, at.column + from, word.length) : at });
    from += word.length + 1;
  }
  return tokens;
}

/** Cells of the table in reading order, from its heading row on; empty when the document has none. */
function tokensOf(blocks: readonly Block[]): Token[] {
  const start = blocks.findIndex((block) =>
    block.kind === 'row'
      ? block.cells.some((cell) => isFormHeading(cell.text))
      : isShort(block.text) &&
        (block.text.split(/[\s|]+/).some(isFormHeading) || spacedHeadings(block.text) !== null),
  );
  if (start < 0) return [];
  return blocks
    .slice(start)
    .flatMap((block): Token[] =>
      block.kind === 'row'
        ? block.cells.map(({ text, at }) => ({ text, at }))
        : tokensOfLine(block.text, block.at),
    );
}

interface RawRow {
  readonly label: string;
  readonly unit: string | null;
  readonly values: readonly Token[];
  readonly at: At;
}

const isOpen = (label: string): boolean => /[（(][^）)]*$/.test(label);

/** Whether a text is the rest of a label whose values stand on its first line, as in narrow columns. */
const goesOn = (label: string, text: string): boolean =>
  (isOpen(label) || !knownKeys.has(keyOf(label))) && knownKeys.has(keyOf(label + text));

/** Labels, units and runs of values, one row after another; ends where text follows that is neither. */
function rowsOf(tokens: readonly Token[], year: number | null): { columns: Column[]; rows: RawRow[] } {
  let i = 0;
  const columns: Column[] = [];
  for (let column; (column = columnOf(tokens[i]?.text ?? '', year)); i++) columns.push(column);
  const rows: RawRow[] = [];
  let label = '';
  let unit: string | null = null;
  let at: At = {};
  for (let skipped = 0; i < tokens.length && skipped < 6; i++) {
    const token = tokens[i];
    if (!token || isBlank(token.text)) continue;
    if (isStated(token.text) && label) {
      const values: Token[] = [];
      while (i < tokens.length && isStated(tokens[i]?.text ?? '')) values.push(tokens[i++] as Token);
      i--;
      rows.push({ label, unit, values, at: values[0]?.at ?? at });
      [label, unit, skipped] = ['', null, 0];
    } else if (label && isUnit(token.text)) unit = token.text.trim();
    else if (columnOf(token.text, year) === null) {
      const text = token.text.replace(/\s+/g, '');
      const last = rows.at(-1);
      if (!label && last && goesOn(last.label, text)) {
        rows[rows.length - 1] = { ...last, label: last.label + text };
        continue;
      }
      const open = isOpen(label);
      const joins = open || knownKeys.has(keyOf(label + text));
      const whole = knownKeys.has(keyOf(text)) || ORDINAL.test(text) || knownKeys.has(keyOf(label));
      if (unit !== null || (whole && !joins) || text.length > LONGEST_LABEL) label = '';
      if (!label) at = token.at;
      label += text;
      unit = null;
      skipped++;
    }
  }
  return { columns, rows };
}

/**
 * Rows of a table whose cells only their order tells. A row with more or fewer values than there are columns of
 * numbers has none: which of them is missing cannot be told.
 */
function inOrder(blocks: readonly Block[], year: number | null): PrintedRow[] {
  const { columns, rows } = rowsOf(tokensOf(blocks), year);
  // Headings of parts under one heading that spans them: that one has no column of its own.
  const spanned = columns.findIndex(
    ({ kind, rank }, i) => kind === 'value' && rank <= 2 && (columns[i + 1]?.rank ?? 0) > rank,
  );
  const own = columns.some(({ kind }) => kind === 'other')
    ? columns.filter((_, i) => i !== spanned)
    : columns;
  const coded = own.findIndex(({ kind }) => kind === 'code');
  const numeric = own.filter(isNumeric);
  const width = Math.max(1, numeric.length);
  const value = numeric.length === 0 ? 0 : valueColumn(numeric);
  const cumulative = numeric.findIndex(({ kind }) => kind === 'cumulative');
  const labelled = own.findIndex(({ kind }) => kind === 'label');
  return rows.map((row, i): PrintedRow => {
    // Numbers of lines precede the label, and then stand behind the values of the row before; or precede the values.
    const before = coded >= 0 && coded < labelled && i < rows.length - 1;
    const extra = coded < 0 || (coded < labelled && !before) ? 0 : 1;
    const fits = row.values.length === width + extra;
    const values = before ? row.values.slice(0, width) : row.values.slice(extra);
    const at = (index: number): Token | undefined => (fits && index >= 0 ? values[index] : undefined);
    return {
      label: row.label,
      unit: row.unit,
      stated: true,
      value: at(value)?.text ?? null,
      cumulative: at(cumulative)?.text ?? null,
      at: at(value)?.at ?? row.at,
    };
  });
}

/** Whether some block, or two of them where a heading is broken, may hold the heading of such a table. */
const mayHold = (blocks: readonly Block[]): boolean =>
  blocks.some((block, i) => {
    const next = blocks[i + 1];
    return mayHoldFormHeading(textOf(block) + (next ? textOf(next) : ''));
  });

/** Rows whose labels a form knows, by which a table is known to be one. */
const FEWEST_ROWS = 3;

const numberOf = (text: string | null, unit: string): number | null => {
  const stated = text === null ? null : WITH_UNIT.exec(fold(text));
  return text === null ? null : readCell(stated?.[1] ?? text, 'decimal', unit).value;
};

/** 办理费用（万元）: a unit in the label. */
const unitIn = (label: string): string | null => {
  const bracketed = /[（(]([^（()）]{1,4})[)）]$/.exec(label)?.[1];
  return bracketed !== undefined && isUnit(bracketed) ? bracketed : null;
};

/**
 * Rows of a statistical table of 2008–2018 as printed, in order. `code` is set where the label is a form's. A row whose
 * cells cannot be told apart keeps its label and has no value.
 * @param year report year, which tells its column from those of other years
 */
export function readStatisticalTable(blocks: readonly Block[], year: number | null): StatisticalRow[] {
  if (!mayHold(blocks)) return [];
  const printed = (readGrid(blocks, year) ?? inOrder(blocks, year)).filter(
    ({ stated, unit }) => stated || (unit !== null && isUnit(unit)),
  );
  if (printed.length < FEWEST_ROWS) return [];
  const codes = codesOf(printed);
  return printed.map((row, i): StatisticalRow => {
    const unit = row.unit ?? unitIn(row.label) ?? WITH_UNIT.exec(fold(row.value ?? ''))?.[2] ?? null;
    return {
      label: row.label,
      unit,
      value: numberOf(row.value, unit ?? ''),
      cumulative: numberOf(row.cumulative, unit ?? ''),
      code: codes[i] ?? null,
      at: row.at,
    };
  });
}
