import { describe, expect, it } from 'vitest';
import {
  assemble,
  conflictsOf,
  loadRegions,
  parseDatasetInfo,
  parseRoster,
  refuseUnstorable,
} from '../../src/dataset/node';
import type { Block } from '../../src/reading';
import { cells2021, empty, filedDocument, filedFact, printed } from './fixtures';

const only = (rows: readonly Readonly<Record<string, unknown>>[]) => {
  expect(rows).toHaveLength(1);
  return rows[0] ?? {};
};

describe('missing is not zero', () => {
  it('leaves null what a fact record does not state, and says that nobody looked', () => {
    const row = only(assemble([filedFact({ narrative: {} })]).reports);
    expect(row).toMatchObject({
      published_total: null,
      applications_new: null,
      applications_new_from: null,
      reviews: null,
      suits: null,
      t3_new_received_total: null,
      t2_state: 'not_collected',
      t3_state: 'not_collected',
      t4_state: 'not_collected',
      form: null,
    });
  });

  it('keeps a stated 0 apart from it', () => {
    const row = only(assemble([filedFact()]).reports);
    expect(row).toMatchObject({ applications_new: 0, applications_new_from: 'narrative', reviews: null });
  });

  it('calls a table partial when only some of its cells were collected', () => {
    const row = only(assemble([filedFact({ form: '2021', cells: { t2_regulation_issued: 0 } })]).reports);
    expect(row).toMatchObject({
      t2_state: 'partial',
      t3_state: 'not_collected',
      form: '2021',
      t2_regulation_issued: 0,
      t2_regulation_repealed: null,
    });
  });

  it('does not read a blank as 0 where no sum proves it', () => {
    const cells = cells2021(empty('blank'), { t3_new_received_total: printed(4) });
    const row = only(assemble([filedDocument({ cells })]).reports);
    expect(row).toMatchObject({
      t3_state: 'read',
      t3_granted_total: null,
      derived_cells: 0,
      applications_new: 4,
    });
  });

  it('calls a table missing, partial or unreadable by its cells', () => {
    const lost = filedDocument({
      forms: { t2: '2021', t3: '2021' },
      cells: {
        ...cells2021(printed(0), { t2_regulation_issued: empty('row_missing') }),
        ...Object.fromEntries(
          Object.keys(cells2021(printed(0)))
            .filter((code) => code.startsWith('t4_'))
            .map((code) => [code, empty('table_missing')]),
        ),
        ...Object.fromEntries(
          Object.keys(cells2021(printed(0)))
            .filter((code) => code.startsWith('t3_'))
            .map((code) => [code, empty('unreadable')]),
        ),
      },
    });
    const { reports, evidence } = assemble([lost]);
    expect(only(reports)).toMatchObject({
      t2_state: 'partial',
      t3_state: 'unreadable',
      t4_state: 'table_missing',
    });
    expect(evidence.filter(({ state }) => state === 'table_missing')).toEqual([]);
    expect(evidence.filter(({ state }) => state === 'row_missing')).toHaveLength(1);
  });
});

describe('derived numbers', () => {
  const cells = cells2021(printed(0), {
    t3_new_received_natural_person: printed(3),
    t3_new_received_total: empty('blank'),
    t3_carried_out_natural_person: printed(3),
    t3_carried_out_total: printed(3),
  });
  const { reports, evidence } = assemble([filedDocument({ cells })]);

  it('are filled in, counted and flagged, with the state as printed', () => {
    expect(only(reports)['derived_cells']).toBeGreaterThan(0);
    const proof = only(evidence.filter(({ code }) => code === 't3_new_received_total'));
    expect(proof).toMatchObject({ derived: true, state: 'blank', value: 3 });
    expect(only(reports)['t3_new_received_total']).toBe(3);
  });

  it('leave printed numbers alone', () => {
    const proof = only(evidence.filter(({ code }) => code === 't3_new_received_natural_person'));
    expect(proof).toMatchObject({ derived: false, value: 3, at_line: 3, raw: '3' });
  });
});

describe('a number that no column holds', () => {
  it('is refused with its place', () => {
    const cells = cells2021(printed(0), { t2_admin_penalty_decisions: printed(2 ** 31) });
    expect(() => refuseUnstorable(filedDocument({ cells }))).toThrow(
      /t2_admin_penalty_decisions: 2147483648/,
    );
    const item = { label: '机构信息', count: 1e12, approx: false, at: null };
    const listed = filedDocument({ narrative: { published_by_category: [item] } });
    expect(() => refuseUnstorable(listed)).toThrow(/机构信息: 1000000000000/);
    expect(() => refuseUnstorable(filedDocument())).not.toThrow();
  });

  it('stays in the evidence when it is a fraction of a count', () => {
    const cells = cells2021(printed(0), { t2_admin_penalty_decisions: printed(1.5) });
    const { reports, evidence } = assemble([filedDocument({ cells })]);
    expect(only(reports)['t2_admin_penalty_decisions']).toBeNull();
    expect(evidence.find(({ code }) => code === 't2_admin_penalty_decisions')?.['value']).toBe(1.5);
  });
});

