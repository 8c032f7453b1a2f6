import { forms } from '../src/forms';
import type { Indicator } from '../src/forms';

/** What each room may import; '' stands for main.ts and App.svelte. Imports point one way only. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  forms: [],
  i18n: [],
  reading: ['forms'],
  checking: ['reading', 'forms'],
  dataset: ['checking', 'reading', 'forms'],
  metrics: ['dataset', 'checking', 'reading', 'forms'],
  engine: ['dataset', 'checking', 'reading', 'forms'],
  state: ['engine', 'metrics', 'dataset', 'forms', 'i18n'],
  charts: ['forms', 'i18n'],
  pages: ['charts', 'state', 'engine', 'metrics', 'dataset', 'checking', 'reading', 'forms', 'i18n'],
  simulation: ['reading', 'forms', 'dataset'],
  // Tools may use anything.
  cli: [
    'simulation',
    'pages',
    'charts',
    'state',
    'engine',
    'metrics',
    'dataset',
    'checking',
    'reading',
    'forms',
    'i18n',
  ],
  '': ['pages', 'charts', 'state', 'engine', 'metrics', 'dataset', 'i18n'],
};

/** Rooms that run in Node only. Everything that the door of any other room reaches must run in a browser too. */
export const forNode: readonly string[] = ['cli', 'simulation'];

interface Exception {
  readonly file: string;
  readonly reason: string;
}

/** Files that may be entered beside the door of their folder. */
export const doors: readonly Exception[] = [
  {
    file: 'src/dataset/node.ts',
    reason: 'reads and writes files: the door for Node, which a browser must not load',
  },
];

/** Files that are one table and would not be clearer in pieces. */
export const longFiles: readonly Exception[] = [
  { file: 'src/forms/form-2019.ts', reason: 'the official form as data' },
  { file: 'src/forms/form-2021.ts', reason: 'the official form as data' },
  { file: 'src/forms/legacy.ts', reason: 'the forms before 2019 as data' },
  { file: 'src/forms/crosswalk.ts', reason: 'the relations between forms as data' },
  { file: 'src/dataset/categories.ts', reason: 'the common taxonomy as data' },
  { file: 'src/i18n/zh.ts', reason: 'messages' },
  { file: 'src/i18n/en.ts', reason: 'messages' },
];

/** Rooms in which form labels are text of their own: the forms, invented reports, the interface. */
export const spellsLabels: readonly string[] = ['forms', 'simulation', 'i18n'];

/** Files in which a word happens to be a form label too. */
export const mentionsLabels: readonly Exception[] = [
  { file: 'src/metrics/dictionary/', reason: 'definitions of metrics, in sentences' },
  { file: 'src/dataset/categories.ts', reason: 'words of the taxonomy of published items' },
  { file: 'src/reading/narrative/case-phrases.ts', reason: 'words of the running text, which names no cell' },
];

/** Files that may hold an address of another host in a text; none of them is ever requested. */
export const mayNameHosts: readonly Exception[] = [
  { file: 'src/simulation/', reason: 'invented reports state invented addresses' },
];

const shortestLabel = 4;

const labelsOf = ({ label, aliases = [] }: Indicator): readonly string[] => [label.zh, ...aliases];

/** Labels of the forms of 2019 and 2021, from four characters on; shorter ones are everyday words. */
export const formLabels: readonly string[] = [
  ...new Set(
    Object.values(forms).flatMap(({ title, tables: { t2, t3, t4 } }) => [
      title.zh,
      ...[t2, t3, t4].map((table) => table.title.zh),
      ...t2.blocks.flatMap((block) => [
        block.label.zh,
        ...[...block.rows, ...block.columns].flatMap(labelsOf),
      ]),
      ...[...t3.columnGroups, ...t3.columns, ...t3.rows, ...t4.columnGroups, ...t4.columns].flatMap(labelsOf),
    ]),
  ),
].filter((label) => label.length >= shortestLabel);
