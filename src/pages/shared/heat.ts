import type { ChartModel, Datum } from '../../charts';
import {
  breaksOf,
  noReport,
  notesOf,
  areaRemark,
  unitDatum,
  unitId,
  unitName,
  yearsOf,
  type PageContext,
  type Row,
} from './context';
import {
  axisOf,
  emptyOf,
  hasNumber,
  limitRemark,
  remarks,
  reportsBehind,
  rowLimit,
  sumOf,
  type Heading,
} from './models';
import { cellOf, reportsCells, reportsColumns, valueColumn } from './tables';

/** Agencies or areas × years, shaded by a metric. */
export function unitYearHeat(
  context: PageContext,
  heading: Heading,
  rows: readonly Row[],
  id: string,
  source: string,
): ChartModel {
  const years = yearsOf(context);
  const units = new Map<string, { name: string; at: Map<number, Row> }>();
  for (const row of rows) {
    const key = unitId(context, row);
    const unit = units.get(key) ?? { name: unitName(context, row), at: new Map<number, Row>() };
    unit.at.set(Number(row['year']), row);
    units.set(key, unit);
  }
  const total = (at: ReadonlyMap<number, Row>): number =>
    [...at.values()].reduce((sum, row) => sum + sumOf(row, [{ id, tone: 'rest' }]), 0);
  const all = [...units.entries()].sort(
    ([, a], [, b]) => total(b.at) - total(a.at) || a.name.localeCompare(b.name, 'zh'),
  );
  const cellsOf = (at: ReadonlyMap<number, Row>): readonly Datum[] =>
    years.map((year) => {
      const row = at.get(year);
      return row ? unitDatum(context, row, id) : noReport;
    });
  const shown = all.slice(0, rowLimit);
  const cells = shown.map(([, unit]) => cellsOf(unit.at));
  const picked = new Set(context.filters.agencies);
  const base = {
    ...heading,
    table: {
      columns: [
        { key: context.unit, label: context.t(`table.${context.unit}`), numeric: false },
        ...years.map((year) => ({ ...valueColumn(context, id), key: String(year), label: String(year) })),
        ...reportsColumns(context, [id], 'each'),
      ],
      rows: all.map(([key, unit]) => ({
        id: key,
        cells: [
          unit.name,
          ...cellsOf(unit.at).map(cellOf),
          ...reportsCells([...unit.at.values()], [id], 'each'),
        ],
      })),
    },
    source,
    notes: notesOf(context, [id]),
    ...remarks(areaRemark(context, id), limitRemark(context, all.length)),
  };
  if (!cells.some(hasNumber)) return { ...base, ...emptyOf(context, reportsBehind(rows, [id])) };
  return {
    ...base,
    drawing: {
      type: 'heat',
      rows: shown.map(([key, unit]) => ({
        id: key,
        name: unit.name,
        emphasis: picked.has(key) ? 'first' : 'rest',
      })),
      columns: years.map((year) => ({ id: String(year), name: String(year) })),
      cells,
      breaks: breaksOf(context, [id]),
      axis: axisOf(context, id),
    },
  };
}
