import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CountedLabel, Fact, Report } from '../../../src/reading';
import { readText } from '../samples';

/** A statement of the notation of `paragraphs.txt`: its letter, the label where it has one, and what it says. */
export interface Stated {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

export interface Paragraph {
  readonly heading: string;
  readonly text: string;
  readonly wanted: readonly Stated[];
}

const marks = { exact: '=', at_least: '>=', about: '~' } as const;
const factKeys = {
  T: 'published_total',
  R: 'applications_received',
  I: 'applications_carried_in',
  A: 'applications_answered',
  O: 'applications_carried_out',
  V: 'reviews_total',
  S: 'litigation_total',
  F: 'fees_charged',
  N: 'fee_cases',
} as const;
/** Problems of a report that no paragraph is about. */
const OTHER_PROBLEMS = /^(?:table|section|year|agency)_/;

function parseItem(key: string, item: string): Stated {
  const [, label = '', count = ''] = /^(.*) (\d+)$/.exec(item) ?? [];
  return { key, label, value: count };
}

function parseWanted(line: string): Stated[] {
  const parts = line.split(/ (?=[A-Z](?:=|>=|~))/).filter((part) => part !== '');
  return parts.flatMap((part): Stated[] => {
    const [, key = '', mark = '', rest = ''] = /^([A-Z])(>=|=|~)(.*)$/.exec(part) ?? [];
    if (key === 'C' || key === 'H') return rest.split('|').map((item) => parseItem(key, item));
    const [value = '', scope] = rest.split('@');
    const fact = { key, label: '', value: (mark === '=' ? '' : mark) + value };
    return scope ? [fact, { key: '@', label: key, value: scope }] : [fact];
  });
}

export function paragraphs(file: string): Paragraph[] {
  const found: Paragraph[] = [];
  let [heading, text] = ['', ''];
  for (const line of readFileSync(join(import.meta.dirname, file), 'utf8').split('\n')) {
    if (line.startsWith('// ') || line === '') continue;
    if (line.startsWith('# ')) heading = line.slice(2);
    else if (line.startsWith('=')) found.push({ heading, text, wanted: parseWanted(line.slice(1).trim()) });
    else text = line;
  }
  return found;
}

const labelled = (key: string, items: readonly CountedLabel[] = []): Stated[] =>
  items.map(({ label, count }) => ({ key, label, value: String(count) }));

/** What the reader says of a paragraph, in the same notation. */
export function said({ heading, text }: Paragraph): Stated[] {
  const title = '霁川区露桥镇人民政府2023年政府信息公开工作年度报告';
  const six = heading === '其他需要报告的事项';
  const rest = six ? [] : [`（一）${heading === '' ? '主动公开' : heading}`, ...text.split('¶')];
  const lines = [title, '一、总体情况', ...rest, '五、存在的主要问题及改进情况', '略。'];
  const { narrative, problems }: Report = readText(
    [...lines, '六、其他需要报告的事项', ...(six ? text.split('¶') : ['无。'])].join('\n'),
  );
  const facts: Readonly<Record<string, unknown>> = { ...narrative };
  const change = narrative.applications_change;
  return [
    ...Object.entries(factKeys).flatMap(([key, name]): Stated[] => {
      const fact = facts[name] as Fact | undefined;
      if (!fact) return [];
      const mark = marks[fact.precision];
      const stated = { key, label: '', value: (mark === '=' ? '' : mark) + String(fact.value) };
      return fact.scope ? [stated, { key: '@', label: key, value: fact.scope }] : [stated];
    }),
    ...labelled('C', narrative.published_by_category),
    ...labelled('H', narrative.channels),
    ...(narrative.category_list ? [{ key: 'L', label: '', value: narrative.category_list }] : []),
    ...(change
      ? [
          {
            key: 'D',
            label: '',
            value: `${change.value > 0 ? '+' : ''}${change.value}${change.unit === 'percent' ? '%' : ''}`,
          },
        ]
      : []),
    ...problems
      .filter(({ code }) => !OTHER_PROBLEMS.test(code))
      .map(({ code }) => ({ key: 'P', label: '', value: code })),
  ];
}
