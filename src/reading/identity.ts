import { agencyKind, beforeSubject, isAgencyName, scopeOf } from './agency';
import { type Block, textOf } from './blocks';
import { findPublished } from './dates';
import { limits } from './limits';
import { fold } from './normalize';
import type { Regions } from './regions';
import { findTitle, isTitleLine } from './title';
import type { ReadingHints, ReadingProblem, Report } from './types';
import { findYear, yearOfPeriod } from './year';

export type Identity = Pick<
  Report,
  'title' | 'agency' | 'scope' | 'year' | 'published' | 'published_as' | 'url' | 'problems'
>;

/** Characters of the first section in which years are counted. */
const LONGEST_LEAD = 4_000;

/** 单位 names an agency, or what a table counts in. */
const AGENCY_LABEL =
  /(?:发布机构|公开机构|发布单位|单位|信息来源|公开责任部门|发文机关)[:：\s|]+(?!(?:[万亿]?元|[件条项次个份篇])[)）]*(?:[\s|,，。]|$))([^\s|:：,，。]{2,30})/g;
/** Characters of a refused name that a problem quotes. */
const LONGEST_DETAIL = 40;

/** Who reports, on which year, since when. */
export function readIdentity(
  blocks: readonly Block[],
  pageTitle: string | null,
  regions: Regions,
  hints: ReadingHints,
): Identity {
  const text = folded(blocks, limits.prose);
  const title = findTitle(blocks, pageTitle, regions, () => yearOfPeriod(text));
  const head = blocks.slice(0, 60).map(textOf);
  const agency = findAgency(title, head, hints.agency);
  const kind = agencyKind(agency.name ?? '');
  const first = blocks.slice(0, regions.headings[1]?.block).filter((block) => !isTitleLine(textOf(block)));
  const lead = folded(first, LONGEST_LEAD);
  const { year, problems } = findYear(title, text, lead);
  const places = placesOf(pageTitle, blocks, regions);
  const url =
    hints.url ??
    head
      .map((line) => /https?:\/\/[^\s"'<>|]+/.exec(line))
      .find((match) => match?.input.match(/链接|来源|网址|url/i))?.[0] ??
    null;
  const publication = findPublished(blocks, { year, title, url, hint: hints.published ?? null });
  return {
    title,
    agency: { name: agency.name, kind },
    ...(places.length > 0 ? { places } : {}),
    scope: scopeOf(title ?? '', kind, text),
    year,
    published: publication?.date ?? null,
    ...(publication?.printed ? { published_as: publication.printed } : {}),
    url,
    problems: [...agency.problems, ...problems],
  };
}

/** Lines at either end that may say where the page stands, who publishes and who signs. */
const PLACE_LINES = 25;
const LONGEST_PLACE = 60;
const MOST_PLACES = 16;

function placesOf(pageTitle: string | null, blocks: readonly Block[], { headings }: Regions): string[] {
  const head = blocks.slice(0, Math.min(headings[0]?.block ?? PLACE_LINES, PLACE_LINES));
  const lines = [pageTitle ?? '', ...[...head, ...blocks.slice(head.length).slice(-PLACE_LINES)].map(textOf)];
  const fitting = lines
    .map((line) => line.trim())
    .filter((line) => line.length <= LONGEST_PLACE && /[省市县区旗州盟镇乡]|街道/.test(line));
  return [...new Set(fitting)].slice(0, MOST_PLACES);
}

/** Lines without what differs only in writing, up to so many characters. */
function folded(blocks: readonly Block[], most: number): string {
  const lines: string[] = [];
  let [length, printed] = [0, 0];
  for (const block of blocks) {
    if (block.kind !== 'line' || length > most || printed > limits.prose) continue;
    const line = fold(block.text.slice(0, limits.prose - printed));
    lines.push(line);
    length += line.length + 1;
    printed += block.text.length + 1;
  }
  return lines.join('\n').slice(0, most);
}

/** The name in the title; else, as a guess, that of who published the page. `agency_unclear` for a guess and for none. */
function findAgency(
  title: string | null,
  head: readonly string[],
  hint: string | undefined,
): { readonly name: string | null; readonly problems: readonly ReadingProblem[] } {
  const titled = beforeSubject(title ?? '');
  const sure = hint ?? (isAgencyName(titled) ? titled : null);
  if (sure !== null) return { name: sure, problems: [] };
  const labels = head.flatMap((line) => [...line.matchAll(AGENCY_LABEL)].map(([, label = '']) => label));
  const name = labels.find(isAgencyName) ?? null;
  const detail = name ?? titled.slice(0, LONGEST_DETAIL);
  return { name, problems: [{ code: 'agency_unclear', ...(detail ? { detail } : {}) }] };
}
