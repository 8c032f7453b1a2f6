import fc from 'fast-check';
import { identitiesOf, type CellCode } from '../../../src/forms';
import { read, ReadingError, type Cell, type Report } from '../../../src/reading';
import { integer, pick, random, type Random } from '../../../src/simulation/random';
import type { Blocks } from '../../../src/simulation/render/document';
import { writeHtml } from '../../../src/simulation/render/html';
import { arbitraryReport } from '../../simulation/arbitrary-report';
import { confusion } from '../../simulation/confusion';
import { written } from '../../simulation/expected';
import { officeFormats, textFormats, type OfficeFormat, type TextFormat } from '../../simulation/layouts';
import { cellsOf, composeReport, type PrintedReport } from '../../simulation/printed-report';
import { gridDamages, withoutGone } from './grid-damages';
import { canTell, findingsOf, isBroken, warnings, type Warning } from './oracle';
import { textDamages } from './text-damages';

/** What is damaged: the cells of tables before they are written down, or what was written. */
export type Damaged = 'tables' | 'text';

/** What damage of one kind did. Cells are those of the official forms. */
export interface Damage {
  inputs: number;
  /** Refused as no report, or as one that cannot be read. */
  refused: number;
  /** Cells with a number, compared with what was printed before the damage. */
  compared: number;
  wrong: number;
  /** Wrong, and warned of only by a problem of another row of its table. */
  elsewhere: number;
  /** Wrong, and nothing says so. */
  silent: number;
  /** Of those two, what a sum of the form or the text contradicts. */
  couldTell: number;
  /** Printed with a number, read as printed empty, and nothing says so. */
  lost: number;
}

/** A number that is wrong with nothing on it to say so. */
export interface Silent {
  readonly kind: string;
  readonly format: string;
  readonly code: string;
  readonly printed: string;
  readonly read: string;
  readonly isNumber: boolean;
  readonly warning: Warning;
  readonly couldTell: boolean;
  readonly text: string;
}

interface Source {
  readonly content: PrintedReport;
  readonly blocks: Blocks;
  readonly printed: Readonly<Record<string, string>>;
  /** What the checks find in it as it is. */
  readonly findings: ReadonlySet<string>;
}

/** The report with a text that agrees with its table 3, as it does in most. */
function withAgreeingText(content: PrintedReport): PrintedReport {
  const received = content.cells.t3_new_received_total ?? 0;
  return { ...content, narrative: { ...content.narrative, applications_received: received } };
}

/** Reports without an error of the agency's own: its finding would flag our errors too. */
function sources(keepsBlanks: boolean, seed: number): readonly Source[] {
  return fc
    .sample(arbitraryReport(keepsBlanks), { numRuns: 80, seed })
    .filter(({ style }) => style !== '2014')
    .map(withAgreeingText)
    .filter((content) => {
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
    })
    .map((content) => {
      const blocks = composeReport(content, 0);
      const whole = read(new TextEncoder().encode(writeHtml(blocks, 'clean')), 'x.html');
      return { content, blocks, printed: written(content).cells, findings: findingsOf(whole) };
    });
}

const formOfT3 = ({ style }: PrintedReport) =>
  style === '2019' || style === 'one-row-other' ? '2019' : '2021';

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
const OFFICE_SHARE = 0.04;
const gridKinds = Object.keys(gridDamages);
const textKinds = Object.keys(textDamages);

/** One damaged file, what was done to it and what it was made from. */
function mutation(pools: readonly [readonly Source[], readonly Source[]], damaged: Damaged, r: Random) {
  for (;;) {
    const isOffice = damaged === 'tables' && r.next() < OFFICE_SHARE;
    const format = pick<TextFormat | OfficeFormat>(r, isOffice ? officeFormats : textFormats);
    const source = pick(r, pools[format.keepsBlanks ? 1 : 0]);
    const kind = pick(r, damaged === 'tables' ? gridKinds : textKinds);
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

const nothing = (): Damage => ({
  inputs: 0,
  refused: 0,
  compared: 0,
  wrong: 0,
  elsewhere: 0,
  silent: 0,
  couldTell: 0,
  lost: 0,
});

/** Cells that are not as printed, or hide that they are not read. */
function mistakes({ cells }: Report, printed: Source['printed']): (readonly [CellCode, Cell])[] {
  const isMistake = (code: string, { value, state }: Cell): boolean =>
    value === null
      ? ['blank', 'slash', 'word'].includes(state) && /\d/.test(printed[code] ?? '')
      : String(value) !== printed[code];
  return (Object.entries(cells) as [CellCode, Cell][]).filter(([code, cell]) => isMistake(code, cell));
}

/** Reads `runs` damaged files, determined by `seed`. Anything thrown but a refusal is a crash and passes through. */
export function measure(runs: number, seed: number, damaged: Damaged) {
  const byKind = new Map<string, Damage>();
  const cells = confusion();
  const silent: Silent[] = [];
  let endless = 0;
  let pools = [sources(false, seed), sources(true, seed)] as const;
  const r = random(`mutation/${damaged}/${seed}`);
  for (let i = 0; i < runs; i++) {
    if (i > 0 && i % POOL === 0) pools = [sources(false, seed + i), sources(true, seed + i)];
    const { kind, format, source, file } = mutation(pools, damaged, r);
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
    tally.compared += Object.values(report.cells).filter(({ value }) => value !== null).length;
    const found = mistakes(report, source.printed);
    if (found.length === 0) continue;
    const warned = warnings(report, source.findings);
    for (const [code, cell] of found) {
      const warning = warned(code, cell);
      if (cell.value !== null) tally.wrong++;
      if (warning === 'own') continue;
      const couldTell = canTell(report, code);
      if (couldTell) tally.couldTell++;
      tally[cell.value === null ? 'lost' : warning === 'none' ? 'silent' : 'elsewhere']++;
      silent.push({
        kind,
        format: format.name,
        code,
        printed: source.printed[code] ?? 'absent',
        read: String(cell.value ?? cell.state),
        isNumber: cell.value !== null,
        warning,
        couldTell,
        text: typeof file === 'string' ? file : '',
      });
    }
  }
  return { byKind, cells, silent, endless };
}

const heads = ['inputs', 'refused', 'compared', 'wrong', 'elsewhere', 'silent', 'couldTell', 'lost'] as const;

/** One line a kind of damage, and one over all. */
export function printDamages(byKind: ReadonlyMap<string, Damage>): string {
  const lines = [...byKind].sort().map(([kind, tally]) => [kind, ...heads.map((it) => tally[it])]);
  const sums = heads.map((it) => [...byKind.values()].reduce((sum, tally) => sum + tally[it], 0));
  return [['damage', ...heads], ...lines, ['all', ...sums]]
    .map((cells) => cells.map((it, i) => (i ? String(it).padStart(11) : String(it).padEnd(36))).join(''))
    .join('\n');
}
