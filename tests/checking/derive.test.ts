import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveCells } from '../../src/checking';
import { outcomeRows, type CellCode, type FormId } from '../../src/forms';
import type { CellState, Report } from '../../src/reading';
import { balance, cell, cellsOf, consistent, zeros, type Numbers } from './fixtures';

const organisations = ['enterprise', 'research_institute', 'social_org', 'legal_service', 'other_org'];
const forms = { t2: '2021', t3: '2021', t4: '2021' } as const;

const set = (numbers: Numbers, values: Readonly<Partial<Record<CellCode, number>>>): Numbers =>
  new Map([...numbers, ...(Object.entries(values) as [CellCode, number][])]);

const blanked = (numbers: Numbers, blank: (code: CellCode, value: number) => boolean): Report['cells'] =>
  cellsOf([...numbers].map(([code, value]) => [code, blank(code, value) ? null : value] as const));

describe('deriveCells', () => {
  it('proves blank organisation columns to be 0 where natural persons reach the total', () => {
    const truth = balance(
      set(zeros('2021'), { t3_granted_natural_person: 26, t3_np_repeat_natural_person: 3 }),
      't3',
      '2021',
    );
    const cells = blanked(truth, (code) => organisations.some((column) => code.endsWith(`_${column}`)));
    const derived = deriveCells(cells, forms);
    expect(derived.size).toBe(25 * 5);
    expect(new Set(derived.values())).toEqual(new Set([0]));
  });

  it('proves row totals where totals of outcomes and all zeros are blank', () => {
    const truth = balance(
      set(zeros('2019'), {
        t3_granted_natural_person: 258,
        t3_granted_enterprise: 12,
        t3_denied_process_info_natural_person: 4,
        t3_unable_not_held_legal_service: 1,
        t3_carried_out_natural_person: 9,
        t3_carried_in_natural_person: 18,
      }),
      't3',
      '2019',
    );
    const frame = ['new_received', 'carried_in', 'results_total', 'carried_out'];
    const cells = blanked(
      truth,
      (code, value) =>
        code.startsWith('t3_') &&
        (value === 0 || (code.endsWith('_total') && !frame.some((row) => code === `t3_${row}_total`))),
    );
    const derived = deriveCells(cells, { t3: '2019' });
    expect(derived.get('t3_granted_total')).toBe(270);
    expect(derived.get('t3_denied_process_info_total')).toBe(4);
    expect(derived.get('t3_granted_social_org')).toBe(0);
    for (const row of outcomeRows('2019', 'denied'))
      expect(derived.has(`t3_${row}_total` as CellCode)).toBe(true);
    for (const [code, value] of derived) expect(value).toBe(truth.get(code));
  });

  it('gives the one unknown of a sum', () => {
    const truth = balance(set(zeros('2021'), { t4_review_upheld: 4, t4_review_pending: 1 }), 't4', '2021');
    const derived = deriveCells(
      blanked(truth, (code) => code === 't4_review_total'),
      forms,
    );
    expect([...derived]).toEqual([['t4_review_total', 5]]);
  });

  it('proves no number for a slash, which says that there is none', () => {
    const truth = balance(set(zeros('2021'), { t4_review_upheld: 4, t4_review_pending: 1 }), 't4', '2021');
    const slashed = (code: CellCode) => ({ ...cellsOf([...truth]), [code]: cell(null, 'slash') });
    expect(deriveCells(slashed('t4_review_pending'), forms).has('t4_review_pending')).toBe(false);
    expect(deriveCells(slashed('t4_review_other'), forms).get('t4_review_other')).toBe(0);
  });

  it('takes nothing for 0 without a proof: only the total column filled', () => {
    const truth = balance(set(zeros('2021'), { t3_granted_natural_person: 5 }), 't3', '2021');
    const cells = blanked(
      truth,
      (code, value) => code.startsWith('t3_') && (!code.endsWith('_total') || value === 0),
    );
    const derived = deriveCells(cells, forms);
    expect(derived.has('t3_granted_natural_person')).toBe(false);
    expect(derived.has('t3_new_received_enterprise')).toBe(false);
  });

  it.each<CellState>(['row_missing', 'unreadable', 'table_missing', 'not_collected'])(
    'never fills %s',
    (state) => {
      const cells = { ...cellsOf(zeros('2021')), t3_granted_total: cell(null, state) };
      expect(deriveCells(cells, forms)).toEqual(new Map());
    },
  );

  it('derives nothing from a table whose printed numbers contradict one another', () => {
    const truth = balance(set(zeros('2021'), { t3_granted_natural_person: 5 }), 't3', '2021');
    const broken = set(truth, { t3_carried_out_natural_person: 1 });
    const cells = blanked(broken, (code) => code === 't3_np_repeat_enterprise' || code === 't4_review_total');
    expect([...deriveCells(cells, forms)]).toEqual([['t4_review_total', 0]]);
  });

  it('never gives a negative number', () => {
    const cells = { ...cellsOf(zeros('2021')), t4_review_upheld: cell(null), t4_review_other: cell(2) };
    expect(deriveCells(cells, forms).size).toBe(0);
  });

  it('derives nothing where the form is mixed or unknown', () => {
    const cells = blanked(zeros('2021'), (code) => code === 't3_granted_total');
    expect(deriveCells(cells, { t3: 'mixed' }).size).toBe(0);
    expect(deriveCells(cells, {}).size).toBe(0);
  });

  it.each<FormId>(['2019', '2021'])('never invents, form of %s', (form) => {
    const sample = fc.tuple(
      consistent(form),
      fc.infiniteStream(fc.boolean()),
      fc.constantFrom<CellState>('blank', 'slash', 'word'),
      fc.boolean(),
    );
    fc.assert(
      fc.property(sample, ([truth, coin, state, zerosOnly]) => {
        const cells = Object.fromEntries(
          [...truth].map(([code, value]) => {
            const hidden = (!zerosOnly || value === 0) && coin.next().value;
            return [code, hidden ? cell(null, state) : cell(value)];
          }),
        );
        for (const [code, value] of deriveCells(cells, { t2: form, t3: form, t4: '2021' })) {
          expect(cells[code]?.value).toBeNull();
          expect(value).toBe(truth.get(code));
        }
      }),
      { numRuns: 300 },
    );
  });
});
