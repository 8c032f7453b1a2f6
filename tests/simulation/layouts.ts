import type { Blocks } from '../../src/simulation/render/document';
import { layouts as demoLayouts, keepsBlanks } from '../../src/simulation';
import { writeHtml } from '../../src/simulation/render/html';
import { writeMarkdown } from '../../src/simulation/render/markdown';
import { writeText } from '../../src/simulation/render/text';
import { writeBareXlsx, writeDocx, writeXlsx } from '../reading/office/write-office';
import * as more from './text-layouts';

/** A way of writing a report down, as text or as a file of an office program. */
export interface TextFormat {
  readonly name: string;
  readonly extension: 'txt' | 'md' | 'html';
  /** Whether an empty cell keeps its place; where it does not, a report with blanks cannot be read back. */
  readonly keepsBlanks: boolean;
  readonly write: (blocks: Blocks) => string;
}
export interface OfficeFormat {
  readonly name: string;
  readonly keepsBlanks: true;
  readonly write: (blocks: Blocks) => Uint8Array;
}

const demoWriters = {
  markdown: writeMarkdown,
  'html-clean': (blocks: Blocks) => writeHtml(blocks, 'clean'),
  'html-government': (blocks: Blocks) => writeHtml(blocks, 'government'),
} as const;

const ofDemo = demoLayouts.map((layout): TextFormat => {
  if (layout === 'markdown' || layout === 'html-clean' || layout === 'html-government')
    return {
      name: layout,
      extension: layout === 'markdown' ? 'md' : 'html',
      keepsBlanks: true,
      write: demoWriters[layout],
    };
  return {
    name: layout,
    extension: 'txt',
    keepsBlanks: keepsBlanks(layout),
    write: (blocks) => writeText(blocks, layout),
  };
});

const txt = { extension: 'txt', keepsBlanks: false } as const;

export const textFormats: readonly TextFormat[] = [
  ...ofDemo,
  { ...txt, name: 'L7', keepsBlanks: true, write: more.layoutPipes },
  { ...txt, name: 'L10', write: more.splitSideLabels },
  { name: 'L11', extension: 'html', keepsBlanks: true, write: more.editorHtml },
  { ...txt, name: 'L12', keepsBlanks: true, write: more.introduced },
  { ...txt, name: 'L13', write: more.overPages },
  { ...txt, name: 'L14', write: more.narrowLabels },
];

export const officeFormats: readonly OfficeFormat[] = [
  { name: 'docx', keepsBlanks: true, write: writeDocx },
  { name: 'xlsx', keepsBlanks: true, write: writeXlsx },
  { name: 'xlsx-bare', keepsBlanks: true, write: writeBareXlsx },
];

export const formats: readonly (TextFormat | OfficeFormat)[] = [...textFormats, ...officeFormats];

/** The file of a document, its name and its bytes. */
export function fileOf(format: TextFormat | OfficeFormat, blocks: Blocks): readonly [string, Uint8Array] {
  const written = format.write(blocks);
  return typeof written === 'string'
    ? [`report.${'extension' in format ? format.extension : 'txt'}`, new TextEncoder().encode(written)]
    : ['report', written];
}
