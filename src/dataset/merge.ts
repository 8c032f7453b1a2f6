import type { CellCode } from '../forms';
import type { At, Cell, CellState } from '../reading';
import type { StatedFact } from './fact-record';
import type { FiledReport } from './filed-report';

/** Numbers in which two records of one report differ: that of `kept` is used. */
export interface Conflict {
  readonly kept: FiledReport;
  readonly other: FiledReport;
  readonly differences: readonly Difference[];
}

export interface Difference {
  /** Code of the cell, or `narrative:<fact>`. */
  readonly code: string;
  readonly kept: number | null;
  readonly other: number | null;
}

export interface Merged {
  readonly report: FiledReport;
  readonly conflicts: readonly Conflict[];
}

const mapValues = <K extends string, T>(
  of: Partial<Record<K, T>>,
  change: (value: T) => T,
): Partial<Record<K, T>> =>
  Object.fromEntries(
    Object.entries<T | undefined>(of).map(([key, value]) => [key, value && change(value)]),
  ) as Partial<Record<K, T>>;

const FACT = 'narrative:';

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const weight = (report: FiledReport) =>
  Object.keys(report.cells).length + Object.keys(report.facts).length + report.categories.length;

/** The best first: read whole, then the fullest; what is left is settled by address and name of the source. */
const byCompleteness = (a: FiledReport, b: FiledReport) =>
  Number(b.whole) - Number(a.whole) ||
  weight(b) - weight(a) ||
  byText(a.url ?? '', b.url ?? '') ||
  byText(a.source, b.source);

/** States in which a source says what stands in the cell. */
const said: ReadonlySet<CellState> = new Set(['value', 'blank', 'slash', 'word']);
const isSaid = (cell: Cell | undefined): cell is Cell => cell !== undefined && said.has(cell.state);

function differences(kept: FiledReport, other: FiledReport): readonly Difference[] {
  const cells = (Object.keys(other.cells) as CellCode[]).flatMap((code): Difference[] => {
    const [a, b] = [kept.cells[code], other.cells[code]];
    return isSaid(a) && isSaid(b) && a.value !== b.value ? [{ code, kept: a.value, other: b.value }] : [];
  });
  const facts = (Object.keys(other.facts) as StatedFact[]).flatMap((key): Difference[] => {
    const [a, b] = [kept.facts[key], other.facts[key]];
    return a && b && a.value !== b.value ? [{ code: `${FACT}${key}`, kept: a.value, other: b.value }] : [];
  });
  return [...cells, ...facts];
}

const holds = ({ cells, facts }: FiledReport, code: string): boolean =>
  code.startsWith(FACT) ? code.slice(FACT.length) in facts : code in cells;

const placeless = <T extends { readonly at: At | null }>(one: T): T => ({ ...one, at: null });

/** Without places: they point into another text than that of the report which takes them over. */
const withoutPlaces = (report: FiledReport): FiledReport => ({
  ...report,
  cells: mapValues(report.cells, placeless),
  facts: mapValues(report.facts, placeless),
  publishedAs: null,
  change: report.change && placeless(report.change),
  categories: report.categories.map(placeless),
  channels: report.channels.map(placeless),
});

/** Facts that another record of the same report has and this one lacks; what is there is never overwritten. */
function fillGaps(report: FiledReport, from: FiledReport): FiledReport {
  const other = withoutPlaces(from);
  const categories = report.categories.length > 0 ? report : other;
  return {
    ...report,
    published: report.published ?? other.published,
    title: report.title ?? other.title,
    url: report.url ?? other.url,
    cells: { ...other.cells, ...report.cells },
    facts: { ...other.facts, ...report.facts },
    change: report.change ?? other.change,
    categories: categories.categories,
    categoryList: categories.categoryList,
    channels: report.channels.length > 0 ? report.channels : other.channels,
  };
}

/**
 * Records of one report, at least one, as one: the fullest, its gaps filled from the others. Where they give different
 * numbers, the report carries a problem `sources_differ` for each, with the code as its `detail`.
 */
export function merge(same: readonly FiledReport[]): Merged {
  const ordered = same.toSorted(byCompleteness);
  const owner = (code: string) => ordered.find((report) => holds(report, code));
  const conflicts = ordered.flatMap((kept, i) =>
    ordered.slice(i + 1).flatMap((other): Conflict[] => {
      const found = differences(kept, other).filter(({ code }) => owner(code) === kept);
      return found.length === 0 ? [] : [{ kept, other, differences: found }];
    }),
  );
  const report = ordered.reduce(fillGaps);
  const codes = new Set(conflicts.flatMap((conflict) => conflict.differences.map(({ code }) => code)));
  const problems = [...codes].map((detail) => ({ code: 'sources_differ' as const, detail }));
  return { report: { ...report, problems: [...report.problems, ...problems] }, conflicts };
}
