import { formCells, type CellCode } from '../../src/forms';
import { agencyId, fileDocument, fileFact, loadRegions, parseFact } from '../../src/dataset/node';
import type { FiledReport } from '../../src/dataset/node';
import type { Block, Cell, Report } from '../../src/reading';

export const place = { province: '江苏', city: '宿迁市', county: '沭阳县', township: '马厂镇' };

/** A valid fact record; `over` replaces fields. */
export const factJson = (over: object = {}): object => ({
  url: 'https://example.gov.cn/1.html',
  agency: '沭阳县马厂镇人民政府',
  kind: 'township',
  ...place,
  year: 2023,
  published: '2024-01-20',
  narrative: { published_total: { value: 40, approx: false }, applications_received: 0 },
  ...over,
});

export function filedFact(over: object = {}, source = 'facts.jsonl:1'): FiledReport {
  const record = parseFact(factJson(over));
  const areas = loadRegions().resolve(record.place);
  const id = agencyId(record.agency, record.kind, areas);
  return fileFact(record, { id, name: record.agency, kind: record.kind, areas }, source);
}

export const printed = (value: number): Cell => ({
  value,
  state: 'value',
  raw: String(value),
  at: { line: 3 },
});
export const empty = (state: Cell['state']): Cell => ({ value: null, state, raw: '', at: { line: 3 } });

/** All cells of the form of 2021 with one content; `over` replaces some. */
export function cells2021(all: Cell, over: Partial<Record<CellCode, Cell>> = {}): Report['cells'] {
  return { ...Object.fromEntries(formCells['2021'].map(({ code }) => [code, all])), ...over };
}

/** A report as the reader gives it; `over` replaces fields. */
export function document(over: Partial<Report> = {}): Report & { readonly year: number } {
  return {
    source: 'machang-2023.html',
    title: '沭阳县马厂镇人民政府2023年政府信息公开工作年度报告',
    agency: { name: '沭阳县马厂镇人民政府', kind: 'township' },
    scope: 'own',
    published: '2024-01-20',
    url: null,
    forms: { t2: '2021', t3: '2021', t4: '2021' },
    cells: cells2021(printed(0)),
    narrative: {},
    sections: [],
    problems: [],
    ...over,
    year: over.year ?? 2023,
  };
}

export function filedDocument(over: Partial<Report> = {}, text: readonly Block[] | null = null): FiledReport {
  const report = document(over);
  const areas = loadRegions().resolve(place);
  const { kind } = report.agency;
  const name = report.agency.name ?? '';
  return fileDocument(report, { id: agencyId(name, kind, areas), name, kind, areas }, text);
}
