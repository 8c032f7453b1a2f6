import type { At } from '../types';
import type { PdfPage, PdfText } from './page';

const round = (n: number): number => Math.round(n * 10) / 10;

/** Box in points from the top left of the page, as readers of PDF count. */
export const boxAt = (page: PdfPage, left: number, right: number, low: number, high: number): At => ({
  page: page.number,
  box: [round(left), round(page.height - high), round(right - left), round(high - low)],
});

export const boxOf = (page: PdfPage, texts: readonly PdfText[]): At =>
  boxAt(
    page,
    Math.min(...texts.map((it) => it.x)),
    Math.max(...texts.map((it) => it.x + it.width)),
    Math.min(...texts.map((it) => it.y - it.size * 0.2)),
    Math.max(...texts.map((it) => it.y + it.size)),
  );
