import type { AgencyKind } from '../reading';
import type { Severity } from './finding';

/** `MM-DD` in the year after the report year, plus days. */
interface Moment {
  readonly day: string;
  readonly plus?: number;
}

export interface Deadline {
  readonly from: number;
  readonly to: number;
  readonly kinds: readonly AgencyKind[];
  readonly due: Moment;
  /** Severity after each moment, the last one passed counts. */
  readonly steps: readonly { readonly after: Moment; readonly severity: Severity }[];
  readonly source: string;
}

const everyone: readonly AgencyKind[] = [
  'township',
  'street',
  'bureau',
  'county',
  'city',
  'province',
  'other',
];
const statutory = (day: string): Pick<Deadline, 'due' | 'steps'> => ({
  due: { day },
  steps: [
    { after: { day }, severity: 'warning' },
    { after: { day, plus: 30 }, severity: 'error' },
  ],
});

/** Who must publish by when. Bodies of unknown kind have none from 2019. */
export const deadlines: readonly Deadline[] = [
  { from: 2008, to: 2018, kinds: everyone, ...statutory('03-31'), source: '国务院令第492号第三十一条' },
  { from: 2019, to: Infinity, kinds: ['bureau'], ...statutory('01-31'), source: '国务院令第711号第四十九条' },
  {
    from: 2019,
    to: Infinity,
    kinds: ['county', 'city', 'province'],
    ...statutory('03-31'),
    source: '国务院令第711号第四十九条',
  },
  {
    // Not named in Art. 49; nearly all townships publish in January.
    from: 2019,
    to: Infinity,
    kinds: ['township', 'street'],
    due: { day: '01-31' },
    steps: [
      { after: { day: '01-31' }, severity: 'info' },
      { after: { day: '03-31' }, severity: 'warning' },
    ],
    source: 'Practice of townships and streets',
  },
];

const millisecondsPerDay = 86_400_000;

/** Days since 1970 of `YYYY-MM-DD`; null for anything that is no date. */
export function dayNumber(date: string): number | null {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  // A 31 February parses too, as a day of March.
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
  return exists ? time / millisecondsPerDay : null;
}

const dayOf = (year: number, { day, plus = 0 }: Moment): number =>
  (dayNumber(`${year + 1}-${day}`) ?? 0) + plus;

/** Last day of publication in time, `YYYY-MM-DD`; null where no deadline is known for such a body and year. */
export function deadlineFor(kind: AgencyKind, year: number): string | null {
  const deadline = find(kind, year);
  return deadline && `${year + 1}-${deadline.due.day}`;
}

const find = (kind: AgencyKind, year: number): Deadline | null =>
  deadlines.find((it) => it.from <= year && year <= it.to && it.kinds.includes(kind)) ?? null;

export interface Lateness {
  readonly due: string;
  readonly days: number;
  readonly severity: Severity;
}

/** How late a report of `year` was published; null when in time or when no deadline is known. */
export function lateness(kind: AgencyKind, year: number, published: string): Lateness | null {
  const deadline = find(kind, year);
  const day = dayNumber(published);
  if (!deadline || day === null) return null;
  const step = deadline.steps.findLast(({ after }) => day > dayOf(year, after));
  if (!step) return null;
  return {
    due: `${year + 1}-${deadline.due.day}`,
    days: day - dayOf(year, deadline.due),
    severity: step.severity,
  };
}
