import { type CellCode, forms } from './cells';
import type { FormId, TableId } from './types';

/** What a sum ties together: received with handled, outcomes, applicants, or the parts of one kind of appeal. */
export type IdentityKind =
  'balance' | 'outcomes' | 'applicants' | 'review' | 'lit_direct' | 'lit_after_review';

/** Σ left (what is stated) = Σ right (what it must come to), over cells of one table. */
export interface Identity {
  readonly kind: IdentityKind;
  readonly left: readonly CellCode[];
  readonly right: readonly CellCode[];
}

const t3 = (row: string, column: string) => `t3_${row}_${column}` as CellCode;
const t4 = (column: string) => `t4_${column}` as CellCode;

export const applicantColumns = forms['2021'].tables.t3.columns.map((column) => column.code);

/** Rows of table 3 that carry values, in printed order. */
export const applicationRows = (form: FormId): readonly string[] =>
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
  const balances = applicantColumns.map((column): Identity => {
    const { newReceived, carriedIn, resultsTotal, carriedOut } = balanceOf(column);
    return { kind: 'balance', left: [resultsTotal, carriedOut], right: [newReceived, carriedIn] };
  });
  const sums = applicantColumns.map((column): Identity => ({
    kind: 'outcomes',
    left: [balanceOf(column).resultsTotal],
    right: outcomeParts(form, column),
  }));
  const rows = applicationRows(form).map((row): Identity => ({
    kind: 'applicants',
    left: [rowTotal(row)],
    right: applicantParts(form, row),
  }));
  return [...balances, ...sums, ...rows];
}

const kindOfT4Total: Readonly<Record<string, IdentityKind>> = {
  review_total: 'review',
  lit_direct_total: 'lit_direct',
  lit_after_review_total: 'lit_after_review',
};

/** Table 4 is the same in both forms. */
const identitiesOfT4: readonly Identity[] = forms['2021'].tables.t4.columns.flatMap(({ code, sumOf }) => {
  const kind = kindOfT4Total[code];
  return kind && sumOf ? [{ kind, left: [t4(code)], right: sumOf.map(t4) }] : [];
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
