import { describe, expect, test } from 'vitest';
import { translator } from '../../../src/i18n';
import { cite } from '../../../src/pages/report/cite';
import { daysAfterNewYear, webAddress } from '../../../src/pages/report/publication';
import { aManifest, aReport } from './fixtures';

const t = translator('zh');
const via = '据年报图览“一”，数据版本 abcdef012345，截至 2026-11-23.';

describe('a citation', () => {
  test('names agency, title, date, address and the version of the data', () => {
    const { plain, gbt } = cite(t, aReport({}), aManifest('real'), '一');
    expect(plain).toBe(
      `甲镇人民政府：《甲镇2024年政府信息公开工作年度报告》，2025-01-21，https://example.org/a.html。${via}`,
    );
    expect(gbt).toBe(
      `甲镇人民政府. 甲镇2024年政府信息公开工作年度报告[EB/OL]. (2025-01-21)[2026-11-23]. https://example.org/a.html. ${via}`,
    );
  });

  test('marks a title of our own with brackets and leaves out what is not known', () => {
    const { plain, gbt } = cite(
      t,
      aReport({ title: null, url: null, published: null }),
      aManifest('real'),
      '一',
    );
    expect(gbt).toBe(
      `甲镇人民政府. [甲镇人民政府2024年政府信息公开工作年度报告][EB/OL]. [2026-11-23]. ${via}`,
    );
    expect(plain).toContain('公布日期不详，没有已知的公开网址');
  });

  test('says in both styles and both languages that the data are simulated', () => {
    for (const lang of ['zh', 'en'] as const) {
      const { plain, gbt } = cite(translator(lang), aReport({}), aManifest('simulated'), 'x');
      expect(plain).toMatch(/^【模拟数据|^\[Simulated data/);
      expect(gbt).toMatch(/^【模拟数据|^\[Simulated data/);
    }
  });
});

test('days count from 1 January after the report year', () => {
  expect(daysAfterNewYear('2025-01-01', 2024)).toBe(0);
  expect(daysAfterNewYear('2025-01-31', 2024)).toBe(30);
  expect(daysAfterNewYear('2024-12-31', 2024)).toBe(-1);
  expect(daysAfterNewYear('soon', 2024)).toBeNull();
});

test('only http and https become links', () => {
  expect(webAddress('https://a.gov.cn/x?y=1')).toBe('https://a.gov.cn/x?y=1');
  for (const text of ['javascript:alert(1)', 'data:text/html,x', 'ftp://a/b', 'www.a.cn', '', null])
    expect(webAddress(text)).toBeNull();
});
