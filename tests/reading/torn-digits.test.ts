import { describe, expect, it } from 'vitest';
import { categories, facts, readText, report, t3Labels } from './samples';

describe('digits that are not the number', () => {
  it.each([
    '1 234条',
    '3-5条',
    '3—5条',
    '3至5条',
    '1百23条',
    '1万2345条',
    '12,34条',
    '1,234,56条',
    '1、234条',
    '1.234条',
    '0012条',
    '第12条',
    '12。3条',
    '12（3）条',
    '12①条',
  ])('takes no total and no category from %s', (printed) => {
    const { published_total, published_by_category } = facts(`2023年，全镇主动公开政府信息共${printed}。`);
    expect([published_total, published_by_category]).toEqual([undefined, undefined]);
  });

  it.each(['1.5件', '12,34件', '012件', '第12件', '1 2件', '3-5件'])(
    'takes no applications from %s',
    (printed) => {
      const { applications_received, applications_answered } = facts(
        `2023年，共收到政府信息公开申请${printed}。${printed}均已答复。`,
      );
      expect([applications_received, applications_answered]).toEqual([undefined, undefined]);
    },
  );

  it('takes no money from commas that part no thousands', () => {
    expect(facts('2023年，依申请公开收取费用1,2元。').fees_charged).toBeUndefined();
    expect(facts('2023年，依申请公开收取费用1,200.50元。').fees_charged?.value).toBe(1200.5);
  });

  it('leaves out of a list what is torn', () => {
    expect(
      categories('主动公开政府信息321条，其中机构职能10条、政策文件1 2条、财政信息3-5条、人事信息1.5万条。'),
    ).toEqual(['机构职能 10', '人事信息 15000']);
  });

  it.each(['不足', '不到', '将近', '接近'])('takes what is %s a number as about it', (word) => {
    expect(facts(`2023年，主动公开政府信息${word}1200条。`).published_total).toMatchObject({
      value: 1200,
      precision: 'about',
    });
  });
});

describe('a row in a layout of one cell a line whose first cell is no number', () => {
  const reading = (strange: string) => {
    const cells = [strange, '3', '0', '0', '0', '0', '115'];
    const rows = t3Labels.flatMap((label, i) => [label, ...(i === 0 ? cells : Array<string>(7).fill('0'))]);
    return report({ t3: rows.join('\n') });
  };

  it.each(['约112', '×', '￥112'])('is unreadable in that cell alone: %s', (strange) => {
    const { cells: read } = reading(strange);
    expect(read.t3_new_received_natural_person).toMatchObject({ value: null, state: 'unreadable' });
    expect(read.t3_new_received_total?.value).toBe(115);
  });

  it.each(['待核', '`112`'])('is not blank: %s', (strange) => {
    const { cells: read, problems } = reading(strange);
    expect(read.t3_new_received_total?.state).toBe('unreadable');
    expect(problems).toContainEqual(expect.objectContaining({ code: 'row_cells_unclear', table: 't3' }));
  });
});

describe('numbers of another span of time', () => {
  it('takes the year after the quarter', () => {
    expect(facts('一季度主动公开信息100条，全年主动公开信息321条。').published_total?.value).toBe(321);
  });

  it.each(['1-6月', '7至12月', '上半年', '3月份'])('takes no total of %s', (part) => {
    expect(facts(`2023年${part}主动公开政府信息100条。`).published_total).toBeUndefined();
  });

  it('takes that of the months of the whole year', () => {
    expect(facts('2023年1-12月主动公开政府信息100条。').published_total?.value).toBe(100);
  });

  it('takes the number of the year out of that of all years', () => {
    expect(facts('累计公开政府信息5321条，其中2023年321条。').published_total?.value).toBe(321);
  });

  it('takes none of several years that are counted in turn', () => {
    const { applications_received } = facts(
      '2021年、2022年、2023年分别收到政府信息公开申请5件、9件、12件。',
      '（二）依申请公开',
    );
    expect(applications_received).toBeUndefined();
  });

  it('takes no applications of half a year', () => {
    const { applications_received } = facts('上半年收到政府信息公开申请4件，下半年收到政府信息公开申请5件。');
    expect(applications_received).toBeUndefined();
  });

  it('says that two numbers of applications as well worded differ', () => {
    const text = '2023年共收到政府信息公开申请12件。全年共收到政府信息公开申请15件。';
    const { problems } = readText(`露桥镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n${text}`);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'received_differ' }));
  });

  it('takes no category from the number that another is compared with', () => {
    expect(facts('主动公开信息较2022年400条减少79条。').published_by_category).toBeUndefined();
  });
});
