import type { ChartModel, Datum } from '../../charts';
import { noReport, yearsOf, type PageContext, type Row } from '../shared/context';
import { bandNeeds } from '../shared/dots';
import { rowsByYear } from '../shared/models';
import { cellOf } from '../shared/tables';

const quantileOf = (row: Row | undefined, id: string, p: number): Datum => {
  if (!row) return noReport;
  const value = row[`${id}__p${p}`];
  return typeof value === 'number'
    ? { value, n: Number(row[`${id}__n`] ?? 0) }
    : { value: null, absence: 'missing' };
};

/**
 * Turns a line of sums into one of medians with the P10–P90 band: one giant distorts a sum. The sums stay in the
 * table beside them. `rows` must come from a question with `spread`.
 */
export function medianModel(
  context: PageContext,
  model: ChartModel,
  rows: readonly Row[],
  id: string,
): ChartModel {
  if (model.drawing?.type !== 'line') return model;
  const years = yearsOf(context);
  const at = rowsByYear(rows);
  const { t } = context;
  const data = (p: number): readonly Datum[] => years.map((year) => quantileOf(at.get(year), id, p));
  const [low, middle, high] = [data(10), data(50), data(90)];
  const columns = [
    { key: 'p50', label: t('table.median'), numeric: true, digits: 0 },
    { key: 'p10', label: 'P10', numeric: true, digits: 0 },
    { key: 'p90', label: 'P90', numeric: true, digits: 0 },
  ];
  return {
    ...model,
    table: {
      columns: [...model.table.columns, ...columns],
      rows: model.table.rows.map((row, index) => ({
        ...row,
        cells: [...row.cells, ...[middle, low, high].map((list) => cellOf(list[index] ?? noReport))],
      })),
    },
    drawing: {
      ...model.drawing,
      series: [{ id: `${id}_median`, name: t('dots.median'), emphasis: 'first', data: middle }],
      band: {
        name: t('dots.band'),
        data: years.map((_, index) =>
          (middle[index]?.n ?? 0) >= bandNeeds
            ? { low: low[index]?.value ?? null, high: high[index]?.value ?? null }
            : { low: null, high: null },
        ),
      },
    },
  };
}
