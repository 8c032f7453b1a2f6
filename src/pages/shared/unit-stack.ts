import type { ChartModel } from '../../charts';
import { labelOf, notesOf, unitId, unitName, type PageContext, type Row } from './context';
import {
  absenceOfRow,
  axisOf,
  drawn,
  emptyOf,
  hasNumber,
  partsOf,
  remarks,
  reportsBehind,
  sumOf,
  type Heading,
  type PartSpec,
} from './models';
import { unitTable } from './tables';

/** Horizontal bars of parts, one for each agency or area. */
export function unitStack(
  context: PageContext,
  heading: Heading,
  rows: readonly Row[],
  specs: readonly PartSpec[],
  source: string,
  options: {
    readonly shares?: boolean;
    /** Leave out who has no case; then nobody may be left. */
    readonly casesOnly?: boolean;
    readonly remark?: string;
    readonly partName?: (id: string) => string;
  } = {},
): ChartModel {
  const entries = rows
    .filter((row) => !options.casesOnly || sumOf(row, specs) > 0)
    .map((row) => ({ id: unitId(context, row), name: unitName(context, row), row }))
    .sort((a, b) => sumOf(b.row, specs) - sumOf(a.row, specs) || a.name.localeCompare(b.name, 'zh'));
  const measures = specs.map((spec) => spec.id);
  const { shown, remark } = drawn(context, entries, ({ row }) => !absenceOfRow(row, specs).absence);
  const parts = partsOf(
    specs,
    shown.map((entry) => entry.row),
    options.partName ?? ((id) => labelOf(context, id)),
  );
  const base = {
    ...heading,
    table: unitTable(context, entries, measures),
    source,
    notes: notesOf(context, measures),
    ...remarks(options.remark, remark),
  };
  if (!parts.some((part) => hasNumber(part.data)))
    return { ...base, ...emptyOf(context, reportsBehind(rows, measures)) };
  return {
    ...base,
    drawing: {
      type: 'stack',
      orientation: 'horizontal',
      shares: options.shares ?? false,
      rows: shown.map((entry) => ({ id: entry.id, name: entry.name, ...absenceOfRow(entry.row, specs) })),
      parts,
      breaks: [],
      axis: axisOf(context, measures[0] ?? ''),
    },
  };
}
