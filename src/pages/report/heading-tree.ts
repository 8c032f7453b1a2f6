import type { Indicator } from '../../forms';

/** A heading of a form table with what stands under it. */
export interface Heading {
  readonly indicator: Indicator;
  readonly children: readonly Heading[];
}

/** A heading with its place: `depth` counts from the outermost, `leaf` is the first row or column that it covers. */
export interface PlacedHeading {
  readonly indicator: Indicator;
  readonly depth: number;
  readonly leaf: number;
  /** Rows or columns with values that it covers. */
  readonly leaves: number;
  /** Levels of headings that it fills. */
  readonly levels: number;
}

/** Headings of `leaves` in printed order. A group names its children, or they name it. */
export function headingTree(leaves: readonly Indicator[], groups: readonly Indicator[]): readonly Heading[] {
  const groupOf = new Map(groups.map((group) => [group.code, group]));
  const parentOf = ({ code, parent, group }: Indicator): Indicator | undefined =>
    groupOf.get(parent ?? group ?? '') ?? groups.find(({ children }) => children?.includes(code));
  const pathTo = (indicator: Indicator): readonly Indicator[] => {
    const parent = parentOf(indicator);
    return parent ? [...pathTo(parent), indicator] : [indicator];
  };
  return gather(leaves.map(pathTo));
}

/** Paths that begin with the same heading, one after the other, stand under it together. */
function gather(paths: readonly (readonly Indicator[])[]): readonly Heading[] {
  const runs: { indicator: Indicator; rest: (readonly Indicator[])[] }[] = [];
  for (const [first, ...rest] of paths) {
    if (!first) continue;
    const last = runs.at(-1);
    const run = last?.indicator === first ? last : { indicator: first, rest: [] };
    if (run !== last) runs.push(run);
    if (rest.length > 0) run.rest.push(rest);
  }
  return runs.map(({ indicator, rest }) => ({ indicator, children: gather(rest) }));
}

const leavesUnder = ({ children }: Heading): number =>
  children.length === 0 ? 1 : children.reduce((sum, child) => sum + leavesUnder(child), 0);

export const depthOf = (headings: readonly Heading[]): number =>
  Math.max(0, ...headings.map(({ children }) => 1 + depthOf(children)));

/**
 * Places of all headings, as the official form has them: a group takes the levels that its children leave over, a
 * heading without children reaches down to the values.
 */
export function placeHeadings(
  headings: readonly Heading[],
  levels = depthOf(headings),
  depth = 0,
  firstLeaf = 0,
): readonly PlacedHeading[] {
  let leaf = firstLeaf;
  return headings.flatMap((heading) => {
    const below = depthOf(heading.children);
    const placed: PlacedHeading = {
      indicator: heading.indicator,
      depth,
      leaf,
      leaves: leavesUnder(heading),
      levels: levels - below,
    };
    const under = placeHeadings(heading.children, below, depth + placed.levels, leaf);
    leaf += placed.leaves;
    return [placed, ...under];
  });
}
