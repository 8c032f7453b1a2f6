import { allCells, cellDefinition, isCellCode, type CellCode } from '../../forms';
import { hasMessage, type Lang } from '../../i18n';
import type { ProblemRecord } from './records';

/** All problems of one kind in one table. */
export interface ProblemGroup {
  readonly code: string;
  /** What they concern: cells that can be shown, or words. */
  readonly cells: readonly CellCode[];
  readonly words: readonly string[];
}

/** Label of a row of the form; the detail itself where it names none. */
function rowWords(detail: string, table: string | null, lang: Lang): string {
  const cell = allCells.find((one) => one.table === table && (one.row === detail || one.block === detail));
  return cell?.row === detail ? (cell.label[lang].split(' · ')[0] ?? detail) : detail;
}

/** Problems of one table, or with null those of the text, each kind once and in the order in which they came. */
export function problemGroups(
  problems: readonly ProblemRecord[],
  table: string | null,
  lang: Lang,
): readonly ProblemGroup[] {
  const own = problems.filter((one) => one.table === table && hasMessage(`problem.${one.code}.title`));
  return [...new Set(own.map(({ code }) => code))].map((code) => {
    const details = own.flatMap((one) => (one.code === code && one.detail !== null ? [one.detail] : []));
    return {
      code,
      cells: [...new Set(details.filter(isCellCode))],
      words: [
        ...new Set(
          details.filter((detail) => !isCellCode(detail)).map((detail) => rowWords(detail, table, lang)),
        ),
      ],
    };
  });
}

export const cellWords = (code: CellCode, lang: Lang): string => cellDefinition(code).label[lang];
