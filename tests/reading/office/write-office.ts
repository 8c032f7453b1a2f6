import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Blocks, Grid } from '../../../src/simulation/render/document';

/** Office files written part by part, only as much as the standard asks for. */

const PARTS = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const X = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (char) => entities[char] ?? char);

export type Parts = Readonly<Record<string, string | Uint8Array>>;

export const zipOf = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ) as Zippable,
  );

const contentTypes = (part: string, type: string): string =>
  `${HEAD}<Types xmlns="${PARTS}/content-types"><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`;

export const relations = (
  ...targets: readonly (readonly [id: string, type: string, target: string])[]
): string =>
  `${HEAD}<Relationships xmlns="${PARTS}/relationships">${targets
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** The parts of a Word file with the given contents of the body. */
export const docxParts = (body: string, more: Parts = {}): Parts => ({
  '[Content_Types].xml': contentTypes('word/document.xml', 'wordprocessingml.document'),
  'word/_rels/document.xml.rels': relations(
    ['r1', 'numbering', 'numbering.xml'],
    ['r2', 'styles', 'styles.xml'],
  ),
  'word/document.xml': `${HEAD}<w:document xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>${body}</w:body></w:document>`,
  ...more,
});

export const docx = (body: string, more: Parts = {}): Uint8Array => zipOf(docxParts(body, more));

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

/** A paragraph of runs of the text, cut wherever `|` stands. */
export const p = (text: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${text
    .split('|')
    .map((it) => run(it))
    .join('')}</w:p>`;

export const tc = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
export const tr = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
export const tbl = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

const HAN_LIST = `${HEAD}<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

/** Columns at which cells of the rows above reach into a row, with their widths. */
type Reaching = Map<number, { readonly columns: number; readonly rows: number }>;

/** A grid as Word writes it: a merged cell again in every row, marked as going on. */
function wordTable(grid: Grid): string {
  let above: Reaching = new Map();
  const rows = grid.map((row) => {
    const below: Reaching = new Map();
    const cells: string[] = [];
    let column = 0;
    const put = (text: string, columns: number, rowsLeft: number, merge: string): void => {
      if (rowsLeft > 1) below.set(column, { columns, rows: rowsLeft - 1 });
      cells.push(tc(p(text), `<w:gridSpan w:val="${columns}"/>${merge}`));
      column += columns;
    };
    const reach = (): void => {
      for (let from = above.get(column); from; from = above.get(column))
        put('', from.columns, from.rows, '<w:vMerge/>');
    };
    for (const { text, columns = 1, rows: high = 1 } of row) {
      reach();
      put(text, columns, high, high > 1 ? '<w:vMerge w:val="restart"/>' : '');
    }
    reach();
    above = below;
    return tr(...cells);
  });
  return tbl(...rows);
}

/** A report as a Word file whose sections Word itself numbers. */
export function writeDocx(blocks: Blocks): Uint8Array {
  const ordinal = /^[一二三四五六]、/;
  const body = blocks.map((block) => {
    if (block.type === 'table') return wordTable(block.grid);
    const isNumbered = block.type === 'heading' && ordinal.test(block.text);
    const text = isNumbered ? block.text.replace(ordinal, '') : block.text;
    // Editors leave runs that begin and end anywhere.
    const cut = text.replace(/(.{5})/gu, '$1|');
    return p(cut, isNumbered ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : '');
  });
  return docx(body.join(''), { 'word/numbering.xml': HAN_LIST });
}

/** Letters of a column from 0. */
export const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);

/** The parts of an Excel file; `sheets` are the contents of the worksheets, `book` attributes of each. */
export const xlsxParts = (
  sheets: readonly string[],
  more: Parts = {},
  book: readonly string[] = [],
): Parts => ({
  '[Content_Types].xml': contentTypes('xl/workbook.xml', 'spreadsheetml.sheet'),
  'xl/workbook.xml': `${HEAD}<workbook xmlns="${X}" xmlns:r="${OFFICE}"><sheets>${sheets
    .map((_, i) => `<sheet name="S${i + 1}" sheetId="${i + 1}" r:id="r${i + 1}" ${book[i] ?? ''}/>`)
    .join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relations(
    ...sheets.map((_, i) => [`r${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const),
    ['s', 'styles', 'styles.xml'],
    ['t', 'sharedStrings', 'sharedStrings.xml'],
  ),
  ...Object.fromEntries(
    sheets.map((sheet, i) => [
      `xl/worksheets/sheet${i + 1}.xml`,
      `${HEAD}<worksheet xmlns="${X}">${sheet}</worksheet>`,
    ]),
  ),
  ...more,
});

export const xlsx = (...args: Parameters<typeof xlsxParts>): Uint8Array => zipOf(xlsxParts(...args));

/** Shared strings, or styles with the given formats and, as second style of each, a border. */
export const sharedStrings = (texts: readonly string[]): string =>
  `${HEAD}<sst xmlns="${X}">${texts.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`;
export const styles = (...formats: readonly string[]): string =>
  `${HEAD}<styleSheet xmlns="${X}"><numFmts>${formats
    .map((format, i) => `<numFmt numFmtId="${170 + i}" formatCode="${escapeXml(format)}"/>`)
    .join(
      '',
    )}</numFmts><borders><border/><border><left style="thin"/></border></borders><cellXfs><xf numFmtId="0"/><xf numFmtId="0" borderId="1"/>${formats
    .map((_, i) => `<xf numFmtId="${170 + i}"/>`)
    .join('')}</cellXfs></styleSheet>`;

const inline = (at: string, text: string, style = ''): string =>
  `<c r="${at}" t="inlineStr"${style}><is><t>${escapeXml(text)}</t></is></c>`;

/** A report on one sheet: paragraphs down its first column, tables with or without borders, numbers as numbers. */
function onSheet(blocks: Blocks, hasBorders: boolean): Uint8Array {
  const rows: string[] = [];
  const merges: string[] = [];
  const style = hasBorders ? ' s="1"' : '';
  const table = (grid: Grid): void => {
    const free: number[] = [];
    grid.forEach((row, y) => {
      const number = rows.length + 1;
      let column = 0;
      const cells = row.map(({ text, columns = 1, rows: high = 1 }) => {
        while ((free[column] ?? 0) > y) column++;
        const at = `${letters(column)}${number}`;
        if (columns > 1 || high > 1)
          merges.push(`${at}:${letters(column + columns - 1)}${number + high - 1}`);
        for (const end = column + columns; column < end; column++) free[column] = y + high;
        if (text === '') return !hasBorders ? '' : `<c r="${at}"${style}/>`;
        return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)
          ? `<c r="${at}"${style}><v>${text}</v></c>`
          : inline(at, text, style);
      });
      rows.push(`<row r="${number}">${cells.join('')}</row>`);
    });
  };
  for (const block of blocks)
    if (block.type === 'table') table(block.grid);
    else rows.push(`<row r="${rows.length + 1}">${inline(`A${rows.length + 1}`, block.text)}</row>`);
  const merged =
    merges.length > 0
      ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '';
  return xlsx([`<sheetData>${rows.join('')}</sheetData>${merged}`], { 'xl/styles.xml': styles() });
}

export const writeXlsx = (blocks: Blocks): Uint8Array => onSheet(blocks, true);
/** As programs export it: no borders, and no trace of a cell without content. */
export const writeBareXlsx = (blocks: Blocks): Uint8Array => onSheet(blocks, false);
