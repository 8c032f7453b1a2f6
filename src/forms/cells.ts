import { form2019 } from './form-2019';
import { form2021 } from './form-2021';
import type { Form, FormId, Indicator, Label, NumberType, TableId } from './types';

type Forms = typeof form2019 | typeof form2021;
type T2Block = Forms['tables']['t2']['blocks'][number];
type CodesOf<B> = B extends {
  rows: readonly { code: infer R extends string }[];
  columns: readonly { code: infer C extends string }[];
}
  ? `t2_${R}_${C}`
  : never;
type Valued<I> = I extends { kind: 'group' } ? never : I extends { code: infer C extends string } ? C : never;

export type T3Row = Valued<Forms['tables']['t3']['rows'][number]>;
export type T3Column = Forms['tables']['t3']['columns'][number]['code'];
export type T4Column = Forms['tables']['t4']['columns'][number]['code'];
/** Code of one cell of the official forms, e.g. `t3_granted_natural_person`. */
export type CellCode = CodesOf<T2Block> | `t3_${T3Row}_${T3Column}` | `t4_${T4Column}`;

/** One cell of a form: where it stands and what may stand in it. */
export interface CellDefinition {
  readonly code: CellCode;
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
  /** Block of table 2, e.g. `art20_1`. */
  readonly block: string | null;
  readonly label: Label;
  readonly unit: string;
  readonly number: NumberType;
  readonly kind: 'input' | 'total';
}

export const forms: Readonly<Record<FormId, Form>> = { '2021': form2021, '2019': form2019 };

const join = (row: Indicator, column: Indicator): Label => ({
  zh: `${row.label.zh} · ${column.label.zh}`,
  en: `${row.label.en} · ${column.label.en}`,
});

function define(
  table: TableId,
  row: Indicator | null,
  column: Indicator,
  block: string | null,
): CellDefinition {
  return {
    code: (row ? `${table}_${row.code}_${column.code}` : `${table}_${column.code}`) as CellCode,
    table,
    row: row?.code ?? '',
    column: column.code,
    block,
    label: row ? join(row, column) : column.label,
    unit: column.unit ?? row?.unit ?? '件',
    number: column.number ?? 'count',
    kind: column.kind === 'total' || row?.kind === 'total' ? 'total' : 'input',
  };
}

function cellsOf(form: Form): readonly CellDefinition[] {
  const { t2, t3, t4 } = form.tables;
  return [
    ...t2.blocks.flatMap((block) =>
      block.rows.flatMap((row) => block.columns.map((column) => define('t2', row, column, block.code))),
    ),
    ...t3.rows
      .filter((row) => row.kind !== 'group')
      .flatMap((row) => t3.columns.map((column) => define('t3', row, column, null))),
    ...t4.columns.map((column) => define('t4', null, column, null)),
  ];
}

/** The cells of each form in printed order: 200 in the form of 2021, 198 in that of 2019. */
export const formCells: Readonly<Record<FormId, readonly CellDefinition[]>> = {
  '2021': cellsOf(form2021),
  '2019': cellsOf(form2019),
};

/** Every cell of every form once, those of 2021 first. The columns of the `reports` table follow this order. */
export const allCells: readonly CellDefinition[] = [
  ...new Map([...formCells['2021'], ...formCells['2019']].map((cell) => [cell.code, cell])).values(),
];

const byCode = new Map(allCells.map((cell) => [cell.code as string, cell]));

export const isCellCode = (code: string): code is CellCode => byCode.has(code);

/** Definition of a cell; throws a RangeError for a code that no form has. */
export function cellDefinition(code: string): CellDefinition {
  const cell = byCode.get(code);
  if (!cell) throw new RangeError(`no form has a cell ${code}`);
  return cell;
}
