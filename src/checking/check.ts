import type { TableId } from '../forms';
import type { Report } from '../reading';
import type { Finding, Found, Rule, SeriesFinding } from './finding';
import { reportRules, seriesRules } from './rules';
import { subjectOf, type Subject } from './subject';

/** A rule for tables holds where one of them has one of its forms, or mixes them. */
function applies(rule: Rule, { report }: Subject): boolean {
  const fits = (table: TableId) => {
    const form = report.forms[table];
    return form === 'mixed' || (form !== undefined && rule.forms.includes(form));
  };
  return rule.tables.length === 0 || rule.tables.some(fits);
}

/** An agency's error only if its table was read whole: what we lost may be what is wrong. */
function toFinding(rule: Rule, found: Found, subjects: readonly Subject[]): Finding {
  const { table = null, codes = [], severity = rule.severity } = found;
  const whole = table === null || subjects.every((subject) => subject.lost(table).length === 0);
  return {
    rule: rule.id,
    severity: severity === 'error' && !whole ? 'warning' : severity,
    table,
    codes,
    expected: found.expected ?? null,
    found: found.found ?? null,
    detail: found.detail ?? null,
  };
}

/** Findings of every rule that needs one report only, in the order of the rules. */
export function check(report: Report): readonly Finding[] {
  const subject = subjectOf(report);
  return reportRules
    .filter((rule) => applies(rule, subject))
    .flatMap((rule) => rule.find(subject).map((found) => toFinding(rule, found, [subject])));
}

/**
 * Findings between consecutive years. All reports must be of one agency **and one scope**, one a year; reports of
 * unknown year are left out, and years that do not follow one another are not compared.
 */
export function checkSeries(reports: readonly Report[]): readonly SeriesFinding[] {
  const dated = reports
    .flatMap((report) => (report.year === null ? [] : [{ year: report.year, report }]))
    .sort((a, b) => a.year - b.year);
  const subjects = dated.map(({ year, report }) => ({ year, subject: subjectOf(report) }));
  return subjects.flatMap(({ year, subject: current }, i) => {
    const previous = subjects[i - 1];
    if (previous?.year !== year - 1) return [];
    return seriesRules
      .filter((rule) => applies(rule, previous.subject) && applies(rule, current))
      .flatMap((rule) =>
        rule
          .findBetween(previous.subject, current)
          .map((found) => ({ ...toFinding(rule, found, [previous.subject, current]), year })),
      );
  });
}
