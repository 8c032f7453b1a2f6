import { formCells, type TableId } from '../../forms';
import { t2, t3 } from '../figures';
import { numberOf, type Cells, type Planter } from './common';

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
