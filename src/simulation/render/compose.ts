import { sections, type TableId } from '../../forms';
import type { ReportContent } from '../content';
import type { Block, Blocks } from './document';
import * as phrases from './phrases';
import { plain, sentences, type Variant } from './prose';
import { statisticalTable, table2, table3, table4 } from './tables';

const ordinals = ['一', '二', '三', '四', '五', '六'] as const;

/** How sub-sections are numbered. */
const subNumbers: readonly ((i: number) => string)[] = [
  (i) => `（${ordinals[i] ?? ''}）`,
  (i) => `${i + 1}.`,
  (i) => `（${ordinals[i] ?? ''}）`,
];

const dateStyles: readonly ((iso: string) => string)[] = [
  (iso) => `发布时间：${iso}`,
  (iso) => {
    const [year, month, day] = iso.split('-').map(Number);
    return `发布日期：${year}年${month}月${day}日`;
  },
  (iso) => `发文日期：${iso}`,
];

const paragraph = (text: string): Block => ({ type: 'paragraph', text });
const heading = (level: 1 | 2, text: string): Block => ({ type: 'heading', level, text });

function front(content: ReportContent, variant: Variant): Block[] {
  const date = dateStyles[variant % dateStyles.length]?.(content.published) ?? '';
  return [
    { type: 'title', text: content.title },
    { type: 'meta', text: `${date} 来源：${content.agency.name}` },
    ...(content.url ? [{ type: 'meta', text: `原文链接：${content.url}` } as const] : []),
    paragraph(phrases.simulatedNotice),
    paragraph(plain(phrases.opening, content, variant, 2)),
  ];
}

/** Section 1: five sub-sections, each with its paragraph. */
function overview(content: ReportContent, variant: Variant): Block[] {
  const [published, channels, applications, appeals] = (
    ['published', 'channels', 'applications', 'appeals'] as const
  ).map((fact) => sentences[fact](content, variant));
  const texts = [
    published,
    `${applications}${appeals}`,
    plain(phrases.management, content, variant, 3),
    `${plain(phrases.platform, content, variant, 2)}${channels}`,
    plain(phrases.supervision, content, variant, 5),
  ];
  const number = subNumbers[variant % subNumbers.length];
  return sections[0].sub.flatMap((label, i) => [
    heading(2, `${number?.(i) ?? ''}${label}`),
    paragraph(texts[i] ?? ''),
  ]);
}

function officialReport(content: ReportContent, variant: Variant): Block[] {
  const form = content.form ?? '2021';
  const table = (id: TableId): Block[] => {
    if (content.omitted.includes(id)) return [];
    const grids = { t2: table2, t3: table3, t4: table4 };
    return [{ type: 'table', grid: grids[id](content, form) }];
  };
  const bodies: Block[][] = [
    overview(content, variant),
    table('t2'),
    table('t3'),
    table('t4'),
    [paragraph(plain(phrases.problems, content, variant, 2))],
    [paragraph(plain(phrases.otherMatters, content, variant, 3))],
  ];
  return sections.flatMap(({ label }, i) => [
    heading(1, `${ordinals[i] ?? ''}、${label.zh}`),
    ...(bodies[i] ?? []),
  ]);
}

/** Reports before 2019: prose under headings of one's own, and the statistical table as an annex. */
function proseReport(content: ReportContent, variant: Variant): Block[] {
  const bodies: Block[][] = [
    [paragraph(plain(phrases.supervision, content, variant, 2))],
    [paragraph(sentences.published(content, variant)), paragraph(sentences.channels(content, variant))],
    [paragraph(sentences.applications(content, variant))],
    [paragraph(sentences.appeals(content, variant))],
    [paragraph(plain(phrases.problems, content, variant, 2))],
    [{ type: 'table', grid: statisticalTable(content) }],
  ];
  return phrases.proseHeadings.flatMap((label, i) => [
    heading(1, `${ordinals[i] ?? ''}、${label}`),
    ...(bodies[i] ?? []).filter((block) => block.type !== 'paragraph' || block.text !== ''),
  ]);
}

/** The document of a report: title, date, the line that says it is simulated, sections and tables. */
export const compose = (content: ReportContent, variant: Variant): Blocks => [
  ...front(content, variant),
  ...(content.form ? officialReport(content, variant) : proseReport(content, variant)),
];
