import { formCells, type CellCode, type FormId } from '../forms';
import type { Agency, NarrativeContent, ReportContent, StatedTotal } from './content';
import { t3, t4, type Figures } from './figures';
import type { BodyYear } from './history';
import type { Published } from './publishing';
import { chance, integer, type Random } from './random';
import { legacyStatistics } from './statistics';

/** Form that the year's reports should use; null before there was one (`rules.md` S-4). */
export const formOfYear = (year: number): FormId | null =>
  year >= 2021 ? '2021' : year >= 2019 ? '2019' : null;

export const cellsOfForm = (figures: Figures, form: FormId): Partial<Record<CellCode, number>> =>
  Object.fromEntries(formCells[form].map(({ code }) => [code, figures[code]]));

/** `YYYY-MM-DD` of a day counted from 1 for the first of January. */
const dayOfYear = (year: number, day: number): string =>
  new Date(Date.UTC(year, 0, day)).toISOString().slice(0, 10);

/** A day before the deadline: 31 March under Order 492 (until the report of 2018), then as Order 711 has it. */
function publicationDate(r: Random, agency: Agency, year: number): string {
  if (agency.kind === 'county') return dayOfYear(year + 1, integer(r, 61, 86));
  return dayOfYear(year + 1, year <= 2018 ? integer(r, 9, 86) : integer(r, 6, 30));
}

const title = (r: Random, { name }: Agency, year: number): string =>
  chance(r, 0.5) ? `${name}${year}年政府信息公开工作年度报告` : `${year}年${name}政府信息公开工作年度报告`;

/** About one small body in ten rounds down and says 余; then it does not enumerate either. */
function statedTotal(r: Random, total: number): StatedTotal {
  const rounded = total - (total % 10);
  return total > 60 && total % 10 !== 0 && chance(r, 0.07)
    ? { value: rounded, precision: 'at_least' }
    : { value: total, precision: 'exact' };
}

function narrative(r: Random, figures: Figures, published: Published): NarrativeContent {
  const stated = statedTotal(r, published.total);
  const open = chance(r, 0.1);
  const listed = stated.precision === 'exact' && chance(r, 0.93) ? published.categories : [];
  const carriedIn = figures[t3('carried_in', 'total')];
  const carriedOut = figures[t3('carried_out', 'total')];
  const received = figures[t3('new_received', 'total')];
  const handled = received + carriedIn > 0;
  return {
    published_total: stated,
    published_by_category: open ? listed.filter(({ count }) => count > 0).slice(0, 3) : listed,
    category_list: open ? 'open' : 'closed',
    channels: chance(r, 0.75) ? published.channels : [],
    applications_received: received,
    applications_carried_in: carriedIn > 0 ? carriedIn : null,
    applications_answered: handled ? figures[t3('results_total', 'total')] : null,
    applications_carried_out: carriedOut > 0 ? carriedOut : null,
    reviews_total: figures[t4('review_total')],
    litigation_total: figures[t4('lit_direct_total')] + figures[t4('lit_after_review_total')],
  };
}

/** The report that a body writes of a year, on time, in the form of the year and without a fault. */
export function writeUp(r: Random, agency: Agency, { year, figures, published }: BodyYear): ReportContent {
  const own = r.fork(`${agency.id}/${year}`);
  const form = formOfYear(year);
  const staff = agency.kind === 'county' ? 64 : integer(own.fork('staff'), 2, 6);
  const text = narrative(own.fork('narrative'), figures, published);
  const statistics = form ? {} : legacyStatistics(own.fork('statistics'), figures, published, staff);
  return {
    agency,
    year,
    form,
    // A body keeps its way of naming the report.
    title: title(r.fork(`${agency.id}/title`), agency, year),
    published: publicationDate(own.fork('date'), agency, year),
    cells: form ? cellsOfForm(figures, form) : {},
    empty: 'blank',
    omitted: [],
    statistics,
    // The older table counted concluded cases only; its prose says the same numbers.
    narrative: form
      ? text
      : { ...text, reviews_total: statistics.lg4 ?? 0, litigation_total: statistics.lg5 ?? 0 },
    faults: [],
  };
}
