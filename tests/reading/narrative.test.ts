import { describe, expect, it } from 'vitest';
import { categories, facts } from './samples';

describe('total of published items', () => {
  it.each([
    ['2023年，我镇累计主动公开政府信息59条。', 59],
    ['全年共主动公开政府信息1,204条。', 1204],
    ['本年度主动公开政府信息总数36条。', 36],
    ['主动公开政府信息数为77条。', 77],
    ['2023年主动公开信息共有18条。', 18],
    ['全年公开各类信息132条。', 132],
    ['全年共发布45条信息。', 45],
    ['通过门户网站等渠道发布信息220条。', 220],
    ['2023年我镇信息更新总量为310条。', 310],
    ['全年在区政府门户网站主动公开政府信息66条。', 66],
    ['今年以来，我局共公开信息24期。', 24],
    ['全年共更新各类信息９８条。', 98],
  ])('%s → %d', (text, value) => {
    expect(facts(text).published_total).toMatchObject({ value, precision: 'exact', approx: false });
  });

  it.each([
    ['全年主动公开政府信息100余条。', 100, 'at_least'],
    ['全年主动公开政府信息755多条。', 755, 'at_least'],
    ['全年主动公开政府信息约300条。', 300, 'about'],
    ['全年主动公开政府信息近500条。', 500, 'about'],
    ['全年主动公开政府信息4.5万条。', 45_000, 'exact'],
    ['全市共主动公开政府信息14万余条。', 140_000, 'at_least'],
    ['全年主动公开政府信息200条以上。', 200, 'at_least'],
  ])('%s is bounded, not exact', (text, value, precision) => {
    expect(facts(text).published_total).toMatchObject({ value, precision, approx: precision !== 'exact' });
  });

  it.each([
    ['全年主动公开政府信息三百余条。', 300, 'at_least'],
    ['全年主动公开政府信息百余条。', 100, 'at_least'],
    ['全年主动公开政府信息一千零六条。', 1006, 'exact'],
    ['全年主动公开政府信息两万三千条。', 23_000, 'exact'],
    ['全年主动公开政府信息十二条。', 12, 'exact'],
  ])('%s is in numerals', (text, value, precision) => {
    expect(facts(text).published_total).toMatchObject({ value, precision });
  });

  it.each([
    '全年主动公开政府信息一百二条。',
    '落实《条例》第二十条，制定三项制度、二十条措施。',
    '围绕一件事一次办，公开信息一条龙服务。',
  ])('%s has no numeral that is a number for certain', (text) => {
    expect(facts(text).published_total).toBeUndefined();
  });

  it('quotes a numeral as printed, where it stands', () => {
    const { published_total: total } = facts('全年主动公开政府信息三百余条。');
    expect(total?.raw).toBe('全年主动公开政府信息三百余条');
    expect(total?.at).toMatchObject({ column: 11, length: 4 });
  });

  it.each([
    '政府网站总访问量1530488次。',
    '“露桥发布”粉丝量5.1万人。',
    '2022年主动公开政府信息88条。',
    '编印政府公报12期。',
    '我镇2023年主动公开信息  条。',
  ])('%s states no total of the year', (text) => {
    expect(facts(text).published_total).toBeUndefined();
  });

  it('keeps the whole and not its part', () => {
    const { published_total } = facts('全年共发布各类信息150余条，其中政府信息49条。');
    expect(published_total).toMatchObject({ value: 150, precision: 'at_least' });
  });

  it('points to the number in its line', () => {
    expect(facts('2023年，我镇主动公开政府信息59条。').published_total?.at).toEqual({
      line: 4,
      column: 17,
      length: 3,
    });
  });
});

