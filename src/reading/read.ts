import { formCells, type FormId, type TableId } from '../forms';
import { isProse } from './candidates';
import { CellSheet } from './cells';
import { formats } from './formats';
import { readIdentity } from './identity';
import { Deadline } from './limits';
import { readNarrative } from './narrative';
import { findRegions } from './regions';
import { unflatten } from './unflatten';
import { runTogether } from './run-together';
import { readSections } from './sections';
import { readStatisticalTable } from './statistical-table';
import { readTable2 } from './table-2';
import { readTable3 } from './table-3';
import { readTable4 } from './table-4';
import { ReadingError, type ReadingHints, type Report } from './types';

const tables = { t2: readTable2, t3: readTable3, t4: readTable4 } as const;
const tableIds: readonly TableId[] = ['t2', 't3', 't4'];

/**
 * Reads one published report. Pure: the same bytes, name and hints give the same report.
 * @param bytes the file as published, in any encoding
 * @param name name of the file or its address; becomes `source`
 * @returns every cell of the forms that were found, each with what is printed and where, never a guess
 * @throws ReadingError when the file is no readable report; its `code` says why
 */
export function read(bytes: Uint8Array, name: string, hints: ReadingHints = {}): Report {
  const deadline = new Deadline(name);
  const format = formats.find((it) => it.recognises(bytes, name));
  if (!format) throw new ReadingError('unsupported_format', name);
  const decoded = format.decode(bytes, name, deadline);
  const blocks = unflatten(decoded.blocks);
  const regions = findRegions(blocks);
  deadline.check();

  const identity = readIdentity(blocks, decoded.title, regions, hints, name);
  const sheet = new CellSheet();
  const forms: Partial<Record<TableId, FormId | 'mixed'>> = {};
  const glued = runTogether(regions);
  for (const id of tableIds) {
    const region = regions[id];
    if (!region) continue;
    const form = glued.has(id) ? null : tables[id](region, sheet);
    if (form) forms[id] = form;
    deadline.check();
  }
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

  const statistical = readStatisticalTable(blocks);
  const sections = readSections(blocks, regions);
  const prose = blocks.filter(
    (block) => block.kind === 'line' && (!regions.tabular.has(block) || isProse(block.text)),
  );
  const narrative = readNarrative(prose, identity.year);
  deadline.check();
  return {
    source: name,
    ...identity,
    forms,
    cells: sheet.cells,
    narrative,
    sections,
    ...(statistical.length > 0 ? { statistical_table: statistical } : {}),
    problems: sheet.problems,
  };
}
