import { allCells } from '../forms';
import type { At } from '../reading';
import { categoryOf } from './categorize';
import { channelOf } from './channels';
import { statedFacts } from './fact-record';
import type { FiledReport } from './filed-report';
import { numbersOf, type Row } from './report-row';

const lines = (at: At | null): Row => ({
  at_page: at?.page ?? null,
  at_paragraph: at?.paragraph ?? null,
  at_line: at?.line ?? null,
  at_column: at?.column ?? null,
  at_length: at?.length ?? null,
});

const position = (at: At | null): Row => ({
  ...lines(at),
  at_table: at?.table ?? null,
  at_row: at?.row ?? null,
  at_cell: at?.cell ?? null,
});

const boxText = (at: At | null): string | null => at?.box?.join(' ') ?? null;

export const itemRows = (report: FiledReport, report_id: string): readonly Row[] =>
  report.categories.map(({ label, count, approx, at }, i) => ({
    report_id,
    position: i + 1,
    label,
    category: categoryOf(label),
    count,
    approx,
    ...lines(at),
  }));

export const channelRows = (report: FiledReport, report_id: string): readonly Row[] =>
  report.channels.map(({ label, count, approx, at }, i) => ({
    report_id,
    position: i + 1,
    label,
    channel: channelOf(label),
    count,
    approx,
    ...lines(at),
  }));

export const statisticsRows = (report: FiledReport, report_id: string): readonly Row[] =>
  report.statistics.map(({ code, label, unit, value, cumulative, at }, i) => ({
    report_id,
    position: i + 1,
    code,
    label,
    unit,
    value,
    cumulative,
    ...position(at),
  }));

interface Said {
  readonly raw: string | null;
  readonly at: At | null;
}

/**
 * Every cell that was looked for, the publication date, and every fact of the narrative. Cells of a table that is missing as a whole are left
 * out: `t2_state` … `t4_state` of the report say so once.
 */
export function evidenceRows(report: FiledReport, report_id: string): readonly Row[] {
  const { derived } = numbersOf(report);
  const cells = allCells.flatMap(({ code }): Row[] => {
    const cell = report.cells[code];
    if (!cell || cell.state === 'table_missing' || cell.state === 'not_collected') return [];
    const proven = derived.get(code);
    return [
      {
        report_id,
        code,
        value: cell.value ?? proven ?? null,
        state: cell.state,
        raw: cell.raw,
        derived: proven !== undefined || cell.derived_from_identities === true,
        ...position(cell.at),
        at_box: boxText(cell.at),
      },
    ];
  });
  const said = (code: string, value: number | null, { raw, at }: Said): Row => ({
    report_id,
    code,
    value,
    state: 'value',
    raw,
    derived: false,
    ...position(at),
    at_box: boxText(at),
  });
  const facts = statedFacts.flatMap((key): Row[] => {
    const fact = report.facts[key];
    return fact ? [said(`narrative:${key}`, fact.value, fact)] : [];
  });
  const { change, publishedAs } = report;
  return [
    ...cells,
    ...facts,
    ...(change ? [said('narrative:applications_change', change.value, change)] : []),
    ...(publishedAs ? [said('published', null, publishedAs)] : []),
  ];
}

export const problemRows = (report: FiledReport, report_id: string): readonly Row[] =>
  report.problems.map(({ code, table, detail, at = null }, i) => ({
    report_id,
    position: i + 1,
    code,
    table_id: table ?? null,
    detail: detail ?? null,
    ...position(at),
  }));

/** A dataset that does not hold the text of a report holds none of its sentences, in sections or otherwise. */
export const narrativeRows = (report: FiledReport, report_id: string): readonly Row[] =>
  (report.text === null ? [] : report.sections).map(({ n, title, text, at }, i) => ({
    report_id,
    position: i + 1,
    section: n,
    title,
    text,
    at_line: at.line ?? null,
  }));

/** The text of the report, one row a line or table row. */
export const sourceRows = (report: FiledReport, report_id: string): readonly Row[] =>
  (report.text ?? []).map((block, i) => ({
    report_id,
    position: i + 1,
    kind: block.kind,
    ...lines(block.at),
    at_table: block.at.table ?? null,
    at_row: block.at.row ?? null,
    text: block.kind === 'line' ? block.text : null,
    cells:
      block.kind === 'row'
        ? JSON.stringify(block.cells.map(({ at, column, span, text }) => [at.cell, column, span, text]))
        : null,
  }));
