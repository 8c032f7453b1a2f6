import { filingBodies, firstYear, lastYear, ownOffices, type Body } from './bodies';
import type { ReportContent } from './content';
import { plantFaults, type PlantedFault } from './faults';
import { addFigures } from './figures';
import { simulateHistory, type BodyYear } from './history';
import { city, district, districtAgency, province } from './names';
import { publishingHabit, split } from './publishing';
import { random, type Random } from './random';
import { writeUp } from './write-up';
import { printZeros } from './zeros';

/** One line of the roster: who is expected to file, where it belongs, and for which report years. */
export interface RosterEntry {
  readonly agency_id: string;
  readonly agency: string;
  readonly kind: string;
  readonly province_id: string;
  readonly province: string;
  readonly city_id: string;
  readonly city: string;
  readonly county_id: string;
  readonly county: string;
  readonly township_id: string;
  readonly township: string;
  readonly first_year: number;
  readonly last_year: number;
}

export interface SimulatedDistrict {
  readonly seed: number;
  readonly roster: readonly RosterEntry[];
  /** What really happened, by agency id; the district's own entry is its aggregate. */
  readonly truth: ReadonlyMap<string, readonly BodyYear[]>;
  /** The reports that were filed, in the order of the roster and of the years. */
  readonly reports: readonly ReportContent[];
  readonly faults: readonly PlantedFault[];
}

const rosterEntry = ({
  agency,
  township_id,
  township,
  since,
}: Omit<Body, 'demand' | 'duties' | 'publishing'>) => ({
  agency_id: agency.id,
  agency: agency.name,
  kind: agency.kind,
  province_id: province.id,
  province: province.name,
  city_id: city.id,
  city: city.name,
  county_id: district.id,
  county: district.name,
  township_id: township_id ?? '',
  township: township ?? '',
  first_year: since,
  last_year: lastYear,
});

/** The district's own report covers its offices, departments and townships: sums, never estimates. */
function aggregate(r: Random, parts: readonly (readonly BodyYear[])[]): BodyYear[] {
  const habit = publishingHabit(r.fork('habit'), 'county', 0, 1);
  const years: BodyYear[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    const all = parts.flatMap((part) => part.filter((entry) => entry.year === year));
    const total = all.reduce((sum, { published }) => sum + published.total, 0);
    years.push({
      year,
      figures: addFigures(all.map(({ figures }) => figures)),
      published: { total, ...split(r.fork(String(year)), year, habit, total) },
    });
  }
  return years;
}

/** The whole simulated district, determined by `seed`. */
export function simulateDistrict(seed: number): SimulatedDistrict {
  const r = random(`district/${seed}`);
  const bodies = filingBodies(r);
  const histories = bodies.map((body) => simulateHistory(r, body));
  const whole = aggregate(r.fork('aggregate'), [simulateHistory(r, ownOffices(r)), ...histories]);
  const truth = new Map([
    [districtAgency.id, whole],
    ...bodies.map((body, i) => [body.agency.id, histories[i] ?? []] as const),
  ]);
  const agencies = [districtAgency, ...bodies.map((body) => body.agency)];
  const faultless = agencies.flatMap((agency) =>
    (truth.get(agency.id) ?? []).map((entry) => writeUp(r.fork('reports'), agency, entry)),
  );
  const { reports, faults } = plantFaults(faultless);
  return {
    seed,
    roster: [{ agency: districtAgency, since: firstYear }, ...bodies].map(rosterEntry),
    truth,
    reports: reports.map(printZeros),
    faults,
  };
}
