import { describe, expect, it } from 'vitest';
import {
  allCells,
  cellDefinition,
  crosswalk,
  formCells,
  forms,
  isCellCode,
  legacyForms,
  outcomeGroups,
  outcomeRows,
  sections,
  signatures,
  type FormId,
  type Indicator,
  type Label,
} from '../../src/forms';

const ids: readonly FormId[] = ['2021', '2019'];

/** The lists of one form, within each of which codes name one thing and refer to one another. */
function listsOf(id: FormId): Readonly<Record<string, readonly Indicator[]>> {
  const { t2, t3, t4 } = forms[id].tables;
  return {
    ...Object.fromEntries(
      t2.blocks.flatMap((block) => [
        [`${block.code} rows`, block.rows],
        [`${block.code} columns`, block.columns],
      ]),
    ),
    't3 rows': t3.rows,
    't3 columns': [...t3.columnGroups, ...t3.columns],
    't4 columns': [...t4.columnGroups, ...t4.columns],
  };
}

const lists: Readonly<Record<string, readonly Indicator[]>> = {
  ...Object.fromEntries(
    ids.flatMap((id) => Object.entries(listsOf(id)).map(([name, list]) => [`${id} ${name}`, list])),
  ),
  ...Object.fromEntries(legacyForms.map((form) => [form.id, form.indicators])),
};

describe('cells', () => {
  it('number 200 in the form of 2021 and 198 in that of 2019', () => {
    expect(formCells['2021']).toHaveLength(200);
    expect(formCells['2019']).toHaveLength(198);
  });

  it.each([
    ['2021', 't2', 10],
    ['2021', 't3', 25 * 7],
    ['2021', 't4', 15],
    ['2019', 't2', 22],
    ['2019', 't3', 23 * 7],
    ['2019', 't4', 15],
  ] as const)('form of %s, %s: %i', (form, table, count) => {
    expect(formCells[form].filter((cell) => cell.table === table)).toHaveLength(count);
  });

  it.each(ids)('have one code each in the form of %s', (form) => {
    const codes = formCells[form].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('of both forms under one code mean the same', () => {
    const of2019 = new Map(formCells['2019'].map((cell) => [cell.code, cell]));
    for (const cell of formCells['2021']) {
      const other = of2019.get(cell.code);
      if (other) expect([other.table, other.row, other.column, other.kind]).toEqual(place(cell));
    }
  });

  it('are found by their code', () => {
    for (const cell of allCells) expect(cellDefinition(cell.code)).toBe(cell);
    expect(isCellCode('t3_granted_total')).toBe(true);
    expect(isCellCode('t3_denied_total')).toBe(false);
    expect(() => cellDefinition('t3_denied_total')).toThrow(RangeError);
  });
});

const place = (cell: ReturnType<typeof cellDefinition>) => [cell.table, cell.row, cell.column, cell.kind];

describe('indicators', () => {
  it.each(Object.keys(lists))('of %s have one code each', (name) => {
    const codes = (lists[name] ?? []).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each(Object.keys(lists))('of %s refer to one another', (name) => {
    const list = lists[name] ?? [];
    const codes = new Set(list.map(({ code }) => code));
    const referred = list.flatMap(({ sumOf = [], children = [], parent, group }) => [
      ...sumOf,
      ...children,
      ...[parent, group].filter((code) => code !== undefined),
    ]);
    expect(referred.filter((code) => !codes.has(code))).toEqual([]);
  });

  it.each(ids)('that are totals say of what, form of %s', (id) => {
    const { t3, t4 } = forms[id].tables;
    for (const total of [...t3.rows, ...t3.columns, ...t4.columns].filter(({ kind }) => kind === 'total'))
      expect(total.sumOf?.length).toBeGreaterThan(0);
  });

  it.each(ids)('of the outcomes make up the outcome groups, form of %s', (id) => {
    const total = forms[id].tables.t3.rows.find(({ code }) => code === 'results_total');
    expect(outcomeGroups.flatMap((group) => outcomeRows(id, group))).toEqual(total?.sumOf);
  });
});

describe('labels', () => {
  const labels: readonly Label[] = [
    ...Object.values(lists).flatMap((list) => list.map(({ label }) => label)),
    ...ids.flatMap((id) => {
      const { title, tables } = forms[id];
      return [
        title,
        tables.t2.title,
        tables.t3.title,
        tables.t4.title,
        ...tables.t2.blocks.map((b) => b.label),
      ];
    }),
    ...legacyForms.map(({ title }) => title),
    ...sections.map(({ label }) => label),
  ];

  it('are there in both languages, and the English one holds no Chinese', () => {
    const unfit = labels.filter(
      ({ zh, en }) => !/\p{Script=Han}/u.test(zh) || !/[A-Za-z]/.test(en) || /\p{Script=Han}/u.test(en),
    );
    expect(unfit).toEqual([]);
  });
});

describe('crosswalk', () => {
  const codesOf = (form: string): readonly string[] =>
    form === '2019' || form === '2021'
      ? formCells[form].map(({ code }) => code)
      : legacyForms
          .filter(({ id }) => id === form || id.startsWith(`${form}_`))
          .flatMap(({ indicators }) => indicators.map(({ code }) => code as string));

  /** `a|b`: either form; `x + y`, `x | y`, `sum(x)`: several codes; `*`: any part of one. `narrative:` is no cell but a fact of the text. */
  const exists = (form: string, expression: string): boolean => {
    const known = form.split('|').flatMap(codesOf);
    const patterns = (expression.match(/[a-z][\w*]*/g) ?? []).filter((word) => word !== 'sum');
    const matches = (pattern: string) => {
      const matcher = new RegExp(`^${pattern.replaceAll('*', '.+')}$`);
      return known.some((code) => matcher.test(code));
    };
    return patterns.length > 0 && patterns.every(matches);
  };

  it('names codes that the forms have', () => {
    const named = crosswalk.flatMap(({ fromForm, fromCode, toForm, toCode }) => [
      [fromForm, fromCode] as const,
      ...(toCode === null ? [] : [[toForm, toCode] as const]),
    ]);
    expect(named.filter(([form, code]) => !code.startsWith('narrative:') && !exists(form, code))).toEqual([]);
  });

  it('joins exactly only what has a counterpart', () => {
    expect(crosswalk.filter(({ relation, toCode }) => relation === 'exact' && toCode === null)).toEqual([]);
  });
});

describe('signatures', () => {
  /** Everything that a form prints. */
  const printed: Readonly<Record<FormId, readonly string[]>> = {
    '2021': textsOf('2021'),
    '2019': textsOf('2019'),
  };

  function textsOf(id: FormId): readonly string[] {
    return Object.values(listsOf(id)).flatMap((list) =>
      list.flatMap(({ label, aliases = [] }) => [label.zh, ...aliases]),
    );
  }

  it.each(ids)('of %s occur in it and not in the other form', (id) => {
    const other = id === '2021' ? '2019' : '2021';
    for (const text of signatures[id]) {
      expect(printed[id].some((label) => label.includes(text))).toBe(true);
      expect(printed[other].filter((label) => label.includes(text))).toEqual([]);
    }
  });

  it('of the older tables occur in no form since 2019', () => {
    for (const text of [...signatures.legacy_2014, ...signatures.legacy_2008])
      expect([...printed['2021'], ...printed['2019']].filter((label) => label.includes(text))).toEqual([]);
  });
});
