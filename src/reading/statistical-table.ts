import { legacyForms as declared, type LegacyForm } from '../forms';
import type { Block } from './blocks';
import { isBlank, isValueLike, readCell } from './numbers';
import { fold, labelKey } from './normalize';
import type { At, StatisticalRow } from './types';

const legacyForms: readonly LegacyForm[] = declared;
const firstHeadings = new Set(legacyForms.map((form) => fold(form.columns[0] ?? '')));
const units = new Set(
  legacyForms.flatMap((form) => form.indicators.map((it) => fold(it.unit ?? ''))).filter(Boolean),
);
const headings = new Set(legacyForms.flatMap((form) => form.columns.map(fold)));
const CUMULATIVE = fold('历年累计');
const valueHeadings = new Set(legacyForms.map((form) => fold(form.valueColumn)));

const LONGEST_LABEL = 60;

/** The line that Markdown draws under a heading. */
const RULE = /^[\s|:-]*---[\s|:-]*$/;

interface Token {
  readonly text: string;
  readonly at: At;
}

/** Labels of all the forms, by which a label is known to be whole. */
const OF_WHICH = /^其中[:,]?/;
const keyOf = (text: string): string => labelKey(fold(text).replace(OF_WHICH, ''));
const known = new Set(legacyForms.flatMap((form) => form.indicators.map((it) => keyOf(it.label.zh))));
const ORDINAL = /^(?:其中|[(（]?[一二三四五六七八九十]+[)）、]|\d+[.、．)）])/;
const isUnit = (text: string): boolean => units.has(fold(text).replace(/^[(]|[)]$/g, ''));
const isHeading = (text: string): boolean =>
  headings.has(fold(text)) || /^(?:20\d\d年度?|本年度?|本期|数量)$/.test(fold(text));

/** Cells of the table in reading order, from its heading row on; empty when the document has none. */
function tokensOf(blocks: readonly Block[]): Token[] {
  const start = blocks.findIndex((block) =>
    block.kind === 'row'
      ? block.cells.some((cell) => firstHeadings.has(fold(cell.text)))
      : fold(block.text).length < 40 &&
        block.text.split(/[\s|]+/).some((word) => firstHeadings.has(fold(word))),
  );
  if (start < 0) return [];
  return blocks.slice(start).flatMap((block): Token[] => {
    if (block.kind === 'row') return block.cells.map(({ text, at }) => ({ text, at }));
    if (RULE.test(block.text)) return [];
    return [...block.text.matchAll(/[^\s|\u00a0\u3000]+/g)].map((word) => ({
      text: word[0],
      at: {
        ...block.at,
        ...(block.at.column ? { column: block.at.column + word.index, length: word[0].length } : {}),
      },
    }));
  });
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
  (isOpen(label) || !known.has(keyOf(label))) && known.has(keyOf(label + text));

/** Labels, units and runs of values, one row after another; ends where text follows that is neither. */
function rowsOf(tokens: readonly Token[]): { columns: string[]; rows: RawRow[] } {
  let i = 0;
  const columns: string[] = [];
  while (i < tokens.length && isHeading(tokens[i]?.text ?? '')) columns.push(fold(tokens[i++]?.text ?? ''));
  const rows: RawRow[] = [];
  let label = '';
  let unit: string | null = null;
  let at: At = {};
  for (let skipped = 0; i < tokens.length && skipped < 6; i++) {
    const token = tokens[i];
    if (!token || isBlank(token.text)) continue;
    if (isValueLike(token.text) && label) {
      const values: Token[] = [];
      while (i < tokens.length && isValueLike(tokens[i]?.text ?? '')) values.push(tokens[i++] as Token);
      i--;
      rows.push({ label, unit, values, at: values[0]?.at ?? at });
      [label, unit, skipped] = ['', null, 0];
    } else if (label && isUnit(token.text)) unit = token.text.trim();
    else if (!isHeading(token.text)) {
      const text = token.text.replace(/\s+/g, '');
      const last = rows.at(-1);
      if (!label && last && goesOn(last.label, text)) {
        rows[rows.length - 1] = { ...last, label: last.label + text };
        continue;
      }
      const open = isOpen(label);
      const joins = open || known.has(keyOf(label + text));
      const whole = known.has(keyOf(text)) || ORDINAL.test(text) || known.has(keyOf(label));
      if (unit !== null || (whole && !joins) || text.length > LONGEST_LABEL) label = '';
      if (!label) at = token.at;
      label += text;
      unit = null;
      skipped++;
    }
  }
  return { columns, rows };
}

/** The form whose labels the rows carry most, and the code of each row in printed order. */
function codesOf(labels: readonly string[]): (string | null)[] {
  const walk = (form: LegacyForm): (string | null)[] => {
    let after = -1;
    return labels.map((label) => {
      const key = keyOf(label);
      const fits = (from: number): number =>
        form.indicators.findIndex((it, i) => i > from && it.kind !== 'group' && keyOf(it.label.zh) === key);
      const i = fits(after);
      if (i < 0) return null;
      after = i;
      return form.indicators[i]?.code ?? null;
    });
  };
  const walks = legacyForms.map(walk);
  const known = (codes: readonly (string | null)[]): number => codes.filter((code) => code !== null).length;
  return walks.reduce(
    (a, b) => (known(b) > known(a) ? b : a),
    labels.map(() => null),
  );
}

/**
 * Rows of a statistical table of 2008–2018 as printed, in order. `code` is set where the label is a form's. A row
 * with more or fewer values than the table has columns keeps its label and has no value.
 */
export function readStatisticalTable(blocks: readonly Block[]): StatisticalRow[] {
  const { columns, rows } = rowsOf(tokensOf(blocks));
  if (rows.length < 3) return [];
  const numeric = columns.filter(
    (column) => valueHeadings.has(column) || column === CUMULATIVE || /年度?$|^本|^数量$/.test(column),
  );
  const width = Math.max(1, numeric.length);
  const own = numeric.findLastIndex((column) => valueHeadings.has(column));
  const value = own >= 0 ? own : numeric.findIndex((column) => column !== CUMULATIVE);
  const cumulative = numeric.indexOf(CUMULATIVE);
  const codes = codesOf(rows.map((row) => row.label));
  return rows.map((row, i): StatisticalRow => {
    // A column of line codes precedes the values in some provinces.
    const values =
      row.values.length === width + 1 && columns.includes('代码') ? row.values.slice(1) : row.values;
    const numbers = values.map((token) => readCell(token.text, 'decimal', row.unit ?? '').value);
    const fits = numbers.length === width;
    return {
      label: row.label,
      unit: row.unit,
      value: fits ? (numbers[Math.max(0, value)] ?? null) : null,
      cumulative: fits && cumulative >= 0 ? (numbers[cumulative] ?? null) : null,
      code: codes[i] ?? null,
      at: row.at,
    };
  });
}
