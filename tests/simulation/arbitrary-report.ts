import fc from 'fast-check';
import {
  forms,
  outcomeGroups,
  outcomeRows,
  type CellCode,
  type CellDefinition,
  type FormId,
} from '../../src/forms';
import { statisticalForm, type LabelledCount, type NarrativeContent } from '../../src/simulation';
import { cellsOf, formsOf, mainForm, styles, type PrintedReport, type Style } from './printed-report';

const agencies = [
  { id: 'x-1', name: '霁川区露桥街道办事处', kind: 'street' },
  { id: 'x-2', name: '霁川区青霭镇人民政府', kind: 'township' },
  { id: 'x-3', name: '霁川区暮山乡人民政府', kind: 'township' },
  { id: 'x-4', name: '霁川区住房和城乡建设局', kind: 'bureau' },
  { id: 'x-5', name: '霁川区人民政府', kind: 'county' },
] as const;

const categoryLabels = [
  '工作动态',
  '通知公告',
  '机构职能',
  '人事信息',
  '政策文件',
  '政策解读',
  '会议信息',
  '财政预决算',
  '规划计划',
  '重点领域',
  '应急管理',
  '统计信息',
  '建议提案',
  '公开指南',
  '会议公开',
];
const channelLabels = ['政府网站', '微信公众号', '政务微信公众号', '政务公开栏', '政务微博', '抖音'];

type Cells = Partial<Record<CellCode, number>>;

/** Mostly zero, as in life; else small, else up to seven digits. */
const count = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 40 }) },
  { weight: 1, arbitrary: fc.integer({ min: 41, max: 4_480_012 }) },
);
const small = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 300 }));
const money = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 9_999_999 }).map((n) => n / 10_000),
);

const inputCell = (type: string): fc.Arbitrary<number> =>
  type === 'decimal' ? money : type === 'signed' ? fc.integer({ min: -40, max: 40 }) : count;

/** Derives the totals of tables 3 and 4 and what is carried out, so that every identity holds. */
function complete(form: FormId, cells: Cells): Cells {
  const { t3, t4 } = forms[form].tables;
  const at = (code: string) => cells[code as CellCode] ?? 0;
  const put = (code: string, value: number) => (cells[code as CellCode] = value);
  const outcomes = outcomeGroups.flatMap((group) => outcomeRows(form, group));
  const inputs = t3.columns.filter(({ kind }) => kind === 'input').map(({ code }) => code);
  for (const column of inputs) {
    const results = outcomes.reduce((sum, row) => sum + at(`t3_${row}_${column}`), 0);
    put(`t3_results_total_${column}`, results);
    put(`t3_new_received_${column}`, results + at(`t3_carried_out_${column}`));
    put(`t3_carried_in_${column}`, 0);
  }
  for (const { code, kind } of t3.rows)
    if (kind !== 'group')
      put(
        `t3_${code}_total`,
        inputs.reduce((sum, column) => sum + at(`t3_${code}_${column}`), 0),
      );
  for (const { code, sumOf } of t4.columns)
    if (sumOf)
      put(
        `t4_${code}`,
        sumOf.reduce((sum, part) => sum + at(`t4_${part}`), 0),
      );
  return cells;
}

/**
 * Zeros left out, but for the last cell of a row beside a number, the total or the stock: a blank one is the mark of a
 * row that lost a cell.
 */
const withoutZeros = (style: Style, cells: Cells): Partial<Record<CellCode, number | null>> => {
  /** By the last cell of a row of tables 2 and 3: whether the row has a number. */
  const lasts = new Map<CellCode, boolean>();
  const rows = new Map<string, CellDefinition[]>();
  for (const cell of cellsOf(style).filter(({ table }) => table !== 't4')) {
    const key = `${cell.table} ${cell.row}`;
    rows.set(key, [...(rows.get(key) ?? []), cell]);
  }
  for (const row of rows.values()) {
    const last = row.at(-1);
    if (last)
      lasts.set(
        last.code,
        row.some(({ code }) => (cells[code] ?? 0) !== 0),
      );
  }
  const entries = Object.entries(cells);
  const isContradicted = (code: string): boolean =>
    lasts.get(code as CellCode) ??
    (code.endsWith('_total') &&
      entries.some(([part, n]) => n > 0 && part.startsWith(code.slice(0, -'total'.length))));
  return Object.fromEntries(entries.map(([code, n]) => [code, n === 0 && !isContradicted(code) ? null : n]));
};

/** Form of the rows of table 3. */
const formOfRows = (style: Style): FormId =>
  formsOf({ style, omitted: [] }).t3 === '2019' ? '2019' : '2021';

