import { type CellCode, type FormId, forms, type Indicator } from '../forms';
import type { Block } from './blocks';
import { type Candidate, collect, type Heading, type Region } from './candidates';
import type { CellSheet } from './cells';
import { countHeaded, headingRuns, headingsInOrder, type Ranks, ranksOf } from './column-order';
import { beforeMissing, beforeStray, matchRows } from './match-rows';
import { isBlank } from './numbers';
import { fold, labelKey } from './normalize';
import { withoutLostCells } from './lost-cells';
import { underNames } from './named-columns';
import { isBlockTitle, type Slot, t2Cells, t2Slots } from './slots';
import { type Window, windows } from './windows';

const ids: readonly FormId[] = ['2021', '2019'];
const blockCodes = [...new Set(t2Slots.map((slot) => slot.block))];

/** The block whose last column counts all documents, those of the first column among them. */
const stockBlock = forms['2021'].tables.t2.blocks.find((block) =>
  block.columns.some((column) => column.code === 'in_force'),
)?.code;

/** What is issued is in force, and what is newly disclosed is among all that is. */
const addingToStock: ReadonlySet<string> = new Set(['issued', 'newly_made', 'newly_disclosed']);

const pairs = (text: string): Set<string> => {
  const found = new Set<string>();
  for (let i = 0; i + 1 < text.length; i++) found.add(text.slice(i, i + 2));
  return found;
};

/** Fewer letter pairs may stand in any text. */
const LEAST_SHARE = 0.35;

interface BlockColumns {
  readonly columns: readonly Indicator[];
  readonly ranks: Ranks;
  /** Letter pairs of their headings. */
  readonly pairs: readonly string[];
}

const blocksIn = (form: FormId): ReadonlyMap<string, BlockColumns> =>
  new Map(
    forms[form].tables.t2.blocks.map(({ code, columns }: { code: string; columns: readonly Indicator[] }) => [
      code,
      {
        columns,
        ranks: ranksOf(columns.map((column) => [column])),
        pairs: [...new Set(columns.flatMap((column) => [...pairs(fold(column.label.zh))]))],
      },
    ]),
  );
const noBlock: BlockColumns = { columns: [], ranks: ranksOf([]), pairs: [] };
const blocksOf = { '2021': blocksIn('2021'), '2019': blocksIn('2019') } as const;

const blockOf = (form: FormId, block: string): BlockColumns => blocksOf[form].get(block) ?? noBlock;

/** Share of the letter pairs of a form's column headings for a block that the text has: survives lost letters. */
function headingScore(form: FormId, block: string, seen: ReadonlySet<string>): number {
  const wanted = blockOf(form, block).pairs;
  const share = wanted.filter((pair) => seen.has(pair)).length / Math.max(1, wanted.length);
  return share < LEAST_SHARE ? 0 : share;
}

/** How many columns of a form for a block have a heading that is whole. */
function countNamed(form: FormId, block: string, over: readonly Heading[]): number {
  return countHeaded(over, blockOf(form, block).ranks);
}

/** The form whose headings stand above the rows of a block; null when they stand for both alike or are lost. */
function formByHeadings(region: Region, block: string, rows: readonly Candidate[]): FormId | null {
  const first = Math.min(...rows.map((row) => region.candidates.indexOf(row)));
  const over = region.headings.filter((it) => it.before === first);
  const named = ids.map((form) => countNamed(form, block, over));
  const only = ids.find((_, i) => (named[i] ?? 0) > 1 && named[1 - i] === 0);
  if (only) return only;
  const text = over.map((it) => fold(it.text)).join('');
  const seen = pairs(text);
  const [newer = 0, older = 0] = ids.map((form) => headingScore(form, block, seen));
  return newer === older ? null : newer > older ? '2021' : '2019';
}

/** Whether the rows of a block have as many filled cells as the form has columns: what disagrees is another form. */
function fitsWidth(form: FormId, block: string, rows: readonly Candidate[]): boolean {
  const slot = t2Slots.find((it) => it.block === block && t2Cells[form].has(it.code));
  const columns = slot ? t2Cells[form].get(slot.code)?.length : undefined;
  const widths = rows.map((row) => row.cells.filter((cell) => !isBlank(cell.text)).length);
  return columns !== undefined && widths.every((n) => n === 0 || n === columns);
}

const rowNames = (form: FormId): string[] =>
  forms[form].tables.t2.blocks.flatMap((block) =>
    block.rows.flatMap((row) => [row.label.zh, ...(row.aliases ?? [])].map(labelKey)),
  );
