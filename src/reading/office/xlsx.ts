import type { Block, Decoded } from '../blocks';
import { limits } from '../limits';
import { ReadingError } from '../types';
import { UNREADABLE } from './docx-text';
import { formatNumber, formatOf } from './number-format';
import type { OfficePackage } from './package';
import { sheetBlocks, type Held } from './sheet';
import { child, childrenNamed, elementsOf, isOn, ownText, type XmlElement } from './xml';

interface Style {
  readonly format: string;
  readonly hasBorder: boolean;
}

/** What the cells of all sheets refer to. */
interface Book {
  readonly strings: readonly string[];
  readonly styles: readonly Style[];
  readonly since1904: boolean;
}

/** Characters that XML cannot hold are written `_x000D_`. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** A run of letters; what is struck or raised is kept from becoming part of the number beside it. */
function runText(run: XmlElement): string {
  const properties = child(run, 'x:rPr');
  const text = childrenNamed(run, 'x:t').map(ownText).join('');
  if (isOn(properties, 'x:strike') && text.trim() !== '') return UNREADABLE;
  const place = properties && child(properties, 'x:vertAlign')?.attributes.get('val');
  return /\d/.test(text) && /script$/.test(place ?? '') ? `[${text}]` : text;
}

/** Text of a string with or without runs; readings of characters are left out. */
const stringText = (item: XmlElement): string =>
  unescaped(
    elementsOf(item)
      .map((it) => (it.name === 'x:t' ? ownText(it) : it.name === 'x:r' ? runText(it) : ''))
      .join(''),
  );

function stylesOf(sheet: XmlElement | undefined): Style[] {
  const own = new Map(
    childrenNamed(sheet && child(sheet, 'x:numFmts'), 'x:numFmt').map(({ attributes }) => [
      Number(attributes.get('numFmtId')),
      attributes.get('formatCode') ?? '',
    ]),
  );
  const borders = childrenNamed(sheet && child(sheet, 'x:borders'), 'x:border').map((border) =>
    elementsOf(border).some((side) => !['none', ''].includes(side.attributes.get('style') ?? '')),
  );
  return childrenNamed(sheet && child(sheet, 'x:cellXfs'), 'x:xf').map(({ attributes }) => ({
    format: formatOf(Number(attributes.get('numFmtId') ?? 0), own),
    hasBorder: borders[Number(attributes.get('borderId') ?? 0)] ?? false,
  }));
}

function numberText(value: string, style: Style | undefined, book: Book): string {
  const number = Number(value);
  return value.trim() === '' || !Number.isFinite(number)
    ? value
    : formatNumber(number, style?.format ?? 'General', book.since1904);
}

/** Most characters of a formula that has no result. */
const FORMULA = 40;

/** Text of a cell as printed. A formula has the result that was saved with it; without one it stands for itself. */
function cellText(cell: XmlElement, style: Style | undefined, book: Book): string {
  const type = cell.attributes.get('t') ?? 'n';
  const inline = child(cell, 'x:is');
  if (type === 'inlineStr') return inline ? stringText(inline) : '';
  const result = child(cell, 'x:v');
  const value = result ? ownText(result) : '';
  const formula = child(cell, 'x:f');
  // An empty text is a result too; no result at all is none.
  if (formula && (!result || (value === '' && type !== 'str')))
    return `=${ownText(formula) || UNREADABLE}`.slice(0, FORMULA);
  if (type === 's') return value === '' ? '' : (book.strings[Number(value)] ?? UNREADABLE);
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  return type === 'n' ? numberText(value, style, book) : unescaped(value);
}

/** What comparing a row or a cell with those held costs. */
const STEP = 50;

const isShown = (sheet: XmlElement): boolean => (sheet.attributes.get('state') ?? 'visible') === 'visible';

/**
 * The sheets of an Excel file in their order, as lines and rows. Hidden sheets, rows and columns are left out, nothing
 * is calculated, and nothing outside the file is asked for.
 * @throws ReadingError `damaged`, or `no_text` when every cell is empty
 */
export function xlsxBlocks(file: OfficePackage, main: string): Decoded {
  const workbook = file.needed(main);
  const { byId, byType } = file.relations(main);
  const strings = file.xml(byType.get('sharedStrings') ?? '');
  const since1904 = child(workbook, 'x:workbookPr')?.attributes.get('date1904') ?? '0';
  const book: Book = {
    strings: childrenNamed(strings, 'x:si').map(stringText),
    styles: stylesOf(file.xml(byType.get('styles') ?? '')),
    since1904: ['1', 'true'].includes(since1904),
  };
  const hold = (cell: XmlElement): Held => {
    const style = book.styles[Number(cell.attributes.get('s') ?? 0)];
    return { text: cellText(cell, style, book), isDrawn: style?.hasBorder ?? false };
  };
  const blocks: Block[] = [];
  for (const [i, sheet] of childrenNamed(child(workbook, 'x:sheets'), 'x:sheet').filter(isShown).entries()) {
    const id = sheet.attributes.get('id') ?? '';
    const content = file.needed(byId.get(id) ?? id);
    // A sheet may be a chart or a dialogue.
    if (content.name === 'x:worksheet')
      blocks.push(...sheetBlocks(content, i + 1, hold, () => file.work.spend(STEP)));
    if (blocks.length >= limits.blocks) break;
  }
  const isBlank = blocks.every((it) => it.kind === 'row' && it.cells.every(({ text }) => text.trim() === ''));
  if (isBlank) throw new ReadingError('no_text', file.work.source, 'xlsx');
  return { blocks, title: file.title() };
}