/** Cells that obey the identities; one report in four prints an error, which a reader must not mend. */
const arbitraryCells = (style: Style, definitions: readonly CellDefinition[]): fc.Arbitrary<Cells> =>
  fc
    .tuple(
      fc.tuple(...definitions.map(({ number }) => inputCell(number))),
      fc.option(fc.tuple(fc.constantFrom(...definitions), fc.integer({ min: 1, max: 9 })), { freq: 3 }),
    )
    .map(([values, slip]) => {
      const cells = complete(
        formOfRows(style),
        Object.fromEntries(definitions.map(({ code }, i) => [code, values[i] ?? 0])),
      );
      if (slip && slip[0].number === 'count') cells[slip[0].code] = (cells[slip[0].code] ?? 0) + slip[1];
      return cells;
    });

/** No entry, or an enumeration of at least `fewest`. */
const listed = (labels: readonly string[], fewest: number): fc.Arbitrary<LabelledCount[]> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant<LabelledCount[]>([]) },
    {
      weight: 6,
      arbitrary: fc.uniqueArray(
        fc.record({ label: fc.constantFrom(...labels), count: fc.integer({ min: 1, max: 4000 }) }),
        { selector: ({ label }) => label, minLength: fewest, maxLength: Math.min(7, labels.length) },
      ),
    },
  );

const narrative: fc.Arbitrary<NarrativeContent> = fc
  .record({
    precision: fc.constantFrom('exact', 'exact', 'exact', 'at_least', 'about'),
    total: fc.option(fc.integer({ min: 1, max: 60_000 }), { freq: 9 }),
    categories: listed(categoryLabels, 2),
    addsUp: fc.boolean(),
    category_list: fc.constantFrom('closed', 'closed', 'open'),
    channels: listed(channelLabels, 1),
    applications: fc.oneof(
      fc.constant([0, null, null, null] as const),
      fc.constant([null, null, null, null] as const),
      fc.tuple(fc.integer({ min: 1, max: 900 }), fc.option(small), fc.option(small), fc.option(small)),
    ),
    appeals: fc.oneof(
      fc.constant([0, 0] as const),
      fc.constant([null, null] as const),
      fc.tuple(small, small),
    ),
  })
  .map(({ precision, total, categories, addsUp, category_list, channels, applications, appeals }) => {
    const sum = categories.reduce((n, entry) => n + entry.count, 0);
    const exact = addsUp && sum > 0;
    return {
      published_total:
        total === null ? null : { value: exact ? sum : total, precision: exact ? 'exact' : precision },
      published_by_category: total === null ? [] : categories,
      category_list,
      channels,
      applications_received: applications[0],
      applications_carried_in: applications[1],
      applications_answered: applications[2],
      applications_carried_out: applications[3],
      reviews_total: appeals[0],
      litigation_total: appeals[1],
    };
  });

const statistics = fc
  .tuple(...statisticalForm.indicators.map(() => count))
  .map((values) =>
    Object.fromEntries(
      statisticalForm.indicators.flatMap(({ code, kind }, i) =>
        kind === 'group' ? [] : [[code, values[i] ?? 0]],
      ),
    ),
  );

const years: Readonly<Record<Style, readonly [number, number]>> = {
  '2021': [2021, 2025],
  '2019': [2019, 2022],
  'one-row-other': [2021, 2024],
  'older-headings': [2021, 2024],
  '2014': [2014, 2018],
};

/**
 * A plausible report in one of the styles; `blanks` says whether cells may be printed empty or only as a slash.
 */
export const arbitraryReport = (
  blanks: boolean,
  among: readonly Style[] = styles,
): fc.Arbitrary<PrintedReport> =>
  fc.constantFrom(...among).chain((style) =>
    fc
      .record({
        agency: fc.constantFrom(...agencies),
        year: fc.integer({ min: years[style][0], max: years[style][1] }),
        day: fc.integer({ min: 4, max: 85 }),
        yearFirst: fc.boolean(),
        cells: style === '2014' ? fc.constant<Cells>({}) : arbitraryCells(style, cellsOf(style)),
        zeros: fc.constantFrom('printed', 'printed', 'left out'),
        empty: fc.constantFrom(...(blanks ? (['blank', 'slash'] as const) : (['slash'] as const))),
        statistics: style === '2014' ? statistics : fc.constant({}),
        narrative,
      })
      .map(({ agency, year, day, yearFirst, cells, zeros, empty, statistics, narrative }) => ({
        style,
        agency,
        year,
        form: mainForm(style),
        title: `${yearFirst ? `${year}年${agency.name}` : `${agency.name}${year}年`}政府信息公开工作年度报告`,
        published: new Date(Date.UTC(year + 1, 0, day)).toISOString().slice(0, 10),
        cells: zeros === 'printed' ? cells : withoutZeros(style, cells),
        empty,
        omitted: [],
        statistics,
        narrative,
        faults: [],
      })),
  );
