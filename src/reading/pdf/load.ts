import type * as PdfJsModule from 'pdfjs-dist';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { Work } from '../limits';
import { ReadingError, type ReadingProblem } from '../types';
import { CharacterMapFactory } from './character-maps';
import { type FontScale, type Operators, PageInterpreter, UNREAD } from './interpret';
import { asMatrix, type Matrix, times, unit } from './matrix';
import type { PdfPage } from './page';
import { CountingPort } from './port';
import { refuseBombs } from './streams';

type PdfJs = typeof PdfJsModule;

/** Most pages of a report, and most words, or lines, on one. */
const PAGES = 300;
const MOST = 20_000;

/** Name that pdf.js gives to a font that it does not find. */
const UNREADABLE = 'g_font_error';
/** Work that a text or a line takes. */
const STEPS = 10;

/** Where fonts go that nothing is drawn with: with fonts of its own, pdf.js does not trace the outline of every letter. */
const NO_DOCUMENT = { fonts: { add: () => undefined, delete: () => undefined } } as unknown as HTMLDocument;

/** Loads pdf.js once, the build for engines of any age: it is large and only needed for PDF. */
const library = async () => {
  // Only drawing needs matrices; without a canvas, pdf.js could not even be loaded for its text.
  globalThis.DOMMatrix ??= class {} as unknown as typeof DOMMatrix;
  globalThis.FontFace ??= class {
    readonly loaded = Promise.resolve();
  } as unknown as typeof FontFace;
  // Its worker runs where the reader does, in Node and in a browser alike.
  const [pdfjs, { WorkerMessageHandler: handler }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs') as Promise<PdfJs>,
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  return { pdfjs, handler };
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** Errors of pdf.js for files that it cannot open. */
const reasons: Readonly<Record<string, ReadingError['code']>> = {
  PasswordException: 'protected',
  InvalidPDFException: 'damaged',
  FormatError: 'damaged',
  // What went wrong in its worker and has no name of its own, as a tree of pages that runs in a circle.
  UnknownErrorException: 'damaged',
};

/** Points with y upwards, whichever way the page is turned and wherever its box begins. */
const uprightMatrix = (transform: unknown, height: number): Matrix =>
  times([1, 0, 0, -1, 0, height], asMatrix(transform) ?? [1, 0, 0, -1, 0, height]);

/** What is not one of the plain fonts of pdf.js has the usual scale; instead of a font that it cannot read it has a message. */
function scaleIn(page: PDFPageProxy): FontScale {
  const scaleOf = (font: string): number | null => {
    const known: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null;
    if (typeof known === 'string' || font === UNREADABLE) return null;
    const matrix =
      typeof known === 'object' && known !== null && 'fontMatrix' in known
        ? asMatrix(known.fontMatrix)
        : null;
    return matrix?.[0] ?? 0.001;
  };
  const scales = new Map<string, number | null>();
  return (font) => {
    let scale = scales.get(font);
    if (scale === undefined) {
      scale = scaleOf(font);
      scales.set(font, scale);
    }
    return scale;
  };
}

/** A page as it is held to be read: turned so that most of its letters stand upright. */
interface ReadPage {
  readonly page: PdfPage;
  readonly problems: readonly ReadingProblem[];
}

const turnedBy = (turns: number, width: number, height: number): Matrix =>
  (
    [
      [1, 0, 0, 1, 0, 0],
      [0, -1, 1, 0, 0, width],
      [-1, 0, 0, -1, width, height],
      [0, 1, -1, 0, height, 0],
    ] as const
  )[turns] ?? unit;

async function readPage(source: PDFPageProxy, number: number, ops: Operators): Promise<ReadPage> {
  const { width, height, transform } = source.getViewport({ scale: 1 });
  const list = await source.getOperatorList();
  const upright = uprightMatrix(transform, height);
  const scale = scaleIn(source);
  const read = (turns: number): PageInterpreter => {
    const interpreter = new PageInterpreter(ops, times(turnedBy(turns, width, height), upright), scale);
    interpreter.run(list, MOST);
    return interpreter;
  };
  const asPrinted = read(0);
  const most = asPrinted.turned.indexOf(Math.max(...asPrinted.turned));
  const { texts, rulings, turnedDigits, invisible } = most > 0 ? read(most) : asPrinted;
  source.cleanup();
  const at = { page: number };
  const problems: ReadingProblem[] = [];
  if (texts.length === 0) problems.push({ code: 'page_without_text', detail: String(number), at });
  else if (invisible > 0) problems.push({ code: 'text_invisible', detail: String(number), at });
  if (turnedDigits > 0) problems.push({ code: 'text_turned', detail: String(number), at });
  if (texts.some((it) => it.text === UNREAD))
    problems.push({ code: 'font_unreadable', detail: String(number), at });
  const size = most % 2 === 1 ? { width: height, height: width } : { width, height };
  return { page: { number, ...size, texts, rulings }, problems };
}

/** What a PDF file holds. */
export interface LoadedPdf {
  readonly pages: readonly PdfPage[];
  readonly problems: readonly ReadingProblem[];
}

/**
 * Texts and lines of every page.
 * @throws ReadingError `protected`, `damaged`, `too_large`, `no_text` (a scan) or `timeout`
 */
export async function loadPdf(bytes: Uint8Array, name: string, work: Work): Promise<LoadedPdf> {
  // pdf.js takes the bytes away from whoever gave them.
  const data = Uint8Array.from(bytes);
  const form = refuseBombs(data, name);
  const { pdfjs, handler } = await library();
  let stop = (): void => undefined;
  const port = new CountingPort(pdfjs.OPS, form, () => stop());
  handler.initializeFromPort(port);
  const worker = pdfjs.PDFWorker.create({ port: port as unknown as Worker, verbosity: 0 });
  const task = pdfjs.getDocument({
    data,
    verbosity: 0,
    isEvalSupported: false,
    // Nothing is drawn: no font of the system is wanted, nor a place to try one, nor a picture.
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    maxImageSize: 0,
    stopAtErrors: false,
    worker,
    disableFontFace: false,
    ownerDocument: NO_DOCUMENT,
    BinaryDataFactory: CharacterMapFactory,
  });
  const stopped = new Promise<never>((_, reject) => {
    stop = () => {
      void task.destroy();
      reject(new ReadingError('timeout', name));
    };
  });
  try {
    const document: PDFDocumentProxy = await task.promise;
    if (document.numPages > PAGES) throw new ReadingError('too_large', name, `${document.numPages} pages`);
    const read: ReadPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      port.nextPage();
      const page = await document.getPage(number);
      const it = await Promise.race([stopped, readPage(page, number, pdfjs.OPS)]);
      work.spend(it.page.texts.length * STEPS + it.page.rulings.length * STEPS);
      read.push(it);
    }
    if (read.every(({ page }) => page.texts.every((it) => it.text === UNREAD)))
      throw new ReadingError('no_text', name);
    return { pages: read.map(({ page }) => page), problems: read.flatMap(({ problems }) => problems) };
  } catch (error) {
    const code = reasons[nameOf(error)];
    if (code === undefined) throw error;
    throw new ReadingError(code, name);
  } finally {
    await task.destroy();
    worker.destroy();
    port.terminate();
  }
}
