import { t2, t3, t4 } from '../figures';
import { changed, numberOf, unsaid, type Cells, type Planter } from './common';

/** T3-SUM alone: rows still add up across and the balance holds. */
export const outcomeNotInTotal: Planter = (report) => {
  const columns = ['natural_person', 'total'] as const;
  return {
    report: changed(report, Object.fromEntries(columns.map((column) => [t3('granted', column), 2]))),
    faults: [
      {
        rule: 'T3-SUM',
        table: 't3',
        codes: columns.map((column) => t3('results_total', column)),
        what: 'two disclosures of natural persons are not in the total of outcomes',
      },
    ],
  };
};

/** T3-ROW alone: what one row's total loses another's gains. */
export const totalNotOfItsRow: Planter = (report) => ({
  report: changed(report, { [t3('granted', 'total')]: -1, [t3('partially_granted', 'total')]: 1 }),
  faults: [
    {
      rule: 'T3-ROW',
      table: 't3',
      codes: [t3('granted', 'total'), t3('partially_granted', 'total')],
      what: 'one case stands in the total of the wrong row',
    },
  ],
});

/** T3-BAL alone: new applications that no outcome and no carry-over accounts for. */
export const arrivedButNotAccountedFor: Planter = (report) => {
  const more = changed(report, {
    [t3('new_received', 'natural_person')]: 3,
    [t3('new_received', 'total')]: 3,
  });
  return {
    report: {
      ...more,
      narrative: {
        ...report.narrative,
        applications_received: numberOf(more.cells, t3('new_received', 'total')),
        ...unsaid,
      },
    },
    faults: [
      {
        rule: 'T3-BAL',
        table: 't3',
        codes: [t3('new_received', 'natural_person'), t3('new_received', 'total')],
        what: 'three more applications arrived than were answered or carried over',
      },
    ],
  };
};

export const casesNotInTotal =
  (kind: 'review' | 'lit_direct' | 'lit_after_review', rule: string): Planter =>
  (report) => ({
    report: changed(report, { [t4(`${kind}_other`)]: 1 }),
    faults: [{ rule, table: 't4', codes: [t4(`${kind}_total`)], what: 'a case is missing from the total' }],
  });

/** X-CARRY alone: the cases carried in too many are answered in the year, so that its own balance holds. */
export const carriedInTooMany =
  (count: number): Planter =>
  (report) => {
    const rows = ['carried_in', 'granted', 'results_total'];
    const columns = ['natural_person', 'total'];
    const codes = rows.flatMap((row) => columns.map((column) => t3(row, column)));
    const more = changed(report, Object.fromEntries(codes.map((code) => [code, count])));
    return {
      report: {
        ...more,
        narrative: {
          ...report.narrative,
          applications_carried_in: numberOf(more.cells, t3('carried_in', 'total')),
          applications_answered: numberOf(more.cells, t3('results_total', 'total')),
        },
      },
      faults: [
        {
          rule: 'X-CARRY',
          table: 't3',
          codes: columns.map((column) => t3('carried_in', column)),
          what: `${count} more carried in than the year before carried out`,
        },
      ],
    };
  };

/** Townships cannot make rules (规章); two issued and two in force, so that the stock itself holds. */
export const rulesOfATownship: Planter = (report) => {
  const codes = [t2('regulation', 'issued'), t2('regulation', 'in_force')];
  return {
    report: changed(report, Object.fromEntries(codes.map((code) => [code, 2]))),
    faults: [{ rule: 'T2-RULE-AUTH', table: 't2', codes, what: 'a township reports two rules of its own' }],
  };
};

const inForce = t2('normative_document', 'in_force');

/** Documents that the recount found; more than are repealed in a year. */
const RECOUNTED = 9;

export const stockRecounted: Planter = (report) => ({
  report: changed(report, { [inForce]: RECOUNTED }),
  faults: ['X-STOCK', 'X-STOCK≤'].map((rule) => ({
    rule,
    table: 't2',
    codes: [inForce],
    what: `${RECOUNTED} more documents in force than issued and repealed explain`,
  })),
});

/** The years after a recount go on from it, without a fault of their own. */
export const stockContinued: Planter = (report) => ({
  report: changed(report, { [inForce]: RECOUNTED }),
  faults: [],
});

export const stockBelowIssued: Planter = (report) => {
  const cells: Cells = {
    ...report.cells,
    [t2('normative_document', 'issued')]: 4,
    [t2('normative_document', 'repealed')]: 0,
    [inForce]: 1,
  };
  return {
    report: { ...report, cells },
    faults: ['T2-STOCK', 'X-STOCK'].map((rule) => ({
      rule,
      table: 't2',
      codes: [inForce],
      what: 'four documents issued, none repealed, one in force',
    })),
  };
};

/** The district counts applications that none of its parts reports; its own identities hold. */
export const aggregateGap =
  (count: number): Planter =>
  (report) => {
    const codes = ['new_received', 'granted', 'results_total'].flatMap((row) =>
      ['natural_person', 'total'].map((column) => t3(row, column)),
    );
    const more = changed(report, Object.fromEntries(codes.map((code) => [code, count])));
    return {
      report: {
        ...more,
        narrative: {
          ...report.narrative,
          applications_received: numberOf(more.cells, t3('new_received', 'total')),
          applications_answered: numberOf(more.cells, t3('results_total', 'total')),
        },
      },
      faults: [
        {
          rule: 'AGG-GAP',
          table: 't3',
          codes,
          what: `the district reports ${count} applications that no body of it reports`,
        },
      ],
    };
  };
