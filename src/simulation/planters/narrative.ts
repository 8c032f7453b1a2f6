import { formCells } from '../../forms';
import { t3 } from '../figures';
import { changed, numberOf, unsaid, type Planter } from './common';

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
        ...unsaid,
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
        ...unsaid,
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
