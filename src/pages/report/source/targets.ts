import type { Report } from '../../../reading';
import type { CountedRecord, EvidenceRecord, Place, StatisticRecord } from '../records';
import { placeOfAt } from './source-text';

/**
 * Ids of what has a place in the source: a cell by its code, `narrative:<fact>`, and by their position in the dataset
 * `item:<n>`, `channel:<n>`, `statistic:<n>`.
 */
export const itemId = (position: number): string => `item:${position}`;
export const channelId = (position: number): string => `channel:${position}`;
export const statisticId = (position: number): string => `statistic:${position}`;
export const factPrefix = 'narrative:';
/** Id of the publication date. */
export const dateId = 'published';

/** What the dataset holds of one report, apart from its text. */
export interface Held {
  readonly evidence: readonly EvidenceRecord[];
  readonly items: readonly CountedRecord[];
  readonly channels: readonly CountedRecord[];
  readonly statistics: readonly StatisticRecord[];
}

export const placesHeld = ({ evidence, items, channels, statistics }: Held): ReadonlyMap<string, Place> =>
  new Map([
    ...evidence.map(({ code, at }) => [code, at] as const),
    ...items.map(({ position, at }) => [itemId(position), at] as const),
    ...channels.map(({ position, at }) => [channelId(position), at] as const),
    ...statistics.map(({ position, at }) => [statisticId(position), at] as const),
  ]);

interface Labelled {
  readonly label: string;
  readonly at: Parameters<typeof placeOfAt>[0];
}

/** Places of the entries that a copy has under the same label. */
const sameLabels = (
  held: readonly { readonly position: number; readonly label: string }[],
  copy: readonly Labelled[],
  id: (position: number) => string,
): readonly (readonly [string, Place])[] =>
  held.flatMap(({ position, label }) => {
    const found = copy.find((one) => one.label === label);
    return found ? [[id(position), placeOfAt(found.at)] as const] : [];
  });

/** Facts of a narrative that are one number, by their name. */
export const factsOf = ({ narrative }: Report) =>
  Object.entries(narrative).flatMap(([key, fact]) =>
    typeof fact === 'object' && 'raw' in fact ? [{ id: `${factPrefix}${key}`, ...fact }] : [],
  );

/** The same in a copy that was read just now; what the dataset does not list is left out. */
export const placesInCopy = (report: Report, held: Held): ReadonlyMap<string, Place> =>
  new Map([
    ...Object.entries(report.cells).map(([code, { at }]) => [code, placeOfAt(at)] as const),
    ...factsOf(report).map(({ id, at }) => [id, placeOfAt(at)] as const),
    ...(report.published_as ? [[dateId, placeOfAt(report.published_as.at)] as const] : []),
    ...sameLabels(held.items, report.narrative.published_by_category ?? [], itemId),
    ...sameLabels(held.channels, report.narrative.channels ?? [], channelId),
    ...sameLabels(held.statistics, report.statistical_table ?? [], statisticId),
  ]);
