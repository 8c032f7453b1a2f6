import type { ReportContent } from './content';
import { simulateDistrict, type RosterEntry, type SimulatedDistrict } from './district';
import { agencies } from './names';
import { integer, random } from './random';
import { keepsBlanks, layouts, renderReport, type Layout } from './render';
import { emptyStyleOf } from './zeros';

/** The seed of the committed demo. */
export const demoSeed = 20261123;

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const rosterColumns = [
  'agency_id',
  'agency',
  'kind',
  'province_id',
  'province',
  'city_id',
  'city',
  'county_id',
  'county',
  'township_id',
  'township',
  'first_year',
  'last_year',
] as const satisfies readonly (keyof RosterEntry)[];

const csv = (roster: readonly RosterEntry[]) =>
  [rosterColumns.join(','), ...roster.map((entry) => rosterColumns.map((column) => entry[column]).join(','))]
    .map((line) => `${line}\n`)
    .join('');

const about = (seed: number) => ({
  id: 'demo',
  kind: 'simulated',
  title: { zh: '模拟区（演示数据）', en: 'Simulated district (demo data)' },
  description: {
    zh: '由程序按种子生成的虚构区县：16 个乡镇街道、24 个部门和区政府，2017–2025 年。地名、机构和数字均非真实，其中埋设了已知错误。',
    en: 'An invented district generated from a seed: 16 townships and streets, 24 bureaus and the district government, 2017–2025. No place, body or number is real; known faults are planted in it.',
  },
  licence: 'CC0-1.0',
  as_of: '2026-11-23',
  seed,
});

/** Position of each body among all, so that layouts can be dealt out evenly. */
const positions = new Map(agencies.map(({ id }, i) => [id, i]));

/** A body keeps its phrasing; its site, and so the layout, changes about once in the nine years. */
function appearance(seed: number, { agency, year }: ReportContent): { layout: Layout; variant: number } {
  const r = random(`appearance/${seed}/${agency.id}`);
  const open = layouts.filter((layout) => !emptyStyleOf(agency.name) || keepsBlanks(layout));
  const variant = integer(r, 0, 999);
  const moved = integer(r, 2018, 2025);
  const first = positions.get(agency.id) ?? 0;
  // 3n + 1 is never n modulo ten, so the second site differs from the first, and each layout gets its share.
  const place = year < moved ? first : 3 * first + 1;
  return { layout: open[place % open.length] ?? 'L1', variant };
}

/** A simulated report as the document it is published as. */
export function demoDocument(
  seed: number,
  report: ReportContent,
): { name: string; text: string; layout: Layout } {
  const { layout, variant } = appearance(seed, report);
  return { ...renderReport(report, layout, { variant }), layout };
}

/** Every file of data/sources/demo by its path there, determined by the seed. */
export function demoFiles(
  seed: number,
  world: SimulatedDistrict = simulateDistrict(seed),
): Map<string, string> {
  const files = new Map([
    ['dataset.json', json(about(seed))],
    ['roster.csv', csv(world.roster)],
    ['faults.json', json(world.faults)],
  ]);
  for (const report of world.reports) {
    const { name, text } = demoDocument(seed, report);
    files.set(`reports/${name}`, text);
  }
  return files;
}