describe('one agency', () => {
  it('is one under two spellings, with the latest', () => {
    const { agencies } = assemble([
      filedFact({ year: 2022, agency: '马厂镇政府' }),
      filedFact({ year: 2024, agency: '沭阳县马厂镇人民政府' }),
      filedFact({ year: 2023, agency: '马厂镇' }),
    ]);
    expect(only(agencies)).toMatchObject({
      agency: '沭阳县马厂镇人民政府',
      first_year: 2022,
      last_year: 2024,
      reports: 3,
    });
  });

  it('has one primary report a year: of its own office, and the others by scope', () => {
    const { reports } = assemble([filedFact({ scope: 'system' }), filedFact({ scope: 'own' }), filedFact()]);
    const found = reports.map(({ report_id, scope, is_primary }) => [report_id, scope, is_primary]);
    const id = reports.find((row) => row['is_primary'])?.['report_id'];
    expect(found.toSorted()).toEqual([
      [id, 'own', true],
      [`${id}-system`, 'system', false],
      [`${id}-unknown`, 'unknown', false],
    ]);
  });

  it('keeps the whole report where facts of the same one exist, and fills its gaps', () => {
    const row = only(
      assemble([
        filedFact({ scope: 'own', cells: { t3_granted_total: 9 } }),
        filedDocument({ cells: cells2021(printed(0)) }),
      ]).reports,
    );
    expect(row).toMatchObject({
      origin: 'document',
      t3_granted_total: 0,
      published_total: 40,
      url: 'https://example.gov.cn/1.html',
    });
  });
});

describe('two records of one report', () => {
  const cells = { t3_granted_total: 9, t3_new_received_total: 4 };
  const records = [
    filedFact(
      { scope: 'own', url: null, cells: { t3_granted_total: 8, t3_carried_in_total: 1 } },
      'a.jsonl:2',
    ),
    filedFact({ scope: 'own', url: null, cells: { ...cells, t3_carried_out_total: 0 } }, 'b.jsonl:1'),
  ];

  it.each([
    ['one order', records],
    ['the other', records.toReversed()],
  ])('that differ are told, the fuller kept, in %s', (_, given) => {
    const { reports, findings } = assemble(given);
    expect(only(reports)).toMatchObject({ t3_granted_total: 9, t3_carried_in_total: 1 });
    expect(findings.find(({ rule }) => rule === 'S-SOURCES')).toMatchObject({
      severity: 'warning',
      codes: 't3_granted_total',
      found: 1,
    });
    const conflicts = conflictsOf(given).map(({ kept, other, differences }) => [
      kept.source,
      other.source,
      differences,
    ]);
    expect(conflicts).toEqual([
      ['b.jsonl:1', 'a.jsonl:2', [{ code: 't3_granted_total', kept: 9, other: 8 }]],
    ]);
  });

  it('as full as each other are chosen by their names, whatever their order', () => {
    const same = ['a.jsonl:1', 'b.jsonl:1'].map((source, i) =>
      filedFact({ scope: 'own', url: null, cells: { t3_granted_total: i } }, source),
    );
    expect(assemble(same.toReversed())).toEqual(assemble(same));
    expect(only(assemble(same).reports)['t3_granted_total']).toBe(0);
  });

  it('that differ only in what one of them lost, or in their text, are told apart', () => {
    const lost = filedFact({ scope: 'own', cells: { t3_granted_total: { state: 'unreadable' } } });
    const text = filedFact({
      scope: 'own',
      narrative: { published_total: 41 },
      cells: { t3_granted_total: 9 },
    });
    expect(
      conflictsOf([lost, text]).flatMap(({ differences }) => differences.map(({ code }) => code)),
    ).toEqual(['narrative:published_total']);
  });

  it('that agree leave no finding', () => {
    const twice = [filedFact({ scope: 'own', cells }), filedFact({ scope: 'own', cells })];
    expect(assemble(twice).findings.filter(({ rule }) => rule === 'S-SOURCES')).toEqual([]);
  });
});

describe('a roster', () => {
  it('keeps an agency that never reported', () => {
    const csv = [
      'agency_id,agency,kind,province_id,province,city_id,city,county_id,county,township_id,township,first_year,last_year',
      'x-1,某区某局,bureau,99,某省,9901,某市,990101,某区,,,2017,2025',
    ].join('\n');
    const { agencies, areas } = assemble([filedFact()], parseRoster(csv, loadRegions()));
    expect(agencies.find((row) => row['agency_id'] === 'x-1')).toMatchObject({
      expected_from: 2017,
      expected_to: 2025,
      reports: 0,
      first_year: 0,
    });
    expect(areas.find((row) => row['area_id'] === '990101')).toMatchObject({ official: false, reports: 0 });
  });

  it('is refused with an unknown kind', () => {
    expect(() => parseRoster('agency_id,agency,kind\na,b,c', loadRegions())).toThrow(/roster.csv/);
  });
});

