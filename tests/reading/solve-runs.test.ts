import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applicantColumns,
  applicationRows,
  type CellCode,
  formCells,
  type FormId,
  identitiesOf,
} from '../../src/forms';
import { type Run, solveRuns } from '../../src/reading/solve-runs';
import { splitRun } from '../../src/reading/split-run';
import { consistent, type Numbers, zeros } from '../checking/fixtures';

const one = (text: string, codes: readonly string[], sums = [{ left: ['c'], right: ['a', 'b'] }]) =>
  splitRun({ text, codes }, sums);

describe('a run of digits', () => {
  it('divides where its sum holds and no number has a leading zero', () => {
    expect(one('011', ['a', 'b', 'c'])).toEqual([[0, 1, 1]]);
    expect(one('6612', ['a', 'b', 'c'])).toEqual([[6, 6, 12]]);
    expect(one('112', ['a', 'b', 'c'])).toEqual([[1, 1, 2]]);
    expect(one('123', ['a', 'b', 'c'])).toEqual([[1, 2, 3]]);
    expect(one('124', ['a', 'b', 'c'])).toEqual([]);
    expect(one('11112', ['a', 'b', 'c'])).toEqual([
      [1, 11, 12],
      [11, 1, 12],
    ]);
  });

  it('always divides at white space', () => {
    expect(one('1 11 12', ['a', 'b', 'c'])).toEqual([[1, 11, 12]]);
    expect(one('1 1 1 2', ['a', 'b', 'c'])).toEqual([]);
  });

  it('divides before a sign and keeps decimals where the cells allow them', () => {
    const signed = new Set(['b']);
    expect(splitRun({ text: '35-15', codes: ['a', 'b'], signed }, [])).toEqual([[35, -15]]);
    expect(splitRun({ text: '35-15', codes: ['a', 'b'] }, [])).toEqual([]);
    const decimal = new Set(['b']);
    expect(splitRun({ text: '10.5', codes: ['a', 'b'], decimal }, [])).toEqual([[1, 0.5]]);
  });

  it('gives up on runs with too many divisions instead of taking the first', () => {
    expect(splitRun({ text: '1'.repeat(60), codes: [...'abcdefghijklmno'] }, [])).toBeNull();
  });
});

const runsOf = (numbers: Numbers, form: FormId, separator: string): Run<CellCode>[] =>
  applicationRows(form).map((row) => {
    const codes = applicantColumns.map((column) => `t3_${row}_${column}` as CellCode);
    return { codes, text: codes.map((code) => numbers.get(code) ?? 0).join(separator) };
  });

const appealRun = (numbers: Numbers): Run<CellCode> => {
  const codes = formCells['2021'].filter(({ table }) => table === 't4').map(({ code }) => code);
  return { codes, text: codes.map((code) => numbers.get(code) ?? 0).join('') };
};

describe.each(['2019', '2021'] as const)('the sums of the form of %s', (form) => {
  it('never decide a cell wrongly, and decide nearly all', () => {
    let [decided, all] = [0, 0];
    fc.assert(
      fc.property(consistent(form), (numbers) => {
        for (const [table, runs] of [
          ['t3', runsOf(numbers, form, '')],
          ['t4', [appealRun(numbers)]],
        ] as const) {
          const values = solveRuns(runs, identitiesOf(table, form));
          for (const [code, value] of values) expect([code, value]).toEqual([code, numbers.get(code)]);
          decided += values.size;
          all += runs.flatMap(({ codes }) => codes).length;
        }
      }),
      { numRuns: 40, seed: 2020 },
    );
    expect(decided / all).toBeGreaterThan(0.99);
  });

  it('leave to the agency what it did not add up, and still divide what each row decides', () => {
    const [first, ...others] = runsOf(zeros(form), form, '');
    if (!first) throw new Error('no rows');
    // One natural person applied and was never answered: the balance of two columns is broken.
    const values = solveRuns([{ ...first, text: '1000001' }, ...others], identitiesOf('t3', form));
    expect(first.codes.map((code) => values.get(code))).toEqual([1, 0, 0, 0, 0, 0, 1]);
    expect(values.size).toBe((others.length + 1) * applicantColumns.length);
  });

  it('leave open what two assignments allow', () => {
    const codes = ['t3_granted_natural_person', 't3_granted_enterprise'] as const;
    const row = runsOf(zeros(form), form, '').find((run) => run.codes.includes(codes[0]));
    if (!row) throw new Error('no row');
    // 11 + 1 and 1 + 11 make 12.
    const values = solveRuns([{ ...row, text: '111000012' }], identitiesOf('t3', form));
    expect(codes.map((code) => values.get(code))).toEqual([undefined, undefined]);
    expect(values.get('t3_granted_total')).toBe(12);
  });
});
