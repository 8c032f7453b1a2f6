import { cellDefinition, forms, type Form, type FormId, type Indicator } from '../../forms';
import type { ReportContent } from '../content';
import { statisticalForm } from '../statistics';
import type { Grid, GridCell } from './document';

/** Corner of the blocks of table 2; the form prints it, `forms` has no field for it. */
const CORNER = '信息内容';

const emptyText = { blank: '', slash: '/' } as const;

const head = (text: string, columns = 1, rows = 1): GridCell => ({ text, columns, rows, head: true });

/** Money with up to four decimals, changes of items without a plus sign, as most reports print them. */
function valueCell(content: ReportContent, code: string): GridCell {
  const value = content.cells[cellDefinition(code).code];
  return { text: value === null || value === undefined ? emptyText[content.empty] : String(value) };
}

/** Table 2 as one table: each block has its own header rows. */
export function table2(content: ReportContent, form: FormId): Grid {
  const { blocks } = forms[form].tables.t2;
  const width = 1 + Math.max(...blocks.map((block) => block.columns.length));
  return blocks.flatMap((block) => {
    const last = width - block.columns.length;
    const span = (i: number) => (i === block.columns.length - 1 ? last : 1);
    return [
      [head(block.label.zh, width)],
      [head(CORNER), ...block.columns.map((column, i) => head(column.label.zh, span(i)))],
      ...block.rows.map((row) => [
        head(row.label.zh),
        ...block.columns.map((column, i) => ({
          ...valueCell(content, `t2_${row.code}_${column.code}`),
          columns: span(i),
        })),
      ]),
    ];
  });
}

const LABEL_COLUMNS = 3;

/** Labels with their printed numbers: 一、, （一）, 1. */
const numbered = ({ ordinal, label, level }: Indicator): string =>
  `${ordinal ?? ''}${level === undefined && ordinal ? '、' : ''}${label.zh}`;

function table3Head(form: Form): GridCell[][] {
  const { cornerNote, columnGroups, columns } = form.tables.t3;
  const members = columns.filter((column) => column.group);
  const applicant = columnGroups.find((group) => !group.group && group.children?.includes('total'));
  const entity = columnGroups.find((group) => group !== applicant);
  const alone = columns.filter((column) => !column.group);
  const [first, total] = alone;
  return [
    [head(cornerNote, LABEL_COLUMNS, 3), head(applicant?.label.zh ?? '', columns.length)],
    [
      head(first?.label.zh ?? '', 1, 2),
      head(entity?.label.zh ?? '', members.length),
      head(total?.label.zh ?? '', 1, 2),
    ],
    members.map((column) => head(column.label.zh)),
  ];
}

/** Table 3: three label columns for the levels of its rows, then the seven applicant columns. */
export function table3(content: ReportContent, formId: FormId): Grid {
  const form = forms[formId];
  const { rows, columns } = form.tables.t3;
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const valued = rows.filter((row) => row.kind !== 'group');
  const leaves = (group: string): readonly Indicator[] =>
    valued.filter((row) => row.parent === group || byCode.get(row.parent ?? '')?.parent === group);
  const body = valued.map((row) => {
    const parents: Indicator[] = [];
    for (let up = byCode.get(row.parent ?? ''); up; up = byCode.get(up.parent ?? '')) parents.unshift(up);
    // A group is printed once, beside its first row.
    const labels = parents
      .filter((group) => leaves(group.code)[0] === row)
      .map((group) => head(numbered(group), 1, leaves(group.code).length));
    labels.push(head(numbered(row), LABEL_COLUMNS - parents.length));
    return [...labels, ...columns.map((column) => valueCell(content, `t3_${row.code}_${column.code}`))];
  });
  return [...table3Head(form), ...body];
}

/** Table 4: one row of fifteen values under three levels of headings. */
export function table4(content: ReportContent, form: FormId): Grid {
  const { columnGroups, columns } = forms[form].tables.t4;
  const top = columnGroups.filter((group) => !group.parent);
  const under = (group: Indicator) =>
    columns.filter((column) => column.group === group.code || group.children?.includes(column.group ?? ''));
  const split = top.filter((group) => group.children);
  const inner = columnGroups.filter((group) => group.parent);
  const whole = top.filter((group) => !group.children).flatMap(under);
  return [
    top.map((group) => head(group.label.zh, under(group).length)),
    [
      ...whole.map((column) => head(column.label.zh, 1, 2)),
      ...inner.map((group) => head(group.label.zh, under(group).length)),
    ],
    split.flatMap(under).map((column) => head(column.label.zh)),
    columns.map((column) => valueCell(content, `t4_${column.code}`)),
  ];
}

/** The statistical table of 2014: indicator, unit, value; groups have no value. */
export const statisticalTable = (content: ReportContent): Grid => [
  statisticalForm.columns.map((label) => head(label)),
  ...statisticalForm.indicators.map((indicator) => [
    head(indicator.label.zh),
    { text: indicator.unit ?? '' },
    { text: indicator.kind === 'group' ? '' : String(content.statistics[indicator.code] ?? 0) },
  ]),
];
