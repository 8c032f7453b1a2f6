import { allCells } from '../forms';

/** Version of the layout on disk. A reader refuses any other. */
export const schemaVersion = 3;

export type ColumnType = 'string' | 'int32' | 'double' | 'boolean' | 'date';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  /** One line for the data dictionary. */
  readonly about: string;
}

export type TableName =
  | 'reports'
  | 'agencies'
  | 'areas'
  | 'items'
  | 'channels'
  | 'statistics'
  | 'findings'
  | 'evidence'
  | 'problems'
  | 'narratives'
  | 'sources'
  | 'summary';

const column =
  (type: ColumnType, nullable: boolean) =>
  (name: string, about: string): Column => ({ name, type, nullable, about });
const text = column('string', false);
const textOrNull = column('string', true);
const int = column('int32', false);
const intOrNull = column('int32', true);
const numberOrNull = column('double', true);
const flag = column('boolean', false);
const dateOrNull = column('date', true);

const areaColumns: readonly Column[] = [
  textOrNull('province_id', 'Area id of the province (two digits)'),
  textOrNull('city_id', 'Area id of the prefecture-level city (four digits, or parent~name without a code)'),
  textOrNull('county_id', 'Area id of the county or district (six digits, or parent~name)'),
  textOrNull('township_id', 'Area id of the township or street (nine digits, or parent~name)'),
];

const areaCandidates = textOrNull(
  'area_candidates',
  'Area ids that fit the name, separated by spaces, where it is not certain which one is meant; null where it is',
);

const textPosition: readonly Column[] = [
  intOrNull('at_page', 'Page of a PDF, from 1'),
  intOrNull('at_paragraph', 'Paragraph of a web page or PDF, from 1'),
  intOrNull('at_line', 'Line in the source, from 1'),
  intOrNull('at_column', 'Column in the paragraph, else in the line, from 1, UTF-16 units'),
  intOrNull('at_length', 'Length of the raw text, UTF-16 units'),
];
const cellPosition: readonly Column[] = [
  ...textPosition,
  intOrNull('at_table', 'Table in the source, from 1'),
  intOrNull('at_row', 'Row in the table, from 1'),
  intOrNull('at_cell', 'Cell in the row, from 1'),
];

const cellColumns: readonly Column[] = allCells.map((cell) => ({
  name: cell.code,
  type: cell.number === 'decimal' ? 'double' : 'int32',
  nullable: true,
  about: `${cell.label.zh} (${cell.unit})`,
}));

