import { allCells, formCells, type CellCode, type TableId } from '../forms';
import { deriveCells } from '../checking';
import type { AgencyIdentity } from './agency';
import type { AreaLevel } from './area-id';
import { DatasetError } from './errors';
import { largestCount } from './fact-record';
import type { FiledReport } from './filed-report';
import { levelOf } from './levels';

export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

/** Numbers of the form's cells as a report gives them: printed, or proven by the identities of the form. */
export interface Numbers {
  readonly of: (code: CellCode) => number | null;
  readonly derived: ReadonlyMap<CellCode, number>;
}

export function numbersOf(report: FiledReport): Numbers {
  const derived = deriveCells(report.cells, report.forms);
  return { derived, of: (code) => report.cells[code]?.value ?? derived.get(code) ?? null };
}

/** Cells whose digits ran together with others and were told apart by sums. */
const dividedCells = (report: FiledReport): number =>
  Object.values(report.cells).filter((cell) => cell.derived_from_identities).length;

const absent = new Set(['row_missing', 'unreadable', 'table_missing', 'not_collected']);

/** How much of a table is there: read, partial, table_missing, unreadable or not_collected. */
export function tableState(report: FiledReport, table: TableId): string {
  const form = report.forms[table];
  const seen = allCells.filter(({ code, table: of }) => of === table && report.cells[code] !== undefined);
  if (seen.length === 0) return report.whole ? 'table_missing' : 'not_collected';
  const lost = seen.filter(({ code }) => absent.has(report.cells[code]?.state ?? 'not_collected'));
  if (lost.length === seen.length) {
    const unreadable = seen.some(({ code }) => report.cells[code]?.state === 'unreadable');
    return unreadable ? 'unreadable' : 'table_missing';
  }
  const expected =
    form === undefined || form === 'mixed'
      ? seen.length
      : formCells[form].filter((cell) => cell.table === table).length;
  return seen.length - lost.length >= expected ? 'read' : 'partial';
}

/** Form of the report: that of tables 2 and 3, which show it; table 4 is the same in both. */
export function formOf(report: FiledReport): string | null {
  const shown = new Set([report.forms.t2, report.forms.t3].filter((form) => form !== undefined));
  if (shown.size > 1) return 'mixed';
  const [only] = shown;
  return only ?? report.statedForm ?? (report.forms.t4 ? '2021' : null);
}

type Source = 'table' | 'narrative' | 'statistics';

function firstOf(
  ...sources: readonly (readonly [Source, number | null | undefined])[]
): readonly [number | null, Source | null] {
  const found = sources.find(([, value]) => value !== null && value !== undefined);
  return found ? [found[1] ?? null, found[0]] : [null, null];
}

const plus = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);

/** What three generations of forms say about applications, reconsiderations and suits, best source first. */
function unified(report: FiledReport, { of }: Numbers): Row {
  const statistic = (...codes: readonly string[]) =>
    report.statistics.find((row) => row.code !== null && codes.includes(row.code))?.value;
  const [applications_new, applications_new_from] = firstOf(
    ['table', of('t3_new_received_total')],
    ['narrative', report.facts.applications_received?.value],
    ['statistics', statistic('lg3_received', 'l8_apps', 'l8f_apps')],
  );
  const [reviews, reviews_from] = firstOf(
    ['table', of('t4_review_total')],
    ['narrative', report.facts.reviews_total?.value],
    ['statistics', statistic('lg4', 'l8_review', 'l8f_review')],
  );
  const [suits, suits_from] = firstOf(
    ['table', plus(of('t4_lit_direct_total'), of('t4_lit_after_review_total'))],
    ['narrative', report.facts.litigation_total?.value],
    ['statistics', statistic('lg5', 'l8_litigation', 'l8f_litigation')],
  );
  return { applications_new, applications_new_from, reviews, reviews_from, suits, suits_from };
}

/** Area ids of an agency by level and those that may be its own, as the columns that several tables share. */
export function areaColumns(agency: AgencyIdentity): Row {
  const id = (level: AreaLevel) => agency.areas.find((area) => area.level === level)?.id ?? null;
  return {
    province_id: id('province'),
    city_id: id('city'),
    county_id: id('county'),
    township_id: id('township'),
    area_candidates: agency.candidates?.map((area) => area.id).join(' ') ?? null,
  };
}

/** Columns of counts are integers: a fraction is no count and stays in the evidence. */
const storable = (number: string, value: number | null): number | null =>
  value === null || number === 'decimal' || Number.isInteger(value) ? value : null;

/** Refuses a report with a count that no 32-bit column holds: `fact_invalid`, naming the number. */
export function refuseUnstorable(report: FiledReport): void {
  const counts: readonly (readonly [string, number | null | undefined])[] = [
    ...allCells
      .filter((cell) => cell.number !== 'decimal')
      .map((cell) => [cell.code, report.cells[cell.code]?.value] as const),
    ...[...report.categories, ...report.channels].map(({ label, count }) => [label, count] as const),
  ];
  for (const [name, value] of counts) {
    if (typeof value === 'number' && Math.abs(value) > largestCount) {
      throw new DatasetError('fact_invalid', `${name}: ${value} is beyond ${largestCount}`);
    }
  }
}

/** The row of `reports`. `id` and `primary` depend on the other reports of the agency. */
export function reportRow(report: FiledReport, id: string, primary: boolean): Row {
  const numbers = numbersOf(report);
  const { agency, facts } = report;
  const stated = (key: keyof typeof facts) => facts[key]?.value ?? null;
  return {
    report_id: id,
    agency_id: agency.id,
    agency: agency.name,
    kind: agency.kind,
    level: levelOf(agency.kind),
    scope: report.scope,
    is_primary: primary,
    ...areaColumns(agency),
    year: report.year,
    published: report.published,
    title: report.title,
    url: report.url,
    origin: report.origin,
    source_note: report.sourceNote,
    form: formOf(report),
    t2_state: tableState(report, 't2'),
    t3_state: tableState(report, 't3'),
    t4_state: tableState(report, 't4'),
    published_total: stated('published_total'),
    published_total_precision: facts.published_total?.precision ?? null,
    category_list: report.categories.length > 0 ? report.categoryList : null,
    applications_received: stated('applications_received'),
    applications_received_scope: facts.applications_received?.scope ?? null,
    applications_change: report.change?.value ?? null,
    applications_change_unit: report.change?.unit ?? null,
    applications_carried_in: stated('applications_carried_in'),
    applications_carried_out: stated('applications_carried_out'),
    applications_answered: stated('applications_answered'),
    reviews_total: stated('reviews_total'),
    litigation_total: stated('litigation_total'),
    ...unified(report, numbers),
    derived_cells: numbers.derived.size + dividedCells(report),
    ...Object.fromEntries(allCells.map((cell) => [cell.code, storable(cell.number, numbers.of(cell.code))])),
  };
}
