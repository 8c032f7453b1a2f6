import { describe, expect, test } from 'vitest';
import { formCell, markOf, shownIn, type CellState } from '../../../src/pages/report/form-cell';
import { cellAfter } from '../../../src/pages/report/move';
import { anEvidence, aReport } from './fixtures';

const code = 't3_granted_total';
const plain = String;

const look = (state: CellState, value: number | null, raw: string | null, derived = false) => {
  const cell = formCell(
    code,
    aReport({}),
    new Map([[code, anEvidence({ code, state, value, raw, derived })]]),
  );
  return [markOf(cell), shownIn(cell, plain)];
};

describe('a cell of the form', () => {
  test('looks different for every reason why there is no number, and never like 0', () => {
    const looks = [
      look('value', 0, '0'),
      look('blank', null, ''),
      look('slash', null, '/'),
      look('word', null, '无'),
      look('row_missing', null, null),
      look('unreadable', null, '1O'),
      look('not_collected', null, null),
    ];
    expect(looks).toEqual([
      ['zero', '0'],
      ['blank', ''],
      ['printed', '/'],
      ['printed', '无'],
      ['hatched', ''],
      ['unread', '?'],
      ['dotted', ''],
    ]);
  });

  test('shows a derived number as derived, even 0', () => {
    expect(look('blank', 0, '', true)).toEqual(['derived', '0']);
    expect(look('slash', 3, '/', true)).toEqual(['derived', '3']);
  });

  test('cuts a long word', () => {
    expect(look('word', null, '详见附件一至三')).toEqual(['printed', '详见附件一…']);
  });

  test('without evidence of its own takes the state of its table', () => {
    const of = (t3: string) =>
      formCell(code, aReport({ tableStates: { t2: 'read', t3, t4: 'read' } }), new Map()).state;
    expect(of('table_missing')).toBe('table_missing');
    expect(of('unreadable')).toBe('unreadable');
    expect(of('partial')).toBe('not_collected');
  });

  test('keeps its number when the evidence could not be loaded, and does not guess why there is none', () => {
    const report = aReport({ numbers: { [code]: 4 } });
    expect(formCell(code, report, null)).toMatchObject({ state: 'unknown', value: 4, at: null });
    expect(formCell('t3_granted_enterprise', report, null).state).toBe('unknown');
  });
});

describe('the keyboard in a form table', () => {
  const rows = [['a', 'b', 'c'], ['d'], ['e', 'f', 'g']];
  test.each([
    ['a', 'ArrowRight', 'b'],
    ['c', 'ArrowRight', 'c'],
    ['a', 'ArrowUp', 'a'],
    ['c', 'ArrowDown', 'd'],
    ['d', 'ArrowDown', 'e'],
    ['f', 'Home', 'e'],
    ['e', 'End', 'g'],
    ['a', 'Enter', null],
    ['z', 'ArrowUp', null],
  ])('%s + %s → %s', (from, key, to) => expect(cellAfter(rows, from, key)).toBe(to));
});
