import { describe, expect, it } from 'vitest';
import { DatasetError } from '../../src/dataset';
import { parseFact } from '../../src/dataset/node';
import { factJson } from './fixtures';

describe('parseFact', () => {
  it('takes a number as an exact count and an object with its precision', () => {
    const { facts } = parseFact(
      factJson({
        narrative: {
          applications_received: 3,
          published_total: { value: 100, approx: true },
          reviews_total: { value: 7, precision: 'at_least' },
        },
      }),
    );
    expect(facts.applications_received).toMatchObject({ value: 3, precision: 'exact' });
    expect(facts.published_total).toMatchObject({ value: 100, precision: 'about' });
    expect(facts.reviews_total).toMatchObject({ value: 7, precision: 'at_least' });
  });

  it('takes whose a number is and how it changed', () => {
    const { facts, change } = parseFact(
      factJson({
        narrative: {
          applications_received: { value: 3, scope: 'own' },
          applications_change: { value: -40, unit: 'percent' },
        },
      }),
    );
    expect(facts.applications_received).toMatchObject({ value: 3, scope: 'own' });
    expect(change).toMatchObject({ value: -40, unit: 'percent' });
  });

  it('takes a cell as a number or with its state, and gives a number to `value` only', () => {
    const { cells } = parseFact(
      factJson({ cells: { t3_granted_total: 2, t3_carried_in_total: { state: 'blank', raw: '' } } }),
    );
    expect(cells.t3_granted_total).toMatchObject({ value: 2, state: 'value' });
    expect(cells.t3_carried_in_total).toMatchObject({ value: null, state: 'blank' });
    expect(cells.t3_new_received_total).toBeUndefined();
  });

  it('takes what the form allows: money in parts, a change below 0', () => {
    const { cells } = parseFact(
      factJson({ cells: { t2_admin_fee_fee_amount: 282.1, t2_admin_license_item_change: -11 } }),
    );
    expect([cells.t2_admin_fee_fee_amount?.value, cells.t2_admin_license_item_change?.value]).toEqual([
      282.1, -11,
    ]);
  });

  it.each<[string, object, RegExp]>([
    ['no agency', { agency: undefined }, /agency/],
    ['an unknown kind', { kind: 'village' }, /kind.*township \| street/],
    ['a year as text', { year: '2023' }, /year.*integer/],
    ['a year that cannot be', { year: 20230 }, /20230 is not a report year/],
    ['a day that does not exist', { published: '2024-02-30' }, /published.*YYYY-MM-DD/],
    ['a cell of no form', { cells: { t9_x: 1 } }, /t9_x: no form has this cell/],
    ['a negative count', { narrative: { applications_received: -1 } }, /-1 is not a count/],
    [
      'a count beyond 32 bits',
      { narrative: { applications_received: 2 ** 31 } },
      /2147483648 is not a count/,
    ],
    ['a negative cell', { cells: { t3_granted_total: -2 } }, /cells.t3_granted_total: -2 is not a count/],
    ['half a count', { cells: { t3_granted_total: 1.5 } }, /cells.t3_granted_total: 1.5 is not a count/],
    [
      'half a count with its state',
      { cells: { t3_granted_total: { state: 'value', value: 1.5 } } },
      /cells.t3_granted_total.value: 1.5 is not a count/,
    ],
    ['a cell beyond 32 bits', { cells: { t3_granted_total: 2 ** 31 } }, /2147483648 is not a count/],
    ['a cell beyond safe integers', { cells: { t3_granted_total: 2 ** 60 } }, /is not a count/],
    ['negative money', { cells: { t2_admin_fee_fee_amount: -0.5 } }, /-0.5 is not an amount of money/],
    ['money beyond safe integers', { cells: { t2_admin_fee_fee_amount: 2 ** 60 } }, /is not an amount/],
    ['half a change', { cells: { t2_admin_license_item_change: 0.5 } }, /0.5 is not a change/],
    ['a label without a count', { narrative: { channels: [{ label: 'x' }] } }, /channels\[0\].count/],
  ])('refuses %s and names the field', (_, over, message) => {
    expect(() => parseFact(factJson(over))).toThrow(DatasetError);
    expect(() => parseFact(factJson(over))).toThrow(message);
  });

  it.each([null, 5, 'text', []])('refuses %j', (json) => {
    expect(() => parseFact(json)).toThrow(/record: expected object/);
  });
});