const namesOf = { '2021': new Set(rowNames('2021')), '2019': new Set(rowNames('2019')) } as const;
const otherForm = { '2021': '2019', '2019': '2021' } as const;

/** The form that alone has rows of these names; null when both have or neither. */
function formByLabels(rows: readonly Candidate[]): FormId | null {
  const names = rows.flatMap((row) => [row.own.join(''), ...row.own]).map(labelKey);
  const own = ids.filter((form) =>
    names.some((name) => namesOf[form].has(name) && !namesOf[otherForm[form]].has(name)),
  );
  return own.length === 1 ? (own[0] ?? null) : null;
}

/** Form of each block whose columns are certain, and the form to name the cells by. */
interface BlockForms {
  readonly of: ReadonlyMap<string, FormId>;
  readonly main: FormId;
  readonly isMixed: boolean;
  /** Whether no heading of columns says what form it is. */
  readonly isGuess: boolean;
  /** Blocks without headings whose rows are as wide in either form: theirs is a guess from the other blocks. */
  readonly guessed: readonly string[];
}

/**
 * A block has the form of its headings. One whose headings are lost has that of all other blocks, or, if all are lost,
 * of the names of the rows, provided that its rows are as wide: width alone decides nothing.
 */
function blockForms(region: Region, found: ReadonlyMap<string, readonly Candidate[]>): BlockForms {
  const said = new Map<string, FormId>();
  for (const [block, rows] of found) {
    const form = formByHeadings(region, block, rows);
    if (form) said.set(block, form);
  }
  const seen = new Set(said.values());
  const [only] = seen;
  const rest = seen.size > 1 ? null : (only ?? formByLabels([...found.values()].flat()));
  const of = new Map(said);
  for (const [block, rows] of found)
    if (!of.has(block) && rest && fitsWidth(rest, block, rows)) of.set(block, rest);
  const guessed = [...found].flatMap(([block, rows]) =>
    said.size > 0 && !said.has(block) && ids.every((form) => fitsWidth(form, block, rows)) ? [block] : [],
  );
  const newer = [...said.values()].filter((form) => form === '2021').length;
  const main = seen.size === 0 && rest ? rest : newer * 2 >= said.size ? '2021' : '2019';
  return { of, main, isMixed: seen.size > 1, isGuess: seen.size === 0, guessed };
}

/**
 * The columns of a block that the table has: all, or those that its headings name where nothing else stands among them
 * and every row has just as many cells.
 */
function columnsOf(
  region: Region,
  form: FormId,
  block: string,
  rows: readonly Candidate[],
): readonly Indicator[] {
  const { columns: all, ranks } = blockOf(form, block);
  const first = Math.min(...rows.map((row) => region.candidates.indexOf(row)));
  const over = region.headings.filter((it) => it.before === first);
  const label = region.candidates[first]?.own.join('') ?? '';
  const own = over
    .slice(over.findLastIndex((it) => isBlockTitle(it.text)) + 1)
    .filter((it) => !label.includes(it.text));
  const named = new Set(headingRuns(own, ranks).flat());
  // Only the column of the labels has a heading that is none of the form's.
  const isPlain = own.length <= named.size + 1;
  const fits = rows.every(({ cells, grid }) =>
    grid === 'exact'
      ? cells.length === named.size
      : cells.filter((cell) => !isBlank(cell.text)).length === named.size,
  );
  return named.size > 0 && isPlain && fits ? all.filter((_, rank) => named.has(rank)) : all;
}

interface BlockValues {
  readonly columns: readonly Indicator[];
  readonly of: ReadonlyMap<Candidate, Window>;
  /** Whether the columns stand in another order than the form's, as their headings say. */
  readonly isMoved: boolean;
}

/** Values of the rows of a block, null when its columns are in another order and do not tell which they are. */
function valuesOf(
  region: Region,
  form: FormId,
  block: string,
  rows: readonly Candidate[],
): BlockValues | null {
  const places = new Set(rows.map((row) => region.candidates.indexOf(row)));
  const headings = region.headings.filter((it) => places.has(it.before));
  const columns = columnsOf(region, form, block, rows);
  const { ranks } =
    columns.length === blockOf(form, block).columns.length
      ? blockOf(form, block)
      : { ranks: ranksOf(columns.map((column) => [column])) };
  const named = new Map(rows.map((row) => [row, underNames(row, columns)]));
  const isMoved = !headingsInOrder(headings, ranks);
  if (isMoved && rows.some((row) => row.grid !== 'exact' || !Array.isArray(named.get(row)))) return null;
  const all = windows(region, columns.length);
  const read = rows.map((row) => [row, named.get(row) ?? all.get(row) ?? 'unclear'] as const);
  const expected = {
    size: columns.length,
    last: block === stockBlock ? 'stock' : 'count',
    headings: countHeaded(headings, ranks),
    added: columns.flatMap(({ code }, i) => (addingToStock.has(code) ? [i] : [])),
  } as const;
  return { columns, of: withoutLostCells(region, new Map(read), expected), isMoved };
}

