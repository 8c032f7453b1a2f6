import { describe, expect, it } from 'vitest';
import { checkSeries } from '../../src/checking';
import { filled, next } from './fixtures';

describe('checkSeries', () => {
  const first = filled({
    t3_granted_natural_person: 40,
    t3_carried_out_natural_person: 30,
    t3_carried_out_enterprise: 1,
  });

  it('is silent when everything was carried over', () => {
    const second = filled({
      t3_granted_natural_person: 50,
      t3_granted_enterprise: 1,
      t3_carried_in_natural_person: 30,
      t3_carried_in_enterprise: 1,
    });
    expect(checkSeries([next(second), first])).toEqual([]);
  });

  it('warns where the total is right and applicants differ', () => {
    const second = filled({ t3_granted_natural_person: 50, t3_carried_in_natural_person: 31 });
    const found = checkSeries([first, next(second)]);
    expect(found.map((it) => [it.codes, it.severity, it.expected, it.found, it.year])).toEqual([
      [['t3_carried_in_natural_person'], 'warning', 30, 31, 2024],
      [['t3_carried_in_enterprise'], 'warning', 1, 0, 2024],
    ]);
  });

  it('compares no years that do not follow one another', () => {
    expect(checkSeries([first, { ...next(filled({})), year: 2025 }])).toEqual([]);
    expect(checkSeries([first, { ...next(filled({})), year: null }])).toEqual([]);
  });

  it('takes repeated zeros and single cases for chance', () => {
    expect(checkSeries([filled({}), next(filled({}))])).toEqual([]);
    const one = filled({
      t3_granted_natural_person: 1,
      t3_unable_not_held_natural_person: 1,
      t2_normative_document_in_force: 3,
      t2_admin_coercion_decisions: 1,
    });
    expect(checkSeries([one, next(one)])).toEqual([]);
  });

  it('finds a table repeated with all its numbers', () => {
    const table = filled({ t4_review_upheld: 4, t4_lit_direct_other: 2 });
    expect(checkSeries([table, next(table)]).map(({ rule, table: id }) => [rule, id])).toEqual([
      ['X-SAME', 't4'],
    ]);
  });
});
