import { formCells, type CellCode, type TableId } from '../forms';
import type { ReportContent } from './content';
import type { Planted } from './faults';
import { t2, t3, t4 } from './figures';

/**
 * Each planter breaks one thing and leaves every other identity whole, so that a rule that fires elsewhere is wrong.
 * A consequence that cannot be avoided is listed as a fault of its own.
 */
type Planter = (report: ReportContent, before: ReportContent | null) => Planted;
type Cells = ReportContent['cells'];

const numberOf = (cells: Cells, code: CellCode): number => cells[code] ?? 0;

function changed(report: ReportContent, steps: Partial<Record<CellCode, number>>): ReportContent {
  const cells = { ...report.cells };
  for (const [code, step] of Object.entries(steps) as [CellCode, number][])
    cells[code] = numberOf(cells, code) + step;
  return { ...report, cells };
}

export const missing: Planter = (report) => ({
  report: null,
  faults: [{ rule: 'MISSING', what: `no report for ${report.year} was filed` }],
});

/** A date before the year's end is D-EARLY, any other is past the deadline: D-LATE. */
export const publishedOn =
  (date: string): Planter =>
  (report) => ({
    report: { ...report, published: date },
    faults: [
      {
        rule: date.startsWith(String(report.year)) ? 'D-EARLY' : 'D-LATE',
        what: `published on ${date}`,
      },
    ],
  });

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

/** The report of 2021 or 2022 in the form of 2019; cells that only the older form has are counted as zero. */
export const formOf2019: Planter = (report) => {
  const other = ['other_no_correction', 'other_fee_unpaid', 'other_misc'];
  const cells: Cells = {};
  for (const { code, table, row, column } of formCells['2019'])
    cells[code] =
      table === 't3' && row === 'other'
        ? other.reduce((sum, part) => sum + numberOf(report.cells, t3(part, column)), 0)
        : numberOf(report.cells, code);
  cells[t2('normative_document', 'newly_made')] = numberOf(report.cells, t2('normative_document', 'issued'));
  cells[t2('normative_document', 'newly_disclosed')] = cells[t2('normative_document', 'newly_made')] ?? 0;
  cells[t2('normative_document', 'total_disclosed')] = numberOf(
    report.cells,
    t2('normative_document', 'in_force'),
  );
  return {
    report: { ...report, form: '2019', cells },
    faults: [{ rule: 'S-4', what: `form of 2019 used for ${report.year}` }],
  };
};

export const tableOmitted =
  (table: TableId): Planter =>
  (report) => ({
    report: { ...report, omitted: [table] },
    faults: [{ rule: 'S-3', table, what: 'the heading stands without its table' }],
  });

/** Section 1 is last year's word for word, its year included. */
export const narrativeCopied: Planter = (report, before) => ({
  report: before ? { ...report, narrative: before.narrative, narrativeYear: before.year } : report,
  faults: [
    { rule: 'X-SAME', what: `section 1 is that of ${report.year - 1}` },
    { rule: 'X-YEARTEXT', what: `section 1 speaks of ${report.year - 1}` },
  ],
});

/** Table 4 is last year's, and so are the sentences about it. */
export const appealsCopied: Planter = (report, before) => {
  if (!before) return { report, faults: [] };
  const codes = formCells['2021'].filter(({ table }) => table === 't4').map(({ code }) => code);
  const { reviews_total, litigation_total } = before.narrative;
  return {
    report: {
      ...report,
      cells: {
        ...report.cells,
        ...Object.fromEntries(codes.map((code) => [code, numberOf(before.cells, code)])),
      },
      narrative: { ...report.narrative, reviews_total, litigation_total },
    },
    faults: [{ rule: 'X-SAME', table: 't4', codes, what: `table 4 is that of ${before.year}` }],
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

/** The table has at least one application, the text says none. */
export const textSaysNone: Planter = (report) => {
  const codes = ['new_received', 'granted', 'results_total'].flatMap((row) =>
    ['natural_person', 'total'].map((column) => t3(row, column)),
  );
  return {
    report: {
      ...changed(report, Object.fromEntries(codes.map((code) => [code, 1]))),
      narrative: {
        ...report.narrative,
        applications_received: 0,
        applications_carried_in: null,
        applications_answered: null,
        applications_carried_out: null,
      },
    },
    faults: [
      {
        rule: 'N-APP0',
        table: 't3',
        codes: [t3('new_received', 'total')],
        what: 'the text says that no application was received, the table has some',
      },
    ],
  };
};

export const textSaysMore =
  (more: number): Planter =>
  (report) => ({
    report: {
      ...report,
      narrative: {
        ...report.narrative,
        applications_received: numberOf(report.cells, t3('new_received', 'total')) + more,
        // Without these the text would contradict itself as well.
        applications_carried_in: null,
        applications_answered: null,
        applications_carried_out: null,
      },
    },
    faults: [
      {
        rule: 'N-APP',
        table: 't3',
        codes: [t3('new_received', 'total')],
        what: `the text counts ${more} more applications than the table`,
      },
    ],
  });

/** The enumeration of categories adds up to more than the stated total. */
export const listAboveTotal: Planter = (report) => {
  const list = report.narrative.published_by_category;
  const sum = list.reduce((total, { count }) => total + count, 0);
  return {
    report: {
      ...report,
      narrative: {
        ...report.narrative,
        category_list: 'closed',
        published_total: { value: Math.max(1, sum - 3), precision: 'exact' },
      },
    },
    faults: [{ rule: 'N-CAT', what: 'the categories add up to three more than the stated total' }],
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
