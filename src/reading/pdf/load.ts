import type * as PdfJsModule from 'pdfjs-dist';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { Work } from '../limits';
import { ReadingError } from '../types';
import type { PdfPage, PdfText } from './page';
import { rulingsOf } from './rulings';

type PdfJs = typeof PdfJsModule;

/** Most pages of a report, most pieces of text and lines on one. */
const PAGES = 300;
const TEXTS = 20_000;
const RULINGS = 3_000;

/** Loads pdf.js once, the build for engines of any age: it is large and only needed for PDF. */
const library = async (): Promise<PdfJs> => {
  // Only drawing needs matrices; without a canvas, pdf.js could not even be loaded for its text.
  globalThis.DOMMatrix ??= class {} as unknown as typeof DOMMatrix;
  return import('pdfjs-dist/legacy/build/pdf.mjs') as Promise<PdfJs>;
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** Errors of pdf.js for files that it cannot open. */
const reasons: Readonly<Record<string, ReadingError['code']>> = {
  PasswordException: 'protected',
  InvalidPDFException: 'damaged',
  FormatError: 'damaged',
};

async function readPage(page: PDFPageProxy, number: number, ops: PdfJs['OPS']): Promise<PdfPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const texts = content.items.slice(0, TEXTS).flatMap((item): PdfText[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , , x, y] = item.transform as number[];
    return [{ text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, size: item.height || 1 }];
  });
  const rulings = rulingsOf(await page.getOperatorList(), ops).slice(0, RULINGS);
  page.cleanup();
  return { number, width, height, texts, rulings };
}

/**
 * Texts and lines of every page.
 * @throws ReadingError `protected`, `damaged`, `too_large`, `no_text` (a scan) or `timeout`
 */
export async function loadPdf(bytes: Uint8Array, name: string, work: Work): Promise<PdfPage[]> {
  const pdfjs = await library();
  // pdf.js takes the bytes away from whoever gave them.
  const task = pdfjs.getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    isEvalSupported: false,
    stopAtErrors: false,
  });
  try {
    const document: PDFDocumentProxy = await task.promise;
    if (document.numPages > PAGES) throw new ReadingError('too_large', name, String(bytes.length));
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await readPage(await document.getPage(number), number, pdfjs.OPS);
      // Every line of a table is compared with every other, and with the middle of every cell.
      work.spend(page.texts.length + page.rulings.length ** 2);
      pages.push(page);
    }
    if (pages.every((page) => page.texts.length === 0)) throw new ReadingError('no_text', name);
    return pages;
  } catch (error) {
    const code = reasons[nameOf(error)];
    if (code === undefined) throw error;
    throw new ReadingError(code, name);
  } finally {
    await task.destroy();
  }
}
