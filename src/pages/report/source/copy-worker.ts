import { limits, ReadingError, readWithText, setCharacterMaps } from '../../../reading';
import type { FromReader, ToReader } from './copy-messages';

/** Addresses of the character maps of simplified Chinese, which are fetched one by one when a file asks for them. */
const addresses = import.meta.glob<string>('/node_modules/pdfjs-dist/cmaps/*GB*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
});

setCharacterMaps(async (filename) => {
  const address = addresses[`/node_modules/pdfjs-dist/cmaps/${filename}`];
  if (address === undefined) throw new Error(`no character map ${filename}`);
  const response = await fetch(new URL(address, import.meta.url));
  if (!response.ok) throw new Error(`${filename}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
});

const answer = (message: FromReader): void => postMessage(message);

async function readCopy(file: File): Promise<FromReader> {
  try {
    if (file.size > limits.file) throw new ReadingError('too_large', file.name);
    const read = await readWithText(new Uint8Array(await file.arrayBuffer()), file.name);
    return { type: 'read', ...read };
  } catch (error) {
    if (error instanceof ReadingError) return { type: 'refused', failure: error.failure };
    throw error;
  }
}

addEventListener('message', ({ data }: MessageEvent<ToReader>) => {
  if (!(data.file instanceof File)) return;
  // What is no failure of the file ends the worker, and the page says so.
  void readCopy(data.file).then(answer, (error: unknown) => reportError(error));
});
