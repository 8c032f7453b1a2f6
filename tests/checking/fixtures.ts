import fc from 'fast-check';
import { formCells, identitiesOf } from '../../src/forms';
import type { CellCode, FormId, TableId } from '../../src/forms';
import type { Cell, CellState, Fact, Report } from '../../src/reading';

export type Numbers = Map<CellCode, number>;

export const cell = (value: number | null, state: CellState = value === null ? 'blank' : 'value'): Cell => ({
  value,
  state,
  raw: value === null ? '' : String(value),
  at: null,
});

export const cellsOf = (numbers: Iterable<readonly [CellCode, number | null]>): Report['cells'] =>
  Object.fromEntries([...numbers].map(([code, value]) => [code, cell(value)]));

export function reportOf(parts: Partial<Report> = {}): Report {
  return {
    source: 'test.txt',
    title: null,
    agency: { name: '甲镇人民政府', kind: 'township' },
    scope: 'own',
    year: 2023,
    published: '2024-01-20',
    url: null,
    forms: { t2: '2021', t3: '2021', t4: '2021' },
    cells: {},
    narrative: {},
    sections: [],
    problems: [],
    ...parts,
  };
}

/** A whole form of zeros. */
export const zeros = (form: FormId): Numbers => new Map(formCells[form].map(({ code }) => [code, 0]));

/** Sets the total of each identity of a table to the sum of its parts, inner sums first. */
export function balance(numbers: Numbers, table: TableId, form: FormId): Numbers {
  const n = new Map(numbers);
  const sum = (codes: readonly CellCode[]) => codes.reduce((total, code) => total + (n.get(code) ?? 0), 0);
  const identities = identitiesOf(table, form);
  const isTotalColumn = (code: CellCode) => code.endsWith('_total');
  for (const { kind, left, right } of identities) {
    const [target] = left;
    if (target && kind !== 'balance' && kind !== 'applicants') n.set(target, sum(right));
  }
  for (const { kind, left, right } of identities) {
    const [newReceived, carriedIn] = right;
    if (kind !== 'balance' || !newReceived || !carriedIn || isTotalColumn(newReceived)) continue;
    const all = sum(left);
    const carried = Math.min(n.get(carriedIn) ?? 0, all);
    n.set(carriedIn, carried);
    n.set(newReceived, all - carried);
  }
  for (const { kind, left, right } of identities) {
    const [target] = left;
    if (target && kind === 'applicants') n.set(target, sum(right));
  }
  return n;
}

const count = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 400 }) },
);

/** Consistent tables 3 and 4 of a form, table 2 zero. */
export const consistent = (form: FormId): fc.Arbitrary<Numbers> => {
  const codes = formCells[form].filter(({ table }) => table !== 't2').map(({ code }) => code);
  return fc
    .array(count, { minLength: codes.length, maxLength: codes.length })
    .map((values) => new Map([...zeros(form), ...codes.map((code, i) => [code, values[i] ?? 0] as const)]))
    .map((numbers) => balance(balance(numbers, 't3', form), 't4', form));
};

type Values = Readonly<Partial<Record<CellCode, number>>>;

const form2019 = { t2: '2019', t3: '2019', t4: '2021' } as const;

/** A balanced report with some values, and overrides put in after balancing. */
export function filled(
  values: Values,
  overrides: Values = {},
  form: FormId = '2021',
  parts: Partial<Report> = {},
) {
  const base = new Map([...zeros(form), ...(Object.entries(values) as [CellCode, number][])]);
  const balanced = balance(balance(base, 't3', form), 't4', form);
  const cells = cellsOf([...balanced, ...(Object.entries(overrides) as [CellCode, number][])]);
  return reportOf({
    cells,
    ...(form === '2019' ? { forms: form2019, year: 2020, published: '2021-01-20' } : {}),
    ...parts,
  });
}

export const fact = (value: number, precision: Fact['precision'] = 'exact'): Fact => ({
  value,
  precision,
  approx: precision !== 'exact',
  raw: String(value),
  at: null,
});
export const entry = (label: string, count: number) => ({ label, count, approx: false, at: null });
export const next = (report: Report): Report => ({ ...report, year: 2024, published: '2025-01-20' });
