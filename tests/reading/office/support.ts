import type { Block } from '../../../src/reading/blocks';
import { Work } from '../../../src/reading/limits';
import { officeBlocks } from '../../../src/reading/office';
import { ReadingError } from '../../../src/reading';

export const blocksOf = (file: Uint8Array): readonly Block[] => officeBlocks(file, new Work('x')).blocks;

/** A line as its text, a row as its cells, each as `column+span text` where that is not its plain place. */
export const shown = (file: Uint8Array): (string | string[])[] =>
  blocksOf(file).map((block) => {
    if (block.kind === 'line') return block.text;
    return block.cells.map(({ column, span, text }, i) =>
      column === i && span === 1 ? text : `${column}+${span} ${text}`,
    );
  });

/** Code and detail with which a file is refused. */
export function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ReadingError) return `${error.code} ${error.detail}`.trim();
    throw error;
  }
  return 'read';
}
