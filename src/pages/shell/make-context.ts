import { makeFormat } from '../../charts';
import { areaLevel, type Level } from '../../dataset';
import { translator, type Lang } from '../../i18n';
import type { Filters } from '../../state';
import type { PageContext } from '../shared/context';
import { shortAgencyName } from '../shared/names';
import type { Agency } from './atlas.svelte';
import { comparedArea, isIn, type Held } from './offered';

/** More agencies than this are shown as the areas below, so that a chart stays readable. */
const agencyLimit = 60;

interface Sources extends Held {
  readonly filters: Filters;
  readonly lang: Lang;
  href(change: Partial<Filters>): string;
}

const countExpected = (agencies: readonly Agency[], year: number): number | null => {
  const known = agencies.filter((agency) => agency.expectedFrom !== null);
  if (!known.length) return null;
  return known.filter(
    (agency) => (agency.expectedFrom ?? year) <= year && year <= (agency.expectedTo ?? year),
  ).length;
};

/** What filters that fit the dataset mean on it. */
export function makeContext({ manifest, areas, agencies, filters, lang, href }: Sources): PageContext {
  const t = translator(lang);
  const known = filters.area || manifest.root_area;
  // The page marks the township's own bodies.
  const areaId = filters.page === 'compare' ? comparedArea(known, areas) : known;
  const area = areas.get(areaId);
  const level: Level = filters.level ?? manifest.default_level;
  const years = filters.years ?? manifest.years;
  const inScope = [...agencies.values()].filter((agency) => isIn(agency, areaId, level, manifest.root_area));
  const depth = areaLevel(areaId);
  const canSplit = depth !== 'county' && depth !== 'township';
  const own = areaId === known ? [] : inScope.filter((agency) => agency.areas.includes(known));
  return {
    manifest,
    filters: filters.agencies.length ? filters : { ...filters, agencies: own.map((agency) => agency.id) },
    area: { id: areaId, name: area?.name ?? manifest.root_name[lang] },
    level,
    years,
    unit: canSplit && inScope.length > agencyLimit ? 'area' : 'agency',
    unitCount: inScope.length,
    lang,
    t,
    format: makeFormat(lang),
    nameOf: (kind, id, fallback) =>
      kind === 'agency'
        ? shortAgencyName(agencies.get(id)?.name ?? fallback ?? id, area?.name)
        : (areas.get(id)?.name ?? (id ? (fallback ?? id) : t('area.unnamed'))),
    href,
    expectedIn: (year) => countExpected(inScope, year),
    reportHref: (id) => {
      const year = agencies.get(id)?.years.findLast((one) => one <= years[1]);
      return year === undefined ? null : href({ page: 'report', report: `${id}-${year}` });
    },
  };
}
