import { type Block, textOf } from './blocks';
import { isProseBlock } from './prose-blocks';
import type { Regions } from './regions';
import type { Section } from './types';

/** The report's sections as headed, each with its prose; tables are left out. Text is data, never markup. */
export function readSections(blocks: readonly Block[], regions: Regions): Section[] {
  return regions.headings.map((heading, i) => {
    const to = regions.headings[i + 1]?.block ?? blocks.length;
    const body = blocks
      .slice(heading.block + 1, to)
      .filter((block) => block.kind === 'line' && (!regions.tabular.has(block) || isProseBlock(block)));
    return {
      n: heading.n,
      title: heading.title,
      text: body.map(textOf).join('\n'),
      at: blocks[heading.block]?.at ?? {},
    };
  });
}
