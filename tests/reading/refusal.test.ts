import { describe, expect, it } from 'vitest';
import { read, ReadingError } from '../../src/reading';
import { looseReports } from './loose-reports';
import { noReports } from './no-reports';
import { bytes } from './samples';

const reasonOf = (page: string): string => {
  try {
    const { title } = read(bytes(page), 'page');
    return `read: ${title ?? 'no title'}`;
  } catch (error) {
    if (error instanceof ReadingError) return `${error.code} ${error.reason ?? ''}`;
    throw error;
  }
};

describe('a page that is no report is refused with what it is', () => {
  it.each(noReports.map(({ what, reason, page }) => [what, reason, page]))('%s: %s', (_, reason, page) => {
    expect(reasonOf(page)).toBe(`not_a_report ${reason}`);
  });

  it('names the files of a page that only offers them', () => {
    const page = '霁川区水务局2023年政府信息公开工作年度报告\n附件：1.年报正文.doc\n2.统计表.xls';
    const open = () => read(bytes(page), 'page');
    expect(open).toThrow(
      expect.objectContaining({ reason: 'attachment', detail: '1.年报正文.doc, 2.统计表.xls' }),
    );
  });
});

describe('a report is read however it is titled', () => {
  it.each(looseReports.map((it) => [it.what, it] as const))('%s', (_, { page, year, agency }) => {
    const report = read(bytes(page), 'page');
    expect([report.year, report.agency.name]).toEqual([year, agency]);
  });
});
