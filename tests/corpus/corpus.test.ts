import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile, type Report } from '../../src/reading';

interface Truth {
  readonly file: string;
  readonly year: number;
  readonly published?: string | null;
  readonly forms: Readonly<Record<string, string | boolean>>;
  /** null: printed blank, or absent. */
  readonly cells: Readonly<Record<string, number | null>>;
  /** State of every cell, where all share one. */
  readonly states?: string;
  /** Flattened text whose cells only sums can tell apart. */
  readonly run_together?: boolean;
  readonly narrative: {
    readonly published_by_category?: readonly { readonly label: string; readonly count: number }[];
  } & Readonly<Record<string, unknown>>;
  readonly statistical_table?: {
    readonly rows: readonly (readonly [string, string, number, number | null])[];
  };
}

/** `NIANBAO_CORPUS` names a folder of real reports with hand-checked truth; without it our own are read. */
const folder = process.env.NIANBAO_CORPUS ?? join(import.meta.dirname, 'reports');

const truths = readdirSync(folder)
  .filter((name) => name.endsWith('.truth.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Truth);

const facts = [
  'published_total',
  'applications_received',
  'applications_answered',
  'applications_carried_in',
  'reviews_total',
  'litigation_total',
] as const;

function valuesOf(report: Report, codes: readonly string[]): Record<string, number | null> {
  const cells: Readonly<Record<string, { readonly value: number | null }>> = report.cells;
  return Object.fromEntries(codes.map((code) => [code, cells[code]?.value ?? null]));
}

const blanks = readdirSync(folder).filter((name) => /^blank-.*\.(?:docx|xlsx)$/.test(name));

it.each(blanks)('%s, a form that nobody filled in, is no report', async (file) => {
  await expect(readFile(readFileSync(join(folder, file)), file)).rejects.toMatchObject({
    code: 'not_a_report',
    reason: 'template',
  });
});

describe.each(truths.map((truth) => [truth.file, truth] as const))('%s', async (file, truth) => {
  const report = await readFile(readFileSync(join(folder, file)), file);

  it('has the values of every cell', () => {
    const codes = Object.keys(truth.cells);
    // Nothing ties the cells of table 2 together: where they ran together they stay open.
    const open = (code: string): boolean => truth.run_together === true && code.startsWith('t2_');
    const wanted = Object.fromEntries(codes.map((code) => [code, open(code) ? null : truth.cells[code]]));
    expect(valuesOf(report, codes)).toEqual(wanted);
    if (truth.states)
      expect(new Set(Object.values(report.cells).map((cell) => cell.state))).toEqual(new Set([truth.states]));
  });

  it('has no cell that the truth does not know', () => {
    const extra = Object.entries(report.cells).filter(
      ([code, cell]) => cell.value !== null && !(code in truth.cells),
    );
    expect(extra).toEqual([]);
  });

  it('says where every value stands', () => {
    const lost = Object.values(report.cells).filter(
      (cell) => cell.value !== null && (!cell.at || cell.raw === null),
    );
    expect(lost).toEqual([]);
  });

  it('has the year, the forms and the date', () => {
    expect(report.year).toBe(truth.year);
    if (truth.forms.statistical_table === undefined) expect(report.forms).toEqual(truth.forms);
    if (truth.published !== undefined) expect(report.published).toBe(truth.published);
  });

  it('has the facts of the narrative', () => {
    for (const fact of facts) {
      const wanted = truth.narrative[fact] as { value: number } | undefined;
      if (wanted) expect(report.narrative[fact]?.value, fact).toBe(wanted.value);
    }
    const found = report.narrative.published_by_category ?? [];
    for (const { label, count } of truth.narrative.published_by_category ?? [])
      expect(
        found.some((it) => it.count === count && (it.label.includes(label) || label.includes(it.label))),
        `${label} ${count}`,
      ).toBe(true);
  });

  it('has the rows of the statistical table', () => {
    const rows = truth.statistical_table?.rows ?? [];
    const found = report.statistical_table ?? [];
    expect(found.map((row) => row.value)).toEqual(rows.map(([, , value]) => value));
    rows.forEach(([label], i) => expect(found[i]?.label).toContain(label));
  });
});
