/**
 * Moves label centres apart until neighbours are at least `gap` away, as little as possible, inside `from`–`to`.
 * Keeps the order of the input's values; returns the new centres in the input's order.
 */
export function spread(centres: readonly number[], gap: number, from: number, to: number): number[] {
  const order = centres.map((centre, i) => ({ centre, i })).sort((a, b) => a.centre - b.centre || a.i - b.i);
  // Blocks of touching labels, each placed around the mean of what its labels want.
  const blocks: { wanted: number[]; start: number }[] = [];
  const size = (block: { wanted: number[] }): number => (block.wanted.length - 1) * gap;
  const settle = (block: { wanted: number[]; start: number }): void => {
    const mean = block.wanted.reduce((sum, want, k) => sum + want - k * gap, 0) / block.wanted.length;
    block.start = Math.max(from, Math.min(mean, to - size(block)));
  };
  for (const { centre } of order) {
    let block = { wanted: [centre], start: centre };
    settle(block);
    for (;;) {
      const last = blocks.at(-1);
      if (last === undefined || last.start + size(last) + gap <= block.start) break;
      blocks.pop();
      block = { wanted: [...last.wanted, ...block.wanted], start: 0 };
      settle(block);
    }
    blocks.push(block);
  }
  const placed = blocks.flatMap((block) => block.wanted.map((_, k) => block.start + k * gap));
  const result: number[] = [];
  order.forEach(({ i }, k) => {
    result[i] = placed[k] ?? from;
  });
  return result;
}
