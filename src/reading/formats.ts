import type { Decoded } from './blocks';
import { decode } from './decode';
import { htmlBlocks } from './html-blocks';
import type { Deadline } from './limits';
import { textBlocks } from './text-blocks';

/** One kind of file: how it is recognised and how its bytes become blocks. A new kind is one more entry. */
export interface Format {
  readonly id: string;
  readonly recognises: (bytes: Uint8Array, name: string) => boolean;
  readonly decode: (bytes: Uint8Array, name: string, deadline: Deadline) => Decoded;
}

const MARKUP = /<(?:!doctype|html|head|body|meta|table|tr|td|div|p|span|article|section)[\s>/]/i;

const textual: Format = {
  id: 'text',
  recognises: () => true,
  decode(bytes, name, deadline) {
    const text = decode(bytes, name);
    // Tags decide, not the name: saved pages come as .txt, and text is served as .html.
    const tags = text.slice(0, 200_000).match(new RegExp(MARKUP, 'gi'))?.length ?? 0;
    return tags >= 3 || MARKUP.test(text.slice(0, 500)) ? htmlBlocks(text, deadline) : textBlocks(text);
  },
};

/** In order of trial; the last one takes everything and refuses what is not text. */
export const formats: readonly Format[] = [textual];
