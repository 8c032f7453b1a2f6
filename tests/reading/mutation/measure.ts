import fc from 'fast-check';
import { check } from '../../../src/checking';
import { identitiesOf, type CellCode, type Identity, type TableId } from '../../../src/forms';
import { read, ReadingError, type Cell, type Report } from '../../../src/reading';
import { integer, pick, random, type Random } from '../../../src/simulation/random';
import type { Blocks } from '../../../src/simulation/render/document';
import { arbitraryReport } from '../../simulation/arbitrary-report';
import { confusion } from '../../simulation/confusion';
import { written } from '../../simulation/expected';
import { officeFormats, textFormats, type OfficeFormat, type TextFormat } from '../../simulation/layouts';
import { cellsOf, composeReport, type PrintedReport } from '../../simulation/printed-report';
import { gridDamages, withoutGone } from './grid-damages';
import { textDamages } from './text-damages';

/** What damage of one kind did. Cells are those of the official forms. */
export interface Damage {
  inputs: number;
  /** Refused as no report, or as one that cannot be read. */
  refused: number;
  /** Cells with a number, compared with what was printed before the damage. */
  compared: number;
  wrong: number;
  /** Wrong, and nothing says so. */
  silent: number;
  /** Of them those that a sum of the form contradicts. */
  couldTell: number;
}

/** A number that is wrong with nothing to say so. */
export interface Silent {
  readonly kind: string;
  readonly format: string;
  readonly code: string;
  readonly printed: string;
  readonly read: number;
  readonly couldTell: boolean;
  readonly text: string;
}

interface Source {
  readonly content: PrintedReport;
  readonly blocks: Blocks;
  readonly printed: Readonly<Record<string, string>>;
}

const tableOf = (code: string): TableId => code.slice(0, 2) as TableId;

/** Reports without an error of the agency's own: its finding would flag our errors too. */
function sources(keepsBlanks: boolean, seed: number): readonly Source[] {
  return fc
    .sample(arbitraryReport(keepsBlanks), { numRuns: 80, seed })
    .filter(({ style }) => style !== '2014')
    .map((content) => ({
      content,
      blocks: composeReport(content, 0),
      printed: written(content).cells,
    }))
    .filter(({ content }) => {
      const cells: Report['cells'] = Object.fromEntries(
        cellsOf(content.style).map(({ code }) => [
          code,
          { value: content.cells[code] ?? null, state: 'value', raw: null, at: null },
        ]),
      );
      return (['t3', 't4'] as const).every((table) =>
        identitiesOf(table, table === 't3' ? formOfT3(content) : '2021').every(
          (identity) => !isBroken(identity, cells),
        ),
      );
    });
}

const formOfT3 = ({ style }: PrintedReport) =>
  style === '2019' || style === 'one-row-other' ? '2019' : '2021';

/**
 * Whether no numbers that may stand in the cells that were not read could mend a sum. What is printed empty counts as 0,
 * but a total printed empty is no total.
 */
function isBroken({ left, right }: Identity, cells: Report['cells']): boolean {
  const side = (codes: readonly CellCode[]) => {
    const all = codes.map((code) => cells[code]);
    return {
      sum: all.reduce((sum, cell) => sum + (cell?.value ?? 0), 0),
      isOpen: all.some((cell) => !cell || cell.state === 'unreadable' || cell.state === 'row_missing'),
      isEmpty: all.every((cell) => cell?.value === null),
    };
  };
  const [stated, parts] = [side(left), side(right)];
  const short = stated.sum < parts.sum ? stated : parts;
  return stated.sum !== parts.sum && !short.isOpen && !stated.isEmpty;
}

/** Cells whose number something warns of: a finding on it, or a reading problem of its table. */
function flagged(report: Report): (code: string, cell: Cell) => boolean {
  const codes = new Set<string>(check(report).flatMap((finding) => finding.codes));
  const tables = new Set(report.problems.map((problem) => problem.table));
  return (code, cell) =>
    cell.derived_from_identities === true || tables.has(tableOf(code)) || codes.has(code);
}