/** Units of money in labels; 单元 and the like are none. */
const MONEY = /(?<![单多公美])[亿万千百]?元/g;

/** The unit that labels of a row print for its amounts: its own and those over it, else those over the table. */
function unitOf({ candidates, headings }: Region, row: Candidate): string {
  const over = (place: number): string[] => headings.filter((it) => it.before === place).map((it) => it.text);
  const units = (texts: readonly string[]): string[] => {
    const folded = texts.map(fold).filter((text) => text.includes('元'));
    return [...new Set(folded.flatMap((text) => text.match(MONEY) ?? []))];
  };
  const near = units([...row.own, ...over(candidates.indexOf(row))]);
  return (near.length > 0 ? near : units(over(0))).join('/');
}

const codesOf = (form: FormId, slot: Slot): CellCode[] =>
  (t2Cells[form].get(slot.code) ?? []).map((it) => it.code);

/** Of the codes of a row those of the columns that its table has, and the others. */
function byColumn(
  codes: readonly CellCode[],
  { columns }: BlockValues,
): Record<'printed' | 'lacking', CellCode[]> {
  const isPrinted = (code: CellCode): boolean => columns.some((column) => code.endsWith(`_${column.code}`));
  return { printed: codes.filter(isPrinted), lacking: codes.filter((code) => !isPrinted(code)) };
}

/**
 * Reads table 2 block by block, each in the form that its headings show. Returns the form of the table, `mixed` when
 * blocks differ, null when nothing of it was found.
 */
export function readTable2(blocks: readonly Block[], sheet: CellSheet): FormId | 'mixed' | null {
  const region = collect(blocks, t2Slots);
  const { rows, unclear, anchors } = matchRows(region.candidates, t2Slots);
  if (anchors === 0) return null;
  const found = new Map<string, Candidate[]>();
  for (const [slot, candidate] of rows) found.set(slot.block, [...(found.get(slot.block) ?? []), candidate]);

  const { of, main, isMixed, isGuess, guessed } = blockForms(region, found);
  if (isGuess) sheet.problem('form_unclear', 't2');
  for (const block of guessed) sheet.problem('form_unclear', 't2', block);
  const expected = t2Slots.filter((slot) => t2Cells[of.get(slot.block) ?? main].has(slot.code));
  const doubtful = new Set([
    ...beforeMissing(expected, { rows, unclear }),
    ...beforeStray(region.candidates, {
      rows: new Map([...rows].filter(([slot]) => expected.includes(slot))),
    }),
  ]);
  for (const block of blockCodes) {
    const inBlock = found.get(block) ?? [];
    const form = of.get(block) ?? (inBlock.length === 0 && !isMixed ? main : null);
    const values = form && valuesOf(region, form, block, inBlock);
    if (form && !values) sheet.problem('columns_unclear', 't2', block);
    if (values?.isMoved) sheet.problem('columns_reordered', 't2', block);
    for (const slot of t2Slots) {
      if (slot.block !== block || !t2Cells[form ?? main].has(slot.code)) continue;
      const codes = codesOf(form ?? main, slot);
      const candidate = rows.get(slot);
      const window = candidate && values?.of.get(candidate);
      if (values && window) {
        const certain = doubtful.has(candidate) ? 'unclear' : window;
        const { printed, lacking } = byColumn(codes, values);
        sheet.absent(lacking, 'row_missing');
        for (const code of lacking) sheet.problem('column_missing', 't2', code);
        sheet.row(printed, candidate, certain, 't2', slot.code, unitOf(region, candidate));
      } else if (candidate) {
        sheet.absent(codes, 'unreadable', null, candidate.at);
        if (!form) sheet.problem('form_unclear', 't2', slot.code, candidate.at);
      } else {
        const reason = unclear.get(slot);
        sheet.absent(codes, reason === undefined ? 'row_missing' : 'unreadable');
        sheet.problem(reason ?? 'row_missing', 't2', slot.code);
      }
    }
  }
  return isMixed ? 'mixed' : main;
}
