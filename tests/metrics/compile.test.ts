import { describe, expect, test } from 'vitest';
import { childAreaColumn, compile, literal, type Question } from '../../src/metrics';

const question = (change: Partial<Question>): Question => ({
  from: 'reports',
  measures: ['published_items'],
  by: ['year'],
  where: { area: '', level: 'grassroots', years: [2019, 2021] },
  ...change,
});

describe('a question', () => {
  test('asks for one level and the primary reports only', () => {
    const { sql } = compile(question({}));
    expect(sql).toContain("r.level = 'grassroots'");
    expect(sql).toContain('r.is_primary');
  });

  test('names all the columns it touches and no others', () => {
    expect(compile(question({})).needs).toEqual({
      reports: expect.arrayContaining(['is_primary', 'level', 'year', 'published_total']) as unknown,
    });
    expect(
      compile(question({ where: { area: '3703', level: 'grassroots', years: [2019, 2021] } })).needs.reports,
    ).toContain('city_id');
  });

  test('counts a rate over the reports that state all of its parts', () => {
    const { sql } = compile(question({ measures: ['refusal_rate'] }));
    expect(sql).toContain('t3_results_total_total IS NOT NULL');
    expect(sql).toContain('AS refusal_rate__den');
  });

  test('joins lists to their reports', () => {
    const { sql, needs } = compile(question({ from: 'items', measures: [], by: ['agency', 'category'] }));
    expect(sql).toContain('FROM items l JOIN reports r');
    expect(needs.items).toEqual(['report_id', 'count', 'category']);
  });

  test('cannot be escaped from', () => {
    expect(literal("x' OR 1=1 --")).toBe("'x'' OR 1=1 --'");
    const { sql } = compile(
      question({ where: { area: "37~a'b", level: 'grassroots', years: [2019, 2021], agencies: ["o'x"] } }),
    );
    expect(sql).toContain("r.city_id = '37~a''b'");
    expect(sql).toContain("('o''x')");
  });

  test('by area asks for the level below', () => {
    expect(childAreaColumn('')).toBe('province_id');
    expect(childAreaColumn('37')).toBe('city_id');
    expect(childAreaColumn('3703~高新区')).toBe('township_id');
  });
});
