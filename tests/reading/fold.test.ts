import { expect, test } from 'vitest';
import { fold } from '../../src/reading/normalize';

/** What fold is defined as, by the plain means. */
const plainly = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u00a0\u00ad\u180e\u200b-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]+/g, '')
    .replace(/["'“”‘’„‟〝〞＂＇「」『』]/g, '')
    .replace(/\*{2,3}/g, '')
    .replaceAll('業', '业');

test('every letter folds as the whole text would, alone and beside marks that join it', () => {
  const wrong: string[] = [];
  for (let code = 0; code < 0x10000; code++) {
    const char = String.fromCharCode(code);
    // Characters have traditional forms, which the forms of the table tell; half of a pair is no letter.
    if (/[\u4e00-\u9fff\ud800-\udfff]/.test(char.normalize('NFKC'))) continue;
    for (const text of [`规${char}章`, `${char}\u0301`, `${char}${char}`, `か\u3099${char}`])
      if (fold(text) !== plainly(text)) wrong.push(text);
  }
  expect(wrong).toEqual([]);
  expect(fold('商　業（企業）１２')).toBe('商业(企业)12');
});