/** The file of a source with one damage to a table; null where the damage finds nothing to damage. */
function damagedGrid(
  { blocks }: Source,
  format: TextFormat | OfficeFormat,
  kind: string,
  r: Random,
): string | Uint8Array | null {
  const tables = blocks.filter((block) => block.type === 'table');
  const n = integer(r, 0, tables.length - 1);
  const own = tables[n];
  const id = (['t2', 't3', 't4'] as const)[n];
  const grid = own && id && gridDamages[kind]?.(own.grid, id, r.next(), r.next());
  if (!grid) return null;
  const file = format.write(blocks.map((block) => (block === own ? { ...own, grid } : block)));
  return typeof file === 'string' ? withoutGone(file, format.name) : file;
}

/** So many files are made from the same reports. */
const POOL = 2000;
/** Files of office programs take ten times as long as text. */
const OFFICE_SHARE = 0.02;
const gridKinds = Object.keys(gridDamages);
const textKinds = Object.keys(textDamages);

/** One damaged file, what was done to it and what it was made from. */
function mutation(pools: readonly [readonly Source[], readonly Source[]], r: Random) {
  for (;;) {
    const isOffice = r.next() < OFFICE_SHARE;
    const format = pick<TextFormat | OfficeFormat>(r, isOffice ? officeFormats : textFormats);
    const source = pick(r, pools[format.keepsBlanks ? 1 : 0]);
    const kind = pick(r, isOffice ? gridKinds : [...gridKinds, ...textKinds]);
    const damage = textDamages[kind];
    const file =
      damage && 'extension' in format
        ? damage(format.write(source.blocks), r)
        : damagedGrid(source, format, kind, r);
    if (file !== null) return { kind, format, source, file };
  }
}

function readOrRefuse(file: string | Uint8Array, name: string): Report | ReadingError {
  try {
    return read(typeof file === 'string' ? new TextEncoder().encode(file) : file, name);
  } catch (error) {
    if (error instanceof ReadingError) return error;
    throw error;
  }
}

const nothing = (): Damage => ({ inputs: 0, refused: 0, compared: 0, wrong: 0, silent: 0, couldTell: 0 });

/** Reads `runs` damaged files, determined by `seed`. Anything thrown but a refusal is a crash and passes through. */
export function measure(runs: number, seed: number) {
  const byKind = new Map<string, Damage>();
  const cells = confusion();
  const silent: Silent[] = [];
  let endless = 0;
  let pools = [sources(false, seed), sources(true, seed)] as const;
  const r = random(`mutation/${seed}`);
  for (let i = 0; i < runs; i++) {
    if (i > 0 && i % POOL === 0) pools = [sources(false, seed + i), sources(true, seed + i)];
    const { kind, format, source, file } = mutation(pools, r);
    const tally = byKind.get(kind) ?? nothing();
    byKind.set(kind, tally);
    tally.inputs++;
    const report = readOrRefuse(file, 'extension' in format ? `x.${format.extension}` : 'x');
    if (report instanceof ReadingError) {
      tally.refused++;
      if (report.code === 'timeout') endless++;
      continue;
    }
    cells.add(format.name, source.content.style, source.printed, report.cells);
    const isFlagged = flagged(report);
    for (const [code, cell] of Object.entries(report.cells)) {
      if (cell.value === null) continue;
      tally.compared++;
      const printed = source.printed[code] ?? 'absent';
      if (String(cell.value) === printed) continue;
      tally.wrong++;
      if (isFlagged(code, cell)) continue;
      const couldTell = identitiesOf(tableOf(code), report.forms[tableOf(code)]).some(
        (identity) =>
          [...identity.left, ...identity.right].includes(code as CellCode) &&
          isBroken(identity, report.cells),
      );
      tally.silent++;
      if (couldTell) tally.couldTell++;
      const text = typeof file === 'string' ? file : '';
      silent.push({ kind, format: format.name, code, printed, read: cell.value, couldTell, text });
    }
  }
  return { byKind, cells, silent, endless };
}

const heads = ['inputs', 'refused', 'compared', 'wrong', 'silent', 'couldTell'] as const;

/** One line a kind of damage, and one over all. */
export function printDamages(byKind: ReadonlyMap<string, Damage>): string {
  const lines = [...byKind].sort().map(([kind, tally]) => [kind, ...heads.map((it) => tally[it])]);
  const sums = heads.map((it) => [...byKind.values()].reduce((sum, tally) => sum + tally[it], 0));
  return [['damage', ...heads], ...lines, ['all', ...sums]]
    .map((cells) => cells.map((it, i) => (i ? String(it).padStart(11) : String(it).padEnd(36))).join(''))
    .join('\n');
}
