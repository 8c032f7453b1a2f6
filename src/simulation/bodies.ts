import type { Agency } from './content';
import type { Duties } from './duties';
import {
  bureauAgency,
  bureaus,
  district,
  districtAgency,
  townshipAgency,
  townships,
  type Bureau,
  type Township,
} from './names';
import { levelOfRank, publishingHabit, type PublishingHabit } from './publishing';
import type { Random } from './random';

/** A body and what it tends to do. */
export interface Body {
  readonly agency: Agency;
  readonly township_id?: string;
  readonly township?: string;
  /** First report year in which it existed. */
  readonly since: number;
  /** Expected applications a year about 2021. */
  readonly demand: number;
  readonly duties: Duties;
  readonly publishing: PublishingHabit;
}

export const firstYear = 2017;
export const lastYear = 2025;

/** Medians and 95th percentiles of the real bodies (issue 2). */
export const realLevels = {
  townshipItems: { median: 110, p95: 1000 },
  bureauItems: { median: 190, p95: 1600 },
  bureauApplications: { median: 3, p95: 95 },
} as const;

function townshipBody(r: Random, township: Township, index: number): Body {
  const { township_id, ...agency } = townshipAgency(township, index);
  const { median, p95 } = realLevels.townshipItems;
  const level = levelOfRank(township.publishing, townships.length, median, p95);
  const street = agency.kind === 'street';
  return {
    agency,
    township_id,
    township: township.name,
    since: firstYear,
    demand: township.demand,
    duties: {
      documents: 0.3,
      licences: street ? 0 : 14,
      penalties: street ? 9 : 4,
      coercion: 0,
      fees: 0,
    },
    publishing: publishingHabit(r.fork(agency.id), agency.kind, level, township.growth),
  };
}

function bureauBody(r: Random, bureau: Bureau, index: number): Body {
  const agency = bureauAgency(bureau, index);
  const items = realLevels.bureauItems;
  const applications = realLevels.bureauApplications;
  return {
    agency,
    since: bureau.since ?? firstYear,
    demand: levelOfRank(bureau.demand, bureaus.length, applications.median, applications.p95),
    duties: {
      documents: 1.2,
      licences: bureau.licences,
      penalties: bureau.penalties,
      coercion: bureau.coercion,
      fees: bureau.fees,
    },
    publishing: publishingHabit(
      r.fork(agency.id),
      'bureau',
      levelOfRank(bureau.publishing, bureaus.length, items.median, items.p95),
      1.02,
    ),
  };
}

/** The district government's own offices: part of its aggregate report, without a report of their own. */
export const ownOffices = (r: Random): Body => ({
  agency: { ...districtAgency, id: `${districtAgency.id}-own` },
  since: firstYear,
  demand: 42,
  duties: { documents: 9, licences: 0, penalties: 0, coercion: 0, fees: 0 },
  publishing: publishingHabit(r.fork(`${district.id}/own`), 'county', 1400, 1.03),
});

/** Townships and streets first, then bureaus, in the order of their codes. */
export const filingBodies = (r: Random): readonly Body[] => [
  ...townships.map((township, index) => townshipBody(r, township, index)),
  ...bureaus.map((entry, index) => bureauBody(r, entry, index)),
];
