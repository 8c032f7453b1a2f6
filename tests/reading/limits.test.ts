import { describe, expect, test } from 'vitest';
import { limits, read, ReadingError } from '../../src/reading';

const reading = (text: string) => () => read(new TextEncoder().encode(text), 'x.txt');
const head = '某镇2022年政府信息公开工作年度报告\n一、总体情况\n';

describe('text without an end', () => {
  test.each(['1', '1,', '《', '其中', '年', '、', ' '])('of %j is refused instead of searched', (piece) => {
    const endless = head + '主动公开政府信息' + piece.repeat(3_000_000 / piece.length);
    expect(reading(`${endless}条。`)).toThrow(ReadingError);
  });

  test('is told from a report in one line', () => {
    const pressed = `${head}${'本镇公开政府信息3条。'.repeat(limits.clause)}`;
    expect(reading(pressed)).not.toThrow();
  });
});
