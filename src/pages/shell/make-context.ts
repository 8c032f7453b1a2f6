import { makeFormat } from '../../charts';
import { areaLevel, type Level, type Manifest } from '../../dataset';
import { translator, type Lang } from '../../i18n';
import type { Filters } from '../../state';
import type { Filing, PageContext } from '../shared/context';
import { areaName } from '../shared/area-names';
import { shortAgencyName } from '../shared/names';
import type { Agency, Area } from './atlas.svelte';

/** More agencies than this are shown as the areas below, so that a chart stays readable. */
const agencyLimit = 60;

interface Sources {
  readonly manifest: Manifest;
  readonly areas: ReadonlyMap<string, Area>;
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly filters: Filters;
  readonly lang: Lang;
  href(change: Partial<Filters>): string;
}

/** Report years inside those of the dataset; a range outside of it falls back to all. */
export function clampYears(
  wanted: readonly [number, number] | null,
  [first, last]: readonly [number, number],
): readonly [number, number] {
  if (!wanted) return [first, last];
  const from = Math.max(first, Math.min(...wanted));
  const to = Math.min(last, Math.max(...wanted));
  return from <= to ? [from, to] : [first, last];
}

function filingOf(
  agencies: readonly Agency[],
  year: number,
  nameOf: (agency: Agency) => string,
): Filing | null {
  const known = agencies.filter((agency) => agency.expectedFrom !== null);
  if (!known.length) return null;
  const expected = known.filter(
    (agency) => (agency.expectedFrom ?? year) <= year && year <= (agency.expectedTo ?? year),
  );
  const lacking = expected
    .filter((agency) => !agency.years.includes(year))
    .map((agency) => ({ id: agency.id, name: nameOf(agency) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh'));
  return { expected: expected.length, lacking };
}

/** A township alone has nobody to be compared with: the page shows its county, and marks the township's own bodies. */
const comparedArea = (id: string, areas: ReadonlyMap<string, Area>, filters: Filters): string =>
  filters.page === 'compare' && areaLevel(id) === 'township' ? (areas.get(id)?.parent ?? id) : id;

/** What the filters mean on this dataset. Unknown areas and levels fall back to the dataset's own. */
export function makeContext({ manifest, areas, agencies, filters, lang, href }: Sources): PageContext {
  const t = translator(lang);
  const known = areas.has(filters.area) ? filters.area : manifest.root_area;
  const areaId = comparedArea(known, areas, filters);
  const area = areas.get(areaId);
  const level: Level = filters.level ?? manifest.default_level;
  const years = clampYears(filters.years, manifest.years);
  const inScope = [...agencies.values()].filter(
    (agency) => agency.level === level && (areaId === manifest.root_area || agency.areas.includes(areaId)),
  );
  const depth = areaLevel(areaId);
  const canSplit = depth !== 'county' && depth !== 'township';
  const own = areaId === known ? [] : inScope.filter((agency) => agency.areas.includes(known));
  return {
    manifest,
    filters: filters.agencies.length ? filters : { ...filters, agencies: own.map((agency) => agency.id) },
    area: { id: areaId, name: area ? areaName(lang, areaId, area.name) : manifest.root_name[lang] },
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
        : id
          ? areaName(lang, id, areas.get(id)?.name ?? fallback ?? id)
          : t('area.unnamed'),
    href,
    filingIn: (year) =>
      manifest.by_hand > 0
        ? null
        : filingOf(inScope, year, (agency) => shortAgencyName(agency.name, area?.name)),
    reportHref: (id) => {
      const year = agencies.get(id)?.years.findLast((one) => one <= years[1]);
      return year === undefined ? null : href({ page: 'report', report: `${id}-${year}` });
    },
  };
}
