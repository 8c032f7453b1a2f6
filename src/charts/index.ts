import './theme.css';

export { default as ChartBlock } from './ChartBlock.svelte';
export { default as DataTable } from './DataTable.svelte';
export { makeCsv } from './csv';
export { COMPACT_WIDTH, draw, hitAt } from './draw';
export { copyText, ExportError, fileName, makeExport, saveBlob, saveExport } from './export';
export type { ExportInput, ExportKind } from './export';
export { makeFormat } from './format';
export { makeSvg } from './picture';
export { nextSorting, sortRows } from './sort';
export type { Sorting } from './sort';
export { summarize } from './summary';
export { readThemeTokens, readTokens, TONES } from './tokens';
export type * from './types';
