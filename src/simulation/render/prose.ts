import type { LabelledCount, NarrativeContent, ReportContent, StatedTotal } from '../content';
import * as phrases from './phrases';

/** Number of a body's phrasing; any non-negative integer. */
export type Variant = number;

/** Each table of phrases is entered at its own place, so that styles are many more than the longest table. */
function choose<T>(table: readonly T[], variant: Variant, salt: number): T {
  const entry = table[(Math.floor(variant / salt) + variant) % table.length];
  if (entry === undefined) throw new RangeError('a table of phrases is empty');
  return entry;
}

const ownWord = {
  township: '我镇',
  street: '我街道',
  bureau: '我局',
  county: '全区',
} as const;

const weOf = ({ agency }: ReportContent) =>
  agency.name.endsWith('乡人民政府') ? '我乡' : ownWord[agency.kind];

const yearOf = (content: ReportContent) => content.narrativeYear ?? content.year;

const fill = (phrase: string, content: ReportContent, n: string | number = '', m: string | number = '') =>
  phrase
    .replaceAll('{y}', String(yearOf(content)))
    .replaceAll('{we}', weOf(content))
    .replaceAll('{n}', String(n))
    .replaceAll('{m}', String(m));

const affixes = { exact: ['', ''], at_least: ['', '余'], about: ['约', ''] } as const;

const stated = ({ value, precision }: StatedTotal) => {
  const [before, after] = affixes[precision];
  return `${before}${value}${after}`;
};

const entries = (list: readonly LabelledCount[], mark: string) =>
  list.map(({ label, count }) => `${label}${count}条`).join(mark);

/** Total and categories in one sentence, as most reports have them. */
function publishedSentence(content: ReportContent, variant: Variant): string {
  const { published_total, published_by_category, category_list } = content.narrative;
  if (!published_total) return '围绕群众关切做好信息发布工作。';
  const said = fill(choose(phrases.publishedTotal, variant, 1), content, stated(published_total));
  if (published_by_category.length === 0) return `${said}。`;
  if (category_list === 'closed') {
    const { lead, mark } = choose(phrases.closedList, variant, 3);
    return `${said}${lead}${entries(published_by_category, mark)}。`;
  }
  const { lead, mark, end } = choose(phrases.openList, variant, 5);
  return `${said}${lead}${entries(published_by_category, mark)}${end}。`;
}

function channelSentence(content: ReportContent, variant: Variant): string {
  const { channels } = content.narrative;
  if (channels.length === 0) return '';
  const { lead, verb, unit, mark } = choose(phrases.channelList, variant, 7);
  return `${lead}${channels.map(({ label, count }) => `${label}${verb}${count}${unit}`).join(mark)}。`;
}

function applicationSentence(content: ReportContent, variant: Variant): string {
  const n = content.narrative;
  if (n.applications_received === null) return '依法做好依申请公开工作。';
  if (n.applications_received === 0 && n.applications_answered === null)
    return fill(choose(phrases.nothingReceived, variant, 2), content);
  const parts: readonly [readonly string[], number | null][] = [
    [phrases.received, n.applications_received],
    [phrases.carriedIn, n.applications_carried_in],
    [phrases.answered, n.applications_answered],
    [phrases.carriedOut, n.applications_carried_out],
  ];
  const said = parts.map(([table, value], i) =>
    value === null ? '' : fill(choose(table, variant, 2 + i), content, value),
  );
  return `${said.join('')}。`;
}

function appealSentence(content: ReportContent, variant: Variant): string {
  const { reviews_total, litigation_total }: NarrativeContent = content.narrative;
  if (reviews_total === null || litigation_total === null) return '';
  return reviews_total + litigation_total === 0
    ? fill(choose(phrases.noAppeals, variant, 2), content)
    : fill(choose(phrases.appeals, variant, 3), content, reviews_total, litigation_total);
}

/** A plain phrase of a table. */
export const plain = (table: readonly string[], content: ReportContent, variant: Variant, salt: number) =>
  fill(choose(table, variant, salt), content);

export const sentences = {
  published: publishedSentence,
  channels: channelSentence,
  applications: applicationSentence,
  appeals: appealSentence,
} as const;
