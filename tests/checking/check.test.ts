import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, checkSeries } from '../../src/checking';
import type { CellCode, FormId } from '../../src/forms';
import { cell, cellsOf, consistent, entry, fact, filled, next, reportOf } from './fixtures';

describe('check', () => {
  it('takes a heading of a time before the forms for prose', () => {
    const sections = [{ n: 4, title: '四、行政复议', text: '无', at: { line: 9 } }];
    const report = reportOf({ forms: {}, sections, year: 2017, published: '2018-03-01' });
    expect(check(report)).toEqual([]);
  });

  it('lets the office of a government report rules, and by the day of its government', () => {
    const agency = { name: '甲市人民政府办公厅', kind: 'bureau' } as const;
    const report = filled({ t2_regulation_in_force: 12 }, {}, '2021', { agency, published: '2024-03-12' });
    expect(check(report)).toEqual([]);
    expect(check({ ...report, agency: { ...agency, name: '甲市财政局' } })).toHaveLength(2);
  });

  it('takes a day that does not exist for no date', () => {
    expect(check(reportOf({ published: '2024-02-31' })).map(({ rule }) => rule)).toEqual(['D-NODATE']);
  });

  it.each<FormId>(['2019', '2021'])('finds nothing in a consistent report, form of %s', (form) => {
    fc.assert(
      fc.property(consistent(form), (numbers) => {
        expect(check(filled({}, Object.fromEntries(numbers), form))).toEqual([]);
      }),
    );
  });

  it.each<FormId>(['2019', '2021'])('finds any one wrong number of table 3 or 4, form of %s', (form) => {
    const sample = fc.tuple(consistent(form), fc.nat(), fc.integer({ min: 1, max: 50 }));
    fc.assert(
      fc.property(sample, ([numbers, at, by]) => {
        const codes = [...numbers.keys()].filter((code) => !code.startsWith('t2_'));
        const code = codes[at % codes.length] as CellCode;
        const wrong = new Map([...numbers, [code, (numbers.get(code) ?? 0) + by]]);
        const found = check(filled({}, Object.fromEntries(wrong), form));
        expect(found.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
      }),
    );
  });

  it('blames no agency for what we could not read', () => {
    const wrong = filled({ t3_granted_natural_person: 5 }, { t3_granted_total: 7 });
    const unreadable = {
      ...wrong,
      cells: { ...wrong.cells, t3_granted_enterprise: cell(null, 'unreadable') },
    };
    const found = check(unreadable);
    expect(found.map(({ rule }) => rule)).toContain('S-1');
    expect(found.some(({ rule }) => rule === 'T3-ROW')).toBe(false);
    expect(found.every(({ severity }) => severity !== 'error')).toBe(true);
  });

  it('says nothing of a table of totals only', () => {
    const whole = filled({ t3_granted_natural_person: 5 });
    const cells = Object.fromEntries(
      Object.entries(whole.cells).map(([code, it]) => [
        code,
        code.startsWith('t3_') && !code.endsWith('_total') ? cell(null) : it,
      ]),
    );
    expect(check({ ...whole, cells })).toEqual([]);
  });

  it('asks where a total stands beside parts that all say that there is none', () => {
    const whole = filled({ t4_lit_direct_upheld: 6 });
    const emptied = (state: 'slash' | 'blank') =>
      Object.fromEntries(
        Object.entries(whole.cells).map(([code, it]) => [
          code,
          code.startsWith('t4_') && code !== 't4_lit_direct_total' ? cell(null, state) : it,
        ]),
      );
    const found = check({ ...whole, cells: emptied('slash') });
    expect(found.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['T4-SUM-D warning']);
    expect(check({ ...whole, cells: emptied('blank') })).toEqual([]);
  });

  it('asks where some totals alone have none of their parts', () => {
    const whole = filled({
      t3_granted_natural_person: 5,
      t3_np_repeat_enterprise: 2,
      t3_denied_state_secret_natural_person: 1,
    });
    const cells = Object.fromEntries(
      Object.entries(whole.cells).map(([code, it]) => [
        code,
        /^t3_(?:granted|np_repeat)_/.test(code) && !code.endsWith('_total') ? cell(null) : it,
      ]),
    );
    const found = check({ ...whole, cells }).filter(({ rule }) => rule === 'T3-ROW');
    expect(found.map(({ severity, expected, found: printed }) => [severity, expected, printed])).toEqual([
      ['warning', 0, 5],
      ['warning', 0, 2],
    ]);
  });

  it('asks, but does not accuse, where only blanks read as 0 break a sum', () => {
    const cells = cellsOf([
      ['t4_review_total', 5],
      ['t4_review_upheld', 3],
      ['t4_review_corrected', null],
      ['t4_review_other', null],
      ['t4_review_pending', 0],
    ]);
    const found = check(reportOf({ cells }));
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([['T4-SUM-R', 'warning']]);
    const beyond = check(reportOf({ cells: { ...cells, t4_review_upheld: cell(6) } }));
    expect(beyond.map(({ rule, severity }) => [rule, severity])).toEqual([['T4-SUM-R', 'error']]);
  });

  it('warns of a part printed empty that two sums prove to be none', () => {
    const whole = filled({ t3_granted_natural_person: 5 });
    const cells = { ...whole.cells, t3_granted_natural_person: cell(null) };
    const found = check({ ...whole, cells });
    expect(found.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['T3-SUM', 'warning'],
      ['T3-ROW', 'warning'],
    ]);
  });

  it('warns of a total left out beside those of other applicants, and of parts beside those of other appeals', () => {
    const t3 = filled({ t3_granted_natural_person: 5, t3_granted_enterprise: 3 });
    const found = (report: typeof t3, code: CellCode) =>
      check({ ...report, cells: { ...report.cells, [code]: cell(null) } }).map(
        ({ rule, severity }) => `${rule} ${severity}`,
      );
    expect(found(t3, 't3_results_total_enterprise')).toEqual(['T3-ROW warning']);
    const t4 = filled({ t4_review_upheld: 2, t4_lit_direct_upheld: 1 });
    const slashes = (['corrected', 'other', 'pending'] as const).map(
      (part) => [`t4_review_${part}`, cell(null, 'slash')] as const,
    );
    const others = { ...t4, cells: { ...t4.cells, ...Object.fromEntries(slashes) } };
    expect(found(others, 't4_review_upheld')).toEqual(['T4-SUM-R warning']);
  });

  it('warns of a sum that is exceeded whatever stands in the cells that were not read', () => {
    const whole = filled({ t4_review_upheld: 2 });
    const read = (total: number) =>
      check({
        ...whole,
        cells: { ...whole.cells, t4_review_total: cell(total), t4_review_other: cell(null, 'unreadable') },
      }).map(({ rule, severity }) => [rule, severity]);
    expect(read(1)).toContainEqual(['T4-SUM-R', 'warning']);
    expect(read(3)).not.toContainEqual(['T4-SUM-R', 'warning']);
  });

  it('asks for the stock that is left blank beside what adds to it', () => {
    const report = filled({ t2_normative_document_issued: 5 });
    const cells = { ...report.cells, t2_normative_document_in_force: cell(null) };
    expect(check({ ...report, cells })).toMatchObject([{ rule: 'T2-STOCK', expected: 0, found: 5 }]);
    const unread = { ...cells, t2_normative_document_in_force: cell(null, 'unreadable') };
    expect(check({ ...report, cells: unread }).map(({ rule }) => rule)).not.toContain('T2-STOCK');
  });

  it('warns of a sum that only a number in a part printed empty would mend, and says what is printed', () => {
    const report = filled({ t4_review_upheld: 2 }, { t4_review_total: 5 });
    const found = check({ ...report, cells: { ...report.cells, t4_review_pending: cell(null) } });
    expect(found).toMatchObject([{ rule: 'T4-SUM-R', severity: 'warning', expected: 2, found: 5 }]);
    // A total printed empty is a style of the table: its parts give it.
    const style = filled({ t4_review_upheld: 2 });
    expect(check({ ...style, cells: { ...style.cells, t4_review_total: cell(null) } })).toEqual([]);
  });

  it.each([
    ['the new ones', fact(5)],
    ['with those carried in', fact(7)],
    ['a lower bound', fact(4, 'at_least')],
    ['a round number', fact(5, 'about')],
  ])('accepts a number in the text: %s', (_, applications_received) => {
    const report = filled({ t3_granted_natural_person: 7, t3_carried_in_natural_person: 2 }, {}, '2021', {
      narrative: { applications_received },
    });
    expect(check(report)).toEqual([]);
  });

  it.each([
    ['the new ones answered', { applications_answered: fact(5) }],
    ['all that was answered', { applications_answered: fact(7) }],
    ['what was carried', { applications_carried_in: fact(2), applications_carried_out: fact(0) }],
    ['no fee', { fees_charged: fact(0) }],
    ['a fee where some were handled', { fees_charged: fact(30) }],
    ['no suits', { litigation_total: fact(0), reviews_total: fact(0) }],
    [
      'received with those carried in',
      {
        applications_received: fact(7),
        applications_carried_in: fact(2),
        applications_answered: fact(7),
        applications_carried_out: fact(0),
      },
    ],
  ])('accepts what the text says of the table: %s', (_, narrative) => {
    const report = filled({ t3_granted_natural_person: 7, t3_carried_in_natural_person: 2 }, {}, '2021', {
      narrative,
    });
    expect(check(report)).toEqual([]);
  });

  it('compares a stated change with the year before as it is rounded', () => {
    const change = (value: number, unit: 'cases' | 'percent') =>
      checkSeries([
        filled({ t3_granted_natural_person: 30 }),
        next(
          filled({ t3_granted_natural_person: 40 }, {}, '2021', {
            narrative: { applications_change: { value, unit, raw: '', at: null } },
          }),
        ),
      ]).map(({ rule }) => rule);
    expect(change(33.3, 'percent')).toEqual([]);
    expect(change(33, 'percent')).toEqual([]);
    expect(change(10, 'cases')).toEqual([]);
    expect(change(30, 'percent')).toEqual(['X-GROWTH']);
    expect(change(-10, 'cases')).toEqual(['X-GROWTH']);
  });

  it('leaves lists alone that do not claim to be whole', () => {
    const narrative = { published_total: fact(50), published_by_category: [entry('政策文件', 20)] };
    for (const category_list of ['partial', 'no_total'] as const)
      expect(check(reportOf({ narrative: { ...narrative, category_list } }))).toEqual([]);
    expect(check(reportOf({ narrative: { ...narrative, published_total: fact(50, 'about') } }))).toEqual([]);
  });

  it.each([
    ['bureau', 2023, '2024-01-31', undefined],
    ['bureau', 2023, '2024-03-01', 'warning'],
    ['bureau', 2023, '2024-03-02', 'error'],
    ['county', 2023, '2024-03-31', undefined],
    ['county', 2023, '2024-04-01', 'warning'],
    ['township', 2023, '2024-02-01', 'info'],
    ['township', 2023, '2024-04-01', 'warning'],
    ['bureau', 2018, '2019-03-31', undefined],
    ['bureau', 2018, '2019-05-01', 'error'],
    ['other', 2023, '2024-06-01', undefined],
  ] as const)('%s, report on %i, published %s: %s', (kind, year, published, severity) => {
    const found = check(reportOf({ agency: { name: null, kind }, year, published, forms: {} }));
    expect(found.find(({ rule }) => rule === 'D-LATE')?.severity).toBe(severity);
  });
});
