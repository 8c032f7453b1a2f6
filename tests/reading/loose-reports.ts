/** An invented page that is a report, however it is titled. */
export interface LooseReport {
  readonly what: string;
  readonly page: string;
  readonly year: number | null;
  readonly agency: string | null;
}

const sections = [
  '一、总体情况',
  '全年主动公开政府信息46条，收到申请2件。',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];
const prose = '我局认真做好公开工作，全年主动公开政府信息46条，按时答复申请，没有发生复议和诉讼。'.repeat(4);
const form = (...head: string[]): string => [...head, ...sections].join('\n');
const early = (...head: string[]): string => [...head, prose].join('\n');
const water = '霁川区水务局';
const full = `${water}2023年政府信息公开工作年度报告`;
const table =
  '<table><tr><td>统计指标</td><td>单位</td><td>统计数</td></tr><tr><td>（一）主动公开政府信息数</td><td>条</td><td>46</td></tr><tr><td>（一）收到申请数</td><td>件</td><td>2</td></tr><tr><td>六、举报投诉数量</td><td>件</td><td>0</td></tr></table>';

const of = (
  what: string,
  page: string,
  year: number | null = 2023,
  agency: string | null = water,
): LooseReport => ({
  what,
  page,
  year,
  agency,
});

export const looseReports: readonly LooseReport[] = [
  of('a yearbook of open government', form(`${water}2023年政务公开年报`)),
  of('a report on the state of things', form(`${water}2023年信息公开情况的报告`)),
  of('a report on work', form(`${water}关于2023年度政府信息公开工作情况的报告`)),
  of('open government and information', form(`${water}2023年度政务信息公开工作开展年度报告`)),
  of('a title cut at its end', form(`${water}2023年政府信息公开工作年度报`)),
  of('a title cut in the middle', form(`${water}2023年政府信息公开工作`)),
  of('a title with its letters mixed up', form(`${water}2023年政府信息公开 工作告年度报`)),
  of('a title with the year twice', form(`2023${water}2023年度政府信息公开工作年度报告`)),
  of('a title that lost 年', form(`2023度${water}信息公开工作年度报告`)),
  of('a title with the year behind', form(`${water}政府信息公开工作年度报告（2023年）`)),
  of('a title with the year behind, 年度', form(`${water}政府信息公开工作年度报告（2023年度）`)),
  of('a title with pictures mentioned', form(`${full}（含图解）`)),
  of('a report sent with a notice', form(`关于印发《${full}》的通知`)),
  of('a report under a column of notices', form('当前位置：首页 > 通知公告', full)),
  of('a title in a table of particulars', form(`标题：${full}`, '索引号：0001', `发布机构：${water}`)),
  of('a title on three lines', form(water, '2023年', '政府信息公开工作年度报告')),
  of('a title on two lines, the year alone', form(`${water}2023年`, '政府信息公开工作年度报告')),
  of('a title with the name of the site', form(`${full} - 霁川区人民政府`)),
  of('a meeting in a navigation bar', form('会议 通知 培训 方案', full, '通知公告')),
  of(
    'a body whose name has 会议',
    form('霁川区会议中心2023年政府信息公开工作年度报告'),
    2023,
    '霁川区会议中心',
  ),
  of(
    'a body whose name has 培训',
    form('霁川区干部培训中心2023年政府信息公开工作年度报告'),
    2023,
    '霁川区干部培训中心',
  ),
  of(
    'a body whose name has 考核',
    form('霁川区考核办公室2023年政府信息公开工作年度报告'),
    2023,
    '霁川区考核办公室',
  ),
  of(
    'a body whose name has 方案 and 指南',
    form('霁川区指南镇2023年政府信息公开工作年度报告'),
    2023,
    '霁川区指南镇',
  ),
  of('the year in Chinese numerals', form(`${water}二〇二三年政府信息公开年度报告`)),
  of('the year with a letter for zero', form(`${water}二O二三年政府信息公开年度报告`)),
  of('early prose', early(`${water}2010年政府信息公开工作年度报告`), 2010),
  of('early prose of an early notice', early(`${water}关于2009年政府信息公开工作情况的报告`), 2009),
  of('an early table', `<h1>${water}2015年政府信息公开工作年度报告</h1><p>一、概述</p>${table}`, 2015),
  of(
    'a page that warns of missing scripts',
    `<!DOCTYPE html><html><head><script>1</script></head><body><p>请启用JavaScript以获得更好体验</p><h1>${full}</h1>${sections.map((it) => `<p>${it}</p>`).join('')}</body></html>`,
  ),
  of('a page with a login', form('登录 注册 用户名 密码', full)),
  of(
    'a page that lists other reports',
    form(full, ...[2022, 2021, 2020].map((year) => `${water}${year}年政府信息公开工作年度报告`)),
  ),
  of('a page with an attachment', form(full, '附件：年度报告.pdf')),
  of('a report of crosses in its text', form(full, 'XX路改造信息已公开。')),
  of('a title with a mark of its state', form(`${full}【已归档】`)),
];
