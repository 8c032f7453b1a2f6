import { cellDefinition, forms, outcomeGroups, outcomeRows, type CellCode } from '../../src/forms';
import type { ReportContent } from '../../src/simulation';

/** `rule/agency/year` of every broken identity, evaluated plainly and apart from `src/checking`. */
export type Broken = string;

const value = (report: ReportContent, code: string): number | undefined => {
  const cell = report.cells[cellDefinition(code).code as CellCode];
  return cell === undefined ? undefined : (cell ?? 0);
};

const stock = (row: string, column: string) => `t2_${row}_${column}`;

/** Identities within one report. */
export function brokenWithin(report: ReportContent): string[] {
  if (!report.form) return [];
  const form = forms[report.form];
  const at = (code: string) => value(report, code) ?? 0;
  const columns = form.tables.t3.columns.map(({ code }) => code);
  const inputs = columns.filter((code) => code !== 'total');
  const rows = form.tables.t3.rows.filter(({ kind }) => kind !== 'group').map(({ code }) => code);
  const outcomes = outcomeGroups.flatMap((group) => outcomeRows(report.form ?? '2021', group));
  const t3 = (row: string, column: string) => at(`t3_${row}_${column}`);
  const found: string[] = [];
  const check = (rule: string, holds: boolean) => {
    if (!holds && !found.includes(rule)) found.push(rule);
  };
  for (const column of columns) {
    check(
      'T3-SUM',
      t3('results_total', column) === outcomes.reduce((total, row) => total + t3(row, column), 0),
    );
    check(
      'T3-BAL',
      t3('new_received', column) + t3('carried_in', column) ===
        t3('results_total', column) + t3('carried_out', column),
    );
  }
  for (const row of rows)
    check('T3-ROW', t3(row, 'total') === inputs.reduce((total, column) => total + t3(row, column), 0));
  for (const [kind, rule] of [
    ['review', 'T4-SUM-R'],
    ['lit_direct', 'T4-SUM-D'],
    ['lit_after_review', 'T4-SUM-A'],
  ] as const)
    check(
      rule,
      at(`t4_${kind}_total`) ===
        ['upheld', 'corrected', 'other', 'pending'].reduce((total, r) => total + at(`t4_${kind}_${r}`), 0),
    );
  if (report.form === '2021')
    for (const row of ['regulation', 'normative_document'])
      check('T2-STOCK', at(stock(row, 'in_force')) >= at(stock(row, 'issued')) - at(stock(row, 'repealed')));
  return found;
}

/** Identities between a report and the same body's report of the year before. */
export function brokenAcross(before: ReportContent, report: ReportContent): string[] {
  if (!before.form || !report.form) return [];
  const found: string[] = [];
  const columns = forms[report.form].tables.t3.columns.map(({ code }) => code);
  if (columns.some((c) => value(report, `t3_carried_in_${c}`) !== value(before, `t3_carried_out_${c}`)))
    found.push('X-CARRY');
  if (before.form === '2021' && report.form === '2021') {
    const moved = (row: string) =>
      (value(report, stock(row, 'in_force')) ?? 0) -
      (value(before, stock(row, 'in_force')) ?? 0) -
      (value(report, stock(row, 'issued')) ?? 0);
    const rows = ['regulation', 'normative_document'];
    if (rows.some((row) => moved(row) !== -(value(report, stock(row, 'repealed')) ?? 0)))
      found.push('X-STOCK');
    if (rows.some((row) => moved(row) > 0)) found.push('X-STOCK≤');
  }
  return found;
}