describe('file order', () => {
  it('does not depend on the order of the sources', () => {
    const sources = [2025, 2022, 2024].map((year) => filedFact({ year }));
    expect(assemble(sources.toReversed())).toEqual(assemble(sources));
    expect(assemble(sources).reports.map((row) => row['year'])).toEqual([2022, 2024, 2025]);
  });
});

describe('the text of a report', () => {
  const sections = [{ n: 1, title: '一、总体情况', text: '共公开3条。', at: { line: 2, column: 1 } }];
  const text: readonly Block[] = [
    { kind: 'line', text: '一、总体情况', at: { line: 2, column: 1 } },
    {
      kind: 'row',
      at: { table: 1, row: 2 },
      cells: [
        { text: '规章', column: 0, span: 1, at: { table: 1, row: 2, cell: 1 } },
        { text: '3', column: 1, span: 2, at: { table: 1, row: 2, cell: 2 } },
      ],
    },
  ];

  it('is held line by line and row by row, in the places that evidence names', () => {
    const { sources, narratives } = assemble([filedDocument({ sections }, text)]);
    expect(sources).toMatchObject([
      { position: 1, kind: 'line', at_line: 2, at_column: 1, text: '一、总体情况', cells: null },
      { position: 2, kind: 'row', at_table: 1, at_row: 2, text: null, cells: '[[1,0,1,"规章"],[2,1,2,"3"]]' },
    ]);
    expect(narratives).toMatchObject([{ title: '一、总体情况', text: '共公开3条。' }]);
  });

  it('is left out to the last sentence where the dataset may not hold it', () => {
    const { sources, narratives } = assemble([filedDocument({ sections }, null)]);
    expect({ sources, narratives }).toEqual({ sources: [], narratives: [] });
  });

  it('may be held of simulated reports, and of real ones only where the source says so', () => {
    const info = (kind: string, more: object = {}) =>
      parseDatasetInfo({
        id: 'one',
        kind,
        title: { zh: '一', en: 'One' },
        description: { zh: '一', en: 'One' },
        licence: 'CC0-1.0',
        ...more,
      }).holdsText;
    expect([info('simulated'), info('real'), info('real', { holds_text: true })]).toEqual([
      true,
      false,
      true,
    ]);
    expect(() => info('real', { holds_text: 'yes' })).toThrow(/holds_text/);
  });

  it('is pointed into by no number that another record of the report gave', () => {
    const own = filedDocument({ cells: cells2021(printed(0)) }, text);
    const other = filedDocument({ cells: {}, narrative: {} });
    const fact = { value: 3, precision: 'exact', raw: '3条', at: { line: 9 } } as const;
    const { evidence } = assemble([own, { ...other, facts: { published_total: fact } }]);
    expect(evidence.find(({ code }) => code === 'narrative:published_total')).toMatchObject({
      value: 3,
      at_line: null,
    });
  });
});

it('whose the applications are and how they changed stand beside their number, the date with its place', () => {
  const received = {
    value: 73,
    approx: false,
    precision: 'exact',
    raw: '全系统合计73件',
    at: { line: 5 },
    scope: 'system',
  } as const;
  const change = { value: -5.6, unit: 'percent', raw: '同比下降5.6%', at: { line: 5, column: 20 } } as const;
  const { reports, evidence } = assemble([
    filedDocument({
      narrative: { applications_received: received, applications_change: change },
      published_as: { raw: '2024年1月20日', at: { line: 2, column: 6, length: 10 } },
    }),
  ]);
  expect(only(reports)).toMatchObject({
    applications_received: 73,
    applications_received_scope: 'system',
    applications_change: -5.6,
    applications_change_unit: 'percent',
  });
  const at = (wanted: string) => evidence.find(({ code }) => code === wanted);
  expect(at('narrative:applications_change')).toMatchObject({
    value: -5.6,
    raw: '同比下降5.6%',
    at_column: 20,
  });
  expect(at('published')).toMatchObject({ value: null, raw: '2024年1月20日', at_line: 2, at_column: 6 });
});

it('what could not be read is a table of its own, in order and with its place', () => {
  const problems = [
    { code: 'row_unclear', table: 't3', detail: 't3_granted' },
    { code: 'narrative_cut', detail: 'list', at: { paragraph: 4, column: 7 } },
  ] as const;
  expect(assemble([filedDocument({ problems })]).problems).toMatchObject([
    { position: 1, code: 'row_unclear', table_id: 't3', detail: 't3_granted', at_paragraph: null },
    { position: 2, code: 'narrative_cut', table_id: null, detail: 'list', at_paragraph: 4, at_column: 7 },
  ]);
});

it('evidence keeps the page of a PDF and the box there', () => {
  const cell = {
    ...printed(2),
    at: { page: 3, box: [70.1, 20, 33.5, 12], table: 1, row: 2, cell: 3 },
  } as const;
  const { evidence } = assemble([filedDocument({ cells: { t2_regulation_issued: cell } })]);
  expect(only(evidence.filter(({ code }) => code === 't2_regulation_issued'))).toMatchObject({
    at_page: 3,
    at_box: '70.1 20 33.5 12',
    at_table: 1,
  });
});
