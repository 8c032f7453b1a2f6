import { categories, type Category } from './categories';
import { channelsTaxonomy, type Channel } from './channels';
import { introduction } from './dictionary-introduction';
import { schemaVersion, tables, type Column } from './schema';

const cell = (text: string) => text.replaceAll('|', '\\|');

const row = ({ name, type, nullable, about }: Column) =>
  `| \`${name}\` | ${type}${nullable ? '' : ', not null'} | ${cell(about)} |`;

const table = ([name, columns]: readonly [string, readonly Column[]]) =>
  [`### ${name}`, '', '| column | type | what |', '|---|---|---|', ...columns.map(row), ''].join('\n');

const taxonomy = (title: string, entries: readonly (Category | Channel)[]) =>
  [
    `### ${title}`,
    '',
    '| id | zh | en | holds |',
    '|---|---|---|---|',
    ...entries.map(({ id, label, about }) => `| \`${id}\` | ${label.zh} | ${label.en} | ${cell(about.en)} |`),
    '',
  ].join('\n');

/** `data/README.md`: the data dictionary, from the schema and the taxonomies. */
export function dictionary(): string {
  return [
    introduction,
    `## Tables (schema version ${schemaVersion})`,
    '',
    ...Object.entries(tables).map(table),
    '### summary',
    '',
    'One row for each area, level and year that the first screen shows: the dataset’s root area and the areas one level below. Its columns are those of the metrics (`src/metrics`), named in the manifest; `items__<category>` is a sum of items, `item_reports__<category>` the number of reports that list it.',
    '',
    '## Taxonomies',
    '',
    taxonomy('Categories of published items', categories),
    taxonomy('Channels', channelsTaxonomy),
  ].join('\n');
}
