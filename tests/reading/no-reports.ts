import type { NotReportReason } from '../../src/reading';

/** An invented page that is no report, and what it is. */
export interface NoReport {
  readonly what: string;
  readonly reason: NotReportReason;
  readonly page: string;
}

const html = (title: string, ...body: string[]): string =>
  `<!DOCTYPE html><html><head><title>${title}</title><script src="/a.js"></script></head><body>${body.map((it) => `<p>${it}</p>`).join('\n')}</body></html>`;
const text = (...lines: string[]): string => lines.join('\n');
const blankForm =
  '<p>一、总体情况</p><p>二、主动公开政府信息情况</p><table><tr><td colspan=4>第二十条第（一）项</td></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>规章</td><td></td><td></td><td></td></tr><tr><td>行政规范性文件</td><td></td><td></td><td></td></tr></table><p>三、收到和处理政府信息公开申请情况</p><p>四、政府信息公开行政复议、行政诉讼情况</p><p>五、存在的主要问题及改进情况</p><p>六、其他需要报告的事项</p>';
const report = '霁川区水务局2023年政府信息公开工作年度报告';
const names = [
  '财政局',
  '水务局',
  '教育局',
  '民政局',
  '司法局',
  '商务局',
  '统计局',
  '审计局',
  '林业局',
  '体育局',
];
const titles = names.map((name) => `霁川区${name}2023年政府信息公开工作年度报告`);

const of = (reason: NotReportReason, pages: readonly (readonly [string, string])[]): NoReport[] =>
  pages.map(([what, page]) => ({ what, reason, page }));

