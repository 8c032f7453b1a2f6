import { rules } from '../../checking';
import { isCellCode, type CellCode } from '../../forms';
import { hasMessage, type Translate } from '../../i18n';
import type { FindingRecord } from './records';

/** Text of a rule; its id where no language has words for it. */
export const ruleTitle = (t: Translate, rule: string): string => {
  const key = `rule.${rule}.title`;
  return hasMessage(key) ? t(key) : rule;
};

export const ruleAbout = (t: Translate, rule: string): string | null => {
  const key = `rule.${rule}.about`;
  return hasMessage(key) ? t(key) : null;
};

/** Whose fault a finding shows: the agency's numbers, or possibly our reading. Unknown rules accuse nobody. */
export const concernOf = (rule: string): 'agency' | 'reading' | null =>
  rules.find(({ id }) => id === rule)?.concerns ?? null;

export const cellsOf = (finding: FindingRecord): readonly CellCode[] => finding.codes.filter(isCellCode);

const order = ['error', 'warning', 'info'];

/** Findings of one table, or with null those on text and dates; the gravest first. */
export const findingsOf = (
  findings: readonly FindingRecord[],
  table: string | null,
): readonly FindingRecord[] =>
  findings
    .filter((finding) => finding.table === table)
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));

/** Cells that some finding concerns. */
export const concernedCells = (findings: readonly FindingRecord[]): ReadonlySet<string> =>
  new Set(findings.flatMap(cellsOf));
