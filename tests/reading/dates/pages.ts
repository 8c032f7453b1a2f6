import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, type Report } from '../../../src/reading';
import { bytes } from '../samples';

export interface Page {
  readonly name: string;
  readonly year: number;
  readonly url: string | null;
  readonly above: readonly string[];
  readonly below: readonly string[];
  readonly wanted: string | null;
}

function parsePage(text: string): Page {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('// '));
  const found = (key: string) => lines.find((line) => line.startsWith(`${key} `))?.slice(key.length + 1);
  const wanted = found('=') ?? '';
  const rest = lines.filter((line) => !/^(?:year|url|=) /.test(line));
  const report = rest.indexOf('…');
  const [above, below] = [rest.slice(0, report), rest.slice(report + 1)];
  const name = [...above, '…', ...below].join(' ¶ ');
  const url = found('url') ?? null;
  return {
    name: url ? `${url} ${name}` : name,
    year: Number(found('year') ?? 2023),
    url,
    above,
    below,
    wanted: wanted === 'none' ? null : wanted,
  };
}

export const pages = (file: string): Page[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .split(/\n{2,}/)
    .map(parsePage)
    .filter(({ above, below, name }) => above.length + below.length > 0 || name.includes('http'));

/** The lines of the page: those above, a report in which other days are mentioned, those below. */
export const linesOf = ({ year, above, below }: Page): readonly string[] => [
  ...above,
  `霁川区露桥镇人民政府${year}年政府信息公开工作年度报告`,
  `本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
  '一、总体情况',
  `${year + 1}年1月4日，我镇召开党委会议研究政务公开工作。${year}年11月20日印发工作方案。`,
  '二、主动公开政府信息情况',
  '略。',
  '三、收到和处理政府信息公开申请情况',
  '全年未收到政府信息公开申请。',
  '五、存在的主要问题及改进情况',
  '公开内容不够丰富。',
  '六、其他需要报告的事项',
  '无。',
  ...below,
];

export const readPage = (page: Page): Report =>
  read(bytes(linesOf(page).join('\n')), 'page.txt', page.url === null ? {} : { url: page.url });
