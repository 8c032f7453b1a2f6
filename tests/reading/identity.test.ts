import { describe, expect, it } from 'vitest';
import { read, ReadingError } from '../../src/reading';
import { bytes, readText, report } from './samples';

const titled = (title: string, ...more: string[]) =>
  readText(
    [
      title,
      ...more,
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '略',
    ].join('\n'),
  );

const undated = '霁川区财政局政府信息公开工作年度报告';
/** `titled` gives headings without tables. */
const noTables = ['t2', 't3'].map((table) => ({ code: 'table_missing', table }));

describe('agency, year and kind', () => {
  it.each([
    ['霁川区露桥镇人民政府2023年政府信息公开工作年度报告', '霁川区露桥镇人民政府', 2023, 'township'],
    ['2024年霁川区青霭街道办事处政府信息公开工作年度报告', '霁川区青霭街道办事处', 2024, 'street'],
    ['霁川区水务局关于2022年度政府信息公开工作情况的报告', '霁川区水务局', 2022, 'bureau'],
    ['霁川市 2025 年政府信息公开工作年度报告', '霁川市', 2025, 'city'],
    ['霁川县人民政府2021年政务公开年报', '霁川县人民政府', 2021, 'county'],
    ['霁川区教育局二〇二三年政府信息公开年度报告', '霁川区教育局', 2023, 'bureau'],
    ['2025霁川县大岭乡2025年度政府信息公开工作年度报告', '霁川县大岭乡', 2025, 'township'],
    ['霁川经济开发区管理委员会2020年政府信息公开工作年度报告', '霁川经济开发区管理委员会', 2020, 'county'],
  ])('of %s', (title, name, year, kind) => {
    const got = titled(title);
    expect(got.agency).toEqual({ name, kind });
    expect(got.year).toBe(year);
  });

  it('come from the title, not from period, path or body', () => {
    const got = titled(
      '霁川区财政局2020年政府信息公开工作年度报告',
      '统计期限自2019年1月1日起至2019年12月31日止。',
      '2019年，我局加强公开。',
    );
    expect(got.year).toBe(2020);
  });

  it.each(['霁川区财政局２０２３年政府信息公开工作年度报告', '霁川区财政局２０２３政府信息公开工作年度报告'])(
    'come from the full-width digits of %s',
    (title) => {
      expect(titled(title, '2022-03-23')).toMatchObject({
        year: 2023,
        agency: { name: '霁川区财政局' },
        problems: noTables,
      });
    },
  );

  it.each([
    '统计期限自2023年1月1日起至2023年12月31日止。',
    '所列数据的统计期限为2023年1月1日至12月31日。',
    '数据期限：2023.1.1—2023.12.31',
    '统计期限自２０２３年１月１日起至12月日止。',
    '统计时间为2023年1月至12月。',
  ])('come from the period where the title has no year: %s', (period) => {
    const got = titled(undated, '发布日期：2021-03-23', period);
    expect(got).toMatchObject({ year: 2023, problems: noTables });
  });

  it.each([
    '发布日期：2021-03-23',
    '2021-03-23，访问1次',
    '2021年1月19日至今',
    '2021年1月1日起施行',
    '发布于2021.1.1-10:00',
  ])('do not come from the date %s', (date) => {
    expect(titled(undated, date)).toMatchObject({
      year: null,
      problems: [{ code: 'year_unclear' }, ...noTables],
    });
  });

  it('come from the years of the first section, with a doubt unless most agree', () => {
    const of = (...text: string[]) => {
      const { year, problems } = titled(undated, ...text);
      return [year, problems.filter(({ code }) => code === 'year_unclear').length];
    };
    expect(of('2023年，我局加强公开。', '2023年共公开信息3条。')).toEqual([2023, 0]);
    expect(of('2023年，我局加强公开。')).toEqual([2023, 1]);
    expect(
      of('2023年公开3条，2023年收到1件，较2022年增加，2022年为2条，2021年为1条。', '2023年完。'),
    ).toEqual([2023, 1]);
    expect(of('2023年公开3条，2022年公开2条。')).toEqual([null, 1]);
  });

  it('are doubted where the title, the period and the text differ', () => {
    const title = '霁川区财政局2020年政府信息公开工作年度报告';
    expect(titled(title, '统计期限自2019年1月1日起至2019年12月31日止。').problems[0]).toEqual({
      code: 'year_unclear',
      detail: 'title=2020 period=2019',
    });
    expect(titled(title, '2019年，我局加强公开。', '2019年共公开3条。').problems[0]).toEqual({
      code: 'year_unclear',
      detail: 'title=2020 text=2019',
    });
  });

  it('come from the period with lost digits where the title has no year', () => {
    expect(titled('霁川区财政局政府信息公开工作年度报告', '统计期限自20231月1日至20231231日。').year).toBe(
      2023,
    );
  });

  it.each(['自202111日至20211231日止', '自2021年11日至20211231日止', '从20211月1日起至12月31日止'])(
    'come from the period %s',
    (period) => {
      expect(titled(undated, `统计期限${period}。`).year).toBe(2021);
    },
  );

  it('come from the brackets behind the title', () => {
    expect(titled('霁川区财政局政府信息公开工作年度报告（2023）').year).toBe(2023);
  });

  it.each([
    ['2020', '国办公开办函〔2021〕30号', 'title=2020 document=2021'],
    ['2020', '国办公开办函〔202130号', 'title=2020 document=2021'],
    ['2018', '国办公开办函〔2019〕60号', 'title=2018 document=2019'],
    ['2021', '国办公开办函〔2019〕60号', undefined],
    ['2023', '国办公开办函〔2021〕30号', undefined],
  ])('of %s are doubted where a later notice is cited: %s', (year, number, detail) => {
    const { problems } = titled(
      `霁川区财政局${year}年政府信息公开工作年度报告`,
      `根据《关于格式的通知》（${number}）编制。`,
    );
    expect(problems.find(({ code }) => code === 'year_unclear')?.detail).toBe(detail);
  });

  it('is the one that the period is of where a list of all years stands above the report', () => {
    const lines = [2021, 2022, 2023, 2024].map((year) => `霁川区财政局${year}年政府信息公开工作年度报告`);
    const read = (...more: string[]) => readText([...lines, ...more, '一、总体情况', '略。'].join('\n'));
    const report = read('统计期限自2023年1月1日至2023年12月31日。');
    expect(report).toMatchObject({ year: 2023, title: lines[2] });
  });

  it('are not what a table counts in', () => {
    expect(
      titled('政府信息公开工作年度报告', '行政事业性收费 本年收费金额（单位：万元）').agency.name,
    ).toBeNull();
    expect(titled('政府信息公开工作年度报告', '单位：元谋县水务局').agency.name).toBe('元谋县水务局');
  });

  it('survive a title on two lines', () => {
    expect(titled('霁川区露桥镇人民政府', '2023年政府信息公开工作年度报告').agency.name).toBe(
      '霁川区露桥镇人民政府',
    );
  });
});

