import { limits, ReadingError, readWithText } from '../../../reading';
import type { FromReader, ToReader } from './copy-messages';

const answer = (message: FromReader): void => postMessage(message);

async function readCopy(file: File): Promise<FromReader> {
  try {
    if (file.size > limits.bytes) throw new ReadingError('too_large', file.name);
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
