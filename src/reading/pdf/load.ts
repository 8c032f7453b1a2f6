import type * as PdfJsModule from 'pdfjs-dist';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { Work } from '../limits';
import { ReadingError } from '../types';
import { type FontScale, type Operators, PageInterpreter } from './interpret';
import { asMatrix, type Matrix, times } from './matrix';
import type { PdfPage } from './page';

type PdfJs = typeof PdfJsModule;

/** Most pages of a report, and most words, or lines, on one. */
const PAGES = 300;
const MOST = 20_000;

/** Loads pdf.js once, the build for engines of any age: it is large and only needed for PDF. */
const library = async (): Promise<PdfJs> => {
  // Only drawing needs matrices; without a canvas, pdf.js could not even be loaded for its text.
  globalThis.DOMMatrix ??= class {} as unknown as typeof DOMMatrix;
  // Loaded beside it, its worker runs where the reader does, in Node and in a browser alike.
  const [pdfjs] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs') as Promise<PdfJs>,
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  return pdfjs;
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** Errors of pdf.js for files that it cannot open. */
const reasons: Readonly<Record<string, ReadingError['code']>> = {
  PasswordException: 'protected',
  InvalidPDFException: 'damaged',
  FormatError: 'damaged',
};

/** Points with y upwards, whichever way the page is turned and wherever its box begins. */
const uprightMatrix = (transform: unknown, height: number): Matrix =>
  times([1, 0, 0, -1, 0, height], asMatrix(transform) ?? [1, 0, 0, -1, 0, height]);

/** What is not one of the plain fonts of pdf.js has the usual scale. */
const scaleIn =
  (page: PDFPageProxy): FontScale =>
  (font) => {
    const known: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null;
    const matrix =
      typeof known === 'object' && known !== null && 'fontMatrix' in known
        ? asMatrix(known.fontMatrix)
        : null;
    return matrix?.[0] ?? 0.001;
  };

async function readPage(page: PDFPageProxy, number: number, ops: Operators): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const interpreter = new PageInterpreter(ops, uprightMatrix(transform, height), scaleIn(page));
  interpreter.run(await page.getOperatorList(), MOST);
  page.cleanup();
  return { number, width, height, texts: interpreter.texts, rulings: interpreter.rulings };
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
    // Nothing is drawn: no font is wanted, nor a place to try one.
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    stopAtErrors: false,
  });
  try {
    const document: PDFDocumentProxy = await task.promise;
    if (document.numPages > PAGES) throw new ReadingError('too_large', name, String(bytes.length));
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await readPage(await document.getPage(number), number, pdfjs.OPS);
      // Every line of a table is compared with every other, and with the middle of every cell.
      work.spend(page.texts.length * 10 + page.rulings.length ** 2);
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