describe('an agency that is not clear', () => {
  const year = '2023年政府信息公开工作年度报告';

  it.each([
    ['a unit', [year, '单位：万元）']],
    ['a unit in brackets', ['（单位：件）', year]],
    ['a section heading', ['二、主动公开政府信息情况']],
    ['a sentence', ['根据要求，我局编制2023年政府信息公开年度报告']],
    ['a word for any agency', ['我局2023年政府信息公开工作年度报告']],
    ['a bare ending', ['办公室2023年政府信息公开工作年度报告']],
    ['digits', ['123452023年政府信息公开工作年度报告']],
    ['a site', [year, '信息来源：政府门户网站']],
  ])('is not taken from %s', (_, [title = '', ...more]) => {
    const { agency, problems } = titled(title, ...more);
    expect(agency).toEqual({ name: null, kind: 'other' });
    expect(problems[0]).toMatchObject({ code: 'agency_unclear' });
  });

  it('is a guess when only the page says who published it', () => {
    const got = titled(year, '发布机构：霁川区水务局');
    expect(got.agency).toEqual({ name: '霁川区水务局', kind: 'bureau' });
    expect(got.problems[0]).toEqual({ code: 'agency_unclear', detail: '霁川区水务局' });
  });

  it.each([
    '霁川区水务局（本级）',
    '霁川市人民政府研究室',
    '霁川区残联',
    '霁川第101中学',
    '霁川市城市管理部门',
  ])('is not %s', (name) => {
    const got = titled(`${name}${year}`);
    expect(got).toMatchObject({ agency: { name }, problems: noTables });
  });

  it('is what the caller says', () => {
    const text = bytes(`${year}\n一、总体情况\n二、主动公开政府信息情况`);
    const { agency, problems } = read(text, 'x', { agency: '霁川计划' });
    expect([agency.name, problems.some(({ code }) => code === 'agency_unclear')]).toEqual([
      '霁川计划',
      false,
    ]);
  });
});

