import type { Tone } from '../../charts';
import { outcomeGroups } from '../../forms';
import { appealOutcomes, type AppealProcedure } from '../../metrics';
import type { MessageKey } from '../../i18n';
import type { PageContext } from './context';
import type { PartSpec } from './models';

/** The six outcome groups as parts of a stack. */
export const outcomeParts: readonly PartSpec[] = outcomeGroups.map((group) => ({
  id: `outcome_${group}`,
  tone: group,
}));

const appealTones: Readonly<Record<(typeof appealOutcomes)[number], Tone>> = {
  upheld: 'upheld',
  corrected: 'corrected',
  other: 'other_result',
  pending: 'pending',
};

/** The four results of a kind of appeal as parts of a stack; pending last, drawn apart. */
export const appealParts = (procedure: AppealProcedure): readonly PartSpec[] =>
  appealOutcomes.map((result) => ({ id: `${procedure}_${result}`, tone: appealTones[result] }));

/** Short names of results: the procedure is in the title already. */
export const resultName =
  (context: PageContext) =>
  (id: string): string => {
    const result = appealOutcomes.find((one) => id.endsWith(`_${one}`)) ?? 'other';
    return context.t(`appeal.${result}` satisfies MessageKey);
  };
