import { type CellCode, formCells, type FormId, type TableId } from '../forms';
import { type Block, type Decoded, numberParagraphs, textOf } from './blocks';
import { isProseBlock } from './prose-blocks';
import { CellSheet } from './cells';
import { divideTable3, divideTable4 } from './divide-runs';
import { formats, slowFormats } from './formats';
import { type Identity, readIdentity } from './identity';
import { limits, refuseLines, Work } from './limits';
import { readNarrative } from './narrative';
import { refuse } from './refusal';
import { findRegions, type Regions } from './regions';
import { unseparate } from './separated';
import { unflatten } from './unflatten';
import { runTogether } from './run-together';
import { readSections } from './sections';
import { readStatisticalTable } from './statistical-table';
import { readTable2 } from './table-2';
import { readTable3 } from './table-3';
import { readTable4 } from './table-4';
import { ReadingError, type ReadingHints, type Report, type StatisticalRow } from './types';

/** A report and what it was read from, in document order. */
export interface ReportWithText {
  readonly report: Report;
  readonly text: readonly Block[];
}

const tables = { t2: readTable2, t3: readTable3, t4: readTable4 } as const;
/** The same of pages whose digits ran together; table 2 has no sums that could tell them apart. */
const divisions = { t2: () => null, t3: divideTable3, t4: divideTable4 } as const;
const tableIds: readonly TableId[] = ['t2', 't3', 't4'];

/** Report year of the first form with tables. */
const FIRST_YEAR = 2019;

/** First block of the part on problems and plans, whose numbers are not the year's. */
const problemsFrom = (regions: Regions): number | undefined =>
  regions.headings.find(({ n, title }) => n === 5 || (n === null && /问题|不足|改进/.test(title)))?.block;

const ENDS = '。；;！？!?|\n';

function refuseLong(blocks: readonly Block[], name: string): void {
  refuseLines(blocks.length, name);
  const letters = blocks.reduce((sum, block) => sum + textOf(block).length, 0);
  if (letters > limits.letters) throw new ReadingError('too_large', name, `${letters} letters`);
}

/** What never ends a clause is no report. */
function refuseEndless(blocks: readonly Block[], name: string): void {
  for (const { text } of blocks.filter((block) => block.kind === 'line')) {
    let run = 0;
    for (let i = 0; i < text.length && text.length >= limits.clause; i++) {
      run = ENDS.includes(text.charAt(i)) ? 0 : run + 1;
      if (run >= limits.clause) throw new ReadingError('not_a_report', name, '', 'other');
    }
  }
}

/** Throws for what is no report. Tables are read before: whether they say anything tells a report from its form. */
function refuseOther(
  { title: pageTitle, scripted = false }: Decoded,
  blocks: readonly Block[],
  { headings, anchored }: Regions,
  { title, agency, year }: Identity,
  sheet: CellSheet,
  statistical: readonly StatisticalRow[],
  source: string,
): void {
  const filled = sheet.filled + statistical.length;
  const parts = new Set(headings.flatMap(({ n }) => n ?? []));
  const page = { title, pageTitle, agency: agency.name, year, blocks, scripted };
  refuse({ ...page, source, parts, headings: headings.length, anchored, filled });
}

/**
 * Reads one published report. Pure: the same bytes, name and hints give the same report.
 * @param bytes the file as published, in any encoding
 * @param name name of the file or its address; becomes `source`
 * @returns every cell of the forms that were found, each with what is printed and where, never a guess
 * @throws ReadingError when the file is no readable report; its `code` says why
 */
export async function readFile(bytes: Uint8Array, name: string, hints: ReadingHints = {}): Promise<Report> {
  return (await readWithText(bytes, name, hints)).report;
}

/** {@link readFile}, with the text that it read: the lines and table rows that every `at` of the report points into. */
export async function readWithText(
  bytes: Uint8Array,
  name: string,
  hints: ReadingHints = {},
): Promise<ReportWithText> {
  const slow = slowFormats.find((it) => it.recognises(bytes, name));
  if (!slow) return readNow(bytes, name, hints);
  const work = new Work(name);
  return interpret(await slow.decode(bytes, name, work), name, hints, work);
}

