import type { Decoded } from '../blocks';
import { limits, type Work } from '../limits';
import { ReadingError } from '../types';
import { docxBlocks } from './docx';
import { OfficePackage } from './package';
import { xlsxBlocks } from './xlsx';

export { Archive, isZip } from './archive';

/** Office kinds that are other archives, by a file in them. */
const OFD = 'OFD.xml';
const ODF = 'mimetype';

/**
 * A Word or Excel file as lines and rows.
 * @throws ReadingError `protected`, `damaged`, `too_large` or `no_text`; `unsupported_format` with the kind as detail
 * for other archives: `zip` for one of no known kind
 */
export function officeBlocks(bytes: Uint8Array, work: Work): Decoded {
  if (bytes.length > limits.bytes) throw new ReadingError('too_large', work.source, String(bytes.length));
  const file = new OfficePackage(bytes, work);
  const main = file.main();
  if (main?.kind === 'docx') return docxBlocks(file, main.part);
  if (main?.kind === 'xlsx') return xlsxBlocks(file, main.part);
  const kind = main?.kind ?? (file.has(OFD) ? 'ofd' : file.has(ODF) ? 'odf' : 'zip');
  throw new ReadingError('unsupported_format', work.source, kind);
}
