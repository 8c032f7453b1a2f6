import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Table } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Level, Manifest } from '../../src/dataset';
import { answerFromSummary, compile, summaryAnswers } from '../../src/metrics';
import type { Question } from '../../src/metrics';
import { tableOf } from '../../src/metrics/arrow-table';
import type { ColumnKind } from '../../src/metrics/arrow-table';

const data = join(import.meta.dirname, '..', '..', 'data');
const manifestOf = (id: string): Manifest =>
  JSON.parse(readFileSync(join(data, id, 'manifest.json'), 'utf8')) as Manifest;
const kinds: Readonly<Record<string, ColumnKind>> = { int32: 'int32', double: 'double', string: 'text' };

type Row = Readonly<Record<string, unknown>>;
const plain = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  );
const rowsOf = (table: Table): readonly Row[] =>
  table.toArray().map((row: { toJSON(): Row }) => plain(row.toJSON()));

const reviewResults = ['review_upheld', 'review_corrected', 'review_other', 'review_pending'];
const rates = ['disclosure_rate_substantive', 'disclosure_rate_all', 'disclosure_rate_merits'];

/** What the first screen asks: each of these must come from the summary, before there is an engine. */
const overview: Readonly<Record<string, Omit<Question, 'where'>>> = {
  'reports by year': { from: 'reports', measures: [], by: ['year'] },
  'applications by year': {
    from: 'reports',
    measures: ['applications_new', 'results_total'],
    by: ['year'],
  },
  'bodies with any application by year': { from: 'reports', measures: ['applications_any'], by: ['year'] },
  'items published by year, with their spread': {
    from: 'reports',
    measures: ['published_items'],
    by: ['year'],
    spread: true,
  },
  'figures and rates by year': {
    from: 'reports',
    measures: ['published_items', 'applications_new', ...rates, 'review_correction_rate'],
    by: ['year'],
  },
  'medians by year': {
    from: 'reports',
    measures: ['published_items', 'applications_new'],
    by: ['year'],
    spread: true,
  },
  'results of reconsideration by year': { from: 'reports', measures: reviewResults, by: ['year'] },
  'items by category': { from: 'items', measures: [], by: ['category'] },
  'items by category and year': { from: 'items', measures: [], by: ['year', 'category'] },
  'coverage of the lists': { from: 'items', measures: [], by: [] },
  'everything taken together': { from: 'reports', measures: ['published_items', ...rates], by: [] },
};

describe.each(['real', 'demo'])('the summary of the dataset %s', (id) => {
  const manifest = manifestOf(id);
  let connection: DuckDBConnection;
  let instance: DuckDBInstance;
  let summary: Table;
  /** Of the areas below the whole, one with few reports and the one with most. */
  let areas: readonly string[];

  const ask = async (sql: string): Promise<readonly Row[]> => {
    const result = await connection.runAndReadAll(sql);
    return result.getRowObjectsJS().map(plain);
  };

  beforeAll(async () => {
    instance = await DuckDBInstance.create();
    connection = await instance.connect();
    for (const [table, { files }] of Object.entries(manifest.tables)) {
      const paths = files.map(({ path }) => `'${join(data, id, path)}'`).join(', ');
      await connection.run(`CREATE TABLE ${table} AS SELECT * FROM read_parquet([${paths}])`);
    }
    const columns = manifest.tables.summary.columns.map(({ name, type }) => [name, kinds[type]!] as const);
    summary = tableOf(await ask('SELECT * FROM summary'), Object.fromEntries(columns));
    areas = (await ask('SELECT DISTINCT area_id FROM summary ORDER BY 1')).map((row) =>
      String(row['area_id']),
    );
  });
  afterAll(() => {
    connection?.closeSync();
    instance?.closeSync();
  });

  const [first, last] = manifest.years;
  const ranges: readonly (readonly [number, number])[] = [
    [first, last],
    [last - 3, last - 1],
  ];
  /** Every level of the whole, and the one shown first of the areas below. */
  const placesOf = (): readonly { area: string; level: Level }[] => [
    ...(Object.keys(manifest.levels) as Level[]).map((level) => ({ area: manifest.root_area, level })),
    ...areas.map((area) => ({ area, level: manifest.default_level })),
  ];

  /** Rows in the order of their keys: a full scan orders them, a sum of the summary need not. */
  const inOrder = (rows: readonly Row[]): readonly string[] =>
    rows
      .filter(hasReports)
      .map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
      .sort();

  it.each(Object.entries(overview))(
    'answers %s as a full scan does, for areas large and small',
    async (_, asked) => {
      for (const place of placesOf())
        for (const years of ranges) {
          const question: Question = { ...asked, where: { ...place, years } };
          const answer = answerFromSummary(summary, question);
          expect(answer).not.toBeNull();
          const scanned = await ask(compile(question).sql);
          expect(inOrder(rowsOf(answer!)), JSON.stringify(question.where)).toEqual(inOrder(scanned));
        }
    },
    60_000,
  );

  it('leaves to the engine what it cannot answer exactly', () => {
    const where = { area: manifest.root_area, level: manifest.default_level, years: manifest.years };
    const question: Question = { from: 'reports', measures: ['published_items'], by: [], where };
    const known = new Set([manifest.root_area, ...areas]);
    const refused: Readonly<Record<string, Question>> = {
      'a median over years': { ...question, spread: true },
      'a median of what it has none of': { ...question, measures: ['reviews'], by: ['year'], spread: true },
      agencies: { ...question, by: ['agency'] },
      'picked agencies': { ...question, where: { ...where, agencies: ['x'] } },
      channels: { ...question, from: 'channels', measures: [], by: ['channel'] },
      'a metric it lacks': { ...question, measures: ['documents_issued'] },
      'an area it lacks': { ...question, where: { ...where, area: '999999999' } },
    };
    for (const [what, one] of Object.entries(refused)) {
      expect(summaryAnswers(one, known), what).toBe(false);
      expect(answerFromSummary(summary, one), what).toBeNull();
    }
  });
});

/** One row for nothing at all, which a full scan without groups gives, says the same as no row. */
const hasReports = (row: Row): boolean => Number(row['reports'] ?? 0) > 0;
