import type { Decoded, Line, Writable } from './blocks';
import { limits } from './limits';

/** The number of a page on a line of its own, between dashes or in words: bare digits may be a value. */
const PAGE = /^\s*(?:[-–—―]\s*\d{1,3}\s*[-–—―]|第\s*\d{1,3}\s*页(?:[\s,，/]*共\s*\d{1,3}\s*页)?)\s*$/;
/** A space as crawlers leave it when they take a page apart. */
const ENTITY = /&(?:amp;)?(?:nbsp|ensp|emsp|#160|#12288);/gi;

const END = /\r\n|[\n\r\u2028\u2029\f\v]/g;

/** Plain text and Markdown → one block a line; which lines are cells of a table only the form can tell. */
export function textBlocks(text: string): Decoded {
  const blocks: Writable<Line>[] = [];
  let below = 0;
  const close = (): void => {
    const last = blocks.at(-1);
    if (last && below > 0) last.below = below;
    below = 0;
  };
  const ends = text.matchAll(END);
  for (let [i, from] = [0, 0]; from <= text.length && blocks.length < limits.blocks; i++) {
    const end = ends.next().value;
    const line = text.slice(from, end?.index);
    from = end ? end.index + end[0].length : text.length + 1;
    const spaced = line.includes('&') ? line.replace(ENTITY, (entity) => ' '.repeat(entity.length)) : line;
    if (spaced.trim() === '') below++;
    else if (PAGE.test(spaced)) below = 0;
    else {
      close();
      blocks.push({ kind: 'line', text: spaced, at: { line: i + 1, column: 1 } });
    }
  }
  close();
  return { blocks, title: null };
}
