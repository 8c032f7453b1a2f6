import type { Block, Blocks, Grid, GridCell } from './document';

/** `clean`: semantic elements. `government`: the layout tables, spans and &nbsp; of the sites that publish reports. */
export type HtmlStyle = 'clean' | 'government';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (char) => entities[char] ?? char);

const spans = ({ columns = 1, rows = 1 }: GridCell) =>
  `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;

const tableOf = (grid: Grid, open: string, cell: (cell: GridCell) => string) =>
  `${open}\n${grid.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}\n</table>`;

const cleanCell = (cell: GridCell) => {
  const name = cell.head ? 'th' : 'td';
  return `<${name}${spans(cell)}>${escape(cell.text)}</${name}>`;
};

/** Word's leavings: paragraphs and spans in every cell, a non-breaking space where nothing is printed. */
const governmentCell = (cell: GridCell) =>
  `<td${spans(cell)} align="center"><p><span>${escape(cell.text) || '&nbsp;'}</span></p></td>`;

const clean = (block: Block): string => {
  switch (block.type) {
    case 'title':
      return `<h1>${escape(block.text)}</h1>`;
    case 'heading':
      return `<h${block.level + 1}>${escape(block.text)}</h${block.level + 1}>`;
    case 'table':
      return tableOf(block.grid, '<table>', cleanCell);
    default:
      return `<p>${escape(block.text)}</p>`;
  }
};

/** Every digit run in a span of its own, as editors leave them. */
const spannedNumbers = (text: string) => escape(text).replace(/\d+/g, (digits) => `<span>${digits}</span>`);

const government = (block: Block): string => {
  switch (block.type) {
    case 'title':
      return `<div class="title" align="center"><font size="5"><strong>${escape(block.text)}</strong></font></div>`;
    case 'meta':
      return `<div class="info" align="center">${escape(block.text).replaceAll(' ', '&nbsp;&nbsp;')}</div>`;
    case 'heading':
      return `<p style="text-indent:2em"><strong><span>${escape(block.text)}</span></strong></p>`;
    case 'table':
      return tableOf(block.grid, '<table border="1" cellspacing="0" cellpadding="0">', governmentCell);
    case 'paragraph':
      return `<p style="text-indent:2em">&nbsp;&nbsp;${spannedNumbers(block.text)}</p>`;
  }
};

/** The article inside two layout tables, between a path of links and a foot, as on many government sites. */
const framed = (article: string) =>
  `<table width="1000" align="center"><tr><td>当前位置：<a href="#">首页</a>&nbsp;&gt;&nbsp;<a href="#">政府信息公开年报</a></td></tr>
<tr><td><table width="100%"><tr><td class="article">
${article}
</td></tr></table></td></tr>
<tr><td align="center">打印本页&nbsp;关闭窗口</td></tr></table>`;

export function writeHtml(blocks: Blocks, style: HtmlStyle): string {
  const title = blocks.find((block) => block.type === 'title');
  const body = blocks.map(style === 'clean' ? clean : government).join('\n');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${escape(title?.type === 'title' ? title.text : '')}</title></head>
<body>
${style === 'clean' ? `<article>\n${body}\n</article>` : framed(body)}
</body>
</html>
`;
}
