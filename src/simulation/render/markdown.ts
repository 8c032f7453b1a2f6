import { rectangle, type Block, type Blocks, type Grid } from './document';

/** A pipe table: Markdown has no spans, so covered slots are empty cells and the first row is the header. */
function table(grid: Grid): string[] {
  const rows = rectangle(grid).map((line) => `| ${line.map((slot) => slot?.text ?? '').join(' | ')} |`);
  const [first = '', ...rest] = rows;
  const rule = `|${' --- |'.repeat(rectangle(grid)[0]?.length ?? 1)}`;
  return [first, rule, ...rest];
}

function lines(block: Block): string[] {
  switch (block.type) {
    case 'title':
      return [`# ${block.text}`];
    case 'heading':
      return [`${block.level === 1 ? '##' : '###'} ${block.text}`];
    case 'table':
      return table(block.grid);
    default:
      return [block.text];
  }
}

export const writeMarkdown = (blocks: Blocks): string =>
  `${blocks.map((block) => lines(block).join('\n')).join('\n\n')}\n`;
