import { describe, expect, test } from 'vitest';
import { limits, read, ReadingError } from '../../src/reading';
import { htmlBlocks } from '../../src/reading/html-blocks';
import { Work } from '../../src/reading/limits';
import { readNarrative } from '../../src/reading/narrative';
import { readText } from './samples';

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

/** What of the narrative is said to be unread. */
const cuts = (text: string): readonly (string | undefined)[] =>
  readText(head + text).problems.flatMap(({ code, detail }) => (code === 'narrative_cut' ? [detail] : []));

const page = `<html><title>某镇2022年政府信息公开工作年度报告</title>${head.replaceAll('\n', '<p>')}`;

describe('a page', () => {
  const open = '<table><tr><td>';

  test.each([
    ['named letters', '&amp;'.repeat(2_000_000)],
    ['names of tags', `<a${'a'.repeat(5_000_000)}`],
    ['cells of a row', `<table><tr>${'<td>1'.repeat(300_000)}`],
    ['tags that are none', '<'.repeat(3_000_000)],
    ['comments', '<!---->'.repeat(2_000_000)],
    ['ends of lines', '\r'.repeat(3_000_000)],
    ['attributes', '<p a=1 b=2 c=3 d=4 e=5 f=6>'.repeat(200_000)],
    ['ends without a beginning, far down', '<span>'.repeat(3_000) + '</x>'.repeat(20_000)],
    ['much in the innermost of many tables', open.repeat(1_200) + '<br>'.repeat(20_000)],
    ['spaces that are escaped twice', '&amp;nbsp;'.repeat(1_200_000)],
  ])('of endless %s is given up', (_, hostile) => {
    expect(reading(page + hostile)).toThrow('timeout');
  });

  test('of notes in one line takes work that grows as they do', () => {
    const spent = (notes: number): number => {
      const work = new Work('x', Infinity);
      htmlBlocks(`${page}<p>${'甲1<sup>1</sup>'.repeat(notes)}`, work);
      return work.spent;
    };
    expect(spent(20_000)).toBeLessThan(spent(10_000) * 2.1);
  });

  test('is read without the pictures that are written into it, whose size does not count', () => {
    const picture = `<img src="data:image/png;base64,${'iVBORw0KGgo/+='.repeat(limits.bytes / 14 + 1)}">`;
    const rest = '<p>主动公开政府信息9条。<p>三';
    const { narrative } = read(new TextEncoder().encode(`${page}${picture}${rest}`), 'x.html');
    expect(narrative.published_total?.value).toBe(9);
    expect(reading(page + ' '.repeat(limits.bytes))).toThrow('too_large');
    expect(reading(page + picture.repeat(3))).toThrow('too_large');
  });
});

describe('more than is read', () => {
  test.each([
    ['lines', `${head}${'本镇公开政府信息。\n'.repeat(limits.blocks)}`],
    ['paragraphs', `${page}${'<p>本镇公开政府信息。'.repeat(limits.blocks)}`],
    ['rows', `${page}<table>${'<tr><td>1<td>2'.repeat(limits.blocks)}</table>`],
    ['letters', `${head}${'本镇公开政府信息。'.repeat(limits.letters / 9 + 1)}`],
  ])('is refused rather than read in part: %s', (what, text) => {
    expect(reading(text)).toThrow(new RegExp(`too_large .*${what === 'letters' ? what : 'lines'}`));
  });
});

describe('a narrative beyond its limits', () => {
  const items = (n: number) => Array.from({ length: n }, () => '甲类1条').join('，');
  const total = '主动公开政府信息9条。';

  test('keeps the first items of an endless list, and says so', () => {
    const { narrative, problems } = readText(`${head}主动公开政府信息900条，其中${items(900)}。`);
    expect(narrative.published_by_category).toHaveLength(limits.items);
    expect(narrative.category_list).toBe('partial');
    expect(problems.find(({ detail }) => detail === 'list')?.at).toMatchObject({ line: 3 });
    expect(cuts(`主动公开政府信息90条，其中${items(90)}。`)).toEqual([]);
  });

  test('keeps the first things that its sentences count', () => {
    expect(cuts(`${`公开政策文件1条，公开会议信息1条。`.repeat(limits.items)}`)).toContain('list');
  });

  test('leaves the end of an endless sentence unread', () => {
    const endless = '本镇做好公开工作；'.repeat(limits.sentence / 9 + 1);
    expect(cuts(`${endless}。${total}`)).toEqual(['sentence']);
    expect(readText(`${head}${endless}。${total}`).narrative.published_total?.value).toBe(9);
    expect(readText(`${head}${endless}${total}`).narrative.published_total).toBeUndefined();
  });

  test('leaves the end of endless prose unread', () => {
    expect(cuts('本镇做好公开工作。'.repeat(limits.prose / 9 + 1) + total)).toEqual(['prose']);
  });

  test('tries a phrasing at so many places', () => {
    const none = '未收到政府信息公开申请。';
    expect(cuts(none.repeat(limits.phrases))).not.toContain('phrases');
    expect(cuts(none.repeat(limits.phrases + 1))).toContain('phrases');
    expect(cuts(total.repeat(limits.counts + 1))).toContain('phrases');
  });

  test('takes no part of an endless number for a number', () => {
    expect(readText(`${head}主动公开政府信息${'1,'.repeat(50)}1条。`).narrative).toEqual({});
  });
});

describe('work', () => {
  const spent = (piece: string, times: number): number => {
    const work = new Work('x', Infinity);
    const text = piece.repeat(times);
    readNarrative([{ kind: 'line', text, at: { line: 1 } }], [], 2022, work);
    return work.spent;
  };

  test.each([
    'A类1条，',
    'A类1条、',
    '其中，A类1条；',
    '通过在公开',
    '有有有有有',
    '收到申请，',
    '1，',
    '主动公开政府信息1条，其中A类1条。',
  ])('on %j repeated grows no faster than the text, nor without end', (piece) => {
    expect(spent(piece, 2_000)).toBeLessThan(spent(piece, 1_000) * 2.5);
    expect(spent(piece, 100_000)).toBeLessThan(limits.steps);
  });

  test('beyond what is allowed ends in a timeout', () => {
    const work = new Work('x', 10);
    expect(() => work.spend(10)).not.toThrow();
    expect(() => work.spend(1)).toThrow('timeout');
    expect(reading(`<html>${'<div>'.repeat(100_000)}`)).toThrow('timeout');
  });

  test('on a page of many elements is allowed', () => {
    const page = `<html><p>${head.replaceAll('\n', '<p>')}${'<div><p>本镇公开政府信息3条。</p></div>'.repeat(10_000)}`;
    expect(reading(page)).not.toThrow();
  });
});
