import type { Decoded } from './blocks';
import { binaryKind, decode, refuseSize } from './decode';
import { htmlBlocks } from './html-blocks';
import type { Work } from './limits';
import { isZip, officeBlocks } from './office';
import { textBlocks } from './text-blocks';

/** One kind of file: how it is recognised and how its bytes become blocks. A new kind is one more entry. */
export interface Format {
  readonly id: string;
  readonly recognises: (bytes: Uint8Array, name: string) => boolean;
  readonly decode: (bytes: Uint8Array, name: string, work: Work) => Decoded;
}

const MARKUP = /<(?:!doctype|html|head|body|meta|table|tr|td|div|p|span|article|section)[\s>/]/gi;
/** A text may quote one tag or two. */
const FEWEST_TAGS = 3;

/** Tags decide, not the name: saved pages come as .txt, and text is served as .html. */
function isMarkup(text: string): boolean {
  MARKUP.lastIndex = 0;
  for (let tags = 0; tags < FEWEST_TAGS; tags++) {
    const found = MARKUP.exec(text);
    if (!found) return false;
    if (tags === 0 && found.index < 500 && /^<(?:!doctype|html)/i.test(found[0])) return true;
  }
  return true;
}

const textual: Format = {
  id: 'text',
  recognises: () => true,
  decode(bytes, name, work) {
    const text = decode(bytes, name);
    return isMarkup(text) ? htmlBlocks(text, work) : textBlocks(text);
  },
};

/** A kind of file whose decoder is large and only loaded for it. */
export interface SlowFormat extends Omit<Format, 'decode'> {
  readonly decode: (bytes: Uint8Array, name: string, work: Work) => Promise<Decoded>;
}

const pdf: SlowFormat = {
  id: 'pdf',
  recognises: (bytes) => binaryKind(bytes) === 'pdf',
  async decode(bytes, name, work) {
    refuseSize(bytes, name);
    const { decodePdf } = await import('./pdf/decode-pdf');
    return decodePdf(bytes, name, work);
  },
};

export const slowFormats: readonly SlowFormat[] = [pdf];

const office: Format = {
  id: 'office',
  recognises: isZip,
  decode: (bytes, _name, work) => officeBlocks(bytes, work),
};

/** In order of trial; the last one takes everything and refuses what is not text. */
export const formats: readonly Format[] = [office, textual];
