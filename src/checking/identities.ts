import { forms } from '../forms';
import type { CellCode, FormId, TableId } from '../forms';
import type { RuleId } from './finding';

/** Σ left (what is stated) = Σ right (what it must come to), over cells of one table. */
export interface Identity {
  readonly rule: RuleId;
  readonly left: readonly CellCode[];
  readonly right: readonly CellCode[];
}

const t3 = (row: string, column: string) => `t3_${row}_${column}` as CellCode;
const t4 = (column: string) => `t4_${column}` as CellCode;

export const t3Columns = forms['2021'].tables.t3.columns.map((column) => column.code);

/** Rows of table 3 that carry values, in printed order. */
export const t3Rows = (form: FormId): readonly string[] =>
  forms[form].tables.t3.rows.filter((row) => row.kind !== 'group').map((row) => row.code);

/** Cells of one row of table 3 that make up its total. */
export const applicantParts = (form: FormId, row: string): readonly CellCode[] =>
  forms[form].tables.t3.columns.flatMap((column) => column.sumOf ?? []).map((part) => t3(row, part));

/** Cells of one column of table 3 that make up its outcomes. */
export const outcomeParts = (form: FormId, column: string): readonly CellCode[] =>
  forms[form].tables.t3.rows.flatMap((row) => row.sumOf ?? []).map((part) => t3(part, column));

export const rowTotal = (row: string): CellCode => t3(row, 'total');

/** The four cells of one column that the form's own corner note ties together. */
export const balanceOf = (column: string) => ({
  newReceived: t3('new_received', column),
  carriedIn: t3('carried_in', column),
  resultsTotal: t3('results_total', column),
  carriedOut: t3('carried_out', column),
});

function identitiesOfT3(form: FormId): readonly Identity[] {
  const balances = t3Columns.map((column): Identity => {
    const { newReceived, carriedIn, resultsTotal, carriedOut } = balanceOf(column);
    return { rule: 'T3-BAL', left: [resultsTotal, carriedOut], right: [newReceived, carriedIn] };
  });
  const sums = t3Columns.map((column): Identity => ({
    rule: 'T3-SUM',
    left: [balanceOf(column).resultsTotal],
    right: outcomeParts(form, column),
  }));
  const rows = t3Rows(form).map((row): Identity => ({
    rule: 'T3-ROW',
    left: [rowTotal(row)],
    right: applicantParts(form, row),
  }));
  return [...balances, ...sums, ...rows];
}

const ruleOfT4Total: Readonly<Record<string, RuleId>> = {
  review_total: 'T4-SUM-R',
  lit_direct_total: 'T4-SUM-D',
  lit_after_review_total: 'T4-SUM-A',
};

/** Table 4 is the same in both forms. */
const identitiesOfT4: readonly Identity[] = forms['2021'].tables.t4.columns.flatMap(({ code, sumOf }) => {
  const rule = ruleOfT4Total[code];
  return rule && sumOf ? [{ rule, left: [t4(code)], right: sumOf.map(t4) }] : [];
});

const tables: Readonly<Record<FormId, Readonly<Record<TableId, readonly Identity[]>>>> = {
  '2021': { t2: [], t3: identitiesOfT3('2021'), t4: identitiesOfT4 },
  '2019': { t2: [], t3: identitiesOfT3('2019'), t4: identitiesOfT4 },
};

/**
 * The sums that a table of a form must satisfy. Empty for table 2, which has none, and where the
 * form is unknown or mixed: which rows make up a total is then not certain.
 */
export const identitiesOf = (table: TableId, form: FormId | 'mixed' | undefined): readonly Identity[] =>
  form === undefined || form === 'mixed' ? [] : tables[form][table];
