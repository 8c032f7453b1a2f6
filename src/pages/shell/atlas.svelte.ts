import type { Table } from 'apache-arrow';
import type { Manifest } from '../../dataset';
import type { Engine, EngineStatus } from '../../engine';
import { answerFromSummary, compile, type Question } from '../../metrics';
import type { Answers, Row } from '../shared/context';
import { indexById } from '../shared/index-by-id';

export interface Area {
  readonly id: string;
  readonly parent: string;
  readonly level: string;
  readonly name: string;
  readonly official: boolean;
  readonly reports: number;
}

export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  /** Area ids from province to township. */
  readonly areas: readonly string[];
  readonly expectedFrom: number | null;
  readonly expectedTo: number | null;
  /** Report years held, ascending. */
  readonly years: readonly number[];
  readonly reports: number;
}

export interface DatasetChoice {
  readonly id: string;
  readonly manifest: Manifest | null;
}

/** Rows of an Arrow table as plain objects. Answers are small: what is large stays Arrow. */
export const rowsOf = (table: Table): readonly Row[] =>
  table.toArray().map((row: { toJSON(): Row }) => row.toJSON());

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOrNull = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value);

const areaOf = (row: Row): Area => ({
  id: text(row['area_id']),
  parent: text(row['parent_id']),
  level: text(row['area_level']),
  name: text(row['name']),
  official: row['official'] === true,
  reports: Number(row['reports']),
});

const agencyOf = (row: Row): Agency => ({
  id: text(row['agency_id']),
  name: text(row['agency']),
  level: text(row['level']),
  areas: ['province_id', 'city_id', 'county_id', 'township_id'].map((key) => text(row[key])).filter(Boolean),
  expectedFrom: numberOrNull(row['expected_from']),
  expectedTo: numberOrNull(row['expected_to']),
  years: text(row['years']).split(' ').filter(Boolean).map(Number),
  reports: Number(row['reports']),
});

/** The dataset that is open, and the one way to ask it something: from its summary if exact, else from the engine. */
export class Atlas {
  manifest = $state.raw<Manifest | null>(null);
  areas = $state.raw(indexById<Area>([]));
  agencies = $state.raw(indexById<Agency>([]));
  datasets = $state.raw<readonly DatasetChoice[]>([]);
  status = $state.raw<EngineStatus | null>(null);
  /** Why the dataset could not be opened. */
  failure = $state.raw<unknown>(null);
  #summary: Promise<Table | null> = Promise.resolve(null);
  #opening = 0;

  constructor(readonly engine: Engine) {}

  show(status: EngineStatus): void {
    this.status = status;
  }

  /** Opens a dataset, or the first of the list when `id` is null. A later call wins over an earlier one. */
  async open(id: string | null): Promise<void> {
    const turn = ++this.#opening;
    this.failure = null;
    try {
      if (!this.datasets.length) {
        const ids = await this.engine.listDatasets();
        this.datasets = ids.map((one) => ({ id: one, manifest: null }));
      }
      const chosen = id ?? this.datasets[0]?.id ?? '';
      const manifest = await this.engine.openDataset(chosen);
      if (turn !== this.#opening) return;
      // The summary may be absent or broken: then the engine answers, and says itself what is wrong with the files.
      this.#summary = this.engine.readTable('summary').catch(() => null);
      const [areas, agencies] = await Promise.all([
        this.engine.readTable('areas'),
        this.engine.readTable('agencies'),
      ]);
      if (turn !== this.#opening) return;
      this.areas = indexById(rowsOf(areas).map(areaOf));
      this.agencies = indexById(rowsOf(agencies).map(agencyOf));
      this.manifest = manifest;
    } catch (error) {
      if (turn === this.#opening) this.failure = error;
    }
  }

  /** Titles of the other datasets, for the menu. One that cannot be read stays listed by its id. */
  async describeDatasets(): Promise<void> {
    this.datasets = await Promise.all(
      this.datasets.map(async (choice) => ({
        ...choice,
        manifest: choice.manifest ?? (await this.engine.readManifest(choice.id).catch(() => null)),
      })),
    );
  }

  /** Answers named questions. Rejects with an AbortError when `signal` fires, else with a typed error of the engine. */
  async ask(questions: Readonly<Record<string, Question>>, signal: AbortSignal): Promise<Answers> {
    const summary = await this.#summary;
    signal.throwIfAborted();
    const entries = await Promise.all(
      Object.entries(questions).map(async ([name, question]) => {
        const table =
          (summary && answerFromSummary(summary, question)) ??
          (await this.engine.run(compile(question), { signal }));
        return [name, rowsOf(table)] as const;
      }),
    );
    return Object.fromEntries(entries);
  }
}
