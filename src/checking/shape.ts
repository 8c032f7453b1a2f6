import { formCells, isCellCode } from '../forms';
import type { FormId, TableId } from '../forms';
import type { Found, ReportFinder } from './finding';

const tables: readonly TableId[] = ['t2', 't3', 't4'];

/** Sections of the forms of 2019 and 2021 that consist of a table. */
const sectionOfTable: Readonly<Record<TableId, number>> = { t2: 2, t3: 3, t4: 4 };

/** A table that was found but has lost rows or cells: printed so, or misread by us. */
export const lostCells: ReportFinder = (subject) =>
  tables.flatMap((table): readonly Found[] => {
    const form = subject.form(table);
    const codes = subject.lost(table);
    if (form === null || codes.length === 0) return [];
    const expected = formCells[form].filter((cell) => cell.table === table).length;
    return [{ table, codes, expected, found: expected - codes.length }];
  });

/** Before, sections 2 to 4 were prose: a number before a heading says nothing of a table. */
const firstYearOfTables = 2019;

/** A heading whose table was not found: a picture, an attachment or lost on the way. Not zeros. */
export const headingWithoutTable: ReportFinder = ({ report }) =>
  report.year === null || report.year < firstYearOfTables
    ? []
    : tables
        .filter((table) => report.forms[table] === undefined)
        .filter((table) => report.sections.some((section) => section.n === sectionOfTable[table]))
        .map((table) => ({ table }));

/** Form prescribed for the reports of each span of years. */
export const prescribedForms: readonly { readonly from: number; readonly form: number }[] = [
  { from: 2021, form: 2021 },
  { from: 2019, form: 2019 },
  { from: 2014, form: 2014 },
];

/** Tables 2 and 3 show their form; table 4 is the same in both. */
const tablesThatShowForm: readonly TableId[] = ['t2', 't3'];
const yearOfForm: Readonly<Record<FormId, number>> = { '2019': 2019, '2021': 2021 };

export const otherForm: ReportFinder = ({ report }) => {
  const prescribed = prescribedForms.find(({ from }) => report.year !== null && report.year >= from)?.form;
  if (prescribed === undefined) return [];
  return tablesThatShowForm.flatMap((table): readonly Found[] => {
    const form = report.forms[table];
    if (form === undefined) return [];
    if (form === 'mixed') return [{ table, expected: prescribed, detail: form }];
    const found = yearOfForm[form];
    return found === prescribed ? [] : [{ table, expected: prescribed, found }];
  });
};

/** Which place of several of the same name is meant, nobody knows. */
export const uncertainPlace: ReportFinder = ({ report }) =>
  report.problems.flatMap(({ code, detail = '' }) =>
    code === 'area_unclear' ? [{ found: detail.split(' ').length }] : [],
  );

/** Two records of the report give different numbers for a cell or a fact; which is right, only the source can tell. */
export const differingSources: ReportFinder = ({ report }) => {
  const differing = report.problems.flatMap(({ code, detail }) =>
    code === 'sources_differ' && detail !== undefined ? [detail] : [],
  );
  return differing.length === 0 ? [] : [{ codes: differing.filter(isCellCode), found: differing.length }];
};
