import type { Block } from '../blocks';
import type { Work } from '../limits';
import type { Narrative, ReadingProblem } from '../types';
import { findCases } from './applications';
import { findCategories } from './categories';
import { findChannels } from './channels';
import { findFees } from './fees';
import { joinProse } from './prose';
import { chooseTotal, findBlanks, findTotals } from './total';

/**
 * Facts stated in prose. A fact that the text does not state is absent; "none" in any phrasing is 0.
 * @param blocks lines of prose before the section on problems, tables left out
 * @param others lines of section 6, which states the fees
 * @param year the report year: counts of other years are not the report's
 * @returns with a `narrative_cut` for each limit that left a part of the text unread
 */
export function readNarrative(
  blocks: readonly Block[],
  others: readonly Block[],
  year: number | null,
  work: Work,
): { readonly narrative: Narrative; readonly problems: readonly ReadingProblem[] } {
  const prose = joinProse(blocks, work);
  const rest = joinProse(others, work);
  const totals = findTotals(prose, year);
  const { total, problems: unclear } = chooseTotal(totals);
  const channels = findChannels(prose, total?.to ?? -1, year);
  const categories = findCategories(prose, total, year, {
    totals: new Set(totals.map(({ to }) => to)),
    channels: new Set(channels.map(({ to }) => to)),
  });
  const cases = findCases(prose, year);
  const narrative = {
    ...(total ? { published_total: total.fact } : {}),
    ...(categories ? { published_by_category: categories.items, category_list: categories.state } : {}),
    ...(channels.length > 0 ? { channels: channels.map(({ item }) => item) } : {}),
    ...cases.facts,
    ...findFees(prose, year),
    ...findFees(rest, year),
  };
  const blanks = total ? [] : findBlanks(prose);
  return {
    narrative,
    problems: [...prose.problems, ...rest.problems, ...unclear, ...blanks, ...cases.problems],
  };
}
