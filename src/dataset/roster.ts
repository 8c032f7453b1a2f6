import type { AgencyIdentity } from './agency';
import type { Expected } from './assemble';
import { areaLevels } from './area-id';
import { DatasetError } from './errors';
import { kinds } from './fact-record';
import type { Area, Regions } from './regions';

type Cells = Readonly<Record<string, string>>;

/** Rows of a simple CSV: a header, no quotes, no commas in values. */
function rows(csv: string): readonly Cells[] {
  const [header = '', ...lines] = csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

function areasOf(row: Cells, regions: Regions): readonly Area[] {
  const areas: Area[] = [];
  for (const level of areaLevels) {
    const id = row[`${level}_id`];
    const name = row[level];
    if (!id || !name) continue;
    areas.push({
      id,
      parent: areas.at(-1)?.id ?? null,
      level,
      name,
      official: regions.get(id)?.name === name,
    });
  }
  return areas;
}

function year(row: Cells, column: string): number | null {
  const text = row[column];
  if (!text) return null;
  if (!/^\d{4}$/.test(text)) throw new DatasetError('fact_invalid', `roster.csv: ${column} ${text}`);
  return Number(text);
}

/**
 * `roster.csv`: who is expected to report in which years, with codes of its own areas. Columns: agency_id, agency, kind,
 * province_id, province … township_id, township, first_year, last_year. Throws `fact_invalid` for an unknown kind.
 */
export function parseRoster(csv: string, regions: Regions): readonly Expected[] {
  return rows(csv).map((row) => {
    const kind = kinds.find((known) => known === row['kind']);
    const { agency_id: id, agency: name } = row;
    if (!kind || !id || !name)
      throw new DatasetError('fact_invalid', `roster.csv: ${Object.values(row).join(',')}`);
    const agency: AgencyIdentity = { id, name, kind, areas: areasOf(row, regions) };
    return { agency, from: year(row, 'first_year'), to: year(row, 'last_year') };
  });
}
