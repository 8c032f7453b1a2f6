import { legacyForms } from '../forms';
import type { Found, ReportFinder } from './finding';

interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

const sums: readonly Sum[] = legacyForms.flatMap(({ indicators }) =>
  indicators.flatMap((indicator) =>
    'sumOf' in indicator ? [{ total: indicator.code, parts: indicator.sumOf }] : [],
  ),
);

/** A total of the statistical table before 2019 beside parts that are all printed and come to another number. */
export const brokenStatistics: ReportFinder = ({ report }) => {
  const rows = new Map((report.statistical_table ?? []).map((row) => [row.code, row]));
  return sums.flatMap(({ total, parts }): readonly Found[] => {
    const stated = rows.get(total);
    const values = parts.map((code) => rows.get(code)?.value ?? null);
    if (!stated || stated.value === null || values.includes(null)) return [];
    const expected = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
    return stated.value === expected ? [] : [{ expected, found: stated.value, detail: stated.label }];
  });
};
