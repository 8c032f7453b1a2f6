import type { Manifest } from '../../../src/dataset';
import type { EvidenceRecord, Place, ReportRecord } from '../../../src/pages/report/records';

export const nowhere: Place = {
  page: null,
  paragraph: null,
  line: null,
  column: null,
  length: null,
  table: null,
  row: null,
  cell: null,
};

export const aReport = (change: Partial<ReportRecord>): ReportRecord => ({
  id: '110101001-2024',
  agencyId: '110101001',
  agency: '甲镇人民政府',
  level: 'grassroots',
  scope: 'own',
  year: 2024,
  published: '2025-01-21',
  title: '甲镇2024年政府信息公开工作年度报告',
  url: 'https://example.org/a.html',
  origin: 'document',
  sourceNote: null,
  form: '2021',
  tableStates: { t2: 'read', t3: 'read', t4: 'read' },
  publishedTotal: null,
  publishedPrecision: null,
  receivedScope: null,
  changeUnit: null,
  categoryList: null,
  derivedCells: 0,
  areas: [],
  numbers: {},
  ...change,
});

export const anEvidence = (change: Partial<EvidenceRecord>): EvidenceRecord => ({
  code: 't3_granted_total',
  value: null,
  state: 'value',
  raw: null,
  derived: false,
  at: nowhere,
  ...change,
});

export const aManifest = (kind: Manifest['kind']): Manifest => ({
  schema: 1,
  id: 'one',
  kind,
  title: { zh: '一', en: 'One' },
  description: { zh: '', en: '' },
  licence: 'CC0-1.0',
  as_of: '2026-11-23',
  version: 'abcdef012345',
  years: [2020, 2024],
  root_area: '',
  root_name: { zh: '全国', en: 'China' },
  levels: { grassroots: 1 },
  default_level: 'grassroots',
  by_hand: 0,
  tables: {} as Manifest['tables'],
});
