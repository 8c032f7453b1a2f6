import { unitYearHeat } from '../shared/heat';
import { unitStack } from '../shared/unit-stack';
import type { ChartModel } from '../../charts';
import { appealProcedures, type AppealProcedure } from '../../metrics';
import { byUnit, byUnitAndYear, byYear, pooled, pooledYearsText, type ChartSpec } from '../shared/context';
import { unitDots } from '../shared/dots';
import { reportsBehind, sourceLine, yearStack } from '../shared/models';
import { appealParts, resultName } from '../shared/parts';

const spans: Readonly<Record<AppealProcedure, 4>> = { review: 4, lit_direct: 4, lit_after_review: 4 };

const perYear = (procedure: AppealProcedure): ChartSpec<ChartModel> => {
  const parts = appealParts(procedure);
  const measures = parts.map((part) => part.id);
  return {
    id: `appeals-${procedure}-years`,
    span: spans[procedure],
    questions: (context) => ({ rows: byYear(context, measures) }),
    model: (context, { rows = [] }) =>
      yearStack(
        context,
        {
          id: `appeals-${procedure}-years`,
          title: context.t(`appeals.${procedure}.years.title`),
          subtitle: context.t('appeals.subtitle'),
        },
        rows,
        parts,
        sourceLine(context, 't4', reportsBehind(rows, measures)),
        { partName: resultName(context) },
      ),
  };
};

const perUnit = (procedure: AppealProcedure): ChartSpec<ChartModel> => {
  const parts = appealParts(procedure);
  const measures = parts.map((part) => part.id);
  return {
    id: `appeals-${procedure}-units`,
    span: spans[procedure],
    questions: (context) => ({
      rows: byUnit(context, measures),
    }),
    model: (context, { rows = [] }) =>
      unitStack(
        context,
        {
          id: `appeals-${procedure}-units`,
          title: context.t(`appeals.${procedure}.units.title`, { year: context.years[1] }),
          subtitle: context.t(`appeals.units.subtitle.${context.unit}`, { year: context.years[1] }),
        },
        rows,
        parts,
        sourceLine(context, 't4', reportsBehind(rows, measures)),
        { casesOnly: true, partName: resultName(context) },
      ),
  };
};

export const appealCharts: readonly ChartSpec<ChartModel>[] = [
  ...appealProcedures.map(perYear),
  ...appealProcedures.map(perUnit),
  {
    id: 'appeals-correction',
    span: 7,
    questions: (context) => ({
      rows: byUnit(context, ['review_correction_rate']),
      total: pooled(context, ['review_correction_rate']),
    }),
    model: (context, { rows = [], total = [] }) =>
      unitDots(
        context,
        {
          id: 'appeals-correction',
          title: context.t('appeals.correction.title'),
          subtitle: context.t('appeals.correction.subtitle', {
            years: pooledYearsText(context, ['review_correction_rate']),
          }),
        },
        rows.filter((row) => Number(row['review_correction_rate__n'] ?? 0) > 0),
        total[0],
        'review_correction_rate',
        sourceLine(context, 't4', reportsBehind(rows, ['review_correction_rate'])),
      ),
  },
  {
    id: 'appeals-units-years',
    span: 5,
    questions: (context) => ({ rows: byUnitAndYear(context, ['reviews']) }),
    model: (context, { rows = [] }) =>
      unitYearHeat(
        context,
        {
          id: 'appeals-units-years',
          title: context.t(`appeals.units_years.title.${context.unit}`),
          subtitle: context.t('appeals.units_years.subtitle'),
        },
        rows,
        'reviews',
        sourceLine(context, 'mixed', reportsBehind(rows, ['reviews'])),
      ),
  },
];
