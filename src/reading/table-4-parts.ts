import { forms } from '../forms';
import type { Candidate, Region, ValueCell } from './candidates';
import { isBlank, readCell } from './numbers';
import { labelKey } from './normalize';
import { t4Columns } from './slots';

const groups = forms['2021'].tables.t4.columnGroups;
/** Kinds of case that have columns of their own, in the order of the form. */
const kinds = [...new Set(t4Columns.map((column) => column.group))].map((code) =>
  labelKey(groups.find((group) => group.code === code)?.label.zh ?? ''),
);
const RESULTS = t4Columns.length / kinds.length;
const results = t4Columns.slice(0, RESULTS).map((column) => labelKey(column.label.zh));
/** A label may say so much more than the name in it, as 行政复议情况 does. */
const MORE = 2;

const kindOf = (text: string): number => {
  const key = labelKey(text);
  return kinds.findIndex((kind) => key.startsWith(kind) && key.length <= kind.length + MORE);
};

const isFilled = (candidate: Candidate): boolean => candidate.cells.some((cell) => !isBlank(cell.text));

/** A piece of the row of values with the kinds of case that stand over or before it. */
interface Part {
  readonly cells: readonly ValueCell[];
  readonly kinds: readonly number[];
  readonly labels: readonly string[];
}

function partsOf({ candidates, headings }: Region): Part[] {
  let from = 0;
  const isPart = ({ cells }: Candidate): boolean => cells.length === RESULTS;
  const blanks = candidates.filter((it) => isFilled(it) || isPart(it)).length <= kinds.length;
  return candidates.flatMap((candidate, place): Part[] => {
    if (!isFilled(candidate) && !(blanks && isPart(candidate))) return [];
    const labels = headings
      .filter((it) => it.before >= from && it.before <= place)
      .flatMap((it) => it.text.split(/\s+/));
    from = place + 1;
    return [{ cells: candidate.cells, kinds: labels.map(kindOf).filter((kind) => kind >= 0), labels }];
  });
}

/** Rows of one kind each, by their labels; in the order of the form where none has a label. */
function byKind(parts: readonly Part[]): readonly ValueCell[] | null {
  if (parts.length !== kinds.length || parts.some((it) => it.cells.length !== RESULTS)) return null;
  const named = parts.map((it) => it.kinds.at(-1) ?? -1);
  if (parts.every((it) => it.kinds.length === 0)) return parts.flatMap((it) => it.cells);
  const isNamed = new Set(named).size === kinds.length && named.every((kind) => kind >= 0);
  return isNamed && parts.every((it) => it.kinds.length === 1)
    ? kinds.flatMap((_, kind) => parts[named.indexOf(kind)]?.cells ?? [])
    : null;
}

/** Pieces that each hold whole kinds, as their headings say, in the order of the form. */
function byHeadings(parts: readonly Part[]): readonly ValueCell[] | null {
  const isWhole = parts.every((it) => it.cells.length === it.kinds.length * RESULTS);
  const inOrder = parts.flatMap((it) => it.kinds).join() === [...kinds.keys()].join();
  return isWhole && inOrder ? parts.flatMap((it) => it.cells) : null;
}

/** Columns written as rows: one value each, every result named under its kind. */
function byRows(parts: readonly Part[]): readonly ValueCell[] | null {
  if (parts.length !== t4Columns.length) return null;
  const isNamed = parts.every(
    ({ cells, kinds: over, labels }, i) =>
      cells.length === 1 &&
      labelKey(labels.at(-1) ?? '') === results[i % RESULTS] &&
      (i % RESULTS === 0
        ? over.at(-1) === i / RESULTS
        : over.every((kind) => kind === Math.floor(i / RESULTS))),
  );
  return isNamed ? parts.flatMap((it) => it.cells) : null;
}

/** One row that a narrow page broke into lines: nothing stands between them, and the totals add up. */
function byLines(parts: readonly Part[]): readonly ValueCell[] | null {
  const cells = parts.flatMap((it) => it.cells);
  if (parts.length < 2 || cells.length !== t4Columns.length) return null;
  if (parts.slice(1).some((it) => it.labels.length > 0)) return null;
  const values = cells.map((cell) => readCell(cell.text).value);
  const addsUp = kinds.every((_, kind) => {
    const [total = null, ...others] = values.slice(kind * RESULTS, (kind + 1) * RESULTS).reverse();
    return (
      total !== null &&
      total === others.reduce<number | null>((sum, it) => (sum === null || it === null ? null : sum + it), 0)
    );
  });
  return addsUp && values.some((value) => value !== 0) ? cells : null;
}

/** The cells of table 4 where they do not stand in one row, null where their labels do not tell which is which. */
export function partedRow(region: Region): readonly ValueCell[] | null {
  const parts = partsOf(region);
  return byKind(parts) ?? byHeadings(parts) ?? byRows(parts) ?? byLines(parts);
}
