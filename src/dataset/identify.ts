import type { AgencyKind, Report } from '../reading';
import { agencyId, type AgencyIdentity } from './agency';
import type { FiledReport } from './filed-report';
import { common, locate, type Chain } from './locate';
import type { Regions } from './regions';

/** Where the agencies of each site certainly are, by host. */
export type Sites = ReadonlyMap<string, Chain>;

/** Host of an address without `www.`; null for none and for a malformed one. */
export function siteOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
}

/** What the places on each site have in common: a county's site holds the reports of its towns and bureaus. */
export function sitesOf(placed: readonly Pick<FiledReport, 'agency' | 'url'>[]): Sites {
  const chains = new Map<string, Chain>();
  for (const { agency, url } of placed) {
    const site = siteOf(url);
    if (site === null || agency.areas.length === 0 || agency.candidates) continue;
    const known = chains.get(site);
    chains.set(site, known ? common([known, agency.areas]) : agency.areas);
  }
  return chains;
}

/** A city that lies in a city is one that ranks as a county: 荔浦市, whose name alone does not tell. */
const kindIn = (kind: AgencyKind, areas: Chain): AgencyKind =>
  kind === 'city' && areas.at(-1)?.level === 'county' ? 'county' : kind;

/** Who wrote a report of a named agency, and where that is: certain, or one of several. */
export function identify(
  { agency, places = [], title, url }: Pick<Report, 'agency' | 'places' | 'title' | 'url'>,
  name: string,
  regions: Regions,
  sites: Sites = new Map(),
): AgencyIdentity {
  const site = siteOf(url);
  const context = {
    lines: [...(title === null ? [] : [title]), ...places],
    site: (site !== null && sites.get(site)) || [],
  };
  const { areas, candidates } = locate(regions, name, context);
  const kind = kindIn(agency.kind, areas);
  const lowest = candidates.flatMap((chain) => chain.at(-1) ?? []);
  const sure = areas.length > 0 && lowest.length === 0;
  return {
    id: agencyId(name, kind, areas, sure ? null : site),
    name,
    kind,
    areas,
    ...(lowest.length > 0 ? { candidates: lowest } : {}),
  };
}
