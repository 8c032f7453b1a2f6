import type { Decoded } from '../blocks';
import type { Work } from '../limits';
import { loadPdf } from './load';
import { pdfBlocks } from './pdf-blocks';

/** PDF → blocks. Titles that PDF files carry are mostly names of templates: none is taken. Throws as {@link loadPdf}. */
export async function decodePdf(bytes: Uint8Array, name: string, work: Work): Promise<Decoded> {
  const { pages, problems } = await loadPdf(bytes, name, work);
  const { blocks, problems: ofDrawing } = pdfBlocks(pages, work);
  return { blocks, title: null, problems: [...problems, ...ofDrawing] };
}
