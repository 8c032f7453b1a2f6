import { describe, expect, it } from 'vitest';
import { check, checkSeries, ruleIds, ruleOf, rules, type Finding, type RuleId } from '../../src/checking';
import { hasMessage } from '../../src/i18n';
import type { Report } from '../../src/reading';
import { cases } from './rule-cases';

const brief = ({ rule, severity, expected, found, detail }: Finding) => ({
  rule,
  severity,
  expected,
  found,
  detail,
});
const findingsOf = (reports: readonly Report[]): readonly Finding[] => [
  ...reports.flatMap((report) => check(report)),
  ...checkSeries(reports),
];

describe('rules', () => {
  it('are one entry each', () => {
    expect(rules.map(({ id }) => id).sort()).toEqual([...ruleIds].sort());
    for (const id of ruleIds) expect(ruleOf(id).id).toBe(id);
    expect(() => ruleOf('X-NONE' as RuleId)).toThrow(RangeError);
  });

  it('have a title and an explanation in the interface', () => {
    const keys = ruleIds.flatMap((id) => [`rule.${id}.title`, `rule.${id}.about`]);
    expect(keys.filter((key) => !hasMessage(key))).toEqual([]);
  });

  it.each(ruleIds.map((id) => [id, cases[id].name, cases[id]] as const))('%s finds %s', (id, _, wanted) => {
    const found = findingsOf(wanted.reports).filter(({ rule }) => rule === id);
    const { severity, expected = null, found: number = null, detail = null } = wanted;
    expect(found.map(brief)).toContainEqual({ rule: id, severity, expected, found: number, detail });
    const rank = ['info', 'warning', 'error'];
    for (const it of found)
      expect(rank.indexOf(it.severity)).toBeLessThanOrEqual(rank.indexOf(ruleOf(id).severity));
  });
});
