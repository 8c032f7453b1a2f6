import { formCells, forms, type CellDefinition, type FormId, type TableId } from '../../src/forms';
import type { ReportContent } from '../../src/simulation';
import { compose } from '../../src/simulation/render/compose';
import type { Blocks, Grid } from '../../src/simulation/render/document';
import { table2, table3 } from '../../src/simulation/render/tables';

/**
 * What a report may be filled into: the official forms, the statistical table of 2014, and the hybrids that agencies
 * make of the forms: the tables of 2021 with 其他处理 in one row, and those of 2021 under headings of 2019 in block one.
 */
export const styles = ['2021', '2019', 'one-row-other', 'older-headings', '2014'] as const;
export type Style = (typeof styles)[number];

/** A report with the way its tables are printed. */
export interface PrintedReport extends ReportContent {
  readonly style: Style;
}

/** A report of the simulation, whose tables are all of one form. */
export const ofOneForm = (report: ReportContent): PrintedReport => ({
  ...report,
  style: report.form ?? '2014',
});

const tableForms: Readonly<Record<Style, Partial<Record<TableId, FormId | 'mixed'>>>> = {
  '2021': { t2: '2021', t3: '2021', t4: '2021' },
  '2019': { t2: '2019', t3: '2019', t4: '2021' },
  'one-row-other': { t2: '2021', t3: '2019', t4: '2021' },
  'older-headings': { t2: 'mixed', t3: '2021', t4: '2021' },
  '2014': {},
};

/** Form of each printed table as a reader should name it: table 4 is the same in both and goes by 2021. */
export const formsOf = ({
  style,
  omitted,
}: Pick<PrintedReport, 'style' | 'omitted'>): Partial<Record<TableId, FormId | 'mixed'>> =>
  Object.fromEntries(
    Object.entries(tableForms[style]).filter(([table]) => !omitted.includes(table as TableId)),
  );

/** Form that the document as a whole follows; null for prose with the statistical table. */
export const mainForm = (style: Style): FormId | null =>
  style === '2014' ? null : style === '2019' ? '2019' : '2021';

const olderBlock = 'art20_1';

/** Every cell that is printed, in printed order. */
export function cellsOf(style: Style): readonly CellDefinition[] {
  const of = tableForms[style];
  return (['t2', 't3', 't4'] as const).flatMap((table) => {
    const form = of[table];
    if (form === undefined) return [];
    if (form !== 'mixed') return formCells[form].filter((cell) => cell.table === table);
    return (['2019', '2021'] as const).flatMap((id) =>
      formCells[id].filter((cell) => cell.table === table && (cell.block === olderBlock) === (id === '2019')),
    );
  });
}

/** Table 2 of 2021 whose first block is that of 2019. */
function mixedTable2(report: ReportContent): Grid {
  const rowsOfBlock = (form: FormId): number => (forms[form].tables.t2.blocks[0]?.rows.length ?? 0) + 2;
  return [
    ...table2(report, '2019').slice(0, rowsOfBlock('2019')),
    ...table2(report, '2021').slice(rowsOfBlock('2021')),
  ];
}

/** The document of a report, its tables in the report's style. */
export function composeReport(report: PrintedReport, variant: number): Blocks {
  const blocks = compose(report, variant);
  if (report.style !== 'one-row-other' && report.style !== 'older-headings') return blocks;
  const printed = (['t2', 't3', 't4'] as const).filter((table) => !report.omitted.includes(table));
  let n = 0;
  return blocks.map((block) => {
    if (block.type !== 'table') return block;
    const table = printed[n++];
    if (table === 't2' && report.style === 'older-headings') return { ...block, grid: mixedTable2(report) };
    if (table === 't3' && report.style === 'one-row-other') return { ...block, grid: table3(report, '2019') };
    return block;
  });
}
