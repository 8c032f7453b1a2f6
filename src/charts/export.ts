import { makeCsv } from './csv';
import { makeSvg } from './picture';
import { readThemeTokens } from './tokens';
import type { ChartModel, ChartWords, Format, Provenance } from './types';

export type ExportKind = 'csv' | 'svg' | 'png';

export interface ExportInput {
  readonly model: ChartModel;
  readonly provenance: Provenance;
  readonly words: ChartWords;
  readonly format: Format;
}

const TYPES: Readonly<Record<ExportKind, string>> = {
  csv: 'text/csv;charset=utf-8',
  svg: 'image/svg+xml;charset=utf-8',
  png: 'image/png',
};

/** Why a file could not be made; the message is for the console, the page says it in the user's language. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
}

/** `nianbao-<dataset>-<chart>-<date>.<kind>`, from characters that every file system takes. */
export function fileName(dataset: string, chart: string, date: Date, kind: string): string {
  const safe = (part: string): string =>
    part.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  const parts = ['nianbao', safe(dataset), safe(chart), date.toISOString().slice(0, 10)];
  return `${parts.filter((part) => part !== '').join('-')}.${kind}`;
}

/** A picture of an SVG at `scale` times its size. Needs `img-src blob:`. */
async function rasterize(svg: string, scale: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: TYPES.svg }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    const context = canvas.getContext('2d');
    if (context === null) throw new ExportError('The browser gives no canvas to draw on.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob === null)
          reject(new ExportError(`A canvas of ${canvas.width} × ${canvas.height} is too large.`));
        else resolve(blob);
      }, TYPES.png);
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * The file behind a download: the table, or the drawing in the colours of the light theme.
 * @throws ExportError when there is nothing to draw or the browser cannot
 */
export async function makeExport(kind: ExportKind, input: ExportInput): Promise<Blob> {
  const { model, provenance, words, format } = input;
  if (kind === 'csv') return new Blob([makeCsv(model, provenance, words)], { type: TYPES.csv });
  const light = readThemeTokens('light');
  const tokens = { ...light, paper: light.raised };
  const svg = await makeSvg(model, provenance, { tokens, words, format, patterns: false });
  if (svg === null) throw new ExportError('There is nothing to draw.');
  return kind === 'svg' ? new Blob([svg], { type: TYPES.svg }) : rasterize(svg, 2);
}

export function saveBlob(blob: Blob, name: string): void {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  // Some browsers read the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
}

export async function saveExport(kind: ExportKind, input: ExportInput): Promise<void> {
  const blob = await makeExport(kind, input);
  saveBlob(blob, fileName(input.provenance.dataset, input.model.id, new Date(), kind));
}

/** Copies; on pages without a secure origin (intranets on plain HTTP) by the older way. False when both are refused. */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard !== undefined) {
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (isCopied) return true;
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  return isCopied;
}
