import type { CellCode, FormId, TableId } from '../forms';
import type {
  Block,
  Cell,
  Change,
  CountedLabel,
  Fact,
  ListState,
  Narrative,
  Printed,
  ReadingProblem,
  Report,
  Scope,
  Section,
  StatisticalRow,
} from '../reading';
import type { AgencyIdentity } from './agency';
import type { FactRecord, Stated, StatedFact } from './fact-record';

/** A report as the dataset files it, whether read from a document or collected as facts. */
export interface FiledReport {
  readonly agency: AgencyIdentity;
  readonly origin: 'document' | 'facts';
  /** File it came from, with the line for facts. */
  readonly source: string;
  readonly sourceNote: string | null;
  readonly scope: Scope;
  readonly year: number;
  readonly published: string | null;
  /** What the date was read from; null where the address or a list told it. */
  readonly publishedAs: Printed | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly forms: Partial<Record<TableId, FormId | 'mixed'>>;
  /** Form of a report none of whose tables was collected. */
  readonly statedForm: string | null;
  /** False for facts: what they leave out was not collected. */
  readonly whole: boolean;
  readonly cells: Partial<Record<CellCode, Cell>>;
  readonly facts: Partial<Record<StatedFact, Stated>>;
  readonly change: Change | null;
  readonly categories: readonly CountedLabel[];
  readonly categoryList: ListState | null;
  readonly channels: readonly CountedLabel[];
  readonly statistics: readonly StatisticalRow[];
  readonly sections: readonly Section[];
  /** What it was read from; null where the dataset may hold no sentence of it. */
  readonly text: readonly Block[] | null;
  readonly problems: readonly ReadingProblem[];
}

const tables: readonly TableId[] = ['t2', 't3', 't4'];

function formsOf(record: FactRecord): FiledReport['forms'] {
  if (record.forms) return record.forms;
  const { form } = record;
  if (form === null || form === 'legacy') return {};
  const seen = tables.filter((table) =>
    Object.keys(record.cells).some((code) => code.startsWith(`${table}_`)),
  );
  return Object.fromEntries(seen.map((table) => [table, table === 't4' ? '2021' : form]));
}

export function fileFact(record: FactRecord, agency: AgencyIdentity, source: string): FiledReport {
  return {
    agency,
    origin: 'facts',
    source,
    sourceNote: record.sourceNote,
    scope: record.scope,
    year: record.year,
    published: record.published,
    publishedAs: null,
    title: record.title,
    url: record.url,
    forms: formsOf(record),
    statedForm: record.form,
    whole: record.forms !== null,
    cells: record.cells,
    facts: record.facts,
    change: record.change,
    categories: record.categories,
    categoryList: record.categoryList,
    channels: record.channels,
    statistics: record.statistics,
    sections: [],
    text: null,
    problems: [],
  };
}

/** The facts that the reader gives: one that is new there is an error here until it has its place. */
type ReadFact = {
  [K in keyof Narrative]-?: Narrative[K] extends Fact | undefined ? K : never;
}[keyof Narrative];

const readFacts: Readonly<Record<ReadFact, StatedFact>> = {
  published_total: 'published_total',
  applications_received: 'applications_received',
  applications_carried_in: 'applications_carried_in',
  applications_carried_out: 'applications_carried_out',
  applications_answered: 'applications_answered',
  reviews_total: 'reviews_total',
  litigation_total: 'litigation_total',
  fees_charged: 'fees_charged',
  fee_cases: 'fee_cases',
};
const documentFacts = Object.keys(readFacts) as ReadFact[];

/** `report.year` must be known: the caller refuses a report without one. `text`: null to leave its sentences out. */
export function fileDocument(
  report: Report & { readonly year: number },
  agency: AgencyIdentity,
  text: readonly Block[] | null,
): FiledReport {
  const { narrative } = report;
  return {
    agency,
    origin: 'document',
    source: report.source,
    sourceNote: null,
    scope: report.scope,
    year: report.year,
    published: report.published,
    publishedAs: report.published_as ?? null,
    title: report.title,
    url: report.url,
    forms: report.forms,
    statedForm: report.statistical_table ? 'legacy' : null,
    whole: true,
    cells: report.cells,
    facts: Object.fromEntries(
      documentFacts.flatMap((key) => (narrative[key] ? [[readFacts[key], narrative[key]]] : [])),
    ),
    change: narrative.applications_change ?? null,
    categories: narrative.published_by_category ?? [],
    categoryList: narrative.category_list ?? null,
    channels: narrative.channels ?? [],
    statistics: report.statistical_table ?? [],
    sections: report.sections,
    text,
    problems: [...report.problems, ...placeProblem(agency)],
  };
}

/** `area_unclear` with the ids of the areas that fit. */
const placeProblem = ({ candidates }: AgencyIdentity): readonly ReadingProblem[] =>
  candidates ? [{ code: 'area_unclear', detail: candidates.map(({ id }) => id).join(' ') }] : [];

/** The report as the rules of `checking` take it. */
export function asReport(filed: FiledReport): Report {
  const facts = Object.fromEntries(
    Object.entries(filed.facts).map(([key, fact]) => [
      key,
      { ...fact, approx: fact.precision !== 'exact', raw: fact.raw ?? String(fact.value) },
    ]),
  );
  return {
    source: filed.url ?? filed.agency.id,
    title: filed.title,
    agency: { name: filed.agency.name, kind: filed.agency.kind },
    scope: filed.scope,
    year: filed.year,
    published: filed.published,
    url: filed.url,
    forms: filed.forms,
    cells: filed.cells,
    narrative: {
      ...facts,
      ...(filed.change ? { applications_change: filed.change } : {}),
      ...(filed.categories.length > 0 ? { published_by_category: filed.categories } : {}),
      ...(filed.categoryList ? { category_list: filed.categoryList } : {}),
      ...(filed.channels.length > 0 ? { channels: filed.channels } : {}),
    },
    sections: filed.sections,
    ...(filed.statistics.length > 0 ? { statistical_table: filed.statistics } : {}),
    problems: filed.problems,
  };
}