describe('categories', () => {
  it.each([
    [
      '其中 with 、',
      '主动公开政府信息10条，其中机构信息3条、会议信息6条、业务培训1条。',
      ['机构信息 3', '会议信息 6', '业务培训 1'],
    ],
    [
      '其中: with commas',
      '主动公开政府信息9条。其中：工作动态4条，通知公告5条。',
      ['工作动态 4', '通知公告 5'],
    ],
    ['包括', '主动公开政府信息9条，包括政策文件2条，政策解读7条。', ['政策文件 2', '政策解读 7']],
    ['semicolons', '主动公开政府信息9条：政策文件2条；政策解读7条。', ['政策文件 2', '政策解读 7']],
    ['in brackets', '主动公开政府信息13条(其中：政务动态11条，规划计划2条)。', ['政务动态 11', '规划计划 2']],
    [
      'nested brackets',
      '主动公开政府信息12条，其中工作信息9条(政务动态5条，会议4条)、财政信息3条。',
      ['工作信息 9', '财政信息 3'],
    ],
    [
      'with shares',
      '主动公开政府信息10条，其中行政许可类7条，占70%，财政信息3条，占30%。',
      ['行政许可类 7', '财政信息 3'],
    ],
    [
      'number first',
      '主动公开政府信息20条，包括1条概况类信息、15条政策解读、4条工作动态。',
      ['概况类信息 1', '政策解读 15', '工作动态 4'],
    ],
    [
      'in quotes',
      '主动公开政府信息30条，其中“政策法规”栏目发布信息25条，“公示公告”栏目发布信息5条。',
      ['政策法规 25', '公示公告 5'],
    ],
    [
      '一是 二是',
      '主动公开政府信息30条，一是发布政务动态25条；二是发布通知公告5条。',
      ['政务动态 25', '通知公告 5'],
    ],
    ['zero kept', '主动公开政府信息3条，其中机构信息0条、政策文件3条。', ['机构信息 0', '政策文件 3']],
    [
      '、 inside a label',
      '主动公开政府信息8条，其中政策、规范性文件类信息5条，其他信息3条。',
      ['政策、规范性文件类信息 5', '其他信息 3'],
    ],
  ])('are read from a list with %s', (_, text, wanted) => {
    expect(categories(text)).toEqual(wanted);
  });

  it.each([
    ['主动公开政府信息10条，其中甲类信息4条、乙类信息6条。', 'exact'],
    ['主动公开政府信息100条，主要包括甲类信息4条、乙类信息6条等。', 'partial'],
    ['主动公开政府信息11条，其中甲类信息4条、乙类信息6条。', 'mismatch'],
    ['其中甲类信息公开了4条，乙类信息公开了6条。', 'no_total'],
  ])('%s is %s', (text, state) => {
    expect(facts(text).category_list).toBe(state);
  });

  it('may stand in section 2', () => {
    expect(
      categories('全年公开政府信息7条，其中工作动态4条、人事信息3条。', '二、主动公开政府信息情况'),
    ).toEqual(['工作动态 4', '人事信息 3']);
  });

  it('are not read from plans for the next year', () => {
    expect(facts('加强公开。').published_by_category).toBeUndefined();
  });
});

describe('channels', () => {
  it('have their counts, inside or outside the total', () => {
    const { channels } = facts('利用“露桥发布”微信公众号推送信息260条，通过政务公开栏公开信息12条。');
    expect(channels?.map(({ label, count }) => [label, count])).toEqual([
      ['“露桥发布”微信公众号', 260],
      ['政务公开栏', 12],
    ]);
  });

  it('are not counted by followers, reads or visits', () => {
    expect(facts('微信公众号粉丝量5100个，门户网站访问量9000次，微博阅读80万次。').channels).toBeUndefined();
  });

  it('have no count of their own when several share one', () => {
    expect(facts('通过政府网站、政务微博、公示栏等渠道主动公开政府信息90条。').channels).toBeUndefined();
  });
});

describe('applications', () => {
  it.each([
    '2023年，我镇未收到政府信息公开申请。',
    '本年度没有收到依申请公开政府信息的申请。',
    '我局未接到群众要求公开政府信息的申请。',
    '全年未接收到信息公开申请。',
    '我镇2023年度无申请。',
    '尚未收到依申请公开事项申请。',
    '2023年收到政府信息公开申请0件。',
    '依申请公开零报告。',
    '没有接到群众主动要求公开政府信息的申请。',
    '新收依申请公开0件。',
    '本年度政府信息公开申请数量为0。',
    '未受理政府信息公开申请。',
  ])('%s says none', (text) => {
    expect(facts(text, '（二）依申请公开').applications_received?.value).toBe(0);
  });

  it.each([
    ['共收到政府信息公开申请21条。', 21],
    ['全年受理政府信息公开申请4次。', 4],
    ['全年接收到申请书55份。', 55],
    ['2023年共收办政府信息公开申请案件3,607件，同比增长70.3%。', 3607],
    ['新收政府信息公开申请12宗，上年结转3宗。', 12],
    ['2023年收到12件政府信息公开申请。', 12],
    ['全年共办理依申请公开件8件。', 8],
    ['我局依申请公开共受理6起。', 6],
  ])('%s → %d', (text, value) => {
    expect(facts(text, '（二）依申请公开').applications_received?.value).toBe(value);
  });

  it('carried in, answered and carried out are told apart', () => {
    const said = facts(
      '新收政府信息公开申请16件，上年度结转5件，已答复18件，结转下年度3件。',
      '（二）依申请公开',
    );
    expect(said.applications_received?.value).toBe(16);
    expect(said.applications_carried_in?.value).toBe(5);
    expect(said.applications_answered?.value).toBe(18);
    expect(said.applications_carried_out?.value).toBe(3);
  });

  it('does not take the year before for this year', () => {
    expect(
      facts('2022年收到政府信息公开申请9件，2023年收到政府信息公开申请4件。', '（二）依申请公开')
        .applications_received?.value,
    ).toBe(4);
  });

  it.each([
    ['行政复议2件、行政诉讼1件，均获维持。', 2, 1],
    ['未发生因政府信息公开引起的行政复议、行政诉讼。', 0, 0],
    ['因政府信息公开申请引发的行政复议、行政诉讼均为0。', 0, 0],
    ['全年信息公开类行政复议7件，诉讼9件。', 7, 9],
  ])('%s gives reconsiderations and suits', (text, reviews, suits) => {
    const said = facts(text, '（二）依申请公开');
    expect([said.reviews_total?.value, said.litigation_total?.value]).toEqual([reviews, suits]);
  });

  it('leaves unsaid what is not said', () => {
    expect(facts('加强学习培训。', '（五）监督保障')).toEqual({});
  });
});
