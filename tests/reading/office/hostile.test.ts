import { describe, expect, it } from 'vitest';
import { Work } from '../../../src/reading/limits';
import { officeBlocks } from '../../../src/reading/office';
import { refusal } from './support';
import { docx, p, tbl, tc, tr, xlsx } from './write-office';

const BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
const RUN = '<w:r><w:t>1</w:t></w:r>';
const MERGE = '<mergeCell ref="A1:XFD1048576"/>';
const cell = (at: string): string => `<c r="${at}"><v>1</v></c>`;

/** Small files that cost much where a loop runs inside a loop. */
const hostile: readonly (readonly [string, Uint8Array])[] = [
  ['open fields', docx(`<w:p>${(BEGIN + RUN).repeat(60_000)}</w:p>`)],
  ['runs', docx(`<w:p>${RUN.repeat(150_000)}</w:p>`)],
  ['paragraphs', docx(p('文').repeat(60_000))],
  [
    'nested tables',
    docx(`${`<w:tbl><w:tr>${tc('1').repeat(50)}<w:tc>`.repeat(60)}${'</w:tc></w:tr></w:tbl>'.repeat(60)}`),
  ],
  ['wide rows', docx(tbl(tr(tc('1').repeat(5_000)).repeat(10)))],
  [
    'far columns',
    xlsx([
      `<sheetData>${Array.from({ length: 9_000 }, (_, i) => `<row r="${i + 1}">${cell(`A${i + 1}`)}${cell(`SF${i + 1}`)}</row>`).join('')}</sheetData>`,
    ]),
  ],
  [
    'far columns of many rows',
    xlsx([
      `<sheetData>${Array.from({ length: 19_000 }, (_, i) => `<row r="${i + 1}">${cell(`A${i + 1}`)}${cell(`SF${i + 1}`)}</row>`).join('')}</sheetData>`,
    ]),
  ],
  [
    'columns before the first',
    xlsx([
      `<cols><col min="-1e9" max="9" hidden="1"/></cols><sheetData><row r="1">${cell('K1')}</row></sheetData>`,
    ]),
  ],
  [
    'merged cells',
    xlsx([
      `<sheetData>${`<row r="1">${cell('B2').repeat(500)}</row>`.repeat(100)}</sheetData><mergeCells>${MERGE.repeat(5_000)}</mergeCells>`,
    ]),
  ],
];

describe('a small file of many', () => {
  it.each(hostile)('%s is read or given up in time', (_, file) => {
    const work = new Work('x');
    const end = refusal(() => officeBlocks(file, work));
    expect(end).toMatch(/^(?:read|timeout|no_text \w+)$/);
  });
});
