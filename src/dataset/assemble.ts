import { check, checkSeries, type Finding } from '../checking';
import type { AgencyIdentity } from './agency';
import { merge, type Conflict, type Merged } from './merge';
import type { Area } from './regions';
import {
  channelRows,
  evidenceRows,
  itemRows,
  narrativeRows,
  problemRows,
  sourceRows,
  statisticsRows,
} from './detail-rows';
import { asReport, type FiledReport } from './filed-report';
import { levelOf } from './levels';
import { areaColumns, reportRow, type Row } from './report-row';
import type { TableName } from './schema';

/** An agency that is expected to report, from the roster of a source. */
export interface Expected {
  readonly agency: AgencyIdentity;
  readonly from: number | null;
  readonly to: number | null;
}

export type Tables = Readonly<Record<Exclude<TableName, 'summary'>, readonly Row[]>>;

interface Placed {
  readonly id: string;
  readonly primary: boolean;
  readonly filed: FiledReport;
}

/** Which scope sums use when a body reports several for one year: its own office, then an unstated one. */
const scopeOrder = ['own', 'unknown', 'area', 'system'];
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function group<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const found = groups.get(key(item));
    if (found) found.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

const perAgencyAndYear = ({ agency, year }: FiledReport) => `${agency.id}-${year}`;

/** One report of each scope a year. */
const mergeSame = (reports: readonly FiledReport[]): readonly Merged[] =>
  [...group(reports, ({ scope }) => scope).values()].map(merge);

/** Where records of one report give different numbers, in the order of the reports. */
export const conflictsOf = (reports: readonly FiledReport[]): readonly Conflict[] =>
  [...group(reports, perAgencyAndYear).values()].flatMap(mergeSame).flatMap(({ conflicts }) => conflicts);

function place(reports: readonly FiledReport[]): readonly Placed[] {
  const perYear = group(reports, perAgencyAndYear);
  return [...perYear].flatMap(([key, ofYear]) =>
    mergeSame(ofYear)
      .map(({ report }) => report)
      .toSorted((a, b) => scopeOrder.indexOf(a.scope) - scopeOrder.indexOf(b.scope))
      .map((filed, i) => ({ id: i === 0 ? key : `${key}-${filed.scope}`, primary: i === 0, filed })),
  );
}

const areaKey = (agency: AgencyIdentity) => agency.areas.map((area) => area.id).join('/');
const inFileOrder = (a: Placed, b: Placed) =>
  byText(areaKey(a.filed.agency), areaKey(b.filed.agency)) ||
  byText(a.filed.agency.id, b.filed.agency.id) ||
  a.filed.year - b.filed.year ||
  byText(a.id, b.id);

function agencyRows(placed: readonly Placed[], expected: readonly Expected[]): readonly Row[] {
  const reports = group(placed, ({ filed }) => filed.agency.id);
  const roster = new Map(expected.map((entry) => [entry.agency.id, entry]));
  const latest = (of: readonly Placed[]) => of.at(-1)?.filed.agency;
  const ids = [...new Set([...reports.keys(), ...roster.keys()])];
  const agencies = ids.flatMap((id) => {
    const held = reports.get(id) ?? [];
    const agency = roster.get(id)?.agency ?? latest(held);
    return agency ? [{ agency, held, entry: roster.get(id) }] : [];
  });
  agencies.sort((a, b) => byText(areaKey(a.agency), areaKey(b.agency)) || byText(a.agency.id, b.agency.id));
  return agencies.map(({ agency, held, entry }) => ({
    agency_id: agency.id,
    agency: agency.name,
    kind: agency.kind,
    level: levelOf(agency.kind),
    ...areaColumns(agency),
    expected_from: entry?.from ?? null,
    expected_to: entry?.to ?? null,
    first_year: held[0]?.filed.year ?? 0,
    last_year: held.at(-1)?.filed.year ?? 0,
    years: held
      .filter(({ primary }) => primary)
      .map(({ filed }) => filed.year)
      .join(' '),
    reports: held.length,
  }));
}

function areaRows(placed: readonly Placed[], expected: readonly Expected[]): readonly Row[] {
  const areas = new Map<string, { area: Area; reports: number }>();
  const visit = (agency: AgencyIdentity, reports: number) => {
    for (const area of agency.areas) {
      const entry = areas.get(area.id) ?? { area, reports: 0 };
      areas.set(area.id, { area, reports: entry.reports + reports });
    }
  };
  for (const { filed } of placed) visit(filed.agency, 1);
  for (const { agency } of expected) visit(agency, 0);
  return [...areas.values()]
    .sort((a, b) => byText(a.area.id, b.area.id))
    .map(({ area, reports }) => ({
      area_id: area.id,
      parent_id: area.parent,
      area_level: area.level,
      name: area.name,
      official: area.official,
      reports,
    }));
}

const findingRow = ({ id, filed }: Placed, finding: Finding): Row => ({
  report_id: id,
  agency_id: filed.agency.id,
  year: filed.year,
  rule: finding.rule,
  severity: finding.severity,
  table_id: finding.table,
  codes: finding.codes.join(' '),
  expected: finding.expected,
  found: finding.found,
  detail: finding.detail,
});

/** In facts, a date that is not there was not collected: nothing to explain. */
const notForFacts: ReadonlySet<string> = new Set(['D-NODATE']);

/** Findings between years, by the report that they belong to. */
function seriesFindings(placed: readonly Placed[]): Map<Placed, readonly Finding[]> {
  const found = new Map<Placed, readonly Finding[]>();
  for (const same of group(placed, ({ filed }) => `${filed.agency.id} ${filed.scope}`).values()) {
    if (same.length < 2) continue;
    const findings = checkSeries(same.map(({ filed }) => asReport(filed)));
    for (const one of same) {
      found.set(
        one,
        findings.filter((finding) => finding.year === one.filed.year),
      );
    }
  }
  return found;
}

function findingRows(placed: readonly Placed[]): readonly Row[] {
  const series = seriesFindings(placed);
  return placed.flatMap((one) => {
    const own = check(asReport(one.filed)).filter(
      ({ rule }) => one.filed.origin === 'document' || !notForFacts.has(rule),
    );
    return [...own, ...(series.get(one) ?? [])].map((finding) => findingRow(one, finding));
  });
}

/**
 * The rows of every table but `summary`, in file order: reports by area, agency and year, so that one region lies in few
 * row groups; the tables that hang on a report by its id, so that one report is one range.
 */
export function assemble(reports: readonly FiledReport[], expected: readonly Expected[] = []): Tables {
  const placed = [...place(reports)].sort(inFileOrder);
  const byId = placed.toSorted((a, b) => byText(a.id, b.id));
  const perReport = (rows: (report: FiledReport, id: string) => readonly Row[]) =>
    byId.flatMap(({ filed, id }) => rows(filed, id));
  return {
    reports: placed.map(({ filed, id, primary }) => reportRow(filed, id, primary)),
    agencies: agencyRows(placed, expected),
    areas: areaRows(placed, expected),
    items: perReport(itemRows),
    channels: perReport(channelRows),
    statistics: perReport(statisticsRows),
    findings: findingRows(byId),
    evidence: perReport(evidenceRows),
    problems: perReport(problemRows),
    narratives: perReport(narrativeRows),
    sources: perReport(sourceRows),
  };
}
