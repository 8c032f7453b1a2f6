import { beforeAll, describe, expect, it } from 'vitest';
import { measure, printDamages, type Damaged, type Silent } from './measure';

/** The short run repeats the same inputs; NIANBAO_LONG=1 reads 100,000 of them and prints what became of their cells. */
const isLong = process.env.NIANBAO_LONG === '1';
const [runs, seed] = isLong ? [50_000, Date.now()] : [250, 711];

/** Damages that print another number: in a table of the right shape only its sums can tell. */
const printNumbers = [
  'a digit changed',
  'a digit doubled',
  'a digit lost',
  'digits swapped',
  'lines swapped',
  'noise',
  'the end cut off',
  'two cells swapped',
];

/** A busy machine takes long to begin. */
const LEAST = 120_000;

/** A sheet has a blank cell wherever it has none, and table 2 no sums: a row that lost its middle looks whole. */
const looksWhole = ({ format, code }: Silent): boolean => format.startsWith('xlsx') && code.startsWith('t2_');

/** Reads reports after damages of one half of the kinds: two files of tests, so that two workers share them. */
export const expectWarned = (damaged: Damaged) =>
  describe(`reports with damaged ${damaged}`, () => {
    let result: ReturnType<typeof measure>;
    beforeAll(
      () => {
        result = measure(runs, seed, damaged);
        if (isLong)
          process.stdout.write(`seed ${seed}\n${printDamages(result.byKind)}\n\n${result.cells.print()}`);
      },
      LEAST + runs * 200,
    );

    const place = ({ kind, format, code, printed, read }: Silent) =>
      `${kind}, ${format}: ${code} ${printed} → ${read}`;

    it('all end, within the work that one file may cost', () => {
      expect(result.endless).toBe(0);
    });

    it('hold nothing wrong that the sums of the form or the text contradict and nothing warns of', () => {
      expect(result.silent.filter(({ couldTell }) => couldTell).map(place)).toEqual([]);
    });

    it('hold no wrong number without a warning unless the damage printed it', () => {
      const ours = result.silent.filter(
        (it) => it.isNumber && it.warning === 'none' && !printNumbers.includes(it.kind) && !looksWhole(it),
      );
      expect(ours.map(place)).toEqual([]);
    });
  });