describe('scope', () => {
  it.each([
    ['霁川区市场监督管理局（系统）2023年政府信息公开工作年度报告', 'system'],
    ['霁川区市场监督管理局机关2023年政府信息公开工作年度报告', 'own'],
    ['霁川区水务局2023年政府信息公开工作年度报告', 'own'],
  ])('of %s is %s', (title, scope) => {
    expect(titled(title).scope).toBe(scope);
  });

  it('of a government that speaks of all its departments is the area', () => {
    expect(
      report({ title: '霁川区人民政府2023年政府信息公开工作年度报告', overview: '全区各部门共公开信息9条。' })
        .scope,
    ).toBe('area');
  });
});

describe('publication date', () => {
  const title = '霁川区水务局2023年政府信息公开工作年度报告';

  it.each([
    ['发布日期：2024-01-19', '2024-01-19'],
    ['发布时间：2024年1月9日 来源：本局', '2024-01-09'],
    ['2024年1月22日', '2024-01-22'],
    ['成文日期：2024/2/1', '2024-02-01'],
  ])('from %s', (line, date) => {
    expect(titled(title, line).published).toBe(date);
  });

  it('is the earliest that can be true', () => {
    expect(titled(title, '发布日期：2025-06-30', '成文日期：2024-01-12').published).toBe('2024-01-12');
    expect(titled(title, '发布日期：2019-01-01', '更新时间：2024-03-01').published).toBe('2024-03-01');
  });

  it('is not the clock of the page nor of who saved it', () => {
    expect(
      titled(title, '采集时间：2025-12-30', '页面生成时间 2024-05-28', '今天是2025年12月30日 星期二')
        .published,
    ).toBeNull();
  });

  it('comes from the address or the caller when the page has none', () => {
    const hints = { url: 'http://www.example.cn/art/t20240111_103354.htm' };
    expect(read(bytes(`${title}\n一、总体情况\n二、主动公开政府信息情况`), 'x', hints).published).toBe(
      '2024-01-11',
    );
  });
});

describe('what is no report', () => {
  it.each([
    '文字解读：霁川区2023年政府信息公开工作年度报告',
    '霁川区政府信息公开年度报告制度',
    '关于做好2023年政府信息公开工作年度报告编制工作的通知',
    '一图读懂霁川区2023年政府信息公开工作年度报告',
    '霁川区召开政务公开工作推进会议情况',
    '天气预报',
  ])('%s is refused', (title) => {
    const open = () =>
      readText(`${title}\n各单位要高度重视，认真做好有关工作，确保按时完成各项任务，并及时报送有关材料。`);
    expect(open).toThrow(ReadingError);
    expect(open).toThrow('not_a_report');
  });

  it('is not the prose of early years', () => {
    const text = `霁川区水务局2010年政府信息公开工作年度报告\n${'我局认真做好公开工作，全年主动公开政府信息46条。'.repeat(4)}`;
    expect(readText(text)).toMatchObject({ year: 2010, forms: {}, cells: {}, problems: [] });
  });
});