/** {@link readFile} for the formats that need no time to load a decoder: all but PDF, which it refuses. */
export const read = (bytes: Uint8Array, name: string, hints: ReadingHints = {}): Report =>
  readNow(bytes, name, hints).report;

function readNow(bytes: Uint8Array, name: string, hints: ReadingHints): ReportWithText {
  const work = new Work(name);
  const format = formats.find((it) => it.recognises(bytes, name));
  if (!format) throw new ReadingError('unsupported_format', name);
  return interpret(format.decode(bytes, name, work), name, hints, work);
}

/** Whether a second table 3 has other numbers than the first, so that the file holds more than one report. */
function tellsOtherwise(second: readonly Block[], first: CellSheet): boolean {
  const other = new CellSheet();
  readTable3(second, other);
  return Object.entries(other.cells).some(
    ([code, { value }]) => value !== null && first.cells[code as CellCode]?.value !== value,
  );
}

function interpret(decoded: Decoded, name: string, hints: ReadingHints, work: Work): ReportWithText {
  refuseLong(decoded.blocks, name);
  const text = numberParagraphs(decoded.blocks);
  return { report: reportOf({ ...decoded, blocks: text }, name, hints, work), text };
}

function reportOf(decoded: Decoded, name: string, hints: ReadingHints, work: Work): Report {
  refuseEndless(decoded.blocks, name);
  const blocks = unflatten(unseparate(decoded.blocks));
  const found = findRegions(blocks);

  const identity = readIdentity(blocks, decoded.title, found, hints);
  const statistical = readStatisticalTable(blocks, identity.year);
  // Reports before the forms have sections of the same names without such tables.
  const formless =
    !found.anchored && (statistical.length > 0 || (identity.year !== null && identity.year < FIRST_YEAR));
  const regions = formless
    ? { ...found, t2: null, t3: null, t4: null, again: null, tabular: new Set<Block>() }
    : found;
  const sheet = new CellSheet(blocks.at(-1)?.at);
  const forms: Partial<Record<TableId, FormId | 'mixed'>> = {};
  const glued = runTogether(regions);
  for (const id of tableIds) {
    const region = regions[id];
    if (!region) continue;
    const form = (glued.has(id) ? divisions[id] : tables[id])(region, sheet);
    if (form && glued.has(id)) sheet.problem('table_divided', id);
    if (form) forms[id] = form;
  }
  refuseOther(decoded, blocks, found, identity, sheet, statistical, name);
  // A table that cannot be read has the cells of the form that the rest of the report follows.
  const main: FormId =
    forms.t3 === '2019' || (!forms.t3 && identity.year !== null && identity.year < 2021) ? '2019' : '2021';
  for (const id of tableIds) {
    if (forms[id] || !regions[id]) continue;
    const codes = formCells[id === 't4' ? '2021' : main]
      .filter((cell) => cell.table === id)
      .map((cell) => cell.code);
    sheet.absent(codes, glued.has(id) ? 'unreadable' : 'table_missing');
    sheet.problem(glued.has(id) ? 'table_run_together' : 'table_missing', id);
    if (glued.has(id)) forms[id] = id === 't4' ? '2021' : main;
  }

  if (regions.again && tellsOtherwise(regions.again, sheet))
    sheet.problem('table_repeated', 't3', undefined, regions.again[0]?.at);

  const sections = readSections(blocks, regions);
  const isSaid = (block: Block): boolean =>
    block.kind === 'line' && (!regions.tabular.has(block) || isProseBlock(block));
  const { narrative, problems } = readNarrative(
    blocks.slice(0, problemsFrom(regions)).filter(isSaid),
    blocks.slice(regions.headings.find(({ n }) => n === 6)?.block ?? blocks.length).filter(isSaid),
    identity.year,
    work,
  );
  return {
    source: name,
    ...identity,
    forms,
    cells: sheet.cells,
    narrative,
    sections,
    ...(statistical.length > 0 ? { statistical_table: statistical } : {}),
    problems: [...(decoded.problems ?? []), ...identity.problems, ...sheet.problems, ...problems],
  };
}
