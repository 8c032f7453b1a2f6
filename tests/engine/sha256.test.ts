import { createHash, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { digest, sha256 } from '../../src/engine/sha256';

const expected = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

it.each([0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 1000, 100_003])(
  'computes the hash of %i bytes without the browser',
  (length) => {
    const bytes = new Uint8Array(randomBytes(length));
    expect(Buffer.from(digest(bytes)).toString('hex')).toBe(expected(bytes));
  },
);

it('uses the browser where it may', async () => {
  const bytes = new Uint8Array(randomBytes(5000));
  await expect(sha256(bytes)).resolves.toBe(expected(bytes));
});