export const noReports: readonly NoReport[] = [
  ...of('interpretation', [
    [
      'an interpretation in words',
      text(`文字解读：${report}`, '一、总体情况', '全年公开信息12条，同比增长。'),
    ],
    [
      'an interpretation behind its title',
      text(`${report}解读`, '近日，区水务局发布了年度报告，主要内容如下。'),
    ],
    [
      'an interpretation in brackets before its title',
      text(`【政策解读】${report}`, '一、总体情况', '全年公开信息12条。'),
    ],
    ['one picture', html(`一图读懂 | ${report}`, '来源：区水务局')],
    ['pictures', text(`图解：${report}`, '全年公开信息12条')],
    ['a video', text(`视频解读：霁川区政府信息公开工作年度报告`, '点击播放')],
  ]),
  ...of('notice', [
    [
      'a call for reports',
      text(
        '关于做好2023年政府信息公开工作年度报告编制发布工作的通知',
        '各镇人民政府、区直各部门：',
        '现就有关事项通知如下。',
        '一、编制内容',
        '各单位要按照统一格式编制。',
        '二、报送时间',
        '请于1月20日前报送。',
      ),
    ],
    [
      'a call with the blank form',
      html('关于编制2023年政府信息公开工作年度报告的通知', '各单位：请按下列格式编制。', blankForm),
    ],
    [
      'a plan of work',
      text(
        '霁川区2023年政务公开工作实施方案',
        '为做好全区政务公开工作，制定本方案。',
        '一、总体要求',
        '坚持以人民为中心。',
        '二、主要任务',
        '做好公开。',
      ),
    ],
    ['points of work', text('霁川区2023年政务公开工作要点', '一、加强重点领域信息公开', '二、加强政策解读')],
    ['a letter', text('关于报送2023年度政府信息公开工作情况的函', '区政府办公室：', '请于月底前报送。')],
    [
      'an announcement',
      text('关于2023年度政府信息公开工作年度报告发布情况的公告', '各单位报告已经发布，请查阅。'),
    ],
    ['a reminder', text('关于及时报送政府信息公开年报的提醒', '各单位务必于一月底前发布。')],
  ]),
  ...of('rules', [
    [
      'a system of reports',
      text(
        '霁川区政府信息公开年度报告制度',
        '第一条 为规范年度报告，制定本制度。',
        '第二条 各单位应当按时公布。',
      ),
    ],
    ['a system with its number', text('政府信息公开工作年度报告制度（试行）', '第一条 本制度适用于各单位。')],
    [
      'measures',
      text('霁川区政府信息公开工作考核办法', '第一条 为做好考核，制定本办法。', '第二条 考核每年一次。'),
    ],
    ['rules', text('霁川区政府信息公开工作情况报告规定', '第一条 各部门应当报告。')],
    [
      'a guide to disclosure',
      text(
        '霁川区水务局政府信息公开指南',
        '一、公开范围',
        '本机关主动公开的信息。',
        '二、公开形式',
        '网站公开。',
      ),
    ],
    ['a guide to writing', text('政府信息公开工作年度报告编制指南', '一、总体情况怎么写', '二、数据怎么填')],
    ['a catalogue', text('霁川区水务局政府信息公开目录', '机构职能 领导信息 政策文件')],
  ]),
  ...of('news', [
    [
      'a meeting',
      text(
        '霁川区召开2023年政务公开工作推进会议',
        '12月3日，区政府办公室召开会议，通报了信息公开年报编制情况。',
      ),
    ],
    ['a training', text('我区举办政府信息公开工作年度报告编制培训', '培训围绕年报展开，50人参加。')],
    ['a news item', text('区水务局扎实推进政府信息公开工作', '近日，区水务局组织学习条例，取得成效。')],
    ['a visit', text('市政府办到霁川区调研政务公开工作情况', '调研组一行听取汇报。')],
  ]),
  ...of('summary', [
    [
      'a summary',
      text('霁川区2023年政府信息公开年报汇总表', '单位 公开数 申请数', '财政局 12 3', '水务局 8 0'),
    ],
    ['results of an assessment', text('霁川区2023年度政务公开考核结果通报', '优秀：财政局、水务局')],
    ['an assessment by others', text('2023年霁川区政务公开第三方评估报告', '本评估受委托开展，得分如下。')],
  ]),
  ...of('list', [
    ['a list', html('政府信息公开年报', ...titles)],
    [
      'a list with dates',
      text('政府信息公开年报', ...titles.map((it) => `${it} 2024-01-12`), '共10条 上一页 下一页'),
    ],
    [
      'a short list',
      html(
        '信息公开年报_霁川区人民政府',
        ...titles.slice(0, 4).map((it) => `${it} 2024-01-12`),
        '首页 上一页 1 2 3 下一页 尾页',
      ),
    ],
    [
      'a column of years',
      text(
        '当前位置：首页 > 政府信息公开 > 政府信息公开年报',
        ...[2023, 2022, 2021, 2020, 2019].map((year) => `霁川区水务局${year}年政府信息公开工作年度报告`),
      ),
    ],
    [
      'results of a search',
      text('搜索结果：政府信息公开工作年度报告', '为您找到相关结果约120条', ...titles.slice(0, 5)),
    ],
  ]),
  ...of('attachment', [
    [
      'a report in an attachment',
      html(
        report,
        report,
        '发布日期：2024-01-12',
        '详见附件',
        '附件：霁川区水务局2023年政府信息公开工作年度报告.pdf',
      ),
    ],
    ['a link alone', html(report, report, '来源：区水务局', '霁川区水务局2023年年报.docx')],
    ['attachments', text(report, '附件：1. 年度报告正文.doc', '2. 统计表.xls')],
    ['a download', text(report, '发布时间：2024-01-12', '点击下载附件')],
  ]),
  ...of('empty_body', [
    ['a title alone', html(report, report, '发布日期：2024-01-12', '打印 关闭')],
    [
      'a title in a frame of links',
      text('霁川区人民政府', '首页 政务公开 互动交流', report, '2024-01-12', '主办：霁川区人民政府'),
    ],
  ]),
  ...of('script_only', [
    ['a page that a script writes', html(report)],
    [
      'a page that asks for scripts',
      html('霁川区人民政府', "We're sorry but the page doesn't work properly without JavaScript enabled."),
    ],
    ['a page that loads', html('加载中', '正在加载，请稍候…')],
  ]),
  ...of('login', [
    ['a login', html('用户登录', '用户名', '密码', '登录', '忘记密码？')],
    [
      'a login before a report',
      html('统一身份认证平台', `访问 ${report} 请先登录`, '账号', '密码', '短信登录'),
    ],
  ]),
  ...of('captcha', [
    ['a puzzle', html('安全验证', '请完成安全验证后继续访问', '向右滑动完成拼图')],
    ['a wall', html('访问受限', '您的访问过于频繁，请输入验证码')],
    ['a firewall', html('Just a moment...', 'Checking your browser before accessing the site.')],
  ]),
  ...of('error_page', [
    ['nothing there', html('404', '404 Not Found', 'nginx')],
    ['nothing there, in Chinese', html('出错了', '抱歉，您访问的页面不存在或已被删除！', '返回首页')],
    ['a server that fails', html('502 Bad Gateway', '502 Bad Gateway')],
    ['what may not be seen', html('403 Forbidden', '403 Forbidden')],
  ]),
  ...of('copy', [
    [
      'a betting site under the name of an agency',
      text(
        '霁川娱乐城官网2023年政府信息公开工作年度报告',
        '一、总体情况',
        '全年主动公开政府信息12条。',
        '二、主动公开政府信息情况',
        '三、收到和处理政府信息公开申请情况',
      ),
    ],
    [
      'a brand in place of the place',
      html(
        'bet365体育2023年政府信息公开工作年度报告',
        'bet365体育2023年政府信息公开工作年度报告',
        '一、总体情况',
        '二、主动公开政府信息情况',
      ),
    ],
    [
      'a copy with pinyin',
      text(
        report,
        '一、總體情況',
        '本局發(fā)布信息12條，辦理(lǐ)申請3件，較(jiào)上年增長(zhǎng)。',
        '二、主動公開政府信息情況',
      ),
    ],
    [
      'a copy in the words of another place',
      text(
        '霁川區水務局2023年政府資訊公開工作年度報告',
        '一、總體情況',
        '透過網路和軟體公開資訊12條，規範性檔案3件。',
        '二、主動公開政府資訊情況',
      ),
    ],
  ]),
  ...of('template', [
    ['the form', html('政府信息公开工作年度报告格式', '政府信息公开工作年度报告（模板）', blankForm)],
    [
      'a form with crosses for names',
      html('XX单位20XX年政府信息公开工作年度报告', 'XX单位20XX年政府信息公开工作年度报告', blankForm),
    ],
    ['a form without a name or a year', html('', '政府信息公开工作年度报告', blankForm)],
  ]),
  ...of('other', [
    ['the weather', text('天气预报', '今天晴，明天多云，气温十到二十度，东北风三级，适宜出行。')],
    ['a law', text('中华人民共和国政府信息公开条例', '第一条 为了保障公民依法获取政府信息，制定本条例。')],
    ['an application form', text('政府信息公开申请表', '申请人信息 姓名 证件号码 联系电话')],
    [
      'a report on something else',
      text('霁川区2023年国民经济和社会发展统计公报', '全年地区生产总值增长5%。'),
    ],
    [
      'a report of another kind',
      text('霁川区水务局2023年法治政府建设年度报告', '一、主要做法', '加强领导。', '二、存在问题'),
    ],
  ]),
];
