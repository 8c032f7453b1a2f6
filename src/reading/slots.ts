import {
  type CellCode,
  type CellDefinition,
  cellDefinition,
  type FormId,
  forms,
  type Indicator,
} from '../forms';
import { fold, labelKey } from './normalize';
import { remembered } from './remembered';

/** A row that a table of the form may have, with what it may be called. */
export interface Slot {
  readonly code: string;
  /** A heading without values of its own in this form. */
  readonly group: boolean;
  readonly keys: readonly string[];
  /** Block of table 2, empty elsewhere. */
  readonly block: string;
}

const keysOf = (indicators: readonly Indicator[]): string[] => [
  ...new Set(indicators.flatMap((it) => [it.label.zh, ...(it.aliases ?? [])]).map(labelKey)),
];

/** One slot a code, in printed order, names of both forms together. */
function merge(rows: readonly { indicator: Indicator; block: string }[]): Slot[] {
  const byCode = new Map<string, { indicators: Indicator[]; block: string }>();
  for (const { indicator, block } of rows) {
    const known = byCode.get(indicator.code);
    if (known) known.indicators.push(indicator);
    else byCode.set(indicator.code, { indicators: [indicator], block });
  }
  return [...byCode].map(([code, { indicators, block }]) => ({
    code,
    block,
    group: indicators.every((it) => it.kind === 'group'),
    keys: keysOf(indicators),
  }));
}

const both: readonly FormId[] = ['2021', '2019'];

/** Rows of a list put where the other form has them: after the row that precedes them. */
function interleave<T extends { indicator: Indicator }>(main: readonly T[], extra: readonly T[]): T[] {
  const rows = [...main];
  let place = 0;
  for (const row of extra) {
    const known = rows.findIndex((it) => it.indicator.code === row.indicator.code);
    if (known >= 0) place = known + 1;
    else rows.splice(place++, 0, row);
  }
  return [...rows, ...extra];
}

const t2Rows = (form: FormId): { indicator: Indicator; block: string }[] =>
  forms[form].tables.t2.blocks.flatMap((block) =>
    block.rows.map((indicator) => ({ indicator, block: block.code })),
  );

export const t2Slots: readonly Slot[] = merge(interleave(t2Rows('2021'), t2Rows('2019')));

export const t3Slots: readonly Slot[] = merge(
  both.flatMap((form) => forms[form].tables.t3.rows.map((indicator) => ({ indicator, block: '' }))),
);

/** Rows of table 3 in one form, with what that form uses as headings of groups. */
const t3SlotsIn = (form: FormId): Slot[] => {
  const kinds = new Map(forms[form].tables.t3.rows.map((row) => [row.code, row.kind]));
  return t3Slots
    .filter((slot) => kinds.has(slot.code))
    .map((slot) => ({ ...slot, group: kinds.get(slot.code) === 'group' }));
};
export const t3SlotsOf: Readonly<Record<FormId, readonly Slot[]>> = {
  '2021': t3SlotsIn('2021'),
  '2019': t3SlotsIn('2019'),
};

export const t3Columns = forms['2021'].tables.t3.columns;
export const t4Columns = forms['2021'].tables.t4.columns;

const t3Headers: ReadonlySet<string> = new Set(
  both.flatMap((form) => {
    const { columns, columnGroups, cornerNote } = forms[form].tables.t3;
    return [
      ...keysOf(columns),
      ...keysOf(columnGroups),
      ...columns.map((it) => fold(it.label.zh)),
      fold(cornerNote),
    ];
  }),
);
const t3Corner = labelKey(forms['2021'].tables.t3.cornerNote.replace(/[（()）]/g, ''));
const t4Headers: ReadonlySet<string> = new Set([
  ...keysOf(t4Columns),
  ...keysOf(forms['2021'].tables.t4.columnGroups),
]);
const t2Headers: ReadonlySet<string> = new Set(
  both.flatMap((form) =>
    forms[form].tables.t2.blocks.flatMap((block) => [
      ...keysOf(block.columns),
      ...block.columns.map((column) => fold(column.label.zh)),
      labelKey(block.label.zh),
      fold(block.label.zh),
    ]),
  ),
);

const columnNames: ReadonlySet<string> = new Set(
  [
    ...t3Columns,
    ...t4Columns,
    ...both.flatMap((form) =>
      forms[form].tables.t2.blocks.flatMap((block): readonly Indicator[] => block.columns),
    ),
  ].flatMap(({ label, aliases = [] }: Indicator) =>
    [label.zh, ...aliases].flatMap((it) => [fold(it), labelKey(it)]),
  ),
);

/** Whether a text is the heading of a column of values. */
export const isColumnHeading = remembered((text): boolean =>
  [fold(text), labelKey(text)].some((it) => columnNames.has(it)),
);

/** What the headings of the blocks of table 2 have in common; damaged headings keep it. */
export const t2Block = fold(forms['2021'].tables.t2.blocks[0]?.label.zh ?? '').replace(/[(].*$/, '');

/** Whether a text is the heading of a block of table 2, damaged or not. */
export function isBlockTitle(text: string): boolean {
  const folded = fold(text);
  return folded.startsWith(t2Block) && folded.length <= t2Block.length + 8;
}

/** Whether a text is a column heading or corner note of a table: never the label of a row. */
export const isHeader = remembered((text): boolean => {
  const folded = fold(text);
  if (t3Headers.has(folded) || t4Headers.has(folded) || t2Headers.has(folded)) return true;
  // Units stand in brackets after a heading of table 2; elsewhere a bare name may be a row's, as 其他 in 3.其他.
  if (t2Headers.has(labelKey(folded))) return true;
  if (isBlockTitle(folded)) return true;
  return folded.length > 12 && folded.includes(t3Corner.slice(0, 10));
});

const t2Column = (form: FormId): Map<string, readonly CellDefinition[]> =>
  new Map(
    forms[form].tables.t2.blocks.flatMap((block) =>
      block.rows.map((row) => [
        row.code,
        block.columns.map((column) => cellDefinition(`t2_${row.code}_${column.code}`)),
      ]),
    ),
  );

/** Cells of a row of table 2 in printed order, by form; undefined where that form has no such row. */
export const t2Cells: Readonly<Record<FormId, ReadonlyMap<string, readonly CellDefinition[]>>> = {
  '2021': t2Column('2021'),
  '2019': t2Column('2019'),
};

const t3CodesOf = new Map(
  t3Slots.map(({ code }) => [code, t3Columns.map((column) => `t3_${code}_${column.code}` as CellCode)]),
);
export const t3Cells = (row: string): readonly CellCode[] => t3CodesOf.get(row) ?? [];
export const t4Cells: readonly CellCode[] = t4Columns.map((column) => `t4_${column.code}` as CellCode);

const rowKeys = [...t2Slots, ...t3Slots].flatMap((slot) => slot.keys).filter((key) => key.length > 5);

/** Whether a long text is the label of a row, with the headings of its groups before it. */
export function endsInRowLabel(text: string): boolean {
  const key = labelKey(text.replace(/[|¦│]/g, ''));
  return rowKeys.some((it) => key.endsWith(it));
}