/** The tables of a dataset. Column order is file order; `summary` is defined by the metrics and only sketched here. */
export const tables: Readonly<Record<Exclude<TableName, 'summary'>, readonly Column[]>> = {
  reports: [
    text('report_id', 'Key of the report: <agency_id>-<year>, with the scope where one year has several'),
    text('agency_id', 'Key into agencies'),
    text('agency', 'Name of the agency'),
    text('kind', 'township, street, bureau, county, city, province, other'),
    text(
      'level',
      'Level at which reports may be added up: grassroots, bureau, county, city, province, other',
    ),
    text('scope', 'own (本级), system (系统), area (全域), unknown'),
    flag('is_primary', 'The one report of its agency and year that sums use'),
    ...areaColumns,
    areaCandidates,
    int('year', 'Report year'),
    dateOrNull('published', 'Earliest credible publication date'),
    textOrNull('title', 'Title of the report'),
    textOrNull('url', 'Public address'),
    text('origin', 'document: read by our reader; facts: figures collected by hand or by a third party'),
    textOrNull('source_note', 'Why there is no address: copy (of the page), rendering (by another tool)'),
    textOrNull('form', '2021, 2019, mixed, legacy; null where no table was seen'),
    text('t2_state', 'read, partial, table_missing, unreadable, not_collected'),
    text('t3_state', 'as t2_state'),
    text('t4_state', 'as t2_state'),
    numberOrNull('published_total', 'Items published in the year, as the text states it'),
    textOrNull('published_total_precision', 'exact, at_least (余 多 超), about (约 近)'),
    textOrNull('category_list', 'exact, partial, mismatch, no_total; null without a list'),
    numberOrNull('applications_received', 'Applications, as the text states them'),
    textOrNull(
      'applications_received_scope',
      'Whose they are, where the text says so: own (本级), system (系统), area (全域)',
    ),
    numberOrNull(
      'applications_change',
      'Change of applications from the year before, as the text states it; less is negative',
    ),
    textOrNull('applications_change_unit', 'cases, percent'),
    numberOrNull('applications_carried_in', 'Carried in, as the text states it'),
    numberOrNull('applications_carried_out', 'Carried out, as the text states it'),
    numberOrNull('applications_answered', 'Answered, as the text states it'),
    numberOrNull('reviews_total', 'Reconsiderations, as the text states them'),
    numberOrNull('litigation_total', 'Suits, as the text states them'),
    numberOrNull('applications_new', 'New applications: table 3, else the text, else the table of 2014'),
    textOrNull('applications_new_from', 'table, narrative, statistics'),
    numberOrNull('reviews', 'Reconsiderations: table 4, else the text, else the table of 2014'),
    textOrNull('reviews_from', 'table, narrative, statistics'),
    numberOrNull('suits', 'Direct suits plus suits after reconsideration: table 4, else text, else 2014'),
    textOrNull('suits_from', 'table, narrative, statistics'),
    int(
      'derived_cells',
      'Number of cells that are not printed, or not apart from their neighbours, but proven by the identities of the form',
    ),
    ...cellColumns,
  ],
  agencies: [
    text('agency_id', 'Key'),
    text('agency', 'Name, the latest spelling'),
    text('kind', 'As in reports'),
    text('level', 'As in reports'),
    ...areaColumns,
    areaCandidates,
    intOrNull('expected_from', 'First year in which a report is expected; null where no roster is known'),
    intOrNull('expected_to', 'Last year in which a report is expected'),
    int('first_year', 'First report year held; 0 when none is held'),
    int('last_year', 'Last report year held; 0 when none is held'),
    text('years', 'Report years held, separated by spaces; each has the report <agency_id>-<year>'),
    int('reports', 'Number of reports held'),
  ],
  areas: [
    text('area_id', 'Official code without trailing zeros, or parent~name'),
    textOrNull('parent_id', 'Area id of the area above; null for a province'),
    text('area_level', 'province, city, county, township'),
    text('name', 'Name'),
    flag('official', 'Whether the id is an official code'),
    int('reports', 'Number of reports of agencies in the area'),
  ],
  items: [
    text('report_id', 'Key into reports'),
    int('position', 'Place in the list, from 1'),
    text('label', 'Label as written'),
    text('category', 'Category of the common taxonomy'),
    int('count', 'Items'),
    flag('approx', 'The text says 余, 多, 约 or the like'),
    ...textPosition,
  ],
  channels: [
    text('report_id', 'Key into reports'),
    int('position', 'Place in the list, from 1'),
    text('label', 'Label as written'),
    text('channel', 'Channel of the common list'),
    int('count', 'Items'),
    flag('approx', 'The text says 余, 多, 约 or the like'),
    ...textPosition,
  ],
  statistics: [
    text('report_id', 'Key into reports'),
    int('position', 'Row in the table, from 1'),
    textOrNull('code', 'Indicator of the forms before 2019, where the label is known'),
    text('label', 'Label as written'),
    textOrNull('unit', 'Unit as written'),
    numberOrNull('value', 'The year'),
    numberOrNull('cumulative', 'Since 2008'),
    ...cellPosition,
  ],
  findings: [
    text('report_id', 'Key into reports'),
    text('agency_id', 'Key into agencies'),
    int('year', 'Report year'),
    text('rule', 'Rule id, e.g. T3-BAL'),
    text('severity', 'error, warning, info'),
    textOrNull('table_id', 't2, t3, t4'),
    text('codes', 'Cells concerned, separated by spaces'),
    numberOrNull('expected', 'What the rule expects'),
    numberOrNull('found', 'What is printed'),
    textOrNull('detail', 'Further fact, e.g. a date'),
  ],
  evidence: [
    text('report_id', 'Key into reports'),
    text('code', 'Cell code, narrative:<fact>, or published for the publication date'),
    numberOrNull('value', 'Printed or derived number'),
    text('state', 'value, blank, slash, word, row_missing, table_missing, unreadable'),
    textOrNull('raw', 'As printed'),
    flag(
      'derived',
      'Not printed, or not apart from its neighbours, but proven by the identities of the form',
    ),
    ...cellPosition,
    textOrNull('at_box', 'Box on the page: left, top, width and height in points from its top left'),
  ],
  problems: [
    text('report_id', 'Key into reports'),
    int('position', 'Order in the report, from 1'),
    text('code', 'What could not be read or is a guess, e.g. row_unclear'),
    textOrNull('table_id', 't2, t3, t4; null for the text'),
    textOrNull('detail', 'Further fact, e.g. the cell or row concerned'),
    ...cellPosition,
  ],
  narratives: [
    text('report_id', 'Key into reports'),
    int('position', 'Order in the report, from 1'),
    intOrNull('section', '1–6 of the forms of 2019 and 2021'),
    text('title', 'Heading'),
    text('text', 'Text of the section'),
    intOrNull('at_line', 'Line of the heading in the source'),
  ],
  sources: [
    text('report_id', 'Key into reports'),
    int('position', 'Order in the report, from 1'),
    text('kind', 'line: a line or paragraph; row: a row of a table'),
    ...textPosition,
    intOrNull('at_table', 'Table in the source, from 1'),
    intOrNull('at_row', 'Row in the table, from 1'),
    textOrNull('text', 'Text of the line, as read; null for a row'),
    textOrNull('cells', 'Cells of the row as JSON: a list of [cell, column, columns spanned, text]'),
  ],
};
